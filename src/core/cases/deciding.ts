import { askedOf } from '#core/answers/asked-of.ts'
import { assert } from '#core/assert.ts'
import { askedBy, type NobodyAsked } from '#core/cases/asking.ts'
import { stepIn, type Allowed, type Context, type Step } from '#core/cases/context.ts'
import { isAboutParty } from '#core/cases/contesting.ts'
import { failing, holds } from '#core/cases/holds.ts'
import {
  asksFor,
  leadsOn,
  outcomeOf,
  type OutcomeRule,
  type StepCode,
  type StepOf,
} from '#core/cases/life.ts'
import { knownOf, mayAs, type StepRefusal } from '#core/cases/may.ts'
import { opinionsOf, pointsOf } from '#core/cases/answers-given.ts'
import { unheld } from '#core/cases/resting.ts'
import {
  allAnswered,
  answeredBy,
  partOf,
  toDecide,
  type Asked,
  type Barred,
  type Standing,
} from '#core/cases/standing.ts'
import type { CaseEvent, Decided, Proposal } from '#core/cases/happenings.ts'
import type { Test } from '#core/cases/tests.ts'
import type { IsoDate } from '#core/dated.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { contradicting, type Ground, type Procedure } from '#core/policy/procedure.ts'

/** Why something cannot be proposed so. */
export type ProposeRefusal =
  | StepRefusal
  | { readonly reason: 'outcome-unknown' }
  | { readonly reason: 'not-every-subject' }
  | { readonly reason: 'reasoning-missing' }
  | { readonly reason: 'ground-unknown'; readonly grounds: readonly string[] }
  | { readonly reason: 'ground-missing' }
  | { readonly reason: 'ground-does-not-hold'; readonly grounds: readonly string[] }
  | { readonly reason: 'ground-stands-against'; readonly grounds: readonly string[] }
  | { readonly reason: 'ground-contradicted'; readonly ground: string; readonly test: Test }
  | { readonly reason: 'not-before-scoring'; readonly grounds: readonly string[] }
  | {
      readonly reason: 'set-aside-before'
      readonly grounds: readonly string[]
      readonly on: IsoDate
    }
  | HeldBackRefusal
  | NobodyAsked

/** Nothing is decided against somebody as long as the case with this number is open. */
type HeldBackRefusal = { readonly reason: 'held-back'; readonly number: string }

/** Every subject has a proposal, and each says what the case bears out and nothing else. */
export function propose(
  standing: Standing,
  context: Context,
  { step, proposals }: { readonly step: StepCode; readonly proposals: readonly Proposal[] },
): Outcome<Step, ProposeRefusal> {
  const allowed = mayAs(context, 'propose', { step, standing })
  if (!allowed.ok) return allowed
  const subjects = proposals.map(({ subject }) => subject)
  const wanted = toDecide(standing)
  const isWhole = wanted.every(
    (subject) => subjects.filter((each) => each === subject).length === 1,
  )
  if (!isWhole || subjects.length !== wanted.length) {
    return refuse({ reason: 'not-every-subject' })
  }
  const { outcomes } = allowed.value.rule
  for (const proposal of proposals) {
    const rule = outcomes.includes(proposal.outcome) && outcomeOf(context.type, proposal.outcome)
    if (!rule) return refuse({ reason: 'outcome-unknown' })
    const { subject } = proposal
    const asked = { ...context, type: askedOf(context.type, standing, subject) }
    const refusal = whyNot(partOf(standing, subject), asked, { rule, proposal })
    if (refusal) return refuse(refusal)
    const bar = barredOf(partOf(standing, subject), context.procedure, proposal)
    if (bar) return refuse({ reason: 'set-aside-before', grounds: bar.grounds, on: bar.on })
  }
  const test = unheld(standing, context, proposals)
  if (test) return refuse({ reason: 'does-not-hold', test })
  const held = heldBack(context, proposals)
  if (held) return refuse(held)
  const { by, on } = context
  const proposed = { proposals, step, by: by.id, on, from: standing.state }
  const now = { ...standing, proposed }
  return asking(now, context, {
    allowed: allowed.value,
    event: (asked) => ({ kind: 'propose', proposals, ...asked }),
  })
}

/** The step, with whom it asks by the way; where that is nobody, it leads on at once. */
function asking(
  standing: Standing,
  context: Context,
  {
    allowed,
    event,
  }: {
    readonly allowed: Allowed<StepOf<'propose' | 'decide'>>
    readonly event: (asked: { readonly asked?: readonly Asked[] }) => CaseEvent
  },
): Outcome<Step, NobodyAsked> {
  const { rule } = allowed
  const asked = askedBy(rule.asks ?? [], standing, context)
  if (!asked.ok) return asked
  const [on = rule.to] = leadsOn(context.type, rule)
  return agree(
    asked.value.length === 0
      ? stepIn(allowed, on, event({}))
      : stepIn(allowed, rule.to, event({ asked: asked.value })),
  )
}

