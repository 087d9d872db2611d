import type { Tx } from '#platform/database.ts'

/** True once anybody has begun an application. */
export async function hasCases(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('caseFile').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}
