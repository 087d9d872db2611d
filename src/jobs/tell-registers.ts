import { z } from 'zod'
import { NO_ID } from '#core/id.ts'
import { alone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import type { Jobs } from '#records/jobs.ts'
import { leaveTelling, statusChanges, type Change } from '#records/status-changes.ts'

/** Leaves for registers what has become of a status, each change in a transaction of its own. */
export const tellingRegisters: Handler<Jobs['tell-registers']> = {
  payload: z.object({}),
  needsTrustedTime: false,
  work: async ({ house }) => {
    const now = await house.databaseNow(house.db)
    let after: Change | undefined = { id: NO_ID, changedAt: '-infinity' }
    while (after !== undefined) {
      const from: Change = after
      const changes: readonly Change[] = await inTransaction(house.db, (tx) =>
        statusChanges(tx, from),
      )
      for (const { id } of changes) {
        await alone(house, 'a register could not be told of a status', () =>
          inTransaction(house.db, (tx) => leaveTelling(tx, house, { id, now })),
        )
      }
      after = changes.at(-1)
    }
  },
}
