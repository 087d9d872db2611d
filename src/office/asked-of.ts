import { isLanguage, type OfficeLanguage } from '#core/language.ts'
import { missionOf, type Mission } from '#core/promotion/missions.ts'
import { languageName } from '#telling/names-of-codes.ts'

/** Which mission was asked, and in which language whoever asked is written to. */
export type AskedOfMission = {
  readonly mission?: string | undefined
  readonly askedIn?: string | undefined
}

/** The same in words; nothing of a case that was begun to none. */
export function askedOf(
  { mission: code, askedIn }: AskedOfMission,
  missions: readonly Mission[],
  language: OfficeLanguage,
): string | undefined {
  if (code === undefined) return undefined
  const title = missionOf(missions, code)?.title[language] ?? code
  const spoken = askedIn !== undefined && isLanguage(askedIn) ? askedIn : undefined
  return spoken === undefined ? title : `${title}, ${languageName(spoken, language)}`
}
