import { assert } from '#core/assert.ts'
import type { Words } from '#core/language.ts'
import type { Grounded } from '#core/policy/basis.ts'
import type { CaseType, Option } from '#core/policy/case-type.ts'
import type { Enacted } from '#core/policy/enacted.ts'
import type { BodyCode } from '#core/policy/procedure.ts'

/**
 * A scoring is a dated document: what counts, and how many points it can give. The code knows how
 * to read one and nothing of what it says.
 */
export type Scoring = Enacted<{
  readonly passMark: number
  readonly pointsTotal: number
}> & {
  readonly criteria: readonly Criterion[]
  readonly facts: readonly Fact[]
  readonly improvements: readonly Improvement[]
  readonly fields: readonly Field[]
}

/** Codes by which the parts of a scoring name each other. */
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
type Band = { readonly from: number; readonly points: number }

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
type ImprovementSteps =
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

/** A field of activity, and the body that regulates it and so scores its experts. */
export type Field = Grounded<{
  readonly code: string
  readonly title: Words
  readonly body: BodyCode
}>

/** The body that gives the points of a criterion, for an application in that field. */
export function scorerOf(
  { fields }: Pick<Scoring, 'fields'>,
  { scoredBy }: Criterion,
  field: string,
): BodyCode | undefined {
  if (scoredBy !== 'field-body') return scoredBy
  return fields.find((each) => each.code === field)?.body
}

/** The fields of activity that can be chosen; nobody asks for one where nothing is scored. */
export const fieldsOf = ({ scoring }: MayScore): readonly Field[] => scoring?.fields ?? []

/** The scoring of a type that asks for points. */
export function scoringOf({ type, scoring }: MayScore & { readonly type: CaseType }): Scoring {
  assert(
    scoring !== undefined,
    `the loader saw to it that ${type.code} asks for points by a scoring`,
  )
  return scoring
}

type MayScore = { readonly scoring?: Scoring | undefined }
