import { z } from 'zod'
import { NO_ID } from '#core/id.ts'
import { eachAlone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import type { Jobs } from '#records/jobs.ts'
import { accountsToLookAt, lookAtAccount, notedPayments, takePayment } from '#records/payments.ts'

/**
 * Takes what the portal of payments said to the cases, and looks at what is owed where something
 * was decided anew; each in a transaction of its own.
 */
export const takingPayments: Handler<Jobs['take-payments']> = {
  payload: z.object({}),
  needsTrustedTime: false,
  work: async ({ house }) => {
    const now = await house.databaseNow(house.db)
    await eachAlone(house, {
      page: (tx, after: string = NO_ID) => notedPayments(tx, after),
      deal: (id) => inTransaction(house.db, (tx) => takePayment(tx, house, { id, now })),
      fault: 'a payment could not be taken',
    })
    await eachAlone(house, {
      page: (tx, after: string = NO_ID) => accountsToLookAt(tx, after),
      deal: (id) => inTransaction(house.db, (tx) => lookAtAccount(tx, house, { id, now })),
      fault: 'what somebody owes could not be looked at',
    })
  },
}
