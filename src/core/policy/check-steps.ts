import { entersAgain } from '#core/cases/contesting.ts'
import {
  askOf,
  entersBy,
  leadsOn,
  leadsTo,
  outcomeOf,
  stateOf,
  stepOf,
  type Life,
  type StateCode,
  type StepOf,
  type StepRule,
} from '#core/cases/life.ts'
import { reachedFrom } from '#core/reached.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import { isOfficeRole, OFFICE_ROLES, SYSTEM, type Of, type Role } from '#core/cases/roles.ts'
import { problemsOfEntering } from '#core/policy/check-entering.ts'
import { noTerm, type Around } from '#core/policy/around.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsBeside } from '#core/policy/check-beside.ts'
import { problemsOfForwarding } from '#core/policy/check-forwarding.ts'
import { problemsOfAnswer, problemsOfAsking } from '#core/policy/check-asks.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'
import { termOf } from '#core/policy/procedure.ts'

type Placed = { readonly rule: StepRule; readonly path: Path }

// Only Service and council decide; whoever watches over the house may say what they think is to be.
const TAKEN_BY: Readonly<Record<StepRule['kind'], readonly (Of | 'party' | 'time')[]>> = {
  begin: ['service', 'party', 'time', 'watch'],
  file: ['party'],
  return: ['service', 'time'],
  ask: ['service', 'council'],
  answer: ['body', 'service', 'council', 'party', 'time'],
  extend: ['service', 'council'],
  propose: ['service', 'council', 'watch'],
  'send-back': ['service', 'council'],
  decide: ['service', 'council'],
  tell: ['service', 'council', 'party', 'time'],
  end: ['service', 'council', 'mission', 'party', 'time'],
  lapse: ['time'],
  reopen: ['service'],
  assign: ['service', 'council'],
  say: ['service', 'council', 'mission', 'party'],
  confirm: ['time'],
  consult: ['service', 'council'],
  report: ['time'],
  recall: ['service'],
}

/** What another case decided is carried out by the system. */
const takenBy = (rule: StepRule) => (entersAgain(rule) ? ['time'] : TAKEN_BY[rule.kind])

function sideOf(role: Role): Of | 'party' | 'time' {
  if (role === SYSTEM) return 'time'
  return isOfficeRole(role) ? OFFICE_ROLES[role] : 'party'
}

/** Each kind of step is for one side of the house, or for the parties. */
export const problemsOfTakers = ({ rule, path }: Placed): readonly PolicyProblem[] =>
  rule.by
    .filter((role) => !takenBy(rule).includes(sideOf(role)))
    .map((role) => ({
      path: [...path, 'by'],
      reason: `a step of the kind ${rule.kind} is not for ${role}`,
    }))

/** What a step must mean beyond what every step does: each kind asks for something else. */
export function problemsOfKind(
  life: CaseType,
  around: Around,
  { rule, path }: Placed,
): readonly PolicyProblem[] {
  switch (rule.kind) {
    case 'ask':
      return problemsOfAsking(life, around, { rule, path })
    case 'answer':
      return problemsOfAnswer(life, { rule, path })
    case 'propose':
      return [
        ...problemsOfProposing(life, { rule, path }),
        ...problemsOfAsking(life, around, { rule, path }),
      ]
    case 'decide':
      return [
        ...problemsOfDeciding(life, around, { rule, path }),
        ...problemsOfAsking(life, around, { rule, path }),
      ]
    case 'send-back':
      return unless(
        rule.from.every((state) =>
          life.steps.some(
            (each) => each.kind === 'propose' && proposedIn(life, each).includes(state),
          ),
        ),
        path,
        `there is nothing to send back by ${rule.code}`,
      )
    case 'lapse':
      return problemsOfLapse(life, around, { rule, path })
    case 'reopen':
      return problemsOfReopening(life, { rule, path })
    case 'extend':
      return unless(
        life.clock?.extension !== undefined,
        path,
        'nothing says by how much the clock may be extended',
      )
    case 'return':
      return unless(
        life.steps.some(({ kind, from }) => kind === 'file' && from.includes(rule.to)),
        [...path, 'to'],
        `nothing is sent in again from ${rule.to}`,
      )
    case 'end':
      return problemsOfEnding(life, { rule, path })
    case 'assign':
    case 'say':
    case 'confirm':
    case 'consult':
      return problemsBeside(life, around, { rule, path })
    case 'report':
    case 'recall':
      return problemsOfForwarding(life, { rule, path })
    case 'tell':
      return problemsOfTelling(life, around, { rule, path })
    case 'begin':
    case 'file':
      return []
  }
}

