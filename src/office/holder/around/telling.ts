import { ageOn, type IsoDate } from '#core/dated.ts'
import { earliest } from '#core/facts/partial-date.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { typeOf, type Policy } from '#core/policy/policy.ts'
import { placeOf } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { formatDate, formatPartialDate } from '#telling/dates.ts'
import type { HolderWords } from '../words.ts'
import type { Person } from './people.ts'

/** What each part of the card of a holder is told with. */
export type Telling = {
  readonly policy: Policy
  readonly on: IsoDate
  readonly view: View
  readonly language: OfficeLanguage
  readonly words: HolderWords
}

/** A case that is opened from here leads back here. */
export const backHere = (view: View) => ({ language: view.language, cameFrom: placeOf(view) })

export const day = (on: IsoDate, { language }: Pick<Telling, 'language'>): string =>
  formatDate(on, language, 'plain')

export const kindTitle = (code: string, { policy, language }: Telling): string =>
  policy.statuses.get(code)?.title[language] ?? code

/** By their name, where it is known; else by what they are. */
export const whoText = (person: Person, telling: Telling): string =>
  person.erased || person.name === '' ? roleIn(person, telling) : person.name

/** What somebody is to the holder, as the case that tells of it calls that. */
export function roleIn({ known }: Person, { policy, language }: Telling): string {
  const { type, state, typeHash, role } = known
  const { roles } = typeOf(policy, { type, state, ...(typeHash === null ? {} : { typeHash }) })
  return roles.find(({ code }) => code === role)?.title[language] ?? role
}

/** When somebody was born, and how old that makes them. */
export function bornText({ birthDate }: Person, { language, words, on }: Telling): string {
  if (birthDate === undefined) return ''
  const born = earliest(birthDate)
  const date = formatPartialDate(birthDate, language)
  if (born > on) return date
  return `${date}, ${words.age.replace('{years}', String(ageOn(born, on)))}`
}
