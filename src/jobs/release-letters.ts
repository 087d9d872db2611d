import { z } from 'zod'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import { releaseDueLetters } from '#records/letters.ts'

/** Asks for the e-mails about steps that no person took, once it is morning. */
export const releaseLetters: Handler<Record<string, never>> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house: { db, databaseNow } }) => {
    const now = await databaseNow(db)
    while ((await inTransaction(db, (tx) => releaseDueLetters(tx, now))) > 0);
  },
}
