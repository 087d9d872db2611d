import { tiersOf } from '#core/cases/duty.ts'
import type { Description } from '#core/policy/policy.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import type { PortalContext } from '#portal/env.ts'
import type { Wording } from '#telling/option-names.ts'

/** Where the words of codes come from, for this reader and this case. */
export function wordingOf(c: PortalContext, description: Description): Wording {
  const { house, language } = c.var
  return {
    language,
    reader: 'applicant',
    lists: house.policy.lists,
    fields: fieldsOf(description),
    tiers: tiersOf(description),
  }
}
