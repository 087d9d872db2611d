import type { IsoDate } from '#core/dated.ts'
import type { TermUnit } from '#core/deadlines/terms.ts'
import { workingDaysBetween, type Calendars } from '#core/deadlines/working-days.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { termOf, type Procedure, type TermCode } from '#core/policy/procedure.ts'
import { amount } from '#telling/amounts.ts'

/** How a day that is due stands to today: a word, and a colour that says the same. */
export type TimeLeft = {
  readonly text: string
  readonly urgency: 'none' | 'soon' | 'late'
}

/** Overdue cases are counted this far; beyond it the number says no more. */
const LATE_DAYS_SHOWN_MAX = 250

/** By which calendar a day is told, and in whose words. */
export type Today = {
  readonly today: IsoDate
  readonly calendars: Calendars
  readonly procedure: Procedure
  readonly language: OfficeLanguage
}

/** Urgent from the first reminder of the procedure on, in the term that runs out on that day. */
export function timeLeft(
  dueOn: IsoDate,
  term: TermCode | undefined,
  { today, calendars, procedure, language }: Today,
): TimeLeft {
  if (today > dueOn) {
    const over = Math.min(workingDaysBetween(dueOn, today, calendars), LATE_DAYS_SHOWN_MAX)
    const days = amount(over, 'working-days', language)
    return { text: over === 0 ? OVER[language] : LATE[language](days), urgency: 'late' }
  }
  if (today === dueOn) return { text: TODAY[language], urgency: 'soon' }
  const left = workingDaysBetween(today, dueOn, calendars)
  const isSoon = left <= soonDays(procedure, term)
  const text = LEFT[language](amount(left, 'working-days', language))
  return isSoon ? { text: SOON[language](text), urgency: 'soon' } : { text, urgency: 'none' }
}

/** The last working days of a term; of one that is unknown or too short, the very last. */
function soonDays(procedure: Procedure, code: TermCode | undefined): number {
  const term = code === undefined ? undefined : termOf(procedure, code)
  if (term === undefined) return 0
  const reminded = Math.min(100, ...procedure.warnAtPercent)
  return Math.floor((term.length * WORKING_DAYS_IN[term.unit] * (100 - reminded)) / 100)
}

/** Roughly; only a colour rests on it. */
const WORKING_DAYS_IN: Readonly<Record<TermUnit, number>> = {
  'working-days': 1,
  'calendar-days': 5 / 7,
  months: 21,
  years: 250,
}

/** How much time is left of a clock. */
export const leftText = (days: string, language: OfficeLanguage): string => LEFT[language](days)

export const stoppedText = (language: OfficeLanguage): string => STOPPED[language]

const LATE = {
  az: (days: string) => `${days} gecikib`,
  en: (days: string) => `${days} late`,
} as const

/** The day is over, and no working day has come since. */
const OVER = { az: 'Gecikib', en: 'Late' } as const

const LEFT = {
  az: (days: string) => `${days} qalıb`,
  en: (days: string) => `${days} left`,
} as const

/** What the colour says, in words: of two cases with as many days one can be nearer its end. */
const SOON = {
  az: (left: string) => `${left} (az vaxt)`,
  en: (left: string) => `${left} (soon)`,
} as const

const TODAY = { az: 'Son gün bu gündür', en: 'Due today' } as const
const STOPPED = { az: 'Müddət dayanıb', en: 'Clock stopped' } as const
