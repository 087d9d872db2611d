import { z } from 'zod'
import type { Handler } from '#jobs/job.ts'
import { tellMoved } from '#jobs/tell-moved.ts'
import { followCalendars } from '#records/calendars.ts'
import type { Jobs } from '#records/jobs.ts'

/** Lists are in the order of days that the calendars in force give. */
export const followTheCalendars: Handler<Jobs['follow-calendars']> = {
  payload: z.object({}),
  needsTrustedTime: false,
  work: async (tools) => {
    const { db, policy } = tools.house
    await followCalendars(db, policy.calendars)
    await tellMoved.work(tools, {})
  },
}
