import { entersAgain } from '#core/cases/contesting.ts'
import { GOES_ON, stopsIn } from '#core/cases/dues.ts'
import {
  asksFor,
  asksIn,
  endsCase,
  entersBy,
  leadsTo,
  outcomeOf,
  stateOf,
  type OutcomeRule,
  type StateCode,
  type StepOf,
  type StepRule,
} from '#core/cases/life.ts'
import type { Stage } from '#core/cases/stages.ts'
import { reachedFrom } from '#core/reached.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import type { Around } from '#core/policy/around.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'
import { objectionsRefuse, type Ground, type Procedure } from '#core/policy/procedure.ts'

/**
 * What the course of a case must be for none to be lost on it: a draft is sent in or ends, what is
 * decided is over, the clock stands still where the person has it back and nowhere else, what can
 * be proposed can be borne out, and an end is reached from everywhere.
 */
export function problemsOfCourse(type: CaseType, { procedure }: Around): readonly PolicyProblem[] {
  const still = type.clock === undefined ? [] : stopsIn(type, procedure)
  const early = earlyStates(type)
  return [
    ...type.steps.flatMap((rule, index) => {
      const placed = { rule, path: ['steps', index] }
      return [
        ...problemsOfDraft(type, placed),
        ...problemsOfCarryingOut(type, placed),
        ...problemsOfPause(type, still, placed),
        ...problemsOfEarly(type, { procedure, early }, placed),
      ]
    }),
    ...problemsOfEnd(type, { procedure, early }),
  ]
}

type Placed = { readonly rule: StepRule; readonly path: Path }

const isIn = (type: CaseType, code: StateCode, ...stages: readonly Stage[]): boolean =>
  stages.some((stage) => stateOf(type, code)?.stage === stage)

const OF_DRAFTS: readonly StepRule['kind'][] = ['begin', 'file', 'end', 'lapse']

/**
 * A draft waits for its owner: it is sent in or ends, and nothing becomes one again. What leaves it
 * where it is has to do with one person of it.
 */
function problemsOfDraft(type: CaseType, { rule, path }: Placed): readonly PolicyProblem[] {
  const { code, kind, from } = rule
  const staysDraft = kind === 'lapse' && !('to' in rule)
  const isOfPeople =
    kind === 'begin' ||
    (kind === 'file' && rule.part === true) ||
    (kind === 'end' && !endsCase(rule))
  return [
    ...from
      .filter((state) => isIn(type, state, 'draft'))
      .flatMap((state) =>
        unless(
          isOfPeople || (OF_DRAFTS.includes(kind) && (kind !== 'lapse' || staysDraft)),
          [...path, 'from'],
          `${code} is taken in ${state}, and a draft can only be sent in or end`,
        ),
      ),
    ...unless(
      isOfPeople || !('to' in rule) || !isIn(type, rule.to, 'draft'),
      [...path, 'to'],
      `${code} leads back to a draft, and nothing but a beginning leads to one`,
    ),
  ]
}

/**
 * What was decided is carried out and ends; it is not opened again from there, unless to end what
 * it holds back.
 */
function problemsOfCarryingOut(type: CaseType, { rule, path }: Placed): readonly PolicyProblem[] {
  const { code, kind, from } = rule
  const carrying = type.states.filter(({ stage }) => stage === 'carrying-out')
  const states = carrying.map((state) => state.code)
  const proposes = kind === 'propose' || (kind === 'lapse' && rule.does === 'propose')
  const opening = from
    .filter((state) => states.includes(state))
    .filter(
      (state) =>
        (proposes && !proposesToLift(type, rule)) ||
        leadsTo(type, rule, state).some((to) => !isIn(type, to, 'carrying-out', 'ended')),
    )
  return [
    ...(kind === 'decide' ? [] : entered(type, rule, states)).map((state) => ({
      path,
      reason: `${code} leads to ${state}, where a decision is carried out, and decides nothing`,
    })),
    ...(entersAgain(rule) ? [] : opening).map((state) => ({
      path,
      reason: `${code} opens a decision anew, and in ${state} it is only carried out`,
    })),
  ]
}

