import { problemsOfDates, repeatedInLists } from '#core/policy/check-enacted.ts'
import type { Laws } from '#core/policy/laws.ts'
import {
  repeatedCodes,
  unless,
  unseenBases,
  type Path,
  type PolicyProblem,
} from '#core/policy/problem.ts'
import { termOf, type Procedure, type Tariff } from '#core/policy/procedure.ts'

/** What a procedure must mean, so that no case comes to a place that does not exist. */
export function problemsOfProcedure(procedure: Procedure, laws: Laws): readonly PolicyProblem[] {
  const { terms, bodies, grounds, recourse = [], tariffs = [] } = procedure
  return [
    ...unseenBases(procedure, laws),
    ...repeatedInLists({ terms, bodies, grounds, recourse, tariffs }),
    ...problemsOfDates(procedure),
    ...problemsOfBodies(procedure),
    ...problemsOfObjections(procedure),
    ...problemsOfTerms(procedure),
    ...tariffs.flatMap((tariff, index) => problemsOfTariff(procedure, tariff, ['tariffs', index])),
  ]
}

function problemsOfBodies(procedure: Procedure): readonly PolicyProblem[] {
  const { decisionBody, objectionBodies = [] } = procedure
  return [
    ...(decisionBody === undefined ? [] : noBody(procedure, decisionBody, ['decisionBody'])),
    ...repeatedCodes(objectionBodies, ['objectionBodies']),
    ...objectionBodies.flatMap((body, index) =>
      noBody(procedure, body, ['objectionBodies', index]),
    ),
  ]
}

/** A body that the procedure does not have. */
const noBody = (
  { bodies }: Pick<Procedure, 'bodies'>,
  body: string,
  path: Path,
): readonly PolicyProblem[] =>
  unless(
    bodies.some(({ code }) => code === body),
    path,
    `there is no body ${body}`,
  )

/** One ground at most says that objections refuse by themselves; silence says something. */
function problemsOfObjections({
  objectionBodies = [],
  silenceOfObjectionBody,
  grounds,
}: Procedure): readonly PolicyProblem[] {
  const mayObject = objectionBodies.length > 0
  const count = grounds.filter(({ holds }) => holds === 'objection').length
  const byPoints = grounds.filter(({ holds }) => holds === 'points-below-pass-mark').length
  return [
    ...unless(
      mayObject === (silenceOfObjectionBody !== undefined),
      ['silenceOfObjectionBody'],
      'it is said what silence means where some may object, and nowhere else',
    ),
    ...unless(
      count <= (mayObject ? 1 : 0),
      ['grounds'],
      `${count} grounds hold by objection, ${mayObject ? 'not one at most' : 'and nobody may object'}`,
    ),
    ...unless(byPoints <= 1, ['grounds'], `${byPoints} grounds hold by points-below-pass-mark`),
  ]
}

/** Terms that code names, since no type does: how a decision is delivered and contested. */
const TERMS_OF_RECOURSE = ['delivery', 'appeal', 'court']

const problemsOfTerms = ({ terms }: Procedure): readonly PolicyProblem[] =>
  TERMS_OF_RECOURSE.flatMap((code) =>
    unless(
      terms.some((term) => term.code === code),
      ['terms'],
      `the term ${code} is missing`,
    ),
  )

/** Each tier has its term, and each row its price, for whoever is grown up and whoever is not. */
function problemsOfTariff(
  procedure: Procedure,
  { tiers, rows }: Tariff,
  path: Path,
): readonly PolicyProblem[] {
  const codes = tiers.map(({ code }) => code)
  const priced = [...codes].sort().join()
  return [
    ...repeatedCodes(codes, [...path, 'tiers']),
    ...tiers.flatMap(({ term }, index) =>
      unless(
        termOf(procedure, term) !== undefined,
        [...path, 'tiers', index],
        `there is no term ${term}`,
      ),
    ),
    ...rows.flatMap(({ adult, minor }, index) =>
      unless(
        [adult, minor].every((prices) => Object.keys(prices).sort().join() === priced),
        [...path, 'rows', index],
        `a row has one price for each of ${codes.join(', ')}`,
      ),
    ),
  ]
}
