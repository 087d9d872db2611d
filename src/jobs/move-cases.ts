import { z } from 'zod'
import { NO_ID } from '#core/id.ts'
import { inTransaction } from '#platform/database.ts'
import { alone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import type { Jobs } from '#records/jobs.ts'
import { casesToMove, moveCase } from '#records/moving.ts'

/**
 * Brings cases under the version of their type that takes them over. One that is being written is
 * left to the next run, so that nobody waits for this.
 */
export const movingCases: Handler<Jobs['move-cases']> = {
  payload: z.object({}),
  needsTrustedTime: false,
  work: async ({ house }) => {
    const now = await house.databaseNow(house.db)
    let after: string | undefined = NO_ID
    while (after !== undefined) {
      const from: string = after
      const page: readonly string[] = await inTransaction(house.db, (tx) => casesToMove(tx, from))
      for (const id of page) {
        await alone(house, 'a case could not be moved', () =>
          inTransaction(house.db, (tx) => moveCase(tx, house, { id, now })),
        )
      }
      after = page.at(-1)
    }
  },
}
