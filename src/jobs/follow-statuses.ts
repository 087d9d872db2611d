import { z } from 'zod'
import { eachAlone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import { leaveFollowing, statusesToFollow } from '#records/following.ts'

/**
 * Leaves for the exchange what registers are asked about whoever holds a status, each in a
 * transaction of its own. Only what its kind names is asked, and each as often as it says.
 */
export const followingStatuses: Handler<Record<string, never>> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house }) => {
    const now = await house.databaseNow(house.db)
    for (const { code: kind, follows = [] } of house.policy.statuses.values()) {
      for (const rule of follows) {
        const { service } = rule
        await eachAlone(house, {
          page: (tx, after: string = '') => statusesToFollow(tx, { kind, rule, now }, after),
          deal: (number) =>
            inTransaction(house.db, (tx) => leaveFollowing(tx, house, { number, service, now })),
          fault: 'a register could not be asked about a holder',
        })
      }
    }
  },
}