/**
 * The grounds that follow from the case by themselves: the sum of points, and objections. Where
 * no ground holds by objection, one is read by whoever decides, and stands against nothing.
 */
export function groundsThatHold(
  standing: Standing,
  { procedure, scoring }: Pick<Context, 'procedure' | 'scoring'>,
): readonly string[] {
  const { points, complete } = pointsOf(standing)
  const falls = scoring !== undefined && complete && points < scoring.passMark
  const objected = Object.values(opinionsOf(standing)).includes('objection')
  return procedure.grounds
    .filter((ground) => {
      if (ground.holds === 'points-below-pass-mark') return falls
      return ground.holds === 'objection' && objected
    })
    .map(({ code }) => code)
}

/**
 * What can be chosen for an outcome as the case stands; contradicted ones say by what, and those
 * that were set aside for good since when.
 */
export type Offered = {
  readonly ground: Ground
  /** It follows from the case, and is not chosen. */
  readonly follows: boolean
  readonly contradictedBy?: Test
  readonly barredOn?: IsoDate
}

/**
 * Every ground of an outcome's kind that the case lets be chosen now, and what stands against it.
 */
export function groundsOffered(
  standing: Standing,
  context: Omit<Context, 'by' | 'at'>,
  kind: string,
): readonly Offered[] {
  const holding = groundsThatHold(standing, context)
  const known = knownOf(standing, context)
  const early = isUnscored(standing, context)
  const outcomes = context.type.outcomes.filter(({ grounds }) => grounds === kind)
  const barredBy = (code: string) =>
    outcomes.flatMap(({ code: outcome }) => {
      const bar = barredOf(standing, context.procedure, { outcome, grounds: [code] })
      return bar?.on ?? []
    })[0]
  return context.procedure.grounds
    .filter((ground) => ground.kind === kind)
    .filter(({ code, holds: by }) => by === 'chosen' || holding.includes(code))
    .filter(({ beforeScoring }) => !early || beforeScoring)
    .map((ground) => {
      const barredOn = barredBy(ground.code)
      const contradictedBy = contradicting(ground).find((each) => holds(each, known))
      return {
        ground,
        follows: holding.includes(ground.code),
        ...(contradictedBy ? { contradictedBy } : {}),
        ...(barredOn === undefined ? {} : { barredOn }),
      }
    })
}

/**
 * What binds whoever decides anew, where that would be the same again, on one of the same grounds.
 * What follows from the case by itself can be the same where others have answered anew since.
 */
function barredOf(
  { barred, tasks }: Standing,
  { grounds: known }: Procedure,
  { outcome, grounds }: Pick<Proposal, 'outcome' | 'grounds'>,
): Barred | undefined {
  const isAnew = (code: string, { answered }: Barred) =>
    known.find((ground) => ground.code === code)?.holds !== 'chosen' &&
    answeredBy(tasks).some((each) => !answered.includes(each))
  return barred.find(
    (each) =>
      each.outcome === outcome &&
      (each.grounds.length === 0 ||
        each.grounds.some((code) => grounds.includes(code) && !isAnew(code, each))),
  )
}

type Proposing = { readonly rule: OutcomeRule; readonly proposal: Proposal }

function whyNot(
  standing: Standing,
  context: Context,
  { rule, proposal }: Proposing,
): ProposeRefusal | undefined {
  const { grounds, reasoning } = proposal
  if (reasoning.trim() === '') return { reason: 'reasoning-missing' }
  const known = context.procedure.grounds.filter(({ kind }) => kind === rule.grounds)
  const holding = groundsThatHold(standing, context)
  if (rule.grounds === undefined) return whyNotFree(standing, context, { rule, grounds, holding })

  const unknown = grounds.filter((code) => !known.some((ground) => ground.code === code))
  if (unknown.length > 0) return { reason: 'ground-unknown', grounds: unknown }
  if (grounds.length === 0) return { reason: 'ground-missing' }
  const chosen = known.filter(({ code }) => grounds.includes(code))
  const empty = chosen.filter(({ code, holds: by }) => by !== 'chosen' && !holding.includes(code))
  if (empty.length > 0) return { reason: 'ground-does-not-hold', grounds: codesOf(empty) }
  const left = known.filter(({ code }) => holding.includes(code) && !grounds.includes(code))
  if (left.length > 0) return { reason: 'ground-stands-against', grounds: codesOf(left) }
  const facts = knownOf(standing, context)
  for (const ground of chosen) {
    const test = contradicting(ground).find((each) => holds(each, facts))
    if (test) return { reason: 'ground-contradicted', ground: ground.code, test }
  }
  const early = chosen.filter(({ beforeScoring }) => !beforeScoring)
  if (isUnscored(standing, context) && early.length > 0)
    return { reason: 'not-before-scoring', grounds: codesOf(early) }
  return failed(rule, standing, context)
}

