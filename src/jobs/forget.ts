import { z } from 'zod'
import type { IsoMoment } from '#core/dated.ts'
import type { Handler } from '#jobs/job.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction } from '#platform/database.ts'
import type { VaultAddress } from '#platform/vault.ts'
import { forgetEnded, namedAmong, sweepKeys } from '#records/erasing.ts'
import type { House } from '#records/house.ts'

/** A file that was never filed waits as long, and a key of what was never written. */
const DAY_MS = 86_400_000

/**
 * Removes what has served its time: ended sessions, counted tries, uploads that were cut off, files
 * that were never filed, documents that their owner removed, once nobody can put them back, and
 * keys of what was never written.
 */
export const forget: Handler<Record<string, never>> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house }) => {
    const { db, keys, vault } = house
    const now = await surelyPast(house)
    while ((await inTransaction(db, (tx) => forgetEnded(tx, now))) > 0);
    await sweepKeys({ db, keys }, later(now, -DAY_MS))
    await vault.removeLeftovers(later(now, -DAY_MS))
    for (const address of await vault.unfiled(later(now, -DAY_MS))) await sweep(house, address)
  },
}

/**
 * Rows and files bear the time of the process that wrote them, which may have been confirmed to be
 * another than the database's: what is over by both clocks is over.
 */
async function surelyPast({ db, clock, databaseNow }: House): Promise<IsoMoment> {
  const [ours, theirs] = [clock.now(), await databaseNow(db)]
  return ours < theirs ? ours : theirs
}

/** What a failed transaction has left; whoever filed a file may have ended before saying so. */
async function sweep({ db, vault }: House, address: VaultAddress): Promise<void> {
  const named = await inTransaction(db, (tx) => namedAmong(tx, { addresses: [address] }))
  await (named.has(address) ? vault.filed(address) : vault.remove(address))
}
