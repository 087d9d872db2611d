import { sql } from 'kysely'
import type { Tx } from '#platform/database.ts'

/** Somebody for whom another acts, and the case in which that is written of last. */
export type CaseOfWard = { readonly caseId: string; readonly party: string }

/** More are in no family; whoever acts for more finds them by their cases. */
const WARDS_MAX = 20

/** Those for whom somebody acts today, of cases that were sent in. */
export async function casesOfWards(tx: Tx, actedBy: string): Promise<readonly CaseOfWard[]> {
  const { rows } = await sql<CaseOfWard>`
    select distinct on (party) party, case_id
    from case_party join case_file on case_file.id = case_id
    where acted_by = ${actedBy}::uuid and is_subject and until_on is null and number is not null
      and party not in (select party from mandates_ended() as ended (party))
    order by party, opened_on desc, case_id
    limit ${WARDS_MAX}`.execute(tx)
  return rows
}
