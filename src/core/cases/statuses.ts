import { assert } from '#core/assert.ts'
import type { FollowRule } from '#core/cases/followed.ts'
import { givesPaper } from '#core/cases/effects.ts'
import { outcomeOf, type Life } from '#core/cases/life.ts'
import type { Standing } from '#core/cases/standing.ts'
import { addDays, dayOf, type IsoDate } from '#core/dated.ts'
import { dueOn, type Term } from '#core/deadlines/terms.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { OfficeWords, Words } from '#core/language.ts'
import type { Grounded } from '#core/policy/basis.ts'
import { termOf, type Procedure, type TermCode } from '#core/policy/procedure.ts'

/** A thing held, as policy knows it: its length, and what its ends are called. */
export type StatusKind = Grounded<{
  readonly code: string
  readonly title: Words
  readonly clock: TermCode
  readonly tag: Words
  readonly officeTag: OfficeWords
  readonly verifiable: boolean
  /** On which kinds it can rest, and the case that is opened about it when that is gone. */
  readonly restsOn?: readonly string[]
  readonly whenGone?: { readonly open: string }
  /** Services that are told when it is given, and of each later change. */
  readonly tells?: readonly string[]
  /** What its holders are followed by, and nothing else. */
  readonly follows?: readonly FollowRule[]
}> & { readonly ends: readonly StatusEnd[] }

/** How a status can end; one of them by its own time. */
export type StatusEnd = Grounded<{
  readonly code: string
  readonly byTime?: boolean
  readonly tag: Words
  readonly title: Words
  readonly officeTag: OfficeWords
}>

/** Whether anything that was decided in a case gave a status, or had one name its holder anew. */
export const hasGiven = (life: Pick<Life, 'outcomes'>, { decided }: Standing): boolean =>
  decided?.decisions.some(({ outcome: code }) =>
    outcomeOf(life, code)?.effects.some(givesPaper),
  ) === true

/** The first day on which something holds; or the last on which what it goes on from did. */
export type Start = { readonly on: IsoDate } | { readonly after: IsoDate }

/**
 * The last day on which a status holds from there: as long as its kind, or as long as was asked for
 * where that is less. Its first day is one of those that it is given for, in whatever they are
 * counted, and so it ends a day before, or on the last of a month that is too short for that; what
 * goes on ends on the day of the month on which it would have ended.
 */
export function validUntil(
  { clock, asked }: Pick<StatusKind, 'clock'> & { readonly asked?: Term },
  start: Start,
  { procedure, calendars }: { readonly procedure: Procedure; readonly calendars: Calendars },
): IsoDate {
  const term = termOf(procedure, clock)
  assert(term !== undefined, `the loader saw to it that there is a term ${clock}`)
  const until = (wanted: Term) =>
    'on' in start ? lastOf(wanted, start.on, calendars) : dueOn(wanted, start.after, calendars)
  const most = until(term)
  const wanted = asked && until(asked)
  return wanted !== undefined && wanted < most ? wanted : most
}

function lastOf(term: Term, first: IsoDate, calendars: Calendars): IsoDate {
  const after = dueOn(term, first, calendars)
  const isShort = ['months', 'years'].includes(term.unit) && dayOf(after) < dayOf(first)
  return isShort ? after : addDays(after, -1)
}

/** What the end of a status by its own time is called. */
export function endByTime({ code, ends }: Pick<StatusKind, 'code' | 'ends'>): string {
  const end = ends.find(({ byTime }) => byTime === true)
  assert(end !== undefined, `the loader saw to it that ${code} ends by its time`)
  return end.code
}
