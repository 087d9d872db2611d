import { z } from 'zod'
import { NO_ID } from '#core/id.ts'
import { eachAlone } from '#jobs/alone.ts'
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
    await eachAlone(house, {
      page: (tx, after: Change = BEFORE_ALL) => statusChanges(tx, after),
      deal: ({ id }) => inTransaction(house.db, (tx) => leaveTelling(tx, house, { id, now })),
      fault: 'a register could not be told of a status',
    })
  },
}

const BEFORE_ALL: Change = { id: NO_ID, changedAt: '-infinity' }
