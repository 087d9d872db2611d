import { z } from 'zod'
import type { Handler } from '#jobs/job.ts'
import { isVaultAddress } from '#platform/vault.ts'
import type { Jobs } from '#records/jobs.ts'

/** Removes from the vault what no row names any more: files of what was erased. */
export const removeFiles: Handler<Jobs['remove-files']> = {
  payload: z.object({ addresses: z.array(z.string().refine(isVaultAddress)) }),
  needsTrustedTime: false,
  work: async ({ house: { vault } }, { addresses }) => {
    for (const address of addresses.filter(isVaultAddress)) await vault.remove(address)
  },
}
