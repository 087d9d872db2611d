import { sql } from 'kysely'
import type { IsoDate } from '#core/dated.ts'
import { isLanguage } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import type { Reader } from '#records/case-rows.ts'

/** Who acts that day for whoever holds a status, and has a case about it as well. */
export async function guardianOf(
  tx: Tx,
  { number, on }: { readonly number: string; readonly on: IsoDate },
): Promise<Reader | undefined> {
  const { rows } = await sql<{ readonly party: string; readonly language: string }>`
    select party, language from guardian_of(${number}, ${on}::date)`.execute(tx)
  const [row] = rows
  return row && { partyId: row.party, language: isLanguage(row.language) ? row.language : 'en' }
}
