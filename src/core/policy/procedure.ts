import type { Test } from '#core/cases/tests.ts'
import type { TermUnit } from '#core/deadlines/terms.ts'
import type { Words } from '#core/language.ts'
import type { Grounded } from '#core/policy/basis.ts'
import type { Enacted } from '#core/policy/enacted.ts'

/**
 * A procedure is a dated document: how a case is dealt with, by whom, how long each step may take,
 * and on what grounds something is refused or taken. It has what its cases need and no more.
 */
export type Procedure = Enacted<{
  readonly clockStopsWhileReturned: boolean
  readonly extensionTimes: number
  readonly returnsMax: number
  /** Shares of a term, in percent, after which those concerned are reminded. */
  readonly warnAtPercent: readonly number[]
  /** Those who may object, and what it means that one of them said nothing. */
  readonly objectionBodies?: readonly BodyCode[]
  readonly silenceOfObjectionBody?: 'no-objection' | 'undecided'
  /** How many of those who are asked for their vote have to give it. */
  readonly quorum?: number
  /** Who decides, as papers say it. */
  readonly decisionBody?: BodyCode
}> & {
  readonly terms: readonly Term[]
  readonly bodies: readonly Body[]
  readonly grounds: readonly Ground[]
  readonly recourse?: readonly Recourse[]
  readonly tariffs?: readonly Tariff[]
}

/** What a procedure calls a body; scorings name theirs by it. */
export type BodyCode = string

/** What a document calls a term; types name theirs by it. */
export type TermCode = string

/** How long something may take, or lasts. */
export type Term = Grounded<{
  readonly code: TermCode
  readonly title: Words
  readonly length: number
  readonly unit: TermUnit
}>

/** A state body that scores, may object, or decides. */
export type Body = Grounded<{
  readonly code: BodyCode
  readonly name: Words
  readonly abbreviation: string
  /** False where nobody outside the office may be told which body it is. */
  readonly named?: boolean
  /** The service by which it gives its opinions; in the office, where none is named. */
  readonly answersBy?: string
}>

/** A reason to refuse or to annul. */
export type Ground = Grounded<{
  readonly code: string
  /** What such grounds carry: outcomes name their kind. */
  readonly kind: string
  readonly title: Words
  /** What the person can do about it. */
  readonly remedy: Words
  /** Computed from the case, or chosen by the officer with reasons. */
  readonly holds: 'points-below-pass-mark' | 'objection' | 'chosen'
  /** May be drafted before the bodies have scored. */
  readonly beforeScoring: boolean
  /** Whoever it is held against is heard first. */
  readonly hearing: boolean
  /**
   * While this holds, or one of these, the ground cannot be: an answer or the status leaves no room
   * for it. What a person did not name is no proof that it is not so.
   */
  readonly unless?: Test | readonly Test[]
}>

/** All that a ground cannot be beside. */
export const contradicting = ({ unless = [] }: Pick<Ground, 'unless'>): readonly Test[] =>
  'test' in unless ? [unless] : unless

/** What a body objects to is refused; where no ground says so, it is read and refuses nothing. */
export const objectionsRefuse = ({ grounds }: Pick<Procedure, 'grounds'>): boolean =>
  grounds.some(({ holds }) => holds === 'objection')

/** What the law says to whoever contests a decision, besides the two ways and their terms. */
type Recourse = Grounded<{ readonly code: string; readonly words: Words }>

/** What something costs, by how soon it is answered and for how long it is given. */
export type Tariff = Grounded<{
  readonly code: string
  readonly title: Words
  /** ISO 4217. */
  readonly currency: string
}> & {
  /** How soon it is answered: the term of each tier. */
  readonly tiers: readonly { readonly code: string; readonly term: TermCode }[]
  /** In whole units of the currency, by tier; the first row that is long enough. */
  readonly rows: readonly {
    readonly upTo: { readonly length: number; readonly unit: TermUnit }
    readonly adult: Readonly<Record<string, number>>
    readonly minor: Readonly<Record<string, number>>
  }[]
}

/** The term of a procedure that goes by this code. */
export const termOf = ({ terms }: Pick<Procedure, 'terms'>, code: TermCode): Term | undefined =>
  terms.find((term) => term.code === code)
