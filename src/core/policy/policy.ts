import { assert } from '#core/assert.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Words } from '#core/language.ts'
import type { StatusKind } from '#core/cases/life.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { RuleSet } from '#core/policy/rule-set.ts'

/** All the policy a process works with: what is in force, and what past cases still rest on. */
export type Policy = {
  /** The number of these documents, as they are in force together. */
  readonly version: number
  readonly laws: Laws
  readonly calendars: Calendars
  readonly lists: Lists
  /** By the hash of their canonical bytes. */
  readonly ruleSets: ReadonlyMap<string, RuleSet>
  readonly types: ReadonlyMap<string, CaseType>
  /** Kinds of status by their code; their words are live. */
  readonly statuses: ReadonlyMap<string, StatusKind>
}

/** Lists of codes with their words that are not part of any one rule set. */
export type Lists = {
  readonly education: readonly Titled[]
  readonly occupations: readonly Titled[]
}

/** One code of a list, with its words. */
export type Titled = { readonly code: string; readonly title: Words }

/** A description of a type with the rules that decide it, and the hashes that pin both. */
export type Description = {
  readonly type: CaseType
  readonly typeHash: string
  readonly rules: RuleSet
  readonly rulesHash: string
  /** The version of policy that it was taken from. */
  readonly policy: number
}

/** The newest description of a type and the rule set of its family in force on that day. */
export function descriptionInForce(
  policy: Policy,
  code: string,
  on: IsoDate,
): Description | undefined {
  const [typeHash, type] = newest(policy, code) ?? []
  if (!typeHash || !type) return undefined
  for (const [rulesHash, rules] of policy.ruleSets) {
    if (rules.family === type.ruleFamily && isInForce(rules, on)) {
      return { type, typeHash, rules, rulesHash, policy: policy.version }
    }
  }
  return undefined
}

/**
 * What a case was filed under; before that, what is in force today. A case whose law is not here is
 * a fault of ours, and is never told as absent.
 */
export function descriptionOf(
  policy: Policy,
  { type: code, scoring: rulesHash, typeHash }: Pick<Standing, 'type' | 'scoring' | 'typeHash'>,
  on: IsoDate,
): Description {
  if (rulesHash === undefined || typeHash === undefined) {
    const found = descriptionInForce(policy, code, on)
    assert(found !== undefined, `the law of a case of ${code} is in force on ${on}`)
    return found
  }
  const [rules, type] = [policy.ruleSets.get(rulesHash), policy.types.get(typeHash)]
  assert(
    rules !== undefined && type !== undefined,
    `the law that a case of ${code} rests on is kept`,
  )
  return { type, typeHash, rules, rulesHash, policy: policy.version }
}

/** The type of a case, whatever day it is: what it was filed under, or the newest description. */
export function typeOf(
  policy: Policy,
  { type, typeHash }: Pick<Standing, 'type' | 'typeHash'>,
): CaseType {
  const found = typeHash === undefined ? newest(policy, type)?.[1] : policy.types.get(typeHash)
  assert(found !== undefined, `the type of a case of ${type} is kept`)
  return found
}

/** True from its first day in force until the day before the first on which it no longer is. */
export function isInForce(rules: RuleSet, on: IsoDate): boolean {
  return rules.inForceFrom <= on && (rules.inForceUntil === undefined || on < rules.inForceUntil)
}

/** False on a day before all law or after it. */
export const hasLaw = ({ ruleSets }: Policy, on: IsoDate): boolean =>
  [...ruleSets.values()].some((rules) => isInForce(rules, on))

function newest(policy: Policy, code: string): [string, CaseType] | undefined {
  return [...policy.types]
    .filter(([, type]) => type.code === code)
    .sort(([, one], [, other]) => other.version - one.version)[0]
}
