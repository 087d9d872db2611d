import { z } from 'zod'
import type { Handler } from '#jobs/job.ts'
import { inTransaction } from '#platform/database.ts'
import { isVaultAddress } from '#platform/vault.ts'
import { namedAmong } from '#records/erasing.ts'
import type { Jobs } from '#records/jobs.ts'

/**
 * Removes from the vault what no row names any more. What a row names stays, whoever asks: a face
 * may ask for jobs, and one that was taken over asks for what it likes.
 */
export const removeFiles: Handler<Jobs['remove-files']> = {
  payload: z.object({ addresses: z.array(z.string().refine(isVaultAddress)) }),
  needsTrustedTime: false,
  work: async ({ house: { db, vault } }, { addresses }) => {
    const named = await inTransaction(db, (tx) => namedAmong(tx, { addresses }))
    for (const address of addresses.filter(isVaultAddress)) {
      if (!named.has(address)) await vault.remove(address)
    }
  },
}
