import { aboutStatuses } from '#core/cases/contesting.ts'
import { holdingsIn } from '#core/cases/holds.ts'
import { endsCase, type StepRule } from '#core/cases/life.ts'
import { isOfSubject } from '#core/cases/people.ts'
import { isOfficeRole, SYSTEM, type Role } from '#core/cases/roles.ts'
import type { Around } from '#core/policy/around.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { OF_CASE, problemsOfTests } from '#core/policy/check-holds.ts'
import { repeatedCodes, unless, type PolicyProblem } from '#core/policy/problem.ts'

/**
 * Who begins a case in one of several roles: what has to hold for each is said of people who begin
 * about themselves, and whoever begins, as whatever, can send in what they began and end it.
 */
export function problemsOfBeginners(
  type: CaseType,
  { statuses, types }: Around,
): readonly PolicyProblem[] {
  const { begins } = type
  const beginners = beginnersOf(type)
  const said = begins.as ?? []
  return [
    ...unless(
      begins.as === undefined || begins.about === undefined,
      ['begins', 'as'],
      'what a case is about says who begins it, and no role of theirs does',
    ),
    ...repeatedCodes(
      said.map(({ role }) => role),
      ['begins', 'as'],
    ),
    ...said.flatMap(({ role, when }, index) => [
      ...unless(
        beginners.includes(role),
        ['begins', 'as', index],
        `${role} is nobody who begins such a case`,
      ),
      ...problemsOfTests(when, {
        path: ['begins', 'as', index],
        life: type,
        statuses,
        types,
        unknown: OF_CASE,
      }),
    ]),
    ...(begins.about === undefined && beginners.length > 1 ? problemsOfSeveral(type) : []),
    ...problemsOfOthers(type, { statuses, types }),
    ...problemsOfCarrying(type, types),
    ...problemsOfInvited(type, { statuses, types }),
  ]
}

/**
 * Who begins for somebody alone acts for them and is nobody whom it is about; and they, who can be
 * of age meanwhile, end what others have begun for them.
 */
function problemsOfOthers(
  type: CaseType,
  { statuses, types }: Pick<Around, 'statuses' | 'types'>,
): readonly PolicyProblem[] {
  const { begins, roles, steps } = type
  const said = begins.for ?? []
  const roleOf = (code: Role) => roles.find((each) => each.code === code)
  return [
    ...unless(
      said.length === 0 || (begins.about === undefined && type.subjects !== undefined),
      ['begins', 'for'],
      'it is about a status or about one person, whom whoever acts for them begins for anyway',
    ),
    ...repeatedCodes(
      said.map(({ role }) => role),
      ['begins', 'for'],
    ),
    ...said.flatMap(({ role, by, when }, index) => {
      const path = ['begins', 'for', index]
      const [about, acts] = [roleOf(role), roleOf(by)]
      return [
        ...unless(
          about?.comes === 'represented' && about.subject === true,
          path,
          `others do not act for ${role}, or the case is not about them`,
        ),
        ...unless(
          acts !== undefined && acts !== roles[0] && acts.subject !== true && !acts.comes,
          path,
          `${by} is no role of somebody who only acts for others`,
        ),
        ...steps
          .filter((rule) => isOfWhole(rule) && rule.by.some((each) => begins.by.includes(each)))
          .flatMap((rule) =>
            [role, by]
              .filter((each) => !rule.by.includes(each) && (each === by || !isOfDraft(type, rule)))
              .map((each) => ({
                path: ['steps', steps.indexOf(rule), 'by'],
                reason: `${by} begins a case for ${role}, and ${each} cannot take ${rule.code} in it`,
              })),
          ),
        ...problemsOfTests(when, { path, life: type, statuses, types, unknown: OF_CASE }),
      ]
    }),
  ]
}

/** A draft is of whoever began it: a child that is of age leaves it and begins another. */
const isOfDraft = ({ states }: CaseType, { from }: StepRule): boolean =>
  from.every((code) => states.find((state) => state.code === code)?.stage === 'draft')

/** Whoever holds a status goes on about it from what they were granted. */
function problemsOfCarrying(
  { code, begins }: CaseType,
  types: Around['types'],
): readonly PolicyProblem[] {
  const { carries } = begins
  if (carries === undefined) return []
  const path = ['begins', 'carries']
  return [
    ...unless(
      aboutStatuses(begins).length > 0 && beginnersOf({ begins }).length > 0,
      path,
      `${code} is about no status, or its holder does not begin it`,
    ),
    ...carries.flatMap((each) =>
      unless(
        each !== code && types.some((type) => type.code === each),
        path,
        `there is no other type ${each}`,
      ),
    ),
  ]
}

/** Of whoever comes by themselves it is known what they hold, and of nobody else. */
const problemsOfInvited = (
  type: CaseType,
  { statuses, types }: Pick<Around, 'statuses' | 'types'>,
): readonly PolicyProblem[] =>
  type.roles.flatMap(({ code, comes, when = [], unless: against = [] }, index) => {
    const path = ['roles', index]
    const asked = [...when, ...against]
    return [
      ...unless(
        asked.length === 0 || comes === 'invited',
        path,
        `what has to hold as somebody comes is asked of whoever is invited, and ${code} is not`,
      ),
      ...asked.flatMap((test) =>
        unless(
          holdingsIn(test).length > 0,
          path,
          `of whoever comes it is known what they hold, and not whether ${test.test} holds`,
        ),
      ),
      ...problemsOfTests(
        asked.filter((test) => holdingsIn(test).length > 0),
        { path, life: type, statuses, types, unknown: OF_CASE },
      ),
    ]
  })

/** The roles of parties that begin it. */
const beginnersOf = ({ begins }: Pick<CaseType, 'begins'>): readonly Role[] =>
  begins.by.filter((role) => !isOfficeRole(role) && role !== SYSTEM)

function problemsOfSeveral(type: CaseType): readonly PolicyProblem[] {
  const beginners = beginnersOf(type)
  return [
    ...unless(
      type.subjects !== undefined,
      ['subjects'],
      'whoever begins is asked as what they are, and subjects does not say how many there can be',
    ),
    ...beginners.flatMap((code) => {
      const index = type.roles.findIndex((role) => role.code === code)
      return unless(
        index >= 0 && isOfSubject(type, index) && type.roles[index]?.comes === undefined,
        ['begins', 'by'],
        `${code} begins a case that is not about them, or is let into it by others`,
      )
    }),
    ...type.steps.flatMap((rule, index) => {
      const without = beginners.filter((code) => !rule.by.includes(code))
      const isOfAll =
        !isOfWhole(rule) || without.length === 0 || without.length === beginners.length
      return unless(
        isOfAll,
        ['steps', index, 'by'],
        `${without.join(', ')} can begin a case, and not take ${rule.code} in it`,
      )
    }),
  ]
}

/** What is done with the whole of a case by whoever began it. */
const isOfWhole = (rule: StepRule): boolean =>
  (rule.kind === 'file' && rule.part !== true) || endsCase(rule)
