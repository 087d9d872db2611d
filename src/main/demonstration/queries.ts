import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'

/** True once anybody has begun an application. */
export async function hasCases(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`select has_cases() as some`.execute(tx)
  return rows[0]?.some === true
}

/** The token of the link by which somebody is invited, sealed, while its mail waits to be sent. */
export async function sealedToken(tx: Tx, invitation: string): Promise<string | undefined> {
  const { rows } = await sql<{ token: string }>`
    select payload ->> 'sealedToken' as token from waiting_job
    where task = 'send-invitation' and payload ->> 'invitation' = ${invitation}`.execute(tx)
  return rows[0]?.token
}

/** The case that gave them the newest status of a kind, where one did. */
export async function caseGiving(
  tx: Tx,
  { holder, kind }: { readonly holder: string; readonly kind: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('status')
    .select('caseId')
    .where('holder', '=', holder)
    .where('kind', '=', kind)
    .orderBy('issuedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.caseId
}

/** What they hold of that kind, the newest. */
export async function numberHeld(
  tx: Tx,
  { holder, kind }: { readonly holder: string; readonly kind: string },
): Promise<string> {
  const { number } = await tx
    .selectFrom('status')
    .select('number')
    .where('holder', '=', holder)
    .where('kind', '=', kind)
    .orderBy('issuedAt', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return number
}