/** Something is held back as long as such a case is open, and what is proposed only ends it. */
function proposesToLift({ outcomes }: CaseType, rule: StepRule): boolean {
  const codes = rule.kind === 'propose' ? rule.outcomes : []
  return (
    codes.length > 0 &&
    outcomes.some(({ effects }) => effects.some(({ effect }) => effect === 'hold')) &&
    outcomes.every(({ code, effects }) => !codes.includes(code) || effects.length === 0)
  )
}

/** Those of some states that a step leads to from outside them, or begins in. */
const entered = (
  type: CaseType,
  rule: StepRule,
  states: readonly StateCode[],
): readonly StateCode[] =>
  states.filter((state) =>
    rule.kind === 'begin' && rule.from.length === 0
      ? rule.to === state
      : rule.from.some(
          (from) => !states.includes(from) && leadsTo(type, rule, from).includes(state),
        ),
  )

/** A return alone leads to where the clock stands still, and what ends the pause leads out. */
function problemsOfPause(
  type: CaseType,
  still: readonly StateCode[],
  { rule, path }: Placed,
): readonly PolicyProblem[] {
  const { code, kind, from } = rule
  const isOfOne = (kind === 'end' && !endsCase(rule)) || (kind === 'file' && rule.part === true)
  const stays = GOES_ON.includes(kind) && !isOfOne && 'to' in rule && still.includes(rule.to)
  return [
    ...(stays ? from.filter((state) => still.includes(state)) : []).map((state) => ({
      path,
      reason: `${code} ends the pause of ${state}, and the clock stands still where it leads to`,
    })),
    ...(kind === 'return' ? [] : entered(type, rule, still)).map((state) => ({
      path,
      reason: `${code} leads to ${state}, where the clock stands still, and gives nothing back`,
    })),
  ]
}

type Early = { readonly procedure: Procedure; readonly early: ReadonlySet<StateCode> }

/** What can be proposed before points are given has a ground that can be chosen by then. */
function problemsOfEarly(
  type: CaseType,
  { procedure, early }: Early,
  { rule, path }: Placed,
): readonly PolicyProblem[] {
  if (rule.kind !== 'propose' || !rule.from.some((state) => early.has(state))) return []
  return rule.outcomes.flatMap((code) => {
    const kind = outcomeOf(type, code)?.grounds
    const grounds = procedure.grounds.filter((ground) => ground.kind === kind)
    return unless(
      grounds.length === 0 || grounds.some((each) => isChosen(each) && each.beforeScoring),
      [...path, 'outcomes'],
      `${code} is proposed before points are given, and no ground of it can be chosen then`,
    )
  })
}

const isChosen = ({ holds }: Ground): boolean => holds === 'chosen'

/**
 * States of a type with points in which not everything that was asked need be answered: whatever
 * is reached without the last answer. What leads back leads to where the case was before.
 */
function earlyStates(type: CaseType): ReadonlySet<StateCode> {
  if (!asksFor(type, 'points')) return new Set()
  const on = (state: StateCode) =>
    type.steps
      .filter(({ from }) => from.includes(state))
      .filter((rule) => rule.kind !== 'send-back' && (rule.kind !== 'reopen' || 'to' in rule))
      .flatMap((rule) =>
        isAnswering(rule) && isLast(type, state) ? [state] : leadsTo(type, rule, state),
      )
  const begun = type.steps.flatMap((rule) =>
    rule.kind === 'begin' || rule.kind === 'ask' ? [rule.to] : [],
  )
  return reachedFrom(begun, on)
}

/** An answer, or what is made of there being none. */
const isAnswering = (rule: StepRule): boolean =>
  rule.kind === 'answer' || (rule.kind === 'lapse' && rule.does === 'note-silence')

