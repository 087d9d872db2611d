import { audienceOf } from '#core/cases/privacy.ts'
import type { Around } from '#core/policy/around.ts'
import { codesOfFact, problemsOfEstimate } from '#core/policy/check-estimate.ts'
import { problemsOfForm } from '#core/policy/check-form.ts'
import { problemsOfLife } from '#core/policy/check-life.ts'
import { problemsOfMeanings } from '#core/policy/check-meanings.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Laws } from '#core/policy/laws.ts'
import {
  repeatedCodes,
  unfilledPlaces,
  unless,
  unseenBases,
  type PolicyProblem,
} from '#core/policy/problem.ts'
import type { Fact, Improvement, RuleSet } from '#core/policy/rule-set.ts'
import { STEPS_MAX } from '#core/policy/ways.ts'

/**
 * What policy documents must mean beyond their shape. A document without problems cannot lead the
 * evaluation, the form or a case to a place that does not exist.
 */
export function problemsOfRuleSet(rules: RuleSet, laws: Laws): readonly PolicyProblem[] {
  return [
    ...unseenBases(rules, laws),
    ...repeatedInLists(rules),
    ...problemsOfDates(rules),
    ...problemsOfPoints(rules),
    ...problemsOfBodies(rules),
    ...problemsOfTerms(rules),
    ...problemsOfGrounds(rules),
    ...rules.facts.flatMap((fact, index) => problemsOfFact(rules, fact, index)),
    ...rules.improvements.flatMap((each, index) => problemsOfImprovement(rules, each, index)),
  ]
}

/** What a type of case must mean, given a rule set that decides it. */
export function problemsOfType(
  type: CaseType,
  { laws, ...around }: Around & { readonly laws: Laws },
): readonly PolicyProblem[] {
  const { rules } = around
  return [
    ...unseenBases(type, laws),
    ...unless(
      type.ruleFamily === rules.family,
      ['ruleFamily'],
      `${rules.id} is of the family ${rules.family}`,
    ),
    ...unless(
      around.types.every(
        ({ code, numberPrefix }) => code === type.code || numberPrefix !== type.numberPrefix,
      ),
      ['numberPrefix'],
      `the numbers of another type begin with ${type.numberPrefix} as well`,
    ),
    ...problemsOfForm(type, rules),
    ...problemsOfMeanings(type),
    ...problemsOfLife(type, around),
    ...problemsOfLetters(type),
  ]
}

/** Days on which a family of rule sets has none in force between two, or more than one. */
export function overlapsAndGaps(ruleSets: readonly RuleSet[]): readonly string[] {
  const ordered = ruleSets.toSorted((one, other) => (one.inForceFrom < other.inForceFrom ? -1 : 1))
  return [...new Set(ordered.map(({ family }) => family))].sort().flatMap((family) => {
    const line = ordered.filter((rules) => rules.family === family)
    return line.slice(1).flatMap((next, index) => {
      const before = line[index]
      const until = before?.inForceUntil
      if (!before || until === next.inForceFrom) return []
      const verb = until !== undefined && until < next.inForceFrom ? 'leave a gap' : 'overlap'
      return [`${before.id} and ${next.id} ${verb} before or on ${next.inForceFrom}`]
    })
  })
}

/** What a letter can be filled with. */
const LETTER_PLACES = ['number', 'dueOn', 'link'] as const

function problemsOfLetters({ letters, steps, outcomes }: CaseType): readonly PolicyProblem[] {
  const ofEach = letters.flatMap(({ on, when, subject, body }, index) => {
    const path = ['letters', index]
    const rule = steps.find(({ code }) => code === on)
    const first = letters.findIndex(
      (other) => other.on === on && other.when?.outcome === when?.outcome,
    )
    return [
      ...unless(first === index, [...path, 'on'], `another letter goes out on ${on}`),
      ...unless(rule !== undefined, [...path, 'on'], `${on} is no step of this type`),
      ...unless(
        rule === undefined || audienceOf(rule, rule.kind) === 'person',
        [...path, 'on'],
        `the person does not read that ${on} was taken, and so is not written to`,
      ),
      ...unless(
        when === undefined || outcomes.some(({ code }) => code === when.outcome),
        [...path, 'when'],
        `${when?.outcome} is no outcome of this type`,
      ),
      ...unfilledPlaces(subject, LETTER_PLACES, [...path, 'subject']),
      ...unfilledPlaces(body, LETTER_PLACES, [...path, 'body']),
    ]
  })
  const codes = letters.map(({ code }) => code)
  return [...repeatedCodes(codes, ['letters']), ...ofEach]
}

