import { z } from 'zod'
import type { Handler } from '#jobs/job.ts'
import { watchVisitsAhead } from '#records/visits-ahead.ts'

/**
 * Looks at the times that people chose to come: where a calendar or the hours of a place have taken
 * one since, whoever has it is told, and can choose anew; who comes soon is reminded, once.
 */
export const watchVisits: Handler<Record<string, never>> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house }) => {
    await watchVisitsAhead(house, await house.databaseNow(house.db))
  },
}
