import type { IsoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Words } from '#core/language.ts'
import type { Application } from '#core/lifecycle/application.ts'
import type { ApplicationType } from '#core/policy/application-type.ts'
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
  readonly types: ReadonlyMap<string, ApplicationType>
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
  readonly type: ApplicationType
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

/** What a case was submitted under; before that, what is in force today. */
export function descriptionOf(
  policy: Policy,
  application: Pick<Application, 'applicationType' | 'ruleSet' | 'typeHash'>,
  on: IsoDate,
): Description | undefined {
  const { ruleSet: rulesHash, typeHash } = application
  if (rulesHash === undefined || typeHash === undefined) {
    return descriptionInForce(policy, application.applicationType, on)
  }
  const [rules, type] = [policy.ruleSets.get(rulesHash), policy.types.get(typeHash)]
  return rules && type && { type, typeHash, rules, rulesHash, policy: policy.version }
}

/** True from its first day in force until the day before the first on which it no longer is. */
export function isInForce(rules: RuleSet, on: IsoDate): boolean {
  return rules.inForceFrom <= on && (rules.inForceUntil === undefined || on < rules.inForceUntil)
}

/** False on a day before all law or after it. */
export const hasLaw = ({ ruleSets }: Policy, on: IsoDate): boolean =>
  [...ruleSets.values()].some((rules) => isInForce(rules, on))

function newest(policy: Policy, code: string): [string, ApplicationType] | undefined {
  return [...policy.types]
    .filter(([, type]) => type.code === code)
    .sort(([, one], [, other]) => other.version - one.version)[0]
}