/** There is something to tell there, and a day on which it counts as told. */
function problemsOfTelling(
  life: CaseType,
  { procedure }: Around,
  { rule, path }: PlacedAs<'tell'>,
): readonly PolicyProblem[] {
  const decided = life.steps.flatMap((each) => (each.kind === 'decide' ? [each.to] : []))
  const reached = reachedFrom(decided, (state) =>
    life.steps
      .filter(({ from }) => from.includes(state))
      .flatMap((each) => leadsTo(life, each, state)),
  )
  return [
    ...rule.from
      .filter((state) => !reached.has(state))
      .map((state) => ({ path: [...path, 'from'], reason: `nothing was decided in ${state}` })),
    ...unless(
      rule.by.includes(SYSTEM),
      [...path, 'by'],
      `whoever opens nothing is told by ${SYSTEM}, and ${rule.code} is not for it`,
    ),
    ...noTerm(procedure, 'delivery', path),
  ]
}

type PlacedAs<Kind extends StepRule['kind']> = {
  readonly rule: Extract<StepRule, { readonly kind: Kind }>
  readonly path: Path
}

function problemsOfProposing(
  life: Life,
  { rule, path }: PlacedAs<'propose'>,
): readonly PolicyProblem[] {
  return [
    ...unless(
      !rule.from.includes(rule.to),
      [...path, 'to'],
      `${rule.code} proposes in ${rule.to}, and what is proposed waits in another state`,
    ),
    ...unless(rule.outcomes.length > 0, path, `${rule.code} proposes no outcome`),
    ...rule.outcomes.flatMap((outcome) =>
      unless(
        outcomeOf(life, outcome) !== undefined,
        [...path, 'outcomes'],
        `${outcome} is no outcome of this type`,
      ),
    ),
    ...proposedIn(life, rule).flatMap((state) => undecided(life, state, { code: rule.code, path })),
  ]
}

/** Where what a step proposes stands at once: where others are asked about it, and else beyond. */
const proposedIn = (life: Life, rule: StepOf<'propose'>): readonly StateCode[] => [
  rule.to,
  ...leadsOn(life, rule),
]

const undecided = (
  { steps }: Life,
  state: StateCode,
  { code, path }: { readonly code: string; readonly path: Path },
): readonly PolicyProblem[] =>
  unless(
    steps.some(({ kind, from }) => kind === 'decide' && from.includes(state)),
    path,
    `nobody decides what ${code} proposes`,
  )

/** Time ends no case of which it has not given notice. */
function problemsOfEnding(life: Life, { rule, path }: PlacedAs<'end'>): readonly PolicyProblem[] {
  const isTold = life.steps.some(
    (each) => each.kind === 'lapse' && each.does === 'give-notice' && each.of === rule.code,
  )
  return unless(
    !rule.by.includes(SYSTEM) || isTold,
    [...path, 'by'],
    `time ends a case by ${rule.code}, and nothing gives notice of it`,
  )
}

/** A second pair of eyes; after a proposal of time, or one to be heard about, not at once. */
function problemsOfDeciding(
  life: Life,
  { procedure }: Around,
  { rule, path }: PlacedAs<'decide'>,
): readonly PolicyProblem[] {
  const proposing = life.steps.filter(
    (each) =>
      (each.kind === 'propose' || (each.kind === 'lapse' && each.does === 'propose')) &&
      rule.from.some((state) => isPut(life, each, state)),
  )
  const heard = proposing.some(
    (each) =>
      each.kind === 'lapse' ||
      (each.kind === 'propose' &&
        each.outcomes.some((code) => {
          const kind = outcomeOf(life, code)?.grounds
          return procedure.grounds.some((ground) => ground.kind === kind && ground.hearing)
        })),
  )
  const isTold = life.steps.some(({ kind, from }) => kind === 'tell' && from.includes(rule.to))
  return [
    ...unless(
      isTold || audienceOf(rule, rule.kind) !== 'person',
      [...path, 'to'],
      `a person reads what ${rule.code} decides, and nothing tells it in ${rule.to}`,
    ),
    ...rule.from.flatMap((state) =>
      unless(
        proposing.some((each) => isPut(life, each, state)),
        [...path, 'from'],
        `nothing is proposed that could be decided in ${state}`,
      ),
    ),
    ...life.steps
      .filter((each) => !proposing.includes(each))
      .filter((each) => !isHeardBetween(each, rule))
      .filter((each) => rule.from.some((state) => entersBy(life, each, state)))
      .map(({ code }) => ({
        path: [...path, 'from'],
        reason: `${code} leads to where ${rule.code} decides, and proposes nothing`,
      })),
    ...unless(
      [rule.to, ...leadsOn(life, rule)].every((state) =>
        ['carrying-out', 'ended', undefined].includes(stateOf(life, state)?.stage),
      ),
      [...path, 'to'],
      `${rule.code} decides, and leads to ${rule.to}, which neither ends nor carries out`,
    ),
    ...unless(
      !heard || rule.after !== undefined,
      [...path, 'after'],
      `${rule.code} follows a notice or a hearing, and needs the term that has to run out first`,
    ),
  ]
}

