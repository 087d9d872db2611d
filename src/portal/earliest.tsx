import type { Appearance } from '#core/appointments/visits.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { visitWords } from '#portal/visit-words.ts'
import { formatDate } from '#telling/dates.ts'

type Props = {
  readonly language: Language
  readonly asked: Pick<Appearance, 'from'>
  readonly on: IsoDate
}

/** On which day somebody can come at the earliest, while that is still to come. */
export const Earliest = ({ language, asked: { from }, on }: Props) =>
  from === undefined || from <= on ? null : (
    <p class="govuk-body">
      {visitWords[language].earliest.replace('{day}', () => formatDate(from, language))}
    </p>
  )
