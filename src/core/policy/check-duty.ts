import type { Role } from '#core/cases/roles.ts'
import { askedIn } from '#core/answers/asked-of.ts'
import { askedFor } from '#core/answers/asked.ts'
import { actingAs } from '#core/cases/begins.ts'
import { asksFor } from '#core/cases/life.ts'
import { tariffOf } from '#core/cases/duty.ts'
import type { Around } from '#core/policy/around.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { unless, type PolicyProblem } from '#core/policy/problem.ts'
import { termOf, type Procedure } from '#core/policy/procedure.ts'

/** What is paid for a type is told by how long somebody wants what it gives them. */
export function problemsOfDuty(
  type: CaseType,
  { procedure }: Pick<Around, 'procedure'>,
): readonly PolicyProblem[] {
  const tiered = [...problemsOfTiers(type, procedure), ...problemsOfPaid(type)]
  if (type.tariff === undefined) return tiered
  const tariff = tariffOf(procedure, type)
  const path = ['tariff']
  if (!tariff) return [{ path, reason: `${procedure.id} has no tariff ${type.tariff}` }]
  const units = new Set(tariff.rows.map(({ upTo }) => upTo.unit))
  const priced = type.outcomes
    .flatMap(({ effects }) => effects)
    .flatMap((effect) => (effect.effect === 'issue' ? [effect] : []))
    .flatMap(({ status, for: wanted }) =>
      unless(
        wanted !== undefined && 'unit' in wanted && units.size === 1 && units.has(wanted.unit),
        path,
        `${type.tariff} has no price for how long a ${status} is asked for`,
      ),
    )
  return [...tiered, ...priced]
}

/** What something means once it is paid for is said where the portal of payments tells that. */
const problemsOfPaid = ({ outcomes, steps }: CaseType): readonly PolicyProblem[] =>
  outcomes.flatMap(({ lead, leadPaid }, index) =>
    unless(
      leadPaid === undefined || (lead !== undefined && asksFor({ steps }, 'payment')),
      ['outcomes', index, 'leadPaid'],
      'no step that decides asks for a payment, or nothing is said before it is paid',
    ),
  )

/** Where the term follows from what was asked for, whoever comes first is asked that. */
function problemsOfTiers(type: CaseType, procedure: Procedure): readonly PolicyProblem[] {
  if (type.clock?.tiered === undefined) return []
  const path = ['clock', 'tiered']
  const tiers = tariffOf(procedure, type)?.tiers
  if (tiers === undefined) return [{ path, reason: `${type.code} has no tariff with tiers` }]
  const { term } = type.clock
  const firsts = type.roles.map(({ code }) => code).filter((code) => comesFirst(type, code))
  const codes = tiers.map(({ code }) => code)
  const unitOf = (code: string) => termOf(procedure, code)?.unit
  return [
    ...unless(
      firsts.every((role) => isAskedTier(type, role, codes)),
      path,
      `no question, asked once of whoever comes first, means requested-tier and offers ${codes.join(', ')}`,
    ),
    ...unless(
      tiers.some((tier) => tier.term === term) &&
        tiers.every((tier) => unitOf(tier.term) === unitOf(term)),
      path,
      `${term} is no tier of it, or another is of another unit`,
    ),
  ]
}

/** Whether whoever has that role can be the first of a case. */
const comesFirst = ({ begins, roles }: CaseType, code: Role): boolean =>
  roles[0]?.code === code ||
  actingAs({ begins }, code) !== undefined ||
  (begins.about === undefined && begins.by.includes(code))

function isAskedTier(type: CaseType, role: Role, codes: readonly string[]): boolean {
  const question = askedFor(askedIn(type, [role]), 'requested-tier')
  const offered = question?.field.options?.map(({ code }) => code) ?? []
  return question?.block.repeats === false && question.field.required && isSame(offered, codes)
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join()
