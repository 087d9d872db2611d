import { z } from 'zod'
import type { Handler } from '#jobs/job.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction } from '#platform/database.ts'
import { forgetAttempts } from '#records/attempts.ts'
import { forgetEndedSessions } from '#records/sessions.ts'

/** No limit counts tries over a longer time than this, and no upload takes as long. */
const DAY_MS = 86_400_000

/** Removes what has served its time: ended sessions, counted tries, uploads that were cut off. */
export const forget: Handler<Record<string, never>> = {
  payload: z.object({}),
  work: async ({ house: { db, clock, vault } }) => {
    const now = clock.now()
    await inTransaction(db, async (tx) => {
      await forgetEndedSessions(tx, now)
      await forgetAttempts(tx, later(now, -DAY_MS))
    })
    await vault.removeLeftovers(later(now, -DAY_MS))
  },
}
