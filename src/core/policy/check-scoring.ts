import { codesOfFact, problemsOfEstimate } from '#core/policy/check-estimate.ts'
import { problemsOfDates, repeatedInLists } from '#core/policy/check-enacted.ts'
import type { Laws } from '#core/policy/laws.ts'
import {
  repeatedCodes,
  unfilledPlaces,
  unless,
  unseenBases,
  type PolicyProblem,
} from '#core/policy/problem.ts'
import type { Fact, Improvement, Scoring } from '#core/policy/scoring.ts'
import { STEPS_MAX } from '#core/policy/ways.ts'

/** What a scoring must mean, so that no evaluation comes to a place that does not exist. */
export function problemsOfScoring(scoring: Scoring, laws: Laws): readonly PolicyProblem[] {
  const { criteria, facts, improvements, fields } = scoring
  return [
    ...unseenBases(scoring, laws),
    ...repeatedInLists({ criteria, facts, improvements, fields }),
    ...problemsOfDates(scoring),
    ...unless(criteria.length > 0, ['criteria'], 'without criteria nothing is scored'),
    ...problemsOfPoints(scoring),
    ...problemsOfFields(scoring),
    ...facts.flatMap((fact, index) => problemsOfFact(scoring, fact, index)),
    ...improvements.flatMap((each, index) => problemsOfImprovement(scoring, each, index)),
  ]
}

function problemsOfPoints(scoring: Scoring): readonly PolicyProblem[] {
  const { criteria, passMark, pointsTotal } = scoring
  const sum = criteria.reduce((points, { pointsMax }) => points + pointsMax, 0)
  return [
    ...unless(sum === pointsTotal, ['pointsTotal'], `the criteria add up to ${sum}`),
    ...unless(passMark <= pointsTotal, ['passMark'], 'nobody can reach more than the total'),
    ...criteria.flatMap((criterion, index) => {
      const { pointsMin, pointsMax } = criterion
      const path = ['criteria', index]
      const inOrder = pointsMin <= pointsMax
      return unless(inOrder, [...path, 'pointsMin'], 'the least is more than the most').concat(
        problemsOfEstimate(scoring, criterion, [...path, 'estimate']),
      )
    }),
  ]
}

const problemsOfFields = ({ criteria, fields }: Scoring): readonly PolicyProblem[] =>
  criteria.flatMap(({ scoredBy }, index) =>
    unless(
      scoredBy !== 'field-body' || fields.length > 0,
      ['criteria', index, 'scoredBy'],
      'without fields there is no body of a field',
    ),
  )

function problemsOfFact(scoring: Scoring, fact: Fact, index: number): readonly PolicyProblem[] {
  const { kind, from, options } = fact
  const path = ['facts', index]
  const isNumber = from.kind === 'months' || from.kind === 'count'
  const fits = kind === 'code' ? !isNumber : from.kind === 'answer' || isNumber
  const codes = codesOfFact(scoring, fact)
  const offered = options?.map(({ code }) => code)
  return [
    ...unless(fits, [...path, 'from', 'kind'], `${from.kind} does not give a fact of kind ${kind}`),
    ...unless(codes?.length !== 0, [...path, 'options'], 'nobody knows what codes it may have'),
    ...repeatedCodes(offered ?? [], [...path, 'options']),
    ...(from.kind === 'best'
      ? [
          ...repeatedCodes(from.order, [...path, 'from', 'order']),
          ...[...from.order, from.otherwise].flatMap((code) =>
            unless(
              offered?.includes(code) ?? true,
              [...path, 'from'],
              `${code} is not among the options`,
            ),
          ),
        ]
      : []),
  ]
}

function problemsOfImprovement(
  scoring: Scoring,
  { fact: wanted, steps, advice }: Improvement,
  index: number,
): readonly PolicyProblem[] {
  const path = ['improvements', index]
  const fact = scoring.facts.find(({ code }) => code === wanted)
  if (!fact) return [{ path: [...path, 'fact'], reason: `there is no fact ${wanted}` }]
  const words = unfilledPlaces(advice, ['value'], [...path, 'advice'])
  const codes = codesOfFact(scoring, fact)
  const fits = (codes !== undefined) === (steps.kind === 'ladder')
  if (!fits) {
    const reason = `${steps.kind} does not fit a fact of kind ${fact.kind}`
    return [...words, { path: [...path, 'steps', 'kind'], reason }]
  }
  return [...words, ...problemsOfSteps(fact, steps, codes).map(within([...path, 'steps']))]
}

function problemsOfSteps(
  { code, max }: Fact,
  steps: Improvement['steps'],
  codes: readonly string[] = [],
): readonly PolicyProblem[] {
  if (steps.kind === 'ladder') {
    const { order, monthsEach } = steps
    const rungs = order.flatMap((rung, index) =>
      unless(codes.includes(rung), ['order', index], `${code} is never ${rung}`),
    )
    return [
      ...rungs,
      ...repeatedCodes(order, ['order']),
      ...unless(
        monthsEach.length === order.length - 1,
        ['monthsEach'],
        'from each rung to the next there is one time',
      ),
    ]
  }
  const { by, most } = steps
  return [
    ...unless(by > 0 && most / by <= STEPS_MAX, ['by'], `more than ${STEPS_MAX} steps, or none`),
    ...unless(max === undefined || most <= max, ['most'], `${code} is never above ${max}`),
  ]
}

const within =
  (path: PolicyProblem['path']) =>
  (problem: PolicyProblem): PolicyProblem => ({ ...problem, path: [...path, ...problem.path] })
