import { z } from 'zod'
import type { Handler } from '#jobs/job.ts'
import { followCalendars } from '#records/calendars.ts'
import type { Jobs } from '#records/jobs.ts'

/** Lists are in the order of days that the calendars in force give. */
export const followTheCalendars: Handler<Jobs['follow-calendars']> = {
  payload: z.object({}),
  needsTrustedTime: false,
  work: async ({ house: { db, policy } }) => {
    await followCalendars(db, policy.calendars)
  },
}
