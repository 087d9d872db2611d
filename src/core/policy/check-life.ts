import {
  aboutDecisionsOf,
  aboutStatuses,
  aboutUndecidedOf,
  entersAgain,
  isAboutNamed,
  isAboutSelf,
} from '#core/cases/contesting.ts'
import { asksFor, leadsTo, type Life, type StateCode, type StepRule } from '#core/cases/life.ts'
import { reachedFrom } from '#core/reached.ts'
import { isOfficeRole, SYSTEM } from '#core/cases/roles.ts'
import { noStep, noTerm, type Around } from '#core/policy/around.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsOfCourse } from '#core/policy/check-course.ts'
import { problemsOfExamining } from '#core/policy/check-forwarding.ts'
import {
  OF_CASE,
  OF_PARTY,
  problemsOfKeepingBack,
  problemsOfTests,
} from '#core/policy/check-holds.ts'
import { problemsOfOutcome } from '#core/policy/check-outcomes.ts'
import { problemsOfBeginners } from '#core/policy/check-begins.ts'
import { problemsOfPeople } from '#core/policy/check-people.ts'
import { problemsOfKind, problemsOfTakers } from '#core/policy/check-steps.ts'
import { repeatedCodes, unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'

/**
 * What the life of a case must mean: it begins once, every state is reached and left, somebody has
 * to move by some day, what is asked can be answered, nothing is decided that nobody proposed, and
 * all that is given can be taken.
 */
export function problemsOfLife(life: CaseType, around: Around): readonly PolicyProblem[] {
  const lists = {
    roles: life.roles,
    states: life.states,
    steps: life.steps,
    outcomes: life.outcomes,
  }
  return [
    ...Object.entries(lists).flatMap(([name, entries]) =>
      repeatedCodes(
        entries.map(({ code }) => code),
        [name],
      ),
    ),
    ...life.roles.flatMap(({ code }, index) =>
      unless(
        !isOfficeRole(code) && code !== SYSTEM,
        ['roles', index],
        `${code} is a role of the office, and cannot be one of a case as well`,
      ),
    ),
    ...problemsOfBeginning(life, around),
    ...problemsOfPeople(life),
    ...problemsOfBeginners(life, around),
    ...problemsOfFiling(life),
    ...problemsOfClock(life, around),
    ...life.states.flatMap((_, index) => problemsOfState(life, around, index)),
    ...life.steps.flatMap((rule, index) =>
      problemsOfStep(life, around, { rule, path: ['steps', index] }),
    ),
    ...life.outcomes.flatMap((_, index) => problemsOfOutcome(life, around, index)),
    ...problemsOfExamining(life),
    ...problemsOfCourse(life, around),
  ]
}

function problemsOfBeginning(
  life: CaseType,
  { statuses, types }: Around,
): readonly PolicyProblem[] {
  const begins = life.steps.filter(({ from }) => from.length === 0)
  const [begin] = begins
  const { by, for: others = [] } = life.begins
  const all = [...new Set([...by, ...others.map((each) => each.by)])]
  const kinds = aboutStatuses(life.begins)
  return [
    ...unless(
      begins.length === 1 && begin?.kind === 'begin',
      ['steps'],
      'one step begins, and it alone comes from no state',
    ),
    ...unless(
      all.sort().join() === [...(begin?.by ?? [])].sort().join(),
      ['begins', 'by'],
      'whoever begins a case may take the step that begins it, and nobody else may',
    ),
    ...kinds.flatMap((kind) =>
      unless(
        statuses.some(({ code }) => code === kind),
        ['begins', 'about'],
        `there is no kind of status ${kind}`,
      ),
    ),
    ...aboutDecisionsOf(life.begins).flatMap((code) =>
      unless(
        types.some((type) => type.code === code && type.outcomes.some((each) => !each.favourable)),
        ['begins', 'about'],
        `nothing is decided against anybody in a case of the type ${code}`,
      ),
    ),
    ...problemsOfWaiting(life, types),
    ...unless(
      !isAboutSelf(life.begins) || (by.length === 1 && by[0] === life.roles[0]?.code),
      ['begins', 'by'],
      'a case about what is kept of somebody is begun by them alone',
    ),
    ...unless(
      !isAboutNamed(life.begins) || by.every(isOfficeRole),
      ['begins', 'by'],
      'officials alone begin a case about somebody whom they name',
    ),
    ...unless(
      kinds.length > 0 || !by.includes(SYSTEM),
      ['begins', 'by'],
      'the system begins a case about a status alone',
    ),
    ...problemsOfTests([...(life.begins.when ?? []), ...(life.begins.unless ?? [])], {
      path: ['begins'],
      life,
      statuses,
      types,
      unknown: OF_CASE,
    }),
  ]
}

/** That nothing was decided is complained of where that has a last day, by whoever waits for it. */
function problemsOfWaiting(
  { begins, roles }: CaseType,
  types: Around['types'],
): readonly PolicyProblem[] {
  const waited = aboutUndecidedOf(begins)
  return [
    ...waited.flatMap((code) =>
      unless(
        types.some((type) => type.code === code && type.clock !== undefined),
        ['begins', 'about'],
        `nothing is to be decided by a day in a case of the type ${code}`,
      ),
    ),
    ...unless(
      waited.length === 0 || begins.by.every((role) => roles.some(({ code }) => code === role)),
      ['begins', 'by'],
      'that nothing was decided is complained of by parties alone',
    ),
  ]
}

const NOT_WITH_REPLY = 'what comes with a reply is not required, and somebody is asked for one'

/** What is asked is brought by somebody, and a clock starts from there. */
function problemsOfFiling(type: CaseType): readonly PolicyProblem[] {
  const { blocks, checklist, steps, clock, family } = type
  const replied = checklist.flatMap(({ brings, required }, index) =>
    brings === 'reply' && (required || !asksFor(type, 'reply'))
      ? [{ path: ['checklist', index], reason: NOT_WITH_REPLY }]
      : [],
  )
  if (steps.some(({ kind }) => kind === 'file')) return replied
  return [
    ...replied,
    ...unless(blocks.length === 0 || family === true, ['blocks'], 'no step sends in what is asked'),
    ...unless(
      checklist.every(({ brings }) => brings === 'reply'),
      ['checklist'],
      'no step sends in what is asked',
    ),
    ...unless(clock === undefined, ['clock'], 'no step sends anything in that the clock runs from'),
  ]
}

const problemsOfClock = ({ clock }: Life, { procedure }: Around): readonly PolicyProblem[] =>
  clock === undefined
    ? []
    : [
        ...noTerm(procedure, clock.term, ['clock', 'term']),
        ...(clock.extension === undefined
          ? []
          : noTerm(procedure, clock.extension, ['clock', 'extension'])),
      ]

function problemsOfState(
  life: Life,
  { procedure }: Around,
  index: number,
): readonly PolicyProblem[] {
  const rule = life.states[index]
  if (!rule) return []
  const { code, stage, owner, clock } = rule
  const path = ['states', index]
  const exits = life.steps.filter(
    (step) => step.from.includes(code) && leadsTo(life, step, code).some((to) => to !== code),
  )
  const unreached = unless(reachedFromBegin(life).has(code), path, `nothing leads to ${code}`)
  if (stage === 'ended') {
    const free = owner === undefined && clock === undefined
    const steps = life.steps.filter(
      (step) => step.from.includes(code) && !isAfterwards(step) && !entersAgain(step),
    )
    return [
      ...unreached,
      ...unless(free, path, `${code} ends, so nobody has to move`),
      ...unless(steps.length === 0, path, `${code} ends, so nothing leads on`),
    ]
  }
  return [
    ...unreached,
    ...unless(owner !== undefined, path, `nobody has to move in ${code}`),
    ...unless(owner === undefined || isSomebody(life, owner), path, `${owner} is nobody's role`),
    ...unless(
      owner === undefined || exits.some(({ by }) => by.includes(owner)),
      path,
      `${owner} has to move in ${code}, and may take no step that leads on`,
    ),
    ...(clock === undefined
      ? unless(life.family === true, path, `${code} has no day by which to move`)
      : noTerm(procedure, clock, [...path, 'clock'])),
    ...unless(exits.length > 0, path, `nothing leads on from ${code}`),
  ]
}

/** People are told, and write to each other, when all is over, too. */
const isAfterwards = (step: StepRule): boolean =>
  step.kind === 'tell' || (step.kind === 'say' && step.to === undefined)

/** A role of the office, the system, or one that the type gives. */
const isSomebody = ({ roles }: Life, role: string): boolean =>
  role === SYSTEM || isOfficeRole(role) || roles.some(({ code }) => code === role)

const reachedFromBegin = (life: Life): ReadonlySet<StateCode> =>
  reachedFrom(
    life.steps.flatMap((step) => (step.from.length === 0 && 'to' in step ? [step.to] : [])),
    (state) =>
      life.steps
        .filter(({ from }) => from.includes(state))
        .flatMap((step) => leadsTo(life, step, state)),
  )

type Placed = { readonly rule: StepRule; readonly path: Path }

function problemsOfStep(life: CaseType, around: Around, placed: Placed): readonly PolicyProblem[] {
  const { rule, path } = placed
  const { code, from, by, notBy, after, needs = [] } = rule
  const strange = [...from, ...('to' in rule ? [rule.to] : [])].filter(
    (state) => !life.states.some((each) => each.code === state),
  )
  const nobody = by.filter((role) => !isSomebody(life, role))
  return [
    ...strange.map((state) => ({ path, reason: `${state} is no state of this type` })),
    ...nobody.map((role) => ({ path: [...path, 'by'], reason: `${role} is nobody's role` })),
    ...(notBy === undefined ? [] : noStep(life, notBy, [...path, 'notBy'])),
    ...unless(
      notBy === undefined || by.every(isOfficeRole),
      [...path, 'notBy'],
      `${code} is not for officials alone, and a party or time is never another person`,
    ),
    ...(after === undefined ? [] : noTerm(around.procedure, after.term, [...path, 'after'])),
    ...problemsOfTests([...needs, ...(after?.unless ? [after.unless] : [])], {
      path,
      life,
      statuses: around.statuses,
      unknown: OF_PARTY,
    }),
    ...problemsOfKeepingBack(needs, around.procedure, path),
    ...unless(
      !isMove(rule) || after !== undefined,
      [...path, 'after'],
      `${code} is taken by time, and needs a term that has to run out first`,
    ),
    ...problemsOfTakers(placed),
    ...problemsOfKind(life, around, placed),
  ]
}

const isMove = (rule: StepRule): boolean => rule.kind === 'lapse' && rule.does !== 'give-notice'
