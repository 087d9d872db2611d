import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'

/** True once anybody has begun an application. */
export async function hasCases(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`select has_cases() as some`.execute(tx)
  return rows[0]?.some === true
}
