import type { TermUnit } from '#core/deadlines/terms.ts'
import type { Language } from '#core/language.ts'
import { formatNumber, formatSize, pluralOf } from '#telling/formatters.ts'

/** What is counted in sentences. Slavic numbers have three forms, English two, Turkic one. */
export type CountedUnit = TermUnit | 'points' | 'pages'

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/** A number with its noun in the right form: "1 month", "5 месяцев". */
export function amount(count: number, unit: CountedUnit, language: Language): string {
  const forms = FORMS[language][unit]
  const form = forms[pluralOf(count, language)] ?? forms.other
  return `${formatNumber(count, language)} ${form}`
}

/** Months as people say them: "8 years 4 months". */
export function yearsAndMonths(months: number, language: Language): string {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  const parts = [
    ...(years > 0 ? [amount(years, 'years', language)] : []),
    ...(rest > 0 || years === 0 ? [amount(rest, 'months', language)] : []),
  ]
  return parts.join(' ')
}

/** How large a file is: "340 kB", "1,5 МБ". A kilobyte has 1,000 bytes, as IEC 80000-13 says. */
export function fileSize(bytes: number, language: Language): string {
  return bytes < 1_000_000
    ? formatSize(Math.max(1, Math.round(bytes / 1000)), 'kilobyte', language)
    : formatSize(bytes / 1_000_000, 'megabyte', language)
}

/** Points with the most that there can be: "14 of 20 points". */
export function pointsOfMost(points: number, most: number, language: Language): string {
  switch (language) {
    case 'az':
      return `${amount(points, 'points', language)} (ən çoxu ${most})`
    case 'tr':
      return `${amount(points, 'points', language)} (en fazla ${most})`
    case 'en':
      return `${points} of ${amount(most, 'points', language)}`
    case 'ru':
      return `${points} из ${most} ${endsInOne(most) ? 'балла' : 'баллов'}`
  }
}

/** After "из" Russian has the genitive: из 21 балла, из 35 баллов. */
const endsInOne = (count: number): boolean => pluralOf(count, 'ru') === 'one'

const FORMS: Readonly<Record<Language, Readonly<Record<CountedUnit, Forms>>>> = {
  az: {
    points: { other: 'bal' },
    pages: { other: 'səhifə' },
    months: { other: 'ay' },
    years: { other: 'il' },
    'working-days': { other: 'iş günü' },
    'calendar-days': { other: 'təqvim günü' },
  },
  tr: {
    points: { other: 'puan' },
    pages: { other: 'sayfa' },
    months: { other: 'ay' },
    years: { other: 'yıl' },
    'working-days': { other: 'iş günü' },
    'calendar-days': { other: 'gün' },
  },
  en: {
    points: { one: 'point', other: 'points' },
    pages: { one: 'page', other: 'pages' },
    months: { one: 'month', other: 'months' },
    years: { one: 'year', other: 'years' },
    'working-days': { one: 'working day', other: 'working days' },
    'calendar-days': { one: 'calendar day', other: 'calendar days' },
  },
  ru: {
    points: { one: 'балл', few: 'балла', many: 'баллов', other: 'балла' },
    pages: { one: 'страница', few: 'страницы', many: 'страниц', other: 'страницы' },
    months: { one: 'месяц', few: 'месяца', many: 'месяцев', other: 'месяца' },
    years: { one: 'год', few: 'года', many: 'лет', other: 'года' },
    'working-days': {
      one: 'рабочий день',
      few: 'рабочих дня',
      many: 'рабочих дней',
      other: 'рабочего дня',
    },
    'calendar-days': {
      one: 'календарный день',
      few: 'календарных дня',
      many: 'календарных дней',
      other: 'календарного дня',
    },
  },
}
