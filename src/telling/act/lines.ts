import type { Language } from '#core/language.ts'
import { isProvisional, type Basis } from '#core/policy/basis.ts'
import type { Evaluation } from '#core/policy/evaluate.ts'
import type { Laws } from '#core/policy/laws.ts'
import { basisText } from '#telling/basis.tsx'

/** The act as it is drawn on a page and on paper: what it says, and nothing of how it looks. */
export type Act = {
  readonly language: Language
  /** Whether it is the act, or a translation of it. */
  readonly mark: string
  /** Who decides; empty where the procedure names nobody. */
  readonly authority: string
  readonly title: string
  readonly facts: readonly Fact[]
  readonly outcome: {
    /** In a word; empty where nobody is spoken to. */
    readonly word: string
    readonly sentence: string
    readonly meaning: readonly string[]
  }
  readonly parts: readonly Part[]
}

/** One thing that is said by its name. */
export type Fact = { readonly label: string; readonly value: string }

/** A part with a heading of its own. */
export type Part = { readonly title: string; readonly lines: readonly Line[] }

export type Line =
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'text'; readonly text: string; readonly rests?: readonly Rest[] }
  /** Beside what it explains. */
  | { readonly is: 'small'; readonly text: string; readonly rests?: readonly Rest[] }
  | { readonly is: 'rest'; readonly rest: Rest }
  | { readonly is: 'fact'; readonly fact: Fact }
  /** As an official wrote it, or as it was translated, perhaps for a reader of another language. */
  | { readonly is: 'written'; readonly text: string; readonly language: Language }
  | { readonly is: 'sum'; readonly sum: Sum }
  | { readonly is: 'scores'; readonly scores: readonly Score[] }

/** What something rests on: a clause, or that it is provisional. */
export type Rest = {
  /** What of it, where more than one thing stands near. */
  readonly what?: string
  readonly text: string
  readonly isProvisional: boolean
}

/** Points against the pass mark. */
type Sum = {
  readonly points: number
  readonly total: number
  readonly passMark: number
  readonly verdict: Evaluation['verdict']
}

/** The points of one criterion, and why. */
export type Score = {
  readonly title: string
  readonly points: number
  readonly pointsMax: number
  readonly lines: readonly Line[]
}

export function restOf(
  basis: Basis,
  { laws, language }: { readonly laws: Laws; readonly language: Language },
  what?: string,
): Rest {
  const text = basisText(laws, basis, language)
  const rest = { text, isProvisional: isProvisional(basis) }
  return what === undefined ? rest : { ...rest, what }
}