function repeatedInLists(rules: RuleSet): readonly PolicyProblem[] {
  const lists = {
    criteria: rules.criteria,
    facts: rules.facts,
    improvements: rules.improvements,
    terms: rules.terms,
    bodies: rules.bodies,
    fields: rules.fields,
    grounds: rules.grounds,
    recourse: rules.recourse ?? [],
  }
  return Object.entries(lists).flatMap(([name, entries]) =>
    repeatedCodes(
      entries.map(({ code }) => code),
      [name],
    ),
  )
}

function problemsOfDates({ inForceFrom, inForceUntil }: RuleSet): readonly PolicyProblem[] {
  return unless(
    inForceUntil === undefined || inForceFrom < inForceUntil,
    ['inForceUntil'],
    'no longer in force before it ever was',
  )
}

function problemsOfPoints(rules: RuleSet): readonly PolicyProblem[] {
  const { criteria, passMark, pointsTotal } = rules
  const sum = criteria.reduce((points, { pointsMax }) => points + pointsMax, 0)
  return [
    ...unless(sum === pointsTotal, ['pointsTotal'], `the criteria add up to ${sum}`),
    ...unless(passMark <= pointsTotal, ['passMark'], 'nobody can reach more than the total'),
    ...criteria.flatMap((criterion, index) => {
      const { pointsMin, pointsMax } = criterion
      const path = ['criteria', index]
      const inOrder = pointsMin <= pointsMax
      return unless(inOrder, [...path, 'pointsMin'], 'the least is more than the most').concat(
        problemsOfEstimate(rules, criterion, [...path, 'estimate']),
      )
    }),
  ]
}

function problemsOfBodies(rules: RuleSet): readonly PolicyProblem[] {
  const known = (body: string, path: PolicyProblem['path']) =>
    unless(
      rules.bodies.some(({ code }) => code === body),
      path,
      `there is no body ${body}`,
    )
  return [
    ...known(rules.decisionBody, ['decisionBody']),
    ...repeatedCodes(rules.objectionBodies, ['objectionBodies']),
    ...rules.objectionBodies.flatMap((body, index) => known(body, ['objectionBodies', index])),
    ...rules.fields.flatMap(({ body }, index) => known(body, ['fields', index, 'body'])),
    ...rules.criteria.flatMap(({ scoredBy }, index) => {
      const path = ['criteria', index, 'scoredBy']
      if (scoredBy !== 'field-body') return known(scoredBy, path)
      return unless(rules.fields.length > 0, path, 'without fields there is no body of a field')
    }),
  ]
}

/** Terms that code names, since no type does: how a decision is delivered and contested. */
const TERMS_OF_RECOURSE = ['delivery', 'appeal', 'court']

const problemsOfTerms = ({ terms }: RuleSet): readonly PolicyProblem[] =>
  TERMS_OF_RECOURSE.flatMap((code) =>
    unless(
      terms.some((term) => term.code === code),
      ['terms'],
      `the term ${code} is missing`,
    ),
  )

/** Points and objections refuse by themselves, each through the one ground that says so. */
function problemsOfGrounds(rules: RuleSet): readonly PolicyProblem[] {
  const { grounds, criteria, objectionBodies } = rules
  const wanted = [
    ['points-below-pass-mark', criteria.length > 0],
    ['objection', objectionBodies.length > 0],
  ] as const
  const counted = wanted.flatMap(([holds, isNeeded]) => {
    const found = grounds.filter((ground) => ground.holds === holds).length
    return unless(
      found === (isNeeded ? 1 : 0),
      ['grounds'],
      `${found} grounds hold by ${holds}, ${isNeeded ? 'not exactly one' : 'and nothing gives it'}`,
    )
  })
  return counted
}

function problemsOfFact(rules: RuleSet, fact: Fact, index: number): readonly PolicyProblem[] {
  const { kind, from, options } = fact
  const path = ['facts', index]
  const isNumber = from.kind === 'months' || from.kind === 'count'
  const fits = kind === 'code' ? !isNumber : from.kind === 'answer' || isNumber
  const codes = codesOfFact(rules, fact)
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
  rules: RuleSet,
  { fact: wanted, steps, advice }: Improvement,
  index: number,
): readonly PolicyProblem[] {
  const path = ['improvements', index]
  const fact = rules.facts.find(({ code }) => code === wanted)
  if (!fact) return [{ path: [...path, 'fact'], reason: `there is no fact ${wanted}` }]
  const words = unfilledPlaces(advice, ['value'], [...path, 'advice'])
  const codes = codesOfFact(rules, fact)
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
