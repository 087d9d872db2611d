import { cleaned } from '#core/answers/typed.ts'
import { plainDigits } from '#core/facts/digits.ts'
import { codesOfFact } from '#core/policy/check-estimate.ts'
import type { Facts } from '#core/policy/evaluate.ts'
import type { Fact, Scoring } from '#core/policy/scoring.ts'
import { IN_ANOTHER_LANGUAGE } from '#ui/shell-frame.tsx'

/** Why an answer cannot be counted. */
type EstimateProblem = 'not-a-number' | 'too-large' | 'not-an-option'
export type EstimateError = {
  readonly fact: Fact
  /** The box to mend. */
  readonly box: string
  readonly problem: EstimateProblem
}

export type EstimateForm = {
  /** Something was sent; an empty form is a question and no answer. */
  readonly asked: boolean
  /** What was typed, box by box. */
  readonly typed: Readonly<Record<string, string>>
  readonly facts: Facts
  readonly errors: readonly EstimateError[]
}

export const yearsBox = ({ code }: Fact): string => `${code}-years`
export const monthsBox = ({ code }: Fact): string => `${code}-months`

/** The boxes in which a fact is typed. */
export const boxesOf = (fact: Fact): readonly string[] =>
  fact.kind === 'months' ? [yearsBox(fact), monthsBox(fact)] : [fact.code]

/** The codes that may be chosen, having nothing first. */
export function codesOffered(scoring: Scoring, fact: Fact): readonly string[] {
  const codes = codesOfFact(scoring, fact) ?? []
  const nothing = fact.list !== undefined && fact.from.kind === 'best' ? [fact.from.otherwise] : []
  return [...new Set([...nothing, ...codes])]
}

/**
 * The facts that were typed; what was left empty is not known, and never zero. A form that was sent
 * only to be shown in another language is not judged.
 */
export function parseEstimate(
  scoring: Scoring,
  read: (box: string) => string | undefined,
): EstimateForm {
  const typed: Record<string, string> = {}
  const facts: Record<string, number | string> = {}
  const errors: EstimateError[] = []
  const isOnlyShown = read(IN_ANOTHER_LANGUAGE) !== undefined
  let asked = false
  for (const fact of scoring.facts) {
    for (const box of boxesOf(fact)) {
      const text = read(box)
      asked ||= text !== undefined && !isOnlyShown
      typed[box] = cleaned(text ?? '').slice(0, TYPED_MAX)
    }
    const value = valueOf(scoring, fact, typed)
    if (value === undefined) continue
    if (typeof value === 'object') errors.push({ fact, ...value })
    else facts[fact.code] = value
  }
  return { asked, typed, facts, errors: asked ? errors : [] }
}

const TYPED_MAX = 100

type Typed = Readonly<Record<string, string>>
type Wrong = Omit<EstimateError, 'fact'>

function valueOf(scoring: Scoring, fact: Fact, typed: Typed): number | string | Wrong | undefined {
  if (boxesOf(fact).every((box) => typed[box] === '')) return undefined
  switch (fact.kind) {
    case 'months':
      return monthsTyped(fact, typed)
    case 'count': {
      const count = wholeNumber(typed[fact.code] ?? '')
      if (count === undefined) return { box: fact.code, problem: 'not-a-number' }
      return count <= (fact.max ?? count) ? count : { box: fact.code, problem: 'too-large' }
    }
    case 'code': {
      const code = typed[fact.code] ?? ''
      if (codesOffered(scoring, fact).includes(code)) return code
      return { box: fact.code, problem: 'not-an-option' }
    }
  }
}

function monthsTyped(fact: Fact, typed: Typed): number | Wrong {
  const [years, months] = boxesOf(fact).map((box) => {
    const text = typed[box] ?? ''
    return text === '' ? 0 : wholeNumber(text)
  })
  if (years === undefined) return { box: yearsBox(fact), problem: 'not-a-number' }
  if (months === undefined) return { box: monthsBox(fact), problem: 'not-a-number' }
  const all = years * 12 + months
  return all <= (fact.max ?? all) ? all : { box: yearsBox(fact), problem: 'too-large' }
}

function wholeNumber(text: string): number | undefined {
  const digits = plainDigits(text)
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined
}
