import { after, type TestContext } from 'node:test'
import type { IsoMoment } from '#core/dated.ts'
import { furnish } from '#main/demonstration/furnish.ts'
import { inTransaction } from '#platform/database.ts'
import { readCase, type Case } from '#records/read-case.ts'
import { house, type TestHouse } from '#test/house.ts'

const endings: (() => Promise<void>)[] = []
after(async () => {
  for (const end of endings) await end()
})

export type Demonstration = TestHouse & { readonly cases: readonly Case[]; readonly took: number }

/** A house that stands until the last test of this file. */
export async function furnished(at?: IsoMoment, policy?: string): Promise<Demonstration> {
  const keeper = { after: (end: () => Promise<void>) => void endings.push(end) }
  const made = await house(keeper as unknown as TestContext, {
    ...(at === undefined ? {} : { at }),
    ...(policy === undefined ? {} : { policy }),
  })
  const before = performance.now()
  await furnish(made.faces)
  const took = performance.now() - before
  const rows = await made.db.selectFrom('caseFile').select('id').execute()
  const cases: Case[] = []
  for (const { id } of rows) {
    const found = await inTransaction(made.db, (tx) => readCase(tx, made.faces.office.keys, id))
    if (found) cases.push(found)
  }
  return { ...made, cases, took }
}

let monday: Promise<Demonstration> | undefined
/** The one of all tests of this process. */
export const demonstration = () => (monday ??= furnished())
