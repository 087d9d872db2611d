import { assert } from '#core/assert.ts'
import type { Configuration } from '#platform/configuration.ts'
import { inTransaction } from '#platform/database.ts'
import { ensureDemonstrationOfficials } from '#records/demonstration-officials.ts'
import type { House } from '#records/house.ts'

/** Whom a visitor may be in the portal, and what each of them has to show. */
export const DEMONSTRATION_APPLICANTS = [
  ['applicant with a draft', 'ana@kecid.example'],
  ['applicant who must correct', 'returned@kecid.example'],
  ['applicant recognised', 'recognised@kecid.example'],
  ['applicant refused', 'refused@kecid.example'],
] as const

/** The invented officials, without whom nobody could sign in to the office; never in production. */
export async function ensureOfficials(
  { door, master, keys, clock }: House,
  { demonstration, stage }: Configuration,
): Promise<void> {
  if (!demonstration) return
  assert(stage !== 'production', 'the configuration refuses a demonstration in production')
  await inTransaction(door, (tx) => ensureDemonstrationOfficials(tx, { master, keys }, clock.now()))
}