/** The last answer of a state is the last of all, unless another was left behind elsewhere. */
function isLast(type: CaseType, state: StateCode): boolean {
  const answers = type.steps.filter(({ kind }) => kind === 'answer')
  return answers.every(({ from }) => {
    const isLeft = type.steps.some(
      (rule) =>
        !isAnswering(rule) &&
        rule.from.some(
          (each) =>
            from.includes(each) &&
            leadsTo(type, rule, each).some((to) => !from.includes(to) && !isIn(type, to, 'ended')),
        ),
    )
    return from.includes(state) || !isLeft
  })
}

/** Whatever else may be refused, one can get on from everywhere by steps that never are. */
function problemsOfEnd(type: CaseType, around: Early): readonly PolicyProblem[] {
  const sure = type.steps.flatMap((rule) =>
    'to' in rule
      ? rule.from
          .filter((from) => isSure(type, around, { rule, from }))
          .map((from) => ({ from, to: rule.to }))
      : [],
  )
  const ended = type.states.filter(({ stage }) => stage === 'ended').map(({ code }) => code)
  const ends = reachedFrom(ended, (state) =>
    sure.filter(({ to }) => to === state).map(({ from }) => from),
  )
  return type.states.flatMap(({ code }, index) =>
    unless(
      ends.has(code) || !type.steps.some(({ from }) => from.includes(code)),
      ['states', index],
      `from ${code} no end is sure: whatever leads there may be refused, or waits for others`,
    ),
  )
}

/** Not one that waits for what may never hold, can be used up, or takes something back. */
function isSure(
  type: CaseType,
  { procedure, early }: Early,
  { rule, from }: { readonly rule: StepRule; readonly from: StateCode },
): boolean {
  if (rule.needs !== undefined) return false
  switch (rule.kind) {
    case 'file':
    case 'ask':
    case 'decide':
      return true
    case 'end':
      return endsCase(rule) && rule.by.some((role) => role !== SYSTEM)
    case 'propose':
      return rule.outcomes.some((code) => {
        const outcome = outcomeOf(type, code)
        return (
          outcome !== undefined && isFree(type, outcome, { procedure, isEarly: early.has(from) })
        )
      })
    case 'lapse':
      return rule.does === 'move' || rule.does === 'propose'
    case 'answer':
      return (
        type.steps.every((each) => !entersBy(type, each, from) || asksHere(each, rule.code)) &&
        type.steps.every((each) => !isAnswerIn(each, from) || each.to !== from)
      )
    case 'begin':
    case 'return':
    case 'extend':
    case 'send-back':
    case 'tell':
    case 'reopen':
    case 'assign':
    case 'say':
    case 'confirm':
    case 'consult':
    case 'report':
    case 'recall':
      return false
  }
}

/** Any of them may be the last, which leads on. */
const isAnswerIn = (rule: StepRule, state: StateCode): rule is StepOf<'answer'> =>
  rule.kind === 'answer' && rule.from.includes(state)

const asksHere = (rule: StepRule, answer: string): boolean =>
  asksIn(rule).some(({ step }) => step === answer)

/** Whatever a case is like, this can be proposed: nothing in it can stand against it. */
function isFree(
  type: CaseType,
  { favourable, grounds, needs }: OutcomeRule,
  { procedure, isEarly }: { readonly procedure: Procedure; readonly isEarly: boolean },
): boolean {
  if (needs !== undefined) return false
  if (grounds !== undefined) {
    return procedure.grounds.some(
      (ground) =>
        ground.kind === grounds &&
        isChosen(ground) &&
        ground.unless === undefined &&
        (ground.beforeScoring || !isEarly),
    )
  }
  const isOpposed = asksFor(type, 'opinion') && objectionsRefuse(procedure)
  return !favourable || !(asksFor(type, 'points') || isOpposed)
}
