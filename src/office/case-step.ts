import { isCleanText } from '#core/answers/check.ts'
import { assert } from '#core/assert.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Application, CaseEvent } from '#core/lifecycle/application.ts'
import type { Step } from '#core/lifecycle/step.ts'
import { inTransaction } from '#platform/database.ts'
import type { OfficeContext } from '#office/env.ts'
import { openCase, type OpenCase } from '#office/open-case.ts'
import { textOf, typedOf, type Typed } from '#office/typed.ts'
import { recordStep } from '#records/cases.ts'

/** The page was made from a case that somebody has moved on since. */
export type Stale = { readonly reason: 'stale' }

/** What came of taking a step. */
export type Taken<Refusal> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly open: OpenCase; readonly refusal: Refusal | Stale }
  | { readonly kind: 'done'; readonly after: Application; readonly deed: CaseEvent['type'] }

/** Holds the case, asks the core, and records what it agreed to, all in one transaction. */
export async function takeStep<Refusal>(
  c: OfficeContext,
  typed: Typed,
  decide: (open: OpenCase) => Outcome<Step, Refusal>,
): Promise<Taken<Refusal>> {
  return inTransaction(c.var.house.db, async (tx) => {
    const open = await openCase(c, tx, { hold: true })
    if (!open) return { kind: 'absent' }
    const decided = decide(open)
    if (!decided.ok) return { kind: 'refused', open, refusal: decided.refusal }
    if (typed['version']?.[0] !== String(open.found.version)) {
      return { kind: 'refused', open, refusal: { reason: 'stale' } }
    }
    const after = await recordStep(tx, open.found, decided.value, open.taking)
    return { kind: 'done', after, deed: deedOf(decided.value) }
  })
}

/** Of what a step leaves behind, the first is what the official did; the rest follows from it. */
export function deedOf({ events: [first] }: Step): CaseEvent['type'] {
  assert(first !== undefined, 'a step leaves something behind')
  return first.type
}

export const typedIn = (c: OfficeContext): Promise<Typed> => typedOf(c.req)

export type ReasonProblem = 'missing' | 'too-long' | 'bad-characters'

/** What officials write is bounded and holds no invisible characters. */
export const REASON_MAX = 4000

export function reasonProblem(reason: string): ReasonProblem | undefined {
  if (reason === '') return 'missing'
  if (reason.length > REASON_MAX) return 'too-long'
  return isCleanText(reason) ? undefined : 'bad-characters'
}

export type Reasoned = { readonly reason: string; readonly problem: ReasonProblem | undefined }

export function reasonIn(typed: Typed): Reasoned {
  const reason = textOf(typed, 'reason')
  return { reason, problem: reasonProblem(reason) }
}

/** The reason as the core is given it: what cannot be kept is none. */
export const reasonFor = ({ reason, problem }: Reasoned): string => (problem ? '' : reason)
