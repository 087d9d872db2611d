import type { IsoDate } from '#core/dated.ts'
import type { CountryCode } from '#core/facts/countries.ts'
import type { Language, Words } from '#core/language.ts'
import type { Grounded } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import { repeatedCodes, unless, unseenBases, type PolicyProblem } from '#core/policy/problem.ts'

/** An embassy or a consulate that tells of the Program (Order of 6 June 2024, item 5). */
export type Mission = Grounded<{
  readonly code: string
  readonly title: Words
  readonly city: Words
  readonly address: Words
  /** When whoever has a question finds somebody there. */
  readonly open: Words
  readonly phone: string
  readonly email: string
  /** Where it stands, and the countries for whose people it is there. */
  readonly country: CountryCode
  readonly serves: readonly CountryCode[]
  /** In which languages somebody answers there. */
  readonly languages: readonly Language[]
  /** The last day on which it was open; another may serve its countries from then on. */
  readonly closedAfter?: IsoDate
}>

/** The mission that goes by this code, where there still is one. */
export const missionOf = (missions: readonly Mission[], code: string): Mission | undefined =>
  missions.find((mission) => mission.code === code)

/** It is open on its last day too. */
export const isMissionOpen = ({ closedAfter }: Mission, on: IsoDate): boolean =>
  closedAfter === undefined || on <= closedAfter

/** Which missions people of a country can turn to on a day. */
export const missionsFor = (
  missions: readonly Mission[],
  country: CountryCode,
  on: IsoDate,
): readonly Mission[] =>
  missions.filter((mission) => mission.serves.includes(country) && isMissionOpen(mission, on))

/** What a mission must mean, so that nobody is sent where nobody is. */
export function problemsOfMission(mission: Mission, laws: Laws): readonly PolicyProblem[] {
  const { serves, languages, country } = mission
  return [
    ...unseenBases(mission, laws),
    ...unless(country !== 'AZE', ['country'], 'a mission is abroad'),
    ...unless(!serves.includes('AZE'), ['serves'], 'a mission serves people abroad'),
    ...repeatedCodes(serves, ['serves']),
    ...repeatedCodes(languages, ['languages']),
  ]
}
