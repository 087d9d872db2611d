import { z } from 'zod'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import { releaseWeek } from '#records/figures.ts'

/** What is counted is shown once a week: so no two days can be held against each other. */
export const releaseFigures: Handler<Record<string, never>> = {
  payload: z.object({}),
  // A clock that ran ahead would show a week that is not over.
  needsTrustedTime: true,
  work: async ({ house: { db, clock } }) => {
    const today = clock.today()
    while ((await inTransaction(db, (tx) => releaseWeek(tx, today))) !== undefined);
  },
}
