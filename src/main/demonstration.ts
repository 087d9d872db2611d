import { assert } from '#core/assert.ts'
import type { Configuration } from '#platform/configuration.ts'
import type { Database } from '#platform/database.ts'
import { ensureDemonstrationOfficials } from '#records/demonstration-officials.ts'
import type { House } from '#records/house.ts'

/** Whom a visitor may be in the portal, and what each of them has to show. */
export const DEMONSTRATION_APPLICANTS = [
  ['applicant with a draft', 'ana@kecid.example'],
  ['applicant who must correct', 'returned@kecid.example'],
  ['applicant recognised', 'recognised@kecid.example'],
  ['applicant refused', 'refused@kecid.example'],
  ['family with permits', 'family@kecid.example'],
  ['spouse of that family', 'family.spouse@kecid.example'],
  ['family on the way to permanent residence', 'years@kecid.example'],
  ['recognised, and asks for a visa', 'visa@kecid.example'],
  ['recognised, with a new passport', 'new.passport@kecid.example'],
] as const

/** The invented officials, without whom nobody could sign in to the office; never in production. */
export async function ensureOfficials(
  { office, jobs }: { readonly office: House; readonly jobs: Database },
  { demonstration, stage }: Configuration,
): Promise<void> {
  if (!demonstration) return
  assert(stage !== 'production', 'the configuration refuses a demonstration in production')
  await ensureDemonstrationOfficials({ ...office, jobs }, office.clock.now())
}
