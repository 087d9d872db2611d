import { z } from 'zod'
import { dayInBaku } from '#core/dated.ts'
import { isWorkingDay } from '#core/deadlines/working-days.ts'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import { askForTaskMails } from './queries.ts'

/** Asks, once each working morning, that every official is told what waits for them. */
export const tellOfficials: Handler<Record<string, never>> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house: { db, databaseNow, policy } }) => {
    const now = await databaseNow(db)
    if (!isWorkingDay(dayInBaku(now), policy.calendars)) return
    await inTransaction(db, (tx) => askForTaskMails(tx, now))
  },
}
