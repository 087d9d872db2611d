import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'
import type { EnteredIn } from '#records/one-person.ts'

/** So many people of a case are held against one; no type lets in more. */
const ENTRIES_MAX = sql.lit(12)

/** Whom a case with that number is about, or who holds the status with it. */
export async function entriesNumbered(tx: Tx, number: string): Promise<readonly EnteredIn[]> {
  const { rows } = await sql<EnteredIn>`
    select holder as party_id, case_id from status where number = ${number}
    union
    select party, case_id
    from case_file join case_party on case_party.case_id = case_file.id
    where case_file.number = ${number} and is_subject and until_on is null
    limit ${ENTRIES_MAX}`.execute(tx)
  return rows
}

/** Statuses of others that name their holder by the same travel document and date of birth. */
export async function alikeTo(
  tx: Tx,
  partyId: string,
): Promise<readonly { readonly number: string; readonly holder: string }[]> {
  const { rows } = await sql<{ readonly number: string; readonly holder: string }>`
    select distinct on (alike.holder) alike.number, alike.holder
    from status own
    join status alike on alike.document_index = own.document_index and alike.holder <> own.holder
    where own.holder = ${partyId}::uuid
    order by alike.holder, alike.until_on desc
    limit ${ENTRIES_MAX}`.execute(tx)
  return rows
}
