import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/database.ts'

/**
 * Opens a query with `up`: those statuses, and all that they rest on; the foundations, which rest
 * on nothing themselves, are those whose `rests_on` is null.
 */
export const upFrom = (those: RawBuilder<unknown>) => sql`
  with recursive up as (
    select number, rests_on from status where ${those}
    union
    select base.number, base.rests_on from up join status as base on base.number = up.rests_on
  )`

/** A status that somebody has or had, or on which one of theirs rests. */
export type Holding = {
  readonly number: string
  readonly kind: string
  readonly caseId: string
  readonly holder: string
  readonly state: string
  readonly fromOn: string
  readonly untilOn: string
  readonly restsOn: string | null
  /** By what it names its holder, under a key. */
  readonly birthIndex: Buffer | null
  readonly documentIndex: Buffer | null
}

/** What these people have and had, with all that it rests on; what holds longest first. */
export async function holdingsOf(tx: Tx, people: readonly string[]): Promise<readonly Holding[]> {
  const { rows } = await sql<Holding>`
    ${upFrom(sql`holder = any (${sql.val([...people])}::uuid[])`)}
    select status.number, kind, case_id, holder, state, from_on, until_on, status.rests_on,
      birth_index, document_index
    from up join status on status.number = up.number
    order by state = 'ended', until_on desc, status.number`.execute(tx)
  return rows
}