/** Whether a step that proposes leads to where that waits to be decided. */
const isPut = (life: Life, rule: StepRule, state: StateCode): boolean =>
  rule.kind === 'propose'
    ? proposedIn(life, rule).includes(state)
    : 'to' in rule && rule.to === state

/** What others say of a proposal leaves it standing, wherever it can be decided. */
const isHeardBetween = (each: StepRule, decide: StepOf<'decide'>): boolean =>
  (each.kind === 'answer' || (each.kind === 'lapse' && each.does === 'note-silence')) &&
  each.from.every((state) => decide.from.includes(state))

/** Time takes nothing away that is held, does nothing twice, and ends nothing by moving it. */
function problemsOfLapse(
  life: Life,
  { procedure }: Around,
  { rule, path }: PlacedAs<'lapse'>,
): readonly PolicyProblem[] {
  if (rule.does === 'move') return problemsOfMoving(life, { rule, path })
  if (rule.does === 'propose') {
    const outcome = outcomeOf(life, rule.outcome)
    return [
      ...problemsOfMoving(life, { rule, path }),
      ...undecided(life, rule.to, { code: rule.code, path }),
      ...unless(outcome !== undefined, path, `${rule.outcome} is no outcome of this type`),
      ...unless(
        outcome === undefined || outcome.effects.length === 0,
        [...path, 'outcome'],
        `time proposes ${rule.outcome}, which gives or takes something`,
      ),
    ]
  }
  if (rule.does === 'note-silence') {
    const answers = stepOf(life, rule.answers)
    return [
      ...unless(
        answers?.kind === 'answer' && rule.from.every((state) => answers.from.includes(state)),
        [...path, 'answers'],
        `nobody could answer by ${rule.answers} where ${rule.code} notes that nobody did`,
      ),
      ...unless(
        askOf(life, rule.answers)?.kind !== 'opinion' ||
          procedure.silenceOfObjectionBody !== undefined,
        path,
        `${rule.code} notes silence, and ${procedure.id} does not say what it means`,
      ),
    ]
  }
  const [notice, whole] = [termOf(procedure, rule.notice), termOf(procedure, rule.whole)]
  const ends = stepOf(life, rule.of)
  return [
    ...noTerm(procedure, rule.notice, [...path, 'notice']),
    ...noTerm(procedure, rule.whole, [...path, 'whole']),
    ...unless(
      !notice || !whole || (notice.unit === 'months' && whole.unit === 'months'),
      path,
      `${rule.notice} and ${rule.whole} are given in months`,
    ),
    ...unless(
      !notice || !whole || notice.length < whole.length,
      path,
      'the notice comes before what it tells of',
    ),
    ...unless(
      ends?.kind === 'end' &&
        ends.by.includes(SYSTEM) &&
        rule.from.every((state) => ends.from.includes(state)),
      [...path, 'of'],
      `${rule.of} is not a step by which time ends a case`,
    ),
  ]
}

type Moving = Extract<StepRule, { readonly does: 'move' | 'propose' }>

function problemsOfMoving(
  life: Life,
  { rule: { code, from, to }, path }: { readonly rule: Moving; readonly path: Path },
): readonly PolicyProblem[] {
  return [
    ...unless(
      !from.includes(to),
      [...path, 'to'],
      `${code} is taken by time and stays in ${to}, where time takes it again`,
    ),
    ...unless(
      stateOf(life, to)?.stage !== 'ended',
      [...path, 'to'],
      `${code} is taken by time and ends in ${to}; time ends a case after a notice alone`,
    ),
  ]
}

/** One asks, another does it, where the step of time has led. */
function problemsOfReopening(
  life: Life,
  { rule, path }: PlacedAs<'reopen'>,
): readonly PolicyProblem[] {
  if (rule.does === 'enter-again') return problemsOfEntering(life, { rule, path })
  const taken = stepOf(life, rule.of)
  const first = rule.confirms === undefined ? undefined : stepOf(life, rule.confirms)
  const isConfirmed = life.steps.some(
    (each) =>
      each.kind === 'reopen' &&
      each.does !== 'enter-again' &&
      each.confirms === rule.code &&
      each.of === rule.of,
  )
  return [
    ...unless(
      taken?.kind === 'lapse' &&
        rule.from.every((state) =>
          taken.from.some((from) => leadsTo(life, taken, from).includes(state)),
        ),
      [...path, 'of'],
      `${rule.of} is no step by which time leads to where ${rule.code} is taken`,
    ),
    ...unless(
      rule.confirms === undefined ||
        (first?.kind === 'reopen' && first.does !== 'enter-again' && first.confirms === undefined),
      [...path, 'confirms'],
      `${rule.confirms} does not ask to take anything back`,
    ),
    ...unless(
      rule.confirms !== undefined || isConfirmed,
      path,
      `nobody does what ${rule.code} asks for`,
    ),
  ]
}
