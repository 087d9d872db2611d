import { z } from 'zod'
import { NO_ID } from '#core/id.ts'
import { inTransaction } from '#platform/database.ts'
import { eachAlone } from '#jobs/alone.ts'
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
    await eachAlone(house, {
      page: (tx, after: string = NO_ID) => casesToMove(tx, after),
      deal: (id) => inTransaction(house.db, (tx) => moveCase(tx, house, { id, now })),
      fault: 'a case could not be moved',
    })
  },
}
