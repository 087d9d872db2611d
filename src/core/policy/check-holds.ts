import { askedFor } from '#core/answers/asked.ts'
import { holdingsIn, meaningOf } from '#core/cases/holds.ts'
import {
  aboutDecisionsOf,
  aboutStatuses,
  aboutUndecidedOf,
  isAboutSelf,
} from '#core/cases/contesting.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import { askOf, asksFor, outcomeOf } from '#core/cases/life.ts'
import type { Test } from '#core/cases/tests.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'
import { objectionsRefuse, type Procedure } from '#core/policy/procedure.ts'

const OF_STATUS: readonly TestName[] = ['status-in-force', 'status-not-expired']
/** Known while a case is begun, and of no case that was. */
export const OF_PARTY: readonly TestName[] = [
  'same-type-open',
  'type-open',
  'holds',
  'holds-any',
  'held-for',
  'decision-unfavourable',
  'overdue',
]
/** Known of a case alone. */
export const OF_CASE: readonly TestName[] = [
  'age-at-least',
  'younger-than',
  'answers',
  'scored',
  'points-reach-pass-mark',
  'nobody-objects',
  'registers-answered',
  'heard',
  'recorded',
  'voted',
  'proposed',
  'no-hearing-asked',
  'nothing-given',
  'in-role',
  'nothing-against-erasing',
  'concerns-own-case',
]
const OF_DECISION: readonly TestName[] = [
  'decision-in-force',
  'decision-gone',
  'decision-took-status',
  'decision-unfavourable',
]
const OF_UNDECIDED: readonly TestName[] = ['nothing-decided', 'overdue']
const OF_DATA: readonly TestName[] = ['nothing-against-erasing', 'concerns-own-case']
const OF_REGISTERS: readonly TestName[] = ['registers-answered']
const OF_POINTS: readonly TestName[] = ['scored', 'points-reach-pass-mark']

type TestName = Test['test']

/** Nothing waits for ever for a body that objects: what it keeps back can be refused for that. */
export const problemsOfKeepingBack = (
  needs: readonly Test[],
  procedure: Procedure,
  path: Path,
): readonly PolicyProblem[] =>
  unless(
    objectionsRefuse(procedure) || needs.every(({ test }) => test !== 'nobody-objects'),
    path,
    `nobody-objects is needed, and no ground of ${procedure.id} holds by objection`,
  )

const codesOf = (roles: CaseType['roles']): readonly string[] => roles.map(({ code }) => code)

/** Who has which role is known of a case, and of one that is not begun yet nobody has any. */
function isKnown(test: Test, unknown: readonly TestName[]): boolean {
  const holdings = holdingsIn(test)
  if (holdings.length === 0) return !unknown.includes(test.test)
  const isOfCase = unknown.includes('same-type-open')
  return holdings.every(({ role }) => (role !== undefined) === isOfCase)
}

/** What a test asks about must be there to be asked. */
export function problemsOfTests(
  tests: readonly Test[],
  {
    path,
    life,
    statuses,
    types = [],
    unknown,
  }: {
    readonly path: Path
    readonly life: CaseType
    readonly statuses: readonly StatusKind[]
    /** Where cases of other types are asked about. */
    readonly types?: readonly Pick<CaseType, 'code'>[]
    readonly unknown: readonly TestName[]
  },
): readonly PolicyProblem[] {
  return tests.flatMap((test) => {
    const meaning = meaningOf(test)
    return [
      ...unless(isKnown(test, unknown), path, `nobody knows here whether ${test.test} holds`),
      ...problemsOfSubject(life, test.test, path),
      ...problemsOfAnswers(life, test, path),
      ...unless(
        meaning === undefined || askedFor(life, meaning) !== undefined,
        path,
        `${test.test} rests on the ${meaning}, and no question means it`,
      ),
      ...holdingsIn(test).flatMap(({ status }) =>
        unless(
          statuses.some(({ code }) => code === status),
          path,
          `there is no kind of status ${status}`,
        ),
      ),
      ...unless(
        test.test !== 'type-open' || types.some(({ code }) => code === test.type),
        path,
        `there is no type ${test.test === 'type-open' ? test.type : ''}`,
      ),
      ...problemsOfHolder(life, test, path),
    ]
  })
}

const problemsOfHolder = (life: CaseType, test: Test, path: Path): readonly PolicyProblem[] =>
  holdingsIn(test).flatMap(({ role }) =>
    unless(
      role === undefined || codesOf(life.roles).includes(role),
      path,
      `${role} is no role of this type`,
    ),
  )

/** What a test asks about is what a case of that type is about, or has. */
const problemsOfSubject = (life: CaseType, name: TestName, path: Path): readonly PolicyProblem[] =>
  SUBJECTS.filter(({ tests, isThere }) => tests.includes(name) && !isThere(life)).map(
    ({ missing }) => ({ path, reason: `${name} is asked ${missing}` }),
  )

const SUBJECTS: readonly {
  readonly tests: readonly TestName[]
  readonly isThere: (life: CaseType) => boolean
  readonly missing: string
}[] = [
  {
    tests: OF_STATUS,
    isThere: ({ begins }) => aboutStatuses(begins).length > 0,
    missing: 'of a case that is about no status',
  },
  {
    tests: OF_REGISTERS,
    isThere: ({ registers = [] }) => registers.some(({ obligatory }) => obligatory === true),
    missing: 'where no register has to be asked',
  },
  {
    tests: OF_DECISION,
    isThere: ({ begins }) => aboutDecisionsOf(begins).length > 0,
    missing: 'of a case that is about no decision',
  },
  {
    tests: OF_UNDECIDED,
    isThere: ({ begins }) => aboutUndecidedOf(begins).length > 0,
    missing: 'of a case that is about none in which nothing was decided',
  },
  {
    tests: OF_DATA,
    isThere: ({ begins }) => isAboutSelf(begins),
    missing: 'of a case that is not about what is kept of somebody',
  },
  {
    tests: OF_POINTS,
    isThere: (life) => asksFor(life, 'points'),
    missing: 'of a case in which nobody gives points',
  },
]

/** What is asked of answers is asked of somebody, and can be answered so; what of outcomes, is. */
function problemsOfAnswers(life: CaseType, test: Test, path: Path): readonly PolicyProblem[] {
  if (test.test === 'heard') {
    const reason = 'heard is asked of a case in which nobody is asked for their side'
    return unless(asksFor(life, 'reply'), path, reason)
  }
  if (test.test === 'answers') {
    const { options = [] } = askedFor(life, test.meaning)?.field ?? {}
    return test.is.flatMap((wanted) =>
      unless(
        options.some(({ code }) => code === wanted),
        path,
        `${wanted} is no answer to what means ${test.meaning}`,
      ),
    )
  }
  if (test.test === 'proposed') {
    const isOutcome = outcomeOf(life, test.outcome) !== undefined
    return unless(isOutcome, path, `${test.outcome} is no outcome of this type`)
  }
  if (test.test === 'recorded') {
    const { options = [] } = askOf(life, test.step) ?? {}
    const reason = `nobody is asked to record ${test.option} by ${test.step}`
    return unless(
      options.some(({ code }) => code === test.option),
      path,
      reason,
    )
  }
  if (test.test !== 'voted') return []
  const isAsked = asksFor(life, 'vote') && outcomeOf(life, test.for) !== undefined
  return unless(isAsked, path, `nobody is asked to vote for ${test.for}`)
}
