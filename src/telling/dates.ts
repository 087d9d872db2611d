import {
  BAKU_OFFSET_HOURS,
  dayInBaku,
  dayOf,
  isIsoDate,
  monthOf,
  weekday,
  yearOf,
} from '#core/dated.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import { earliest, knownTo } from '#core/facts/partial-date.ts'
import type { PartialDate } from '#core/facts/partial-date.ts'
import type { Language } from '#core/language.ts'

/**
 * Days in words, with the month spelled out, so that nobody has to know whether the day or the
 * month comes first. The names stand here because a day of the core is no moment of a machine, and
 * Intl can only write moments.
 */

/** Months as they stand after a day; Russian in the genitive. */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  az: [
    'yanvar',
    'fevral',
    'mart',
    'aprel',
    'may',
    'iyun',
    'iyul',
    'avqust',
    'sentyabr',
    'oktyabr',
    'noyabr',
    'dekabr',
  ],
  tr: [
    'Ocak',
    'Şubat',
    'Mart',
    'Nisan',
    'Mayıs',
    'Haziran',
    'Temmuz',
    'Ağustos',
    'Eylül',
    'Ekim',
    'Kasım',
    'Aralık',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
}

/** Months without a day before them. */
const MONTHS_ALONE: Readonly<Record<Language, readonly string[]>> = {
  ...MONTHS,
  ru: [
    'январь',
    'февраль',
    'март',
    'апрель',
    'май',
    'июнь',
    'июль',
    'август',
    'сентябрь',
    'октябрь',
    'ноябрь',
    'декабрь',
  ],
}

/** From Monday to Sunday. */
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  az: ['bazar ertəsi', 'çərşənbə axşamı', 'çərşənbə', 'cümə axşamı', 'cümə', 'şənbə', 'bazar'],
  tr: ['Pazartesi', 'Salı', 'Çarşamba', 'Perşembe', 'Cuma', 'Cumartesi', 'Pazar'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ru: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
}

export type DateStyle = 'full' | 'plain'

/** A day in words: full with its weekday, plain without. */
export function formatDate(date: IsoDate, language: Language, style: DateStyle = 'full'): string {
  const plain = `${dayOf(date)} ${month(date, language, MONTHS)} ${year(date, language)}`
  if (style === 'plain') return plain
  const day = WEEKDAYS[language][weekday(date) - 1] ?? ''
  switch (language) {
    case 'az':
      return `${plain}, ${day}`
    case 'tr':
      return `${plain} ${day}`
    case 'en':
      return `${day} ${plain}`
    case 'ru':
      return `${day}, ${plain}`
  }
}

/** A date in words as far as it is known: a plain day, a month with its year, or a year. */
export function formatPartialDate(date: PartialDate, language: Language): string {
  if (isIsoDate(date)) return formatDate(date, language, 'plain')
  const first = earliest(date)
  if (knownTo(date) === 'year') return year(first, language, 'год')
  return `${month(first, language, MONTHS_ALONE)} ${year(first, language)}`
}

/** Baku has no summer time. */

/** A moment as a clock in Baku shows it, to the minute, without naming the city. */
export function formatMomentInBaku(moment: IsoMoment, language: Language): string {
  const day = formatDate(dayInBaku(moment), language, 'plain')
  const hour = String((Number(moment.slice(11, 13)) + BAKU_OFFSET_HOURS) % 24).padStart(2, '0')
  return `${day}, ${hour}:${moment.slice(14, 16)}`
}

const month = (
  date: IsoDate,
  language: Language,
  names: Readonly<Record<Language, readonly string[]>>,
): string => names[language][monthOf(date) - 1] ?? ''

/** Russian names the year. Its short form ends in a dot, and a sentence would end in two. */
const year = (date: IsoDate, language: Language, russian = 'года'): string =>
  language === 'ru' ? `${yearOf(date)} ${russian}` : String(yearOf(date))
