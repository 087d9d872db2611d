import { z } from 'zod'
import { dayInBaku } from '#core/dated.ts'
import { NO_ID } from '#core/id.ts'
import { eachAlone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import { carryOutErasure, dueErasures, type DueErasure } from '#records/erasing.ts'

/** Erases whoever asked for it, once the time after the decision is over. */
export const eraseDecided: Handler<Record<string, never>> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house }) => {
    const at = await house.databaseNow(house.db)
    const on = dayInBaku(at)
    await eachAlone(house, {
      page: (tx, after?: DueErasure) => dueErasures(tx, { on, after: after?.id ?? NO_ID }),
      deal: (due) => carryOutErasure(house, due, at),
      fault: 'somebody could not be erased',
    })
  },
}
