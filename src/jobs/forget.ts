import { z } from 'zod'
import type { IsoMoment } from '#core/dated.ts'
import type { Handler } from '#jobs/job.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction } from '#platform/database.ts'
import { isVaultAddress, type Unfiled } from '#platform/vault.ts'
import { forgetAttempts } from '#records/attempts.ts'
import { documentsToErase, eraseDocuments, isFiledAt } from '#records/documents.ts'
import { sweepKeys } from '#records/erasing.ts'
import type { House } from '#records/house.ts'
import { forgetEndedSessions } from '#records/sessions.ts'
import { forgetUploads } from '#records/uploads.ts'

/** No limit counts tries over a longer time than this, and no upload takes as long. */
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
    await inTransaction(db, async (tx) => {
      await forgetEndedSessions(tx, now)
      await forgetAttempts(tx, later(now, -DAY_MS))
      await forgetUploads(tx, later(now, -DAY_MS))
    })
    while ((await eraseSome(house, now)) > 0);
    await sweepKeys({ db, keys }, later(now, -DAY_MS))
    await vault.removeLeftovers(later(now, -DAY_MS))
    for (const unfiled of await vault.unfiled(later(now, -DAY_MS))) await sweep(house, unfiled)
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
async function sweep({ db, vault }: House, { address, of }: Unfiled): Promise<void> {
  const isNamed = await inTransaction(db, (tx) => isFiledAt(tx, { caseId: of, address }))
  await (isNamed ? vault.filed(address) : vault.remove(address))
}

/** The bytes first: should we stop there, the row leads the next run to what is left of them. */
const eraseSome = ({ db, vault }: House, at: IsoMoment): Promise<number> =>
  inTransaction(db, async (tx) => {
    const gone = await documentsToErase(tx, at)
    for (const address of gone.flatMap(({ addresses }) => addresses).filter(isVaultAddress)) {
      await vault.remove(address)
    }
    const ids = gone.map(({ id }) => id)
    await eraseDocuments(tx, ids)
    return gone.length
  })
