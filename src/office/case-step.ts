import { first, isReadable, type Typed } from '#core/answers/typed.ts'
import type { StepRule } from '#core/cases/life.ts'
import { versionFor } from '#core/cases/tasks.ts'
import type { OfficeContext } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { typedOf } from '#platform/typed.ts'

/** The page was made from something that somebody has changed since. */
export type Stale = { readonly reason: 'stale' }

/** What a form about a step carries, so that it is known whether anything of it has changed. */
export const tokenOf = ({ found, law }: OpenCase, { code }: Pick<StepRule, 'code'>): string =>
  String(versionFor(found.standing, { type: law.type, step: code, by: law.by }))

export const typedIn = (c: OfficeContext): Promise<Typed> => typedOf(c.req)

export type ReasonProblem = 'missing' | 'too-long' | 'bad-characters'

/** What officials write is bounded, and readable. */
export const REASON_MAX = 4000

function reasonProblem(reason: string): ReasonProblem | undefined {
  if (reason === '') return 'missing'
  if (reason.length > REASON_MAX) return 'too-long'
  return isReadable(reason) ? undefined : 'bad-characters'
}

export type Reasoned = { readonly reason: string; readonly problem: ReasonProblem | undefined }

export function reasonIn(typed: Typed, name = 'reason'): Reasoned {
  const reason = first(typed, name)
  return { reason, problem: reasonProblem(reason) }
}

/** What was typed, as a page tells it that could not take it: a tick by what it stands at. */
export type Kept = { readonly label: string; readonly text: string }

/** A form that cannot be taken as it is: what is wrong, by the name of the field, in words. */
export type FormRefusal = { readonly reason: 'form'; readonly errors: FieldErrors }
export type FieldErrors = Readonly<Record<string, string>>
