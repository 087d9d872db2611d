import { z } from 'zod'
import type { Handler } from '#jobs/job.ts'
import { tellMovedDays } from '#records/moved-days.ts'

/** Whoever was told by when there is an answer is told where a calendar has moved that day. */
export const tellMoved: Handler<Record<string, never>> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house }) => {
    await tellMovedDays(house, await house.databaseNow(house.db))
  },
}
