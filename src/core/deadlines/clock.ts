import { assert } from '#core/assert.ts'
import { addDays, daysBetween, type IsoDate } from '#core/dated.ts'
import {
  asOf,
  counts,
  dayOf,
  daysOf,
  isPaused,
  type Counted,
  type Pause,
} from '#core/deadlines/counted.ts'
import { mayMove, type Term, type TermUnit } from '#core/deadlines/terms.ts'
import { addWorkingDays, workingDaysBetween, type Calendars } from '#core/deadlines/working-days.ts'

/** How a statutory clock runs: read from the procedure in force. */
export type ClockRules = {
  readonly term: Term
  readonly stopsWhileReturned: boolean
  /** Absent where it is never extended. */
  readonly extension?: { readonly term: Term; readonly times: number }
  /** Shares of the whole time, above 0 and up to 1. */
  readonly warnAt: readonly number[]
}

/** What has happened to a case, and the day on which its clock is read. */
export type ClockFacts = {
  readonly startedOn: IsoDate
  readonly pauses: readonly Pause[]
  readonly extensions: number
  readonly endedOn?: IsoDate | undefined
  readonly on: IsoDate
  readonly rules: ClockRules
  readonly calendars: Calendars
}

/** A clock as it stands on one day. Days are counted in the units of its terms. */
export type Clock = {
  /** While the clock is stopped, the day it would be if it went on after the day of reading. */
  readonly dueOn: IsoDate
  readonly dueOnWithoutStops: IsoDate
  readonly stopped: boolean
  /** Goes on beyond the total when the case is overdue. */
  readonly usedDays: number
  readonly totalDays: number
  readonly leftDays: number
  readonly overdue: boolean
  readonly warnings: readonly { readonly share: number; readonly on: IsoDate }[]
  /** The due day was counted by a calendar that may still change. */
  readonly provisional: boolean
  /** What its days are: those of work, or all of them. */
  readonly countedIn: 'working-days' | 'calendar-days'
  readonly extensionsLeft: number
  /** It stands still while the case is with the applicant. */
  readonly canStop: boolean
}

/** What may be told of a clock: its day while it runs, and what is left while it stands still. */
export type Told =
  | { readonly kind: 'day'; readonly on: IsoDate }
  | { readonly kind: 'left'; readonly days: number; readonly unit: Clock['countedIn'] }

/** A stopped clock has no day to tell: it would be another one tomorrow. */
export const toldOf = ({ stopped, dueOn: on, leftDays, countedIn }: Clock): Told =>
  stopped ? { kind: 'left', days: leftDays, unit: countedIn } : { kind: 'day', on }

/** What its day is counted from: the term and each extension after it, without the stops. */
export const countedOf = ({
  startedOn: from,
  pauses,
  extensions,
  rules: { term, extension, stopsWhileReturned },
}: Pick<ClockFacts, 'startedOn' | 'pauses' | 'extensions' | 'rules'>): Counted => ({
  from,
  terms: [term, ...(extension ? Array.from({ length: extensions }, () => extension.term) : [])].map(
    plainTerm,
  ),
  pauses: stopsWhileReturned ? pauses : [],
})

/** A term of a procedure has a name and a source too. */
export const plainTerm = ({ length, unit }: Term): Term => ({ length, unit })

/** A clock depends on nothing but its rules and what had happened by the day it is read. */
export function readClock(facts: ClockFacts): Clock {
  assertSound(facts)
  const { startedOn, endedOn, on, rules, calendars } = facts
  const ended = endedOn !== undefined && endedOn <= on
  const at = ended ? endedOn : on
  const whole = countedOf(facts)
  const counted = asOf(whole, at)

  const days = daysOf(counted, calendars)
  const due = dayOf(counted, calendars)
  const totalDays = days.length
  const usedDays =
    days.filter((day) => day <= at).length + daysOver(counted, { due, at, calendars })

  return {
    dueOn: due,
    dueOnWithoutStops: dayOf({ ...counted, pauses: [] }, calendars),
    stopped: !ended && whole.pauses.some((pause) => isOpen(pause, at)),
    usedDays,
    totalDays,
    leftDays: Math.max(0, totalDays - usedDays),
    overdue: at > due,
    warnings: rules.warnAt.map((share) => ({
      share,
      on: days[daysOfShare(share, totalDays) - 1] ?? startedOn,
    })),
    provisional: mayMove(due, rules.term.unit, calendars),
    countedIn: rules.term.unit === 'working-days' ? 'working-days' : 'calendar-days',
    extensionsLeft: (rules.extension?.times ?? 0) - facts.extensions,
    canStop: rules.stopsWhileReturned,
  }
}

function assertSound({ startedOn, pauses, extensions, endedOn, on, rules }: ClockFacts): void {
  const times = rules.extension?.times ?? 0
  assert(startedOn <= on, 'a clock is read once it has started')
  assert(endedOn === undefined || startedOn <= endedOn, 'a clock ends after it started')
  assert(Number.isInteger(extensions) && extensions >= 0, 'extensions are counted')
  assert(extensions <= times, 'a clock is extended only as often as its rules allow')
  const forward = pauses.every(({ from, until }) => until === undefined || from <= until)
  assert(forward, 'a pause ends after it began')
}

const isOpen = ({ from, until }: Pause, at: IsoDate): boolean =>
  from <= at && (until === undefined || until > at)

function daysOver(
  counted: Counted,
  { due, at, calendars }: { due: IsoDate; at: IsoDate; calendars: Calendars },
): number {
  const term = counted.terms.at(-1)
  assert(term !== undefined, 'a clock has a term')
  let over = 0
  for (let date = due; date < at;) {
    date = addDays(date, 1)
    if (counts(date, term, calendars) && !isPaused(date, counted)) over += 1
  }
  return over
}

/** A time that runs from one day to another, in a term of that unit. */
export type Running = { readonly from: IsoDate; readonly until: IsoDate; readonly unit: TermUnit }

/** The day on which such a share of it is over: days of work, where its term counts those. */
export function dayOfShare(
  share: number,
  { from, until, unit }: Running,
  calendars: Calendars,
): IsoDate {
  if (until <= from) return from
  return unit === 'working-days'
    ? addWorkingDays(
        from,
        daysOfShare(share, workingDaysBetween(from, until, calendars)),
        calendars,
      )
    : addDays(from, daysOfShare(share, daysBetween(from, until)))
}

/** Rounded up; the margin keeps 0.07 of 100 at 7, which floating point puts a hair above. */
function daysOfShare(share: number, totalDays: number): number {
  assert(share > 0 && share <= 1, 'a warning comes at a share above 0 and up to 1')
  return Math.ceil(share * totalDays - 1e-9)
}
