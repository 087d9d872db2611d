import type { OpinionRefusal } from '#core/lifecycle/assess.ts'
import { reasonIn, type Stale } from '#office/case-step.ts'
import type { Typed } from '#core/answers/typed.ts'

/** What is wrong with an opinion as it was typed; the page has the words. */
export type OpinionErrors = {
  readonly choice?: 'choice-missing'
  readonly reason?: 'reason-missing' | 'reason-too-long' | 'reason-bad-characters'
}

export type OpinionParsed =
  | { readonly ok: true; readonly objects: boolean; readonly reason: string }
  | { readonly ok: false; readonly errors: OpinionErrors }

/** Whether an objection needs a reason is asked of the core. */
export function parseOpinion(typed: Typed): OpinionParsed {
  const choice = typed['objects']?.[0]
  const { reason, problem } = reasonIn(typed)
  const errors: OpinionErrors = {
    ...(choice === 'yes' || choice === 'no' ? {} : { choice: 'choice-missing' as const }),
    ...(problem === 'too-long' ? { reason: 'reason-too-long' as const } : {}),
    ...(problem === 'bad-characters' ? { reason: 'reason-bad-characters' as const } : {}),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, objects: choice === 'yes', reason }
}

export type Refusal = OpinionRefusal | { readonly reason: 'form'; readonly errors: OpinionErrors }

export function errorsOf(refusal: Refusal | Stale): OpinionErrors | undefined {
  if (refusal.reason === 'form') return refusal.errors
  return refusal.reason === 'reason-missing' ? { reason: 'reason-missing' } : undefined
}
