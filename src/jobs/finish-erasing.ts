import { z } from 'zod'
import type { Handler } from '#jobs/job.ts'
import { finishErasing as finish } from '#records/erasing.ts'

/** What was erased stays erased, by whichever clock. */
export const finishErasing: Handler<Record<string, never>> = {
  payload: z.object({}),
  needsTrustedTime: false,
  work: async ({ house }) => {
    await finish(house, house.log)
  },
}
