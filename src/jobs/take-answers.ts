import { z } from 'zod'
import { NO_ID } from '#core/id.ts'
import { eachAlone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import { answeredInquiries, takeAnswer } from '#records/register-answers.ts'
import type { Jobs } from '#records/jobs.ts'

/** Takes what registers answered to the cases, each in a transaction of its own. */
export const takingAnswers: Handler<Jobs['take-answers']> = {
  payload: z.object({}),
  needsTrustedTime: false,
  work: async ({ house }) => {
    const now = await house.databaseNow(house.db)
    await eachAlone(house, {
      page: (tx, after: string = NO_ID) => answeredInquiries(tx, after),
      deal: (id) => inTransaction(house.db, (tx) => takeAnswer(tx, house, { id, now })),
      fault: 'an answer of a register could not be taken',
    })
  },
}
