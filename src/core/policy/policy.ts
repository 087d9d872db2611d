import { assert } from '#core/assert.ts'
import type { Pinned } from '#core/cases/filing.ts'
import type { StatusKind } from '#core/cases/life.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Words } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { isInForce, type Enacted } from '#core/policy/enacted.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'

/** All the policy a process works with: what is in force, and what past cases still rest on. */
export type Policy = {
  /** The number of these documents, as they are in force together. */
  readonly version: number
  readonly laws: Laws
  readonly calendars: Calendars
  readonly lists: Lists
  /** By the hash of their canonical bytes. */
  readonly procedures: ReadonlyMap<string, Procedure>
  readonly scorings: ReadonlyMap<string, Scoring>
  readonly types: ReadonlyMap<string, CaseType>
  /** Kinds of status by their code; their words are live. */
  readonly statuses: ReadonlyMap<string, StatusKind>
}

/** Lists of codes with their words that are not part of any one scoring. */
export type Lists = {
  readonly education: readonly Titled[]
  readonly occupations: readonly Titled[]
}

/** One code of a list, with its words. */
export type Titled = { readonly code: string; readonly title: Words }

/**
 * A description of a type with the procedure by which its cases are dealt with and, where it names
 * one, the scoring by which they are weighed; and the hashes that pin each.
 */
export type Description = {
  readonly type: CaseType
  readonly typeHash: string
  readonly procedure: Procedure
  readonly procedureHash: string
  readonly scoring?: Scoring
  readonly scoringHash?: string
  /** The version of policy that it was taken from. */
  readonly policy: number
}

/** A description of a type whose cases are scored. */
export type Scored = Description & { readonly scoring: Scoring; readonly scoringHash: string }

/** Whether cases of this type are scored. */
export const isScored = (description: Description): description is Scored =>
  description.scoring !== undefined && description.scoringHash !== undefined

/** What a case that is filed now rests on from then on. */
export const pinnedBy = ({ typeHash, procedureHash, scoringHash }: Description): Pinned => ({
  typeHash,
  procedure: procedureHash,
  ...(scoringHash === undefined ? {} : { scoring: scoringHash }),
})

/** All the documents that a description is made of, by their hashes. */
export const hashesIn = (description: Description): readonly string[] =>
  Object.values(pinnedBy(description))

/** The newest description of a type, with what its families have in force on that day. */
export function descriptionInForce(
  policy: Policy,
  code: string,
  on: IsoDate,
): Description | undefined {
  const [typeHash, type] = newest(policy, code) ?? []
  if (!typeHash || !type) return undefined
  const [procedureHash, procedure] = inForce(policy.procedures, type.procedure, on) ?? []
  if (!procedureHash || !procedure) return undefined
  const described = { type, typeHash, procedure, procedureHash, policy: policy.version }
  if (type.scoring === undefined) return described
  const [scoringHash, scoring] = inForce(policy.scorings, type.scoring, on) ?? []
  return scoringHash && scoring ? { ...described, scoring, scoringHash } : undefined
}

/**
 * What a case was filed under; before that, what is in force today. A case whose law is not here is
 * a fault of ours, and is never told as absent.
 */
export function descriptionOf(policy: Policy, pinned: CaseLaw, on: IsoDate): Description {
  const { type: code, typeHash, procedure: procedureHash, scoring: scoringHash } = pinned
  if (typeHash === undefined || procedureHash === undefined) {
    const found = descriptionInForce(policy, code, on)
    assert(found !== undefined, `the law of a case of ${code} is in force on ${on}`)
    return found
  }
  const lost = `the law that a case of ${code} rests on is kept`
  const [type, procedure] = [policy.types.get(typeHash), policy.procedures.get(procedureHash)]
  assert(type !== undefined && procedure !== undefined, lost)
  const described = { type, typeHash, procedure, procedureHash, policy: policy.version }
  if (scoringHash === undefined) {
    assert(type.scoring === undefined, lost)
    return described
  }
  const scoring = policy.scorings.get(scoringHash)
  assert(scoring !== undefined, lost)
  return { ...described, scoring, scoringHash }
}

/** The law that a case names: its type, and what was pinned when it was filed. */
export type CaseLaw = Pick<Standing, 'type' | 'typeHash' | 'procedure' | 'scoring'>

/** The type of a case, whatever day it is: what it was filed under, or the newest description. */
export function typeOf(
  policy: Policy,
  { type, typeHash }: Pick<Standing, 'type' | 'typeHash'>,
): CaseType {
  const found = typeHash === undefined ? newest(policy, type)?.[1] : policy.types.get(typeHash)
  assert(found !== undefined, `the type of a case of ${type} is kept`)
  return found
}

/** False on a day before all law or after it. */
export const hasLaw = ({ procedures }: Policy, on: IsoDate): boolean =>
  [...procedures.values()].some((procedure) => isInForce(procedure, on))

const inForce = <Document extends Enacted<object>>(
  documents: ReadonlyMap<string, Document>,
  family: string,
  on: IsoDate,
): [string, Document] | undefined =>
  [...documents].find(([, each]) => each.family === family && isInForce(each, on))

function newest(policy: Policy, code: string): [string, CaseType] | undefined {
  return [...policy.types]
    .filter(([, type]) => type.code === code)
    .sort(([, one], [, other]) => other.version - one.version)[0]
}
