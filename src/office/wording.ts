import { tiersOf } from '#core/cases/duty.ts'
import type { Description } from '#core/policy/policy.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import type { OfficeContext } from '#office/env.ts'
import type { Wording } from '#telling/option-names.ts'

/** Where the words of codes come from, for this reader and this case. */
export function wordingOf(c: OfficeContext, description: Description): Wording {
  const { house, language } = c.var
  return {
    language,
    reader: 'office',
    lists: house.policy.lists,
    fields: fieldsOf(description),
    tiers: tiersOf(description),
  }
}
