import { z } from 'zod'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import { enqueue, type Jobs } from '#records/jobs.ts'
import { sequenceLeaves } from '#records/ledger.ts'

const ROUNDS_MAX = 50

/** Gives waiting leaves their places in the tree, a bounded number at a time. */
export const sequenceLedger: Handler<Jobs['sequence-ledger']> = {
  payload: z.object({}),
  needsTrustedTime: false,
  work: async ({ house: { db } }) => {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      if ((await inTransaction(db, sequenceLeaves)) === 0) return
    }
    await inTransaction(db, (tx) => enqueue(tx, { task: 'sequence-ledger', payload: {} }))
  },
}
