import type { Place } from '#core/appointments/places.ts'
import { assert } from '#core/assert.ts'
import type { Pinned } from '#core/cases/filing.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import { hasEnded } from '#core/cases/life.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Words } from '#core/language.ts'
import { bindingOf, worded } from '#core/policy/binding.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Concessions } from '#core/policy/concessions.ts'
import { isInForce, type Enacted } from '#core/policy/enacted.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import type { Systems } from '#core/policy/systems.ts'
import type { Mission } from '#core/promotion/missions.ts'

/** All the policy a process works with: what is in force, and what past cases still rest on. */
export type Policy = {
  /** The number of these documents, as they are in force together. */
  readonly version: number
  readonly laws: Laws
  readonly calendars: Calendars
  readonly lists: Lists
  readonly procedures: Published<Procedure>
  readonly scorings: Published<Scoring>
  readonly types: Published<CaseType>
  /** What those who hold a status may, and their families; by the law of each day. */
  readonly concessions: readonly Concessions[]
  /** Where people appear in person; as many as the Service has named, or none. */
  readonly places: readonly Place[]
  /** Embassies and consulates that tell of the Program; as many as were named, or none. */
  readonly missions: readonly Mission[]
  /** Kinds of status by their code; their words are live. */
  readonly statuses: ReadonlyMap<string, StatusKind>
  readonly systems: Systems
}

/** Documents of one kind by the hash of their canonical bytes. */
export type Published<Document> = {
  /** Those that are in force together now. */
  readonly current: ReadonlyMap<string, Document>
  /** Whichever was ever published. One that cannot be read is a fault of whoever rests on it. */
  readonly get: (hash: string) => Document | undefined
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
  /** What registers can be asked today, whatever the case rests on. */
  readonly systems: Systems
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

/**
 * Whether each document of a description was adopted, or binds as one that was: words need nobody's
 * consent.
 */
export const isAdopted = (
  { types, procedures, scorings }: Policy,
  description: Description,
  adopted: ReadonlySet<string>,
): boolean =>
  hashesIn(description).every(
    (hash) =>
      isTakenOver(types, hash, adopted) ||
      isTakenOver(procedures, hash, adopted) ||
      isTakenOver(scorings, hash, adopted),
  )

function isTakenOver<Document extends object>(
  { get }: Published<Document>,
  hash: string,
  adopted: ReadonlySet<string>,
): boolean {
  const document = get(hash)
  if (document === undefined) return false
  if (adopted.has(hash)) return true
  const binding = bindingOf(document)
  return [...adopted].some((each) => {
    const other = get(each)
    return other !== undefined && bindingOf(other) === binding
  })
}

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
  const described = { type, typeHash, procedure, procedureHash, ...livingIn(policy) }
  if (type.scoring === undefined) return described
  const [scoringHash, scoring] = inForce(policy.scorings, type.scoring, on) ?? []
  return scoringHash && scoring ? { ...described, scoring, scoringHash } : undefined
}

const livingIn = ({ version, systems }: Policy) => ({ policy: version, systems })

/** Of every type the newest description whose families have something in force on that day. */
export function descriptionsInForce(policy: Policy, on: IsoDate): readonly Description[] {
  const codes = new Set(Array.from(policy.types.current.values(), ({ code }) => code))
  return [...codes].flatMap((code) => descriptionInForce(policy, code, on) ?? [])
}

/** The Program as it is in force on a day: what is told of it is how one is scored. */
export const programmeOn = (policy: Policy, on: IsoDate): Scored | undefined =>
  descriptionsInForce(policy, on)
    .filter(isScored)
    .find(({ type }) => type.programme)

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
  const of = wordsFor(policy, pinned)
  const [type, procedure] = [of(policy.types, typeHash), of(policy.procedures, procedureHash)]
  assert(type !== undefined && procedure !== undefined, lost)
  const described = { type, typeHash, procedure, procedureHash, ...livingIn(policy) }
  if (scoringHash === undefined) {
    assert(type.scoring === undefined, lost)
    return described
  }
  const scoring = of(policy.scorings, scoringHash)
  assert(scoring !== undefined, lost)
  return { ...described, scoring, scoringHash }
}

/**
 * The law that a case names: its type, what was pinned when it was filed, and where it stands. One
 * whose state is not known is read as if it had ended.
 */
export type CaseLaw = Pick<Standing, 'type' | 'typeHash' | 'procedure' | 'scoring'> &
  Partial<Pick<Standing, 'state'>>

/** What was pinned, in the words of today; in its own once the case has ended. */
function wordsFor({ types }: Policy, { typeHash = '', state }: CaseLaw) {
  const type = types.get(typeHash)
  const isOver = type === undefined || state === undefined || hasEnded(type, state)
  return <Document extends object>(
    documents: Published<Document>,
    hash: string,
  ): Document | undefined => {
    const pinned = documents.get(hash)
    return pinned === undefined || isOver ? pinned : worded(pinned, documents.current)
  }
}

/** The type of a case, whatever day it is: what it was filed under, or the newest description. */
export function typeOf(
  policy: Policy,
  law: Pick<CaseLaw, 'type' | 'typeHash' | 'state'>,
): CaseType {
  const { type, typeHash } = law
  const found =
    typeHash === undefined
      ? newest(policy, type)?.[1]
      : wordsFor(policy, law)(policy.types, typeHash)
  assert(found !== undefined, `the type of a case of ${type} is kept`)
  return found
}

/** What is allowed to holders of a status and their families on that day. */
export const concessionsInForce = (
  { concessions }: Pick<Policy, 'concessions'>,
  on: IsoDate,
): Concessions | undefined => concessions.find((each) => isInForce(each, on))

/** The type of case that is a family, where there is one. */
export const familyInForce = (policy: Policy, on: IsoDate): Description | undefined =>
  descriptionsInForce(policy, on).find(({ type }) => type.family === true)

/** False on a day before all law or after it. */
export const hasLaw = ({ procedures }: Policy, on: IsoDate): boolean =>
  [...procedures.current.values()].some((procedure) => isInForce(procedure, on))

const inForce = <Document extends Enacted<object>>(
  { current }: Published<Document>,
  family: string,
  on: IsoDate,
): [string, Document] | undefined =>
  [...current].find(([, each]) => each.family === family && isInForce(each, on))

const newest = ({ types }: Policy, code: string): [string, CaseType] | undefined =>
  [...types.current].find(([, type]) => type.code === code)
