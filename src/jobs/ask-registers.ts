import { z } from 'zod'
import { NO_ID } from '#core/id.ts'
import { eachAlone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import { consultations, leaveInquiries, type Consultation } from '#records/consultations.ts'
import type { Jobs } from '#records/jobs.ts'

/** Leaves for the exchange what cases ask of registers, each case in a transaction of its own. */
export const askingRegisters: Handler<Jobs['ask-registers']> = {
  payload: z.object({}),
  needsTrustedTime: false,
  work: async ({ house }) => {
    const now = await house.databaseNow(house.db)
    await eachAlone(house, {
      page: (tx, after: Consultation = BEFORE_ALL) => consultations(tx, after),
      deal: ({ event }) =>
        inTransaction(house.db, (tx) => leaveInquiries(tx, house, { event, now })),
      fault: 'what a case asks of registers could not be left',
    })
  },
}

const BEFORE_ALL: Consultation = { event: NO_ID, askedAt: '-infinity' }
