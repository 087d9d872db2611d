import type { AppealDays } from '#core/cases/appeal.ts'
import { turnOf, type Owed } from '#core/cases/dues.ts'
import { asksFor, stateOf, type StateCode } from '#core/cases/life.ts'
import type { IsoDate } from '#core/dated.ts'
import type { TermUnit } from '#core/deadlines/terms.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { roleName } from '#telling/roles.ts'

/** Where a case stands, as far as whoever reads of it may know. */
type Standing = {
  readonly type: CaseType
  readonly state: StateCode
  /** What others still owe; nothing where the reader may not know who has answered. */
  readonly owed?: Owed
}

/** By when whoever has to move does, or until when what was decided can be fought. */
type Days = {
  readonly dueOn?: IsoDate | undefined
  /** What was counted to that day. */
  readonly unit?: TermUnit | undefined
  /** How late it is, where it is. */
  readonly late?: string | undefined
  /** Of an unfavourable decision. */
  readonly contest?: AppealDays | undefined
}

type Reading = {
  readonly on: IsoDate
  readonly calendars: Calendars
  readonly language: Language
}

/** Who has to move now; undefined where nobody has. */
export function whoseTurn(
  { type, state, owed = {} }: Standing,
  language: Language,
): string | undefined {
  const { owner } = turnOf({ state }, type, owed)
  if (owner === undefined) return undefined
  const isHidden = isWithOthers(type, state) && !Object.values(owed).includes(true)
  if (!isHidden) return roleName(owner, type, language)
  return asksFor(type, 'vote') ? WORDS[language].members : WORDS[language].asked
}

const isWithOthers = (type: CaseType, state: StateCode): boolean =>
  stateOf(type, state)?.stage === 'with-others'

/** What comes next, whole: who has to move and by when, or what can still be done about the end. */
export function nextText(
  { dueOn, unit, late, contest, ...standing }: Standing & Days,
  reading: Reading,
): string {
  const { language, calendars } = reading
  const words = WORDS[language]
  const who = whoseTurn(standing, language)
  if (who === undefined) return contest === undefined ? words.ended : contestText(contest, reading)
  if (dueOn === undefined) return words.turn.replace('{who}', who)
  const day = formatCountedDay(dueOn, { language, calendars, style: 'full', unit })
  return words.turnBy
    .replace('{who}', who)
    .replace('{day}', late === undefined ? day : `${day} (${late})`)
}

/** Each way has a last day of its own; one that has passed is no way any more. */
function contestText({ councilUntil, courtUntil }: AppealDays, reading: Reading): string {
  const { on, language, calendars } = reading
  const words = WORDS[language]
  const ways = [
    [words.council, councilUntil],
    [words.court, courtUntil],
  ] as const
  const open = ways.flatMap(([text, until]) =>
    until === undefined || on > until
      ? []
      : [text.replace('{day}', formatCountedDay(until, { language, calendars, style: 'full' }))],
  )
  return open.length === 0 ? words.ended : open.join(' ')
}

type NextWords = Readonly<
  Record<'turn' | 'turnBy' | 'asked' | 'members' | 'council' | 'court' | 'ended', string>
>

const WORDS: Readonly<Record<Language, NextWords>> = {
  az: {
    turn: 'Gözlənilən: {who}.',
    turnBy: 'Gözlənilən: {who}, son gün: {day}.',
    asked: 'Sorğu göndərilmiş dövlət orqanları',
    members: 'Hələ səs verməmiş şura üzvləri',
    council: 'Qərardan Apellyasiya Şurasına şikayət vermək üçün son gün: {day}.',
    court: 'Məhkəməyə müraciət etmək üçün son gün: {day}.',
    ended: 'Baxılma başa çatıb. Heç kimdən heç nə gözlənilmir.',
  },
  tr: {
    turn: 'Sıradaki: {who}.',
    turnBy: 'Sıradaki: {who}, son gün: {day}.',
    asked: 'Yanıtı istenen devlet kurumları',
    members: 'Kurulun henüz oy vermeyen üyeleri',
    council: 'Karara karşı Apelasyon Kuruluna şikâyet için son gün: {day}.',
    court: 'Mahkemeye başvurmak için son gün: {day}.',
    ended: 'İnceleme sona erdi. Kimsenin bir şey yapması gerekmiyor.',
  },
  en: {
    turn: 'Next to act: {who}.',
    turnBy: 'Next to act: {who}, by {day}.',
    asked: 'State bodies that were asked',
    members: 'Members of the council who have not voted yet',
    council: 'The decision can be contested before the Appeal Council until {day}.',
    court: 'A claim in court is possible until {day}.',
    ended: 'The case has ended. Nobody has to do anything.',
  },
  ru: {
    turn: 'Чья очередь: {who}.',
    turnBy: 'Чья очередь: {who}, последний день: {day}.',
    asked: 'Запрошенные государственные органы',
    members: 'Члены совета, которые ещё не проголосовали',
    council: 'Последний день для жалобы на решение в Апелляционный совет: {day}.',
    court: 'Последний день для обращения в суд: {day}.',
    ended: 'Рассмотрение завершено. Ни от кого ничего не требуется.',
  },
}
