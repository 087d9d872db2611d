import { assert } from '#core/assert.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { pointsOf, type Application, type DecisionOutcome } from '#core/lifecycle/application.ts'
import { may, type ActionRefusal } from '#core/lifecycle/may.ts'
import { onlyStep, step, type Context, type Step } from '#core/lifecycle/step.ts'
import type { Ground, RuleSet } from '#core/policy/rule-set.ts'

/** A decision as an officer writes it down. */
export type Drafted = {
  readonly outcome: DecisionOutcome
  readonly grounds: readonly string[]
  readonly reasoning: string
}

/** Why a decision cannot be drafted so. */
export type DraftRefusal =
  | ActionRefusal
  | { readonly reason: 'reasoning-missing' }
  | { readonly reason: 'ground-unknown'; readonly grounds: readonly string[] }
  | { readonly reason: 'ground-missing' }
  | { readonly reason: 'ground-does-not-hold'; readonly grounds: readonly string[] }
  | { readonly reason: 'ground-stands-against'; readonly grounds: readonly string[] }
  | { readonly reason: 'not-before-scoring'; readonly grounds: readonly string[] }

/** The grounds that follow from the case by themselves: the sum of points, and objections. */
export function groundsThatHold(application: Application, rules: RuleSet): readonly string[] {
  const { points, complete } = pointsOf(application)
  const objected = Object.values(application.opinions).includes('objection')
  return refusalGrounds(rules)
    .filter((ground) => {
      if (ground.holds === 'points-below-pass-mark') return complete && points < rules.passMark
      return ground.holds === 'objection' && objected
    })
    .map((ground) => ground.code)
}

/** A draft can only say what the case bears out; before scoring it can only refuse, for cause. */
export function draftDecision(
  application: Application,
  context: Context,
  drafted: Drafted,
): Outcome<Step, DraftRefusal> {
  const allowed = may(context, 'draft-decision', application)
  if (!allowed.ok) return allowed
  const refusal = whyNot(application, context.rules, drafted)
  if (refusal) return refuse(refusal)
  const { outcome, grounds, reasoning } = drafted
  return agree(onlyStep(allowed.value, [{ type: 'decision-drafted', outcome, grounds, reasoning }]))
}

function whyNot(
  application: Application,
  rules: RuleSet,
  { outcome, grounds, reasoning }: Drafted,
): DraftRefusal | undefined {
  if (reasoning.trim() === '') return { reason: 'reasoning-missing' }
  const known = refusalGrounds(rules)
  const unknown = grounds.filter((code) => !known.some((ground) => ground.code === code))
  if (unknown.length > 0) return { reason: 'ground-unknown', grounds: unknown }

  const holding = groundsThatHold(application, rules)
  if (outcome === 'recognised') {
    if (application.state !== 'awaiting-decision')
      return { reason: 'not-before-scoring', grounds: [] }
    const against = [...new Set([...holding, ...grounds])]
    return against.length > 0 ? { reason: 'ground-stands-against', grounds: against } : undefined
  }

  if (grounds.length === 0) return { reason: 'ground-missing' }
  const chosen = known.filter((ground) => grounds.includes(ground.code))
  const empty = chosen.filter((each) => each.holds !== 'chosen' && !holding.includes(each.code))
  if (empty.length > 0) return { reason: 'ground-does-not-hold', grounds: codes(empty) }
  const left = holding.filter((code) => !grounds.includes(code))
  if (left.length > 0) return { reason: 'ground-stands-against', grounds: left }
  const early = chosen.filter((ground) => !ground.beforeScoring)
  if (application.state === 'submitted' && early.length > 0) {
    return { reason: 'not-before-scoring', grounds: codes(early) }
  }
  return undefined
}

/** Why a draft is not sent back. */
export type SendBackRefusal = ActionRefusal | { readonly reason: 'reason-missing' }

/** The signer does not sign and says why; the draft goes back to where it came from. */
export function sendBack(
  application: Application,
  context: Context,
  reason: string,
): Outcome<Step, SendBackRefusal> {
  const allowed = may(context, 'send-back', application)
  if (!allowed.ok) return allowed
  if (reason.trim() === '') return refuse({ reason: 'reason-missing' })
  assert(application.draft !== undefined, 'a drafted decision has its draft')
  return agree(
    step(allowed.value, application.draft.from, [{ type: 'decision-sent-back', reason }]),
  )
}

/** Why a decision is not signed. */
export type SignRefusal = ActionRefusal | { readonly reason: 'policy-not-adopted' }

/** Somebody else than the drafter signs; what is signed is the record with this hash. */
export function sign(
  application: Application,
  context: Context,
  { record, adopted }: { readonly record: string; readonly adopted: boolean },
): Outcome<Step, SignRefusal> {
  const allowed = may(context, 'sign', application)
  if (!allowed.ok) return allowed
  if (!adopted) return refuse({ reason: 'policy-not-adopted' })
  const { draft } = application
  assert(draft !== undefined, 'a drafted decision has its draft')
  const { outcome } = draft
  return agree(step(allowed.value, outcome, [{ type: 'decision-signed', outcome, record }]))
}

function refusalGrounds(rules: RuleSet): readonly Ground[] {
  return rules.grounds.filter((ground) => ground.kind === 'refusal')
}

const codes = (grounds: readonly Ground[]): readonly string[] => grounds.map((each) => each.code)