/** An outcome that no ground carries: nothing may stand against one that gives. */
function whyNotFree(
  standing: Standing,
  context: Context,
  {
    rule,
    grounds,
    holding,
  }: {
    readonly rule: OutcomeRule
    readonly grounds: readonly string[]
    readonly holding: readonly string[]
  },
): ProposeRefusal | undefined {
  const refusal = failed(rule, standing, context)
  const isEarly = refusal?.reason === 'does-not-hold' && refusal.test.test === 'scored'
  if (isEarly) return { reason: 'not-before-scoring', grounds: [] }
  const against = rule.favourable ? [...new Set([...holding, ...grounds])] : grounds
  return against.length > 0 ? { reason: 'ground-stands-against', grounds: against } : refusal
}

/** Cases of this type are scored, and this one was not yet. */
export const isUnscored = (standing: Standing, { type }: Pick<Context, 'type'>): boolean =>
  asksFor(type, 'points') && !allAnswered(standing)

function failed(
  { needs = [] }: OutcomeRule,
  standing: Standing,
  context: Context,
): Extract<StepRefusal, { reason: 'does-not-hold' }> | undefined {
  const test = failing(needs, knownOf(standing, context))
  return test && { reason: 'does-not-hold', test }
}

const codesOf = (grounds: readonly Ground[]): readonly string[] => grounds.map(({ code }) => code)

/** Why a proposal is not sent back. */
export type SendBackRefusal = StepRefusal | { readonly reason: 'reason-missing' }

/** Whoever decides does not, and says why; it goes back to where it was proposed. */
export function sendBack(
  standing: Standing,
  context: Context,
  { step, reason }: { readonly step: StepCode; readonly reason: string },
): Outcome<Step, SendBackRefusal> {
  const allowed = mayAs(context, 'send-back', { step, standing })
  if (!allowed.ok) return allowed
  if (reason.trim() === '') return refuse({ reason: 'reason-missing' })
  assert(standing.proposed !== undefined, 'what is sent back was proposed')
  return agree(stepIn(allowed.value, standing.proposed.from, { kind: 'send-back', reason }))
}

/** Why something is not decided. */
export type DecideRefusal =
  StepRefusal | { readonly reason: 'policy-not-adopted' } | HeldBackRefusal | NobodyAsked

/** What is asked about somebody's data goes on: else nothing would ever end what holds it back. */
function heldBack(
  { type, holds: standing = [] }: Pick<Context, 'type' | 'holds'>,
  proposals: readonly Pick<Proposal, 'subject' | 'outcome'>[],
): HeldBackRefusal | undefined {
  if (isAboutParty(type.begins)) return undefined
  const against = proposals.filter(({ outcome }) => outcomeOf(type, outcome)?.favourable === false)
  const found = standing.find(
    ({ back, subject }) =>
      back === 'deciding' && against.some((proposal) => proposal.subject === subject),
  )
  return found && { reason: 'held-back', number: found.by.number }
}

/** What the case is about lives by itself: what an outcome needs of that is asked once more. */
const goneSince = (
  standing: Standing,
  context: Context,
  proposals: readonly Pick<Proposal, 'outcome'>[],
): Test | undefined =>
  failing(
    proposals
      .flatMap(({ outcome }) => outcomeOf(context.type, outcome)?.needs ?? [])
      .filter(({ test }) => OF_WHAT_IT_IS_ABOUT.includes(test)),
    knownOf(standing, context),
  )

const OF_WHAT_IT_IS_ABOUT: readonly Test['test'][] = [
  'status-in-force',
  'status-not-expired',
  'decision-in-force',
]

/** Somebody else than whoever proposed decides; what is decided is the record with this hash. */
export function decide(
  standing: Standing,
  context: Context,
  said: {
    readonly step: StepCode
    readonly records: Readonly<Record<string, string>>
    readonly adopted: boolean
  },
): Outcome<Step, DecideRefusal> {
  const allowed = mayAs(context, 'decide', { step: said.step, standing })
  if (!allowed.ok) return allowed
  if (!said.adopted) return refuse({ reason: 'policy-not-adopted' })
  assert(standing.proposed !== undefined, 'what is decided was proposed')
  const { proposals } = standing.proposed
  const test = unheld(standing, context, proposals) ?? goneSince(standing, context, proposals)
  if (test) return refuse({ reason: 'does-not-hold', test })
  const held = heldBack(context, proposals)
  if (held) return refuse(held)
  const decisions = proposals.map(({ subject, outcome }): Decided => {
    const record = said.records[subject]
    assert(record !== undefined, 'each decision has its record')
    return { subject, outcome, record }
  })
  return asking(standing, context, {
    allowed: allowed.value,
    event: (asked) => ({ kind: 'decide', decisions, ...asked }),
  })
}
