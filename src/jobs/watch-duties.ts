import { z } from 'zod'
import { dayInBaku } from '#core/dated.ts'
import { NO_ID } from '#core/id.ts'
import { eachAlone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import { openForUnpaid, unpaidInvoices } from '#records/payments.ts'

/**
 * Has a case opened about what was given where its duty was not paid by its day: no clock ends what
 * somebody holds, two people do, and whoever holds it is heard there.
 */
export const watchDuties: Handler<Record<string, never>> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house }) => {
    const on = dayInBaku(await house.databaseNow(house.db))
    await eachAlone(house, {
      page: (tx, after: string = NO_ID) => unpaidInvoices(tx, { on, after }),
      deal: (id) => inTransaction(house.db, (tx) => openForUnpaid(tx, id, on)),
      fault: 'an unpaid duty could not be looked at',
    })
  },
}
