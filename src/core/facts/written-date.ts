import { daysInMonth } from '#core/dated.ts'
import { plainDashes, plainDigits } from '#core/facts/digits.ts'
import { monthNamed } from '#core/facts/month-names.ts'
import { isPartialDate, type PartialDate } from '#core/facts/partial-date.ts'

/** What was written into the boxes of a date; a box that is not asked for is empty. */
export const DATE_PARTS = ['day', 'month', 'year'] as const
export type DatePart = (typeof DATE_PARTS)[number]
/** What stands in each box. */
export type DateBoxes = Readonly<Record<DatePart, string>>

/** How exactly a date must be known. */
export type DateNeed = 'day' | 'month' | 'year'

/** The date, or what keeps it from being one and the box to mend. */
export type DateReading =
  | { readonly ok: true; readonly date: PartialDate }
  | { readonly ok: false; readonly problem: DateProblem; readonly part: DatePart }

/** Why what was written is no date that can be taken. */
type DateProblem =
  /** The box is empty and must not be, or a smaller part is there without the one above it. */
  | 'part-missing'
  /** Neither a number that the part can have nor a month's name. */
  | 'not-a-part'
  /** The month is shorter than that, in this year. */
  | 'no-such-day'
  /** Two digits do not say which century. */
  | 'year-too-short'
  /** No calendar that travel documents are dated by, or nobody now alive. */
  | 'too-long-ago'

/** People who apply, and what they did, are of this year or later. */
const YEAR_MIN = 1900

/**
 * A date as people write it: digits of any script, months by number or name, a whole date in one
 * box, unknown parts left empty or written as the passport does (00, XX). Where day and month are
 * both numbers the day comes first, as the boxes say.
 */
export function readDate(typed: DateBoxes, need: DateNeed): DateReading {
  const strange = DATE_PARTS.find((part) => isStrange(typed[part]))
  if (strange !== undefined) return wrong('not-a-part', strange)
  const { day, month, year } = spread(typed)
  if (year === '') return wrong('part-missing', 'year')
  if (!/^\d{1,9}$/.test(year)) return wrong('not-a-part', 'year')
  if (/^\d{1,2}$/.test(year)) return wrong('year-too-short', 'year')
  if (Number(year) < YEAR_MIN) return wrong('too-long-ago', 'year')
  if (!/^\d{4}$/.test(year)) return wrong('not-a-part', 'year')
  if (month === '') {
    if (need !== 'year' || day !== '') return wrong('part-missing', 'month')
    return given(year)
  }
  const monthOfYear = /^\d{1,2}$/.test(month) ? Number(month) : monthNamed(month)
  if (monthOfYear === undefined || monthOfYear < 1 || monthOfYear > 12) {
    return wrong('not-a-part', 'month')
  }
  if (day === '') return need === 'day' ? wrong('part-missing', 'day') : given(year, monthOfYear)
  const dayOfMonth = /^\d{1,2}$/.test(day) ? Number(day) : 0
  if (dayOfMonth < 1 || dayOfMonth > 31) return wrong('not-a-part', 'day')
  if (dayOfMonth > daysInMonth(Number(year), monthOfYear)) return wrong('no-such-day', 'day')
  return given(year, monthOfYear, dayOfMonth)
}

const wrong = (problem: DateProblem, part: DatePart): DateReading => ({ ok: false, problem, part })

function given(year: string, ...smaller: readonly number[]): DateReading {
  const date = [year, ...smaller.map((part) => String(part).padStart(2, '0'))].join('-')
  return isPartialDate(date) ? { ok: true, date } : wrong('not-a-part', 'year')
}

/** Each part in its own box, whichever box it was written or pasted into. */
function spread(typed: DateBoxes): DateBoxes {
  const boxes = DATE_PARTS.map((part) => ({ part, parts: piecesOf(typed[part]) }))
  const filled = boxes.filter(({ parts }) => parts.length > 0)
  const [only] = filled
  const isWhole =
    only && only.parts.length <= 3 && (only.parts.length > 1 || /^\d{4}$/.test(only.parts[0] ?? ''))
  if (filled.length === 1 && isWhole) return whole(only.parts)
  const text = (part: DatePart) => {
    const pieces = boxes.find((box) => box.part === part)?.parts ?? []
    // More than one piece in a box is no number; it stays together, and the box is blamed.
    return pieces.length > 1 ? pieces.join(' ') : known(pieces[0] ?? '', part)
  }
  return { day: text('day'), month: text('month'), year: text('year') }
}

/** How passports write a part that nobody knows. */
const UNKNOWN = /^(?:0+|x+|х+)$/i
const known = (piece: string, part: DatePart): string =>
  UNKNOWN.test(piece) && !(part === 'month' && /^x$/i.test(piece)) ? '' : piece

/**
 * A sign that joins no parts of a date, or a minus before it, is never left out in reading: the
 * date would not be the one that was written. Signs alone are a part that nobody knows.
 */
const isStrange = (typed: string): boolean => {
  const text = plainDashes(plainDigits(typed)).trim()
  return /[\p{L}\p{N}]/u.test(text) && (text.startsWith('-') || SIGN.test(text))
}
const SIGN = /[^\p{L}\p{M}\p{N}\s.,/\\\-'’ʼ׳،、·]/u

/** Numbers and words, without ordinals and the words for year, month and day beside them. */
const piecesOf = (text: string): readonly string[] =>
  (plainDigits(text).match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? []).filter(
    (piece, index, pieces) => index === 0 || pieces.length === 1 || !FILLING.test(piece),
  )

const FILLING = new RegExp(
  '^(?:st|nd|rd|th|of|de|del|di|г|год|года|году|il|ili|ilin|ci|cı|cu|cü|inci|yıl|yılı|年|月|日|년|월|일)$',
  'iu',
)

/** Year first where the first number has four digits; else the day, unless it cannot be one. */
function whole(pieces: readonly string[]): DateBoxes {
  const named = pieces.find((piece) => !/^\d+$/.test(piece) && !UNKNOWN.test(piece))
  const rest = pieces.filter((piece) => piece !== named)
  const year = rest.find((piece) => /^\d{4}$/.test(piece)) ?? rest.at(-1) ?? ''
  const others = rest.filter((piece) => piece !== year)
  if (named !== undefined) {
    return { day: known(others[0] ?? '', 'day'), month: named, year }
  }
  const ordered = pieces[0] === year ? others.toReversed() : others
  const [day, month] = ordered.length > 1 ? ordered : ['', ordered[0]]
  const isSwapped = Number(month) > 12 && Number(day) >= 1 && Number(day) <= 12
  const [first = '', second = ''] = isSwapped ? [month, day] : [day, month]
  return { day: known(first, 'day'), month: known(second, 'month'), year }
}
