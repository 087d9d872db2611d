import type { Typed } from '#core/answers/typed.ts'
import type { Step } from '#core/cases/context.ts'
import type { StepKind, StepOf, StepRule } from '#core/cases/life.ts'
import { toDecide, type Standing } from '#core/cases/standing.ts'
import { assert } from '#core/assert.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Tx } from '#platform/database.ts'
import type { FieldErrors, Kept } from '#office/case-step.ts'
import type { OfficeContext, View } from '#office/env.ts'
import { nameInPart, partsOf, type LookedAt, type OpenCase } from '#office/open-case.ts'
import type { Refusal } from '#office/refusals.tsx'
import type { TaskDraft } from '#records/task-drafts.ts'
import type { Markup } from '#ui/markup.ts'

/** A step that somebody wants to take, or to see the page of. */
export type Asking = {
  readonly c: OfficeContext
  readonly tx: Tx
  readonly view: View
  readonly open: OpenCase
  readonly rule: StepRule
  readonly typed: Typed
  /** Where it may be written down and handed in later: what was, when it was. */
  readonly later?: { readonly draft?: TaskDraft } | undefined
}

/** The same about one of several, whose fields have names of their own. */
export type AskingOfOne = Asking & {
  /** What they are called, where there can be several. */
  readonly person?: string
  /** Before the name of each of their fields. */
  readonly prefix: string
}

/** What is asked of each of those whom the case is about, with what was typed of them. */
export const askingOfEach = (asking: Asking): readonly AskingOfOne[] => {
  const wanted = toDecide(asking.open.found.standing)
  const ofAll = partsOf(asking.open).map((open, index) => {
    if (!open.found.several) return { ...asking, open, prefix: '' }
    const prefix = `${index + 1}.`
    const own = Object.entries(asking.typed).flatMap(([name, values]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), values] as const] : [],
    )
    const shared = Object.entries(asking.typed).filter(([name]) => name === 'version')
    const typed = Object.fromEntries([...shared, ...own])
    return { ...asking, open, typed, prefix, person: nameInPart(open, asking.view.language) }
  })
  return ofAll.filter(({ open }) => wanted.includes(open.found.partyId))
}

/** What the office does for every step of one kind, whatever its type calls it. */
export type StepHandler = {
  /** How its page is named among the looks, where it shows what a person answered. */
  readonly look?: (asking: Asking) => LookedAt
  /** What is written on its page may be handed in later. */
  readonly mayWait?: boolean
  readonly page: (asking: Asking, errors: FieldErrors) => Promise<Markup> | Markup
  /** What was typed, in words. */
  readonly kept?: (asking: Asking) => readonly Kept[]
  /** What the core makes of what was typed, of a step that may be taken now. */
  readonly decide: (asking: Asking) => Promise<Outcome<Step, Refusal>> | Outcome<Step, Refusal>
  /** Where more is written than the step itself. */
  readonly record?: (asking: Asking, step: Step) => Promise<Standing>
}

/** The rule of a step as one of the kind that its handler is for. */
export function ruleAs<Kind extends StepKind>(rule: StepRule, kind: Kind): StepOf<Kind> {
  assert(isKind(rule, kind), `${rule.code} is of the kind ${kind}`)
  return rule
}

const isKind = <Kind extends StepKind>(rule: StepRule, kind: Kind): rule is StepOf<Kind> =>
  rule.kind === kind
