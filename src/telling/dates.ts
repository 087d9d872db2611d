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
import { mayMove, type TermUnit } from '#core/deadlines/terms.ts'
import { standingOf, type Calendars } from '#core/deadlines/working-days.ts'
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

/** One day, or from one to another, both included. */
export const formatDays = (
  { from, until }: { readonly from: IsoDate; readonly until: IsoDate },
  language: Language,
): string =>
  from === until
    ? formatDate(from, language, 'plain')
    : `${formatDate(from, language, 'plain')} – ${formatDate(until, language, 'plain')}`

/**
 * A day that was counted by a calendar: where that may still change, it says so, at length in a
 * sentence or in a word in a list.
 */
export function formatCountedDay(
  date: IsoDate,
  {
    language,
    calendars,
    style,
    remark = 'sentence',
    unit = 'working-days',
  }: {
    readonly language: Language
    readonly calendars: Calendars
    readonly style: DateStyle
    readonly remark?: 'sentence' | 'word'
    /** What was counted to it. */
    readonly unit?: TermUnit | undefined
  },
): string {
  const day = formatDate(date, language, style)
  if (!mayMove(date, unit, calendars)) return day
  const words = REMARKS[language]
  if (remark === 'word') return `${day} (${words.word})`
  const isForeseen = standingOf(date, calendars) === 'foreseen'
  return `${day} (${isForeseen ? words.foreseen : words.estimated})`
}

const REMARKS = {
  az: {
    word: 'müvəqqəti',
    estimated: 'həmin ilin təqvimi hələ rəsmi deyil, gün dəyişə bilər',
    foreseen:
      'həmin ilin təqvimi yoxdur, Ramazan və Qurban bayramları sayılmayıb, gün dəyişə bilər',
  },
  tr: {
    word: 'geçici',
    estimated: 'o yılın takvimi henüz resmî değil, gün değişebilir',
    foreseen: 'o yılın takvimi yok, Ramazan ve Kurban bayramları sayılmadı, gün değişebilir',
  },
  en: {
    word: 'provisional',
    estimated: 'the calendar for that year is not official yet, so the day may change',
    foreseen:
      'there is no calendar for that year yet, Ramazan and Qurban are not counted, so the day may change',
  },
  ru: {
    word: 'предварительно',
    estimated: 'календарь на этот год ещё не утверждён, день может измениться',
    foreseen:
      'календаря на этот год ещё нет, праздники Рамазан и Гурбан не учтены, день может измениться',
  },
} as const satisfies Record<Language, Record<'word' | 'estimated' | 'foreseen', string>>

/** A date in words as far as it is known: a plain day, a month with its year, or a year. */
export function formatPartialDate(date: PartialDate, language: Language): string {
  if (isIsoDate(date)) return formatDate(date, language, 'plain')
  const first = earliest(date)
  if (knownTo(date) === 'year') return year(first, language, 'год')
  const named = month(first, language, MONTHS_ALONE)
  if (language === 'az') return `${year(first, language)}in ${named} ayı`
  return `${named} ${year(first, language)}`
}

/** What a system of others wrote, with its days in words; all else stays as it wrote it. */
export const withDaysInWords = (text: string, language: Language): string =>
  text.replace(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g, (day) =>
    isIsoDate(day) ? formatDate(day, language, 'plain') : day,
  )

/** A moment as a clock in Baku shows it, to the minute; Baku has no summer time. */
export const formatMomentInBaku = (moment: IsoMoment, language: Language): string =>
  `${formatMoment(moment, language)} (${BY_BAKU[language]})`

/** The same where a heading above it says whose clock it is. */
export function formatMoment(moment: IsoMoment, language: Language): string {
  return `${formatDate(dayInBaku(moment), language, 'plain')}, ${timeInBaku(moment)}`
}

/** Several of one day, where a heading above them says which. */
export const formatTimesInBaku = (moments: readonly IsoMoment[], language: Language): string =>
  `${[...new Set(moments.map(timeInBaku))].join(', ')} (${BY_BAKU[language]})`

function timeInBaku(moment: IsoMoment): string {
  const hour = String((Number(moment.slice(11, 13)) + BAKU_OFFSET_HOURS) % 24).padStart(2, '0')
  return `${hour}:${moment.slice(14, 16)}`
}

const BY_BAKU = {
  az: 'Bakı vaxtı ilə',
  tr: 'Bakü saatiyle',
  en: 'Baku time',
  ru: 'по бакинскому времени',
} as const satisfies Record<Language, string>

const month = (
  date: IsoDate,
  language: Language,
  names: Readonly<Record<Language, readonly string[]>>,
): string => names[language][monthOf(date) - 1] ?? ''

/**
 * Azerbaijani and Russian name the year: 2026-cı il, 2026 года. The Russian short form ends in a
 * dot, and a sentence would end in two.
 */
function year(date: IsoDate, language: Language, russian = 'года'): string {
  const number = yearOf(date)
  if (language === 'az') return `${number}-${ordinalEnding(number)} il`
  return language === 'ru' ? `${number} ${russian}` : String(number)
}

/** The ending follows the vowel of the number's last word as it is spoken: altı, on, iyirmi. */
function ordinalEnding(number: number): string {
  const [ones, tens, hundreds] = [number % 10, Math.floor(number / 10) % 10, number % 1000]
  if (ones > 0) return ENDINGS_OF_ONES[ones] ?? ''
  if (tens > 0) return ENDINGS_OF_TENS[tens] ?? ''
  return hundreds > 0 ? 'cü' : 'ci'
}

const ENDINGS_OF_ONES = ['', 'ci', 'ci', 'cü', 'cü', 'ci', 'cı', 'ci', 'ci', 'cu'] as const
const ENDINGS_OF_TENS = ['', 'cu', 'ci', 'cu', 'cı', 'ci', 'cı', 'ci', 'ci', 'cı'] as const
