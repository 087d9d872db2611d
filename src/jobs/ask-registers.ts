import { z } from 'zod'
import { NO_ID } from '#core/id.ts'
import { alone } from '#jobs/alone.ts'
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
    let after: Consultation | undefined = { event: NO_ID, askedAt: '-infinity' }
    while (after !== undefined) {
      const from: Consultation = after
      const waiting: readonly Consultation[] = await inTransaction(house.db, (tx) =>
        consultations(tx, from),
      )
      for (const { event } of waiting) {
        await alone(house, 'what a case asks of registers could not be left', () =>
          inTransaction(house.db, (tx) => leaveInquiries(tx, house, { event, now })),
        )
      }
      after = waiting.at(-1)
    }
  },
}
