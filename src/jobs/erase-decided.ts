import { z } from 'zod'
import { dayInBaku } from '#core/dated.ts'
import { NO_ID } from '#core/id.ts'
import { alone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import { carryOutErasure, dueErasures, type DueErasure } from '#records/erasing.ts'

/** Erases whoever asked for it, once the time after the decision is over. */
export const eraseDecided: Handler<Record<string, never>> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house }) => {
    const at = await house.databaseNow(house.db)
    const on = dayInBaku(at)
    let after: string | undefined = NO_ID
    while (after !== undefined) {
      const from: string = after
      const due: readonly DueErasure[] = await inTransaction(house.db, (tx) =>
        dueErasures(tx, { on, after: from }),
      )
      for (const each of due) {
        await alone(house, 'somebody could not be erased', () => carryOutErasure(house, each, at))
      }
      after = due.at(-1)?.id
    }
  },
}
