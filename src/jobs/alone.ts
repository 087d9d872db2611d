import { isDeepStrictEqual } from 'node:util'
import { assert } from '#core/assert.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { faultFields } from '#platform/log.ts'
import type { House } from '#records/house.ts'

/** What cannot be dealt with must not keep the others waiting. */
export async function alone(
  { log }: Pick<House, 'log'>,
  what: string,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work()
  } catch (fault) {
    log.warn(what, faultFields(fault))
  }
}

type EachAlone<Each> = {
  /** Those after that one, in their order; from the first on where there is none. */
  readonly page: (tx: Tx, after: Each | undefined) => Promise<readonly Each[]>
  readonly deal: (each: Each) => Promise<unknown>
  /** What is said of one that could not be dealt with. */
  readonly fault: string
}

/** Deals with all there are, a page at a time; one that stays keeps no other waiting. */
export async function eachAlone<Each>(
  house: House,
  { page, deal, fault }: EachAlone<Each>,
): Promise<void> {
  let after: Each | undefined
  do {
    const last = after
    const found = await inTransaction(house.db, (tx) => page(tx, last))
    for (const each of found) await alone(house, fault, () => deal(each))
    after = found.at(-1)
    assert(after === undefined || !isDeepStrictEqual(after, last), 'a page begins after the last')
  } while (after !== undefined)
}
