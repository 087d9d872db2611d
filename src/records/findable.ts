import { sql } from 'kysely'
import { partOf } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { inTransaction, json, type Tx } from '#platform/database.ts'
import { faultFields } from '#platform/log.ts'
import type { House } from '#records/house.ts'
import { offeredIndexes } from '#records/offered.ts'
import { readCase } from '#records/read-case.ts'
import { documentedIn } from '#records/papers.ts'

type Finding = Pick<House, 'db' | 'keys' | 'policy' | 'secret' | 'log'>

/**
 * Statuses that were given before other systems could ask about any are found by them too: by what
 * was sent in, which only the keys open. Each in a transaction of its own,
 * so many at a time; gives how many.
 */
export async function makeFindable(house: Finding, on: IsoDate): Promise<number> {
  let [done, after] = [0, '']
  while (done < AT_A_TIME) {
    let taken: readonly Taken[] = []
    try {
      await inTransaction(house.db, async (tx) => {
        taken = await take(tx, after)
        for (const each of taken) await find(tx, house, { ...each, on })
      })
      done += taken.length
    } catch (fault) {
      house.log.warn('a status cannot be found by others', faultFields(fault))
      if (taken.length === 0) return done
    }
    const [last] = taken
    if (last === undefined) return done
    after = last.number
  }
  return done
}

const AT_A_TIME = 500

type Taken = { readonly number: string; readonly caseId: string; readonly party: string }

async function take(tx: Tx, after: string): Promise<readonly Taken[]> {
  const { rows } = await sql<Taken>`select * from take_unfindable(${after})`.execute(tx)
  return rows
}

async function find(
  tx: Tx,
  { keys, policy, secret }: Finding,
  { number, caseId, party, on }: Taken & { readonly on: IsoDate },
): Promise<void> {
  const held = await readCase(tx, keys, caseId)
  if (held === undefined) return
  const { type } = descriptionOf(policy, held.standing, on)
  const answers = partOf(held.standing, party).filings.at(-1)?.answers ?? {}
  const found = offeredIndexes(secret, { number, ...documentedIn(type, answers) })
  const rows = Object.entries(found).map(([column, index]) => [column, index.toString('base64')])
  await sql`select make_findable(${number}, ${json(Object.fromEntries(rows))})`.execute(tx)
}
