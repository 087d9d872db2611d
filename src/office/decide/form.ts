import type { Application } from '#core/lifecycle/application.ts'
import { groundsThatHold, type Drafted, type DraftRefusal } from '#core/lifecycle/decide.ts'
import type { Ground, RuleSet } from '#core/policy/rule-set.ts'
import { reasonProblem, type Stale } from '#office/case-step.ts'
import { type Typed, first } from '#core/answers/typed.ts'

/** What is wrong with a draft as it was typed; the page has the words. */
export type DraftErrors = {
  readonly grounds?: 'ground-missing'
  readonly reasoning?: 'reasoning-missing' | 'reasoning-too-long' | 'reasoning-bad-characters'
}

export type Refusal = DraftRefusal | { readonly reason: 'form'; readonly errors: DraftErrors }

/** A ground as the page offers it: those that follow from the case are fixed. */
export type OfferedGround = { readonly ground: Ground; readonly fixed: boolean }

export function groundsOffered(application: Application, rules: RuleSet): readonly OfferedGround[] {
  const holding = groundsThatHold(application, rules)
  return rules.grounds
    .filter(({ kind }) => kind === 'refusal')
    .filter(({ holds, code }) => holds === 'chosen' || holding.includes(code))
    .filter(({ beforeScoring }) => beforeScoring || application.state !== 'submitted')
    .map((ground) => ({ ground, fixed: holding.includes(ground.code) }))
}

export type DraftParsed =
  | { readonly ok: true; readonly drafted: Drafted }
  | { readonly ok: false; readonly errors: DraftErrors }

/** The outcome is never typed: with a ground it is a refusal, without any it is recognition. */
export function parseDraft(typed: Typed, application: Application, rules: RuleSet): DraftParsed {
  const reasoning = first(typed, 'reasoning')
  const problem = reasonProblem(reasoning)
  const chosen = typed['grounds'] ?? []
  const grounds = [...new Set([...groundsThatHold(application, rules), ...chosen])]
  if (problem) return { ok: false, errors: { reasoning: `reasoning-${problem}` } }
  const canRecognise = application.state === 'awaiting-decision'
  const outcome = grounds.length === 0 && canRecognise ? 'recognised' : 'refused'
  return { ok: true, drafted: { outcome, grounds, reasoning } }
}

/** A refusal that is about what was typed, and so stands beside its field. */
export function errorsOf(refusal: Refusal | Stale): DraftErrors | undefined {
  if (refusal.reason === 'form') return refusal.errors
  if (refusal.reason === 'ground-missing') return { grounds: 'ground-missing' }
  if (refusal.reason === 'reasoning-missing') return { reasoning: 'reasoning-missing' }
  return undefined
}
