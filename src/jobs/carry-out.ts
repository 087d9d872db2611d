import { z } from 'zod'
import { dayInBaku } from '#core/dated.ts'
import { NO_ID } from '#core/id.ts'
import { inTransaction } from '#platform/database.ts'
import { eachAlone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import { carryOut, waitingEffects } from '#records/effects.ts'
import type { Jobs } from '#records/jobs.ts'

/**
 * Carries out what was caused elsewhere, each in a transaction of its own. What did not go well
 * waits for the next run.
 */
export const carryingOut: Handler<Jobs['carry-out']> = {
  payload: z.object({}),
  needsTrustedTime: false,
  work: async ({ house }) => {
    const at = await house.databaseNow(house.db)
    const when = { at, on: dayInBaku(at) }
    await eachAlone(house, {
      page: (tx, after: string = NO_ID) => waitingEffects(tx, after),
      deal: (id) => inTransaction(house.db, (tx) => carryOut(tx, house, { id, ...when })),
      fault: 'an effect could not be carried out',
    })
  },
}
