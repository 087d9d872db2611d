import { first, type Typed } from '#core/answers/typed.ts'
import { isIsoDate, type IsoDate } from '#core/dated.ts'
import { DATE_PARTS, readDate } from '#core/facts/written-date.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { FieldErrors } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import { officeWords } from '#office/words.ts'
import { DateInput } from '#ui/date-input.tsx'

type Props = {
  readonly view: View
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly typed: Typed
  /** What stands in the boxes before anything was typed. */
  readonly usual: IsoDate
  readonly errors: FieldErrors
}

/** A day that an official enters, in three boxes. */
export const DayField = ({ view, name, legend, hint, typed, usual, errors }: Props) => {
  const { language } = view
  const error = errors[name]
  return (
    <DateInput
      id={name}
      name={name}
      legend={legend}
      legendSize="s"
      hint={hint}
      labels={LABELS[language]}
      value={typed[`${name}-year`] ? boxesIn(typed, name) : boxesOf(usual)}
      error={error === undefined ? undefined : { text: error, prefix: officeWords[language].error }}
    />
  )
}

/** The day that was typed; undefined where it is none. */
export function dayIn(typed: Typed, name: string): IsoDate | undefined {
  const read = readDate(boxesIn(typed, name), 'day')
  return read.ok && isIsoDate(read.date) ? read.date : undefined
}

/** The same as it was typed, to be shown where it could not be taken. */
export const dayTyped = (typed: Typed, name: string): string =>
  DATE_PARTS.map((part) => first(typed, `${name}-${part}`))
    .filter((part) => part !== '')
    .join('.')

const boxesIn = (typed: Typed, name: string) => ({
  day: first(typed, `${name}-day`),
  month: first(typed, `${name}-month`),
  year: first(typed, `${name}-year`),
})

function boxesOf(day: IsoDate) {
  const [year, month, dayOfMonth] = day.split('-').map((part) => part.replace(/^0/, ''))
  return { day: dayOfMonth, month, year }
}

const LABELS: Readonly<Record<OfficeLanguage, Readonly<Record<'day' | 'month' | 'year', string>>>> =
  {
    az: { day: 'Gün', month: 'Ay', year: 'İl' },
    en: { day: 'Day', month: 'Month', year: 'Year' },
  }
