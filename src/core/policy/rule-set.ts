import type { Test } from '#core/cases/tests.ts'
import type { IsoDate } from '#core/dated.ts'
import type { TermUnit } from '#core/deadlines/terms.ts'
import type { Words } from '#core/language.ts'
import type { Grounded } from '#core/policy/basis.ts'

/**
 * A rule set is a dated document: what counts, how many points it can give, who gives them, and
 * how long each step may take. The code knows how to read one and nothing of what it says.
 */
export type RuleSet = Grounded<{
  readonly id: string
  /** Rule sets of one family follow each other without gap or overlap. */
  readonly family: string
  readonly title: Words
  readonly inForceFrom: IsoDate
  /** The first day on which it is no longer in force. */
  readonly inForceUntil?: IsoDate
  readonly passMark: number
  readonly pointsTotal: number
  readonly clockStopsWhileReturned: boolean
  readonly extensionTimes: number
  readonly returnsMax: number
  readonly silenceOfObjectionBody: 'no-objection' | 'undecided'
  /** Shares of a term, in percent, after which those concerned are reminded. */
  readonly warnAtPercent: readonly number[]
  readonly objectionBodies: readonly BodyCode[]
  readonly decisionBody: BodyCode
}> & {
  readonly criteria: readonly Criterion[]
  readonly facts: readonly Fact[]
  readonly improvements: readonly Improvement[]
  readonly terms: readonly Term[]
  readonly bodies: readonly Body[]
  readonly fields: readonly Field[]
  readonly grounds: readonly Ground[]
  /** Rule sets that were published first have none. */
  readonly recourse?: readonly Recourse[]
}

/** Codes by which the parts of a rule set name each other. */
export type BodyCode = string
export type FactCode = string
export type CriterionCode = string

/** What is weighed, up to how many points, and by whom. */
export type Criterion = Grounded<{
  readonly code: CriterionCode
  readonly title: Words
  readonly considers: Words
  readonly pointsMin: number
  readonly pointsMax: number
  /** A state body, or `field-body`: the body that regulates the chosen field. */
  readonly scoredBy: BodyCode
  /** Kinds of document that prove it. */
  readonly evidence: readonly string[]
  /** How the self-assessment estimates it; people give the official points. */
  readonly estimate: EstimateRule
}>

/** How points follow from a fact, or from several rules added up. */
export type EstimateRule =
  | { readonly kind: 'bands'; readonly fact: FactCode; readonly table: readonly Band[] }
  | {
      readonly kind: 'lookup'
      readonly fact: FactCode
      readonly table: Readonly<Record<string, number>>
      readonly otherwise: number
    }
  | {
      readonly kind: 'counted'
      readonly fact: FactCode
      readonly pointsEach: number
      readonly pointsMax: number
    }
  | { readonly kind: 'sum'; readonly of: readonly EstimateRule[]; readonly pointsMax: number }

/** From that number on, so many points. */
export type Band = { readonly from: number; readonly points: number }

/** Something about a person that a rule can read, and how a person is asked for it. */
export type Fact = Grounded<{
  readonly code: FactCode
  /** The question of the self-assessment. */
  readonly question: Words
  readonly hint?: Words
  /** The short name in an explanation. */
  readonly label: Words
  readonly kind: 'months' | 'count' | 'code'
  readonly max?: number
  /** The codes it may take, or the list they come from. */
  readonly options?: readonly Option[]
  readonly list?: 'fields' | 'occupations' | 'education' | 'cefr'
  readonly from: FactSource
}>

/** One of the answers that can be chosen. */
export type Option = { readonly code: string; readonly label: Words }

/** How a fact is read from the answers of an application. */
export type FactSource =
  | { readonly kind: 'answer'; readonly block: string; readonly field: string }
  | {
      readonly kind: 'months'
      readonly block: string
      readonly start: string
      readonly end: string
      readonly where?: Where
      readonly years: number
    }
  | {
      readonly kind: 'best'
      readonly block: string
      readonly field: string
      readonly order: readonly string[]
      readonly where?: Where
      /** The value when the block is answered and nothing in it fits. */
      readonly otherwise: string
    }
  | { readonly kind: 'count'; readonly block: string; readonly where?: Where }

/** Only items whose field has one of these values, or none of them. */
export type Where = {
  readonly field: string
  readonly is?: readonly string[]
  readonly isNot?: readonly string[]
}

/** What a person can still change about a fact, and the least time each step takes. */
export type Improvement = Grounded<{
  readonly code: string
  readonly fact: FactCode
  /** With {value}, what the fact would become. */
  readonly advice: Words
  readonly steps: ImprovementSteps
}>

/** The ways in which a fact can grow: rung by rung, or by so many at a time. */
export type ImprovementSteps =
  | {
      readonly kind: 'ladder'
      readonly order: readonly string[]
      /** The least months from one rung to the next. */
      readonly monthsEach: readonly number[]
    }
  | {
      readonly kind: 'add'
      readonly by: number
      readonly most: number
      readonly monthsEach: number
    }

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
}>

/** A field of activity, and the body that regulates it and so scores its experts. */
export type Field = Grounded<{
  readonly code: string
  readonly title: Words
  readonly body: BodyCode
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
   * While this holds, the ground cannot be: an answer or the status leaves no room for it. What a
   * person did not name is no proof that it is not so.
   */
  readonly unless?: Test
}>

/** What the law says to whoever contests a decision, besides the two ways and their terms. */
export type Recourse = Grounded<{ readonly code: string; readonly words: Words }>

/** The term of a rule set that goes by this code. */
export function termOf(rules: RuleSet, code: TermCode): Term | undefined {
  return rules.terms.find((term) => term.code === code)
}

/** The body that gives the points of a criterion, for an application in that field. */
export function scorerOf(
  rules: RuleSet,
  criterion: Criterion,
  field: string,
): BodyCode | undefined {
  if (criterion.scoredBy !== 'field-body') return criterion.scoredBy
  return rules.fields.find((each) => each.code === field)?.body
}
