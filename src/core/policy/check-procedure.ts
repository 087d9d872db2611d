import { problemsOfDates, repeatedInLists } from '#core/policy/check-enacted.ts'
import type { Laws } from '#core/policy/laws.ts'
import {
  repeatedCodes,
  unless,
  unseenBases,
  type Path,
  type PolicyProblem,
} from '#core/policy/problem.ts'
import type { Procedure } from '#core/policy/procedure.ts'

/** What a procedure must mean, so that no case comes to a place that does not exist. */
export function problemsOfProcedure(procedure: Procedure, laws: Laws): readonly PolicyProblem[] {
  const { terms, bodies, grounds, recourse = [] } = procedure
  return [
    ...unseenBases(procedure, laws),
    ...repeatedInLists({ terms, bodies, grounds, recourse }),
    ...problemsOfDates(procedure),
    ...problemsOfBodies(procedure),
    ...problemsOfObjections(procedure),
    ...problemsOfTerms(procedure),
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

/** Objections refuse by themselves, through the one ground that says so; silence says something. */
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
      count === (mayObject ? 1 : 0),
      ['grounds'],
      `${count} grounds hold by objection, ${mayObject ? 'not exactly one' : 'and nobody may object'}`,
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
