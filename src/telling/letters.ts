import { assert } from '#core/assert.ts'
import { isIsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { stepOf } from '#core/cases/life.ts'
import { isOfficeRole } from '#core/cases/roles.ts'
import {
  DAY_MOVED,
  isVisitLetter,
  KEEP_ENDS,
  MONEY_LETTERS,
  TAKEN_OVER,
  ACTS_UNTIL,
  type CaseType,
} from '#core/policy/case-type.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths } from '#telling/duty.tsx'
import type { MailText } from '#telling/mails.ts'

/** What is kept of a letter; its words are made when it is sent or shown. */
export type KeptLetter = {
  readonly code: string
  /** The language in which it was written to the reader. */
  readonly language: Language
  readonly values: {
    readonly number: string
    /** By when there will be an answer. */
    readonly dueOn: string
    /** By when the reader has to act. */
    readonly stepDueOn: string
    readonly application: string
    /** Which of the two days were counted by a calendar that could still change. */
    readonly provisional: readonly ('dueOn' | 'stepDueOn')[]
    /** How much is owed or was paid, and by when it is to be. */
    readonly sum?: { readonly hundredths: number; readonly currency: string }
    readonly payBy?: string
  }
  /** Of whoever has no account, what stands in the link to their case. */
  readonly askedBy?: string
}

/**
 * Whether the date of a letter is the reader's: they may send something in where its step leads to,
 * or nobody else has a day to keep.
 */
function isReadersDay(type: CaseType, step: string): boolean {
  const beside = [ACTS_UNTIL, DAY_MOVED, KEEP_ENDS, TAKEN_OVER, ...MONEY_LETTERS]
  if (beside.includes(step) || isVisitLetter(step)) return false
  const rule = stepOf(type, step)
  assert(rule !== undefined, `the loader saw to it that there is a step ${step}`)
  if (type.clock === undefined) return true
  const reached = 'to' in rule ? [rule.to] : rule.from
  return type.steps.some(
    ({ kind, from, by }) =>
      kind === 'file' &&
      from.some((state) => reached.includes(state)) &&
      by.some((role) => !isOfficeRole(role)),
  )
}

/** A letter as it reads: the type's words with the values of the case in their places. */
export function renderLetter(
  type: CaseType,
  letter: KeptLetter,
  {
    portalUrl,
    language = letter.language,
  }: { readonly portalUrl: string; readonly language?: Language },
): MailText {
  const rule = type.letters.find(({ code }) => code === letter.code)
  assert(rule !== undefined, `the type that sent ${letter.code} has its words`)
  const { number, provisional, sum, payBy = '' } = letter.values
  const day = isReadersDay(type, rule.on) ? 'stepDueOn' : 'dueOn'
  const date = letter.values[day]
  const values: Readonly<Record<string, string>> = {
    number,
    dueOn: isIsoDate(date) ? formatDate(date, language) : '',
    payBy: isIsoDate(payBy) ? formatDate(payBy, language) : '',
    amount: sum === undefined ? '' : hundredths(sum, language),
    link: linkFor(letter, { portalUrl, language, place: placeOf(type, rule.on) }),
  }
  // One pass, so that what a value says is never read as a place for another.
  const filled = (text: string) =>
    text.replace(/\{([a-zA-Z]+)\}/g, (place, name: string) => values[name] ?? place)
  const body = rule.body[language]
  const isOpen = provisional.includes(day)
  return {
    subject: filled(rule.subject[language]),
    paragraphs: body
      .trim()
      .split(/\n\s*\n/)
      .flatMap((paragraph) => [
        filled(paragraph),
        ...(isOpen && paragraph.includes('{dueOn}') ? [OPEN_CALENDAR[language]] : []),
      ]),
  }
}

const OPEN_CALENDAR = {
  az: 'Bu tarix hələ rəsmi təqvimi olmayan ilə düşür, ona görə dəyişə bilər.',
  tr: 'Bu tarih, takvimi henüz resmî olmayan bir yıla denk geliyor; bu yüzden değişebilir.',
  en: 'This date falls in a year whose calendar is not official yet, so it may change.',
  ru: 'Эта дата приходится на год, календарь которого ещё не утверждён, поэтому может измениться.',
} as const satisfies Record<Language, string>

/** What was written is not on the page of the case. */
const placeOf = (type: CaseType, step: string): string =>
  stepOf(type, step)?.kind === 'say' ? '/messages' : ''

/** The page in the portal where all else that a letter speaks of can be seen. */
export const linkFor = (
  { values, askedBy }: KeptLetter,
  {
    portalUrl,
    language,
    place,
  }: { readonly portalUrl: string; readonly language: Language; readonly place: string },
): string =>
  askedBy === undefined
    ? `${portalUrl}/${language}/applications/${encodeURIComponent(values.application)}${place}`
    : `${portalUrl}/${language}/questions/${askedBy}`
