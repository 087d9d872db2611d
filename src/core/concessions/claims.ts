import { classesFrom, lastDayIn, type Holding, type Member } from '#core/concessions/classes.ts'
import { heldForYears, heldOn } from '#core/concessions/held.ts'
import { addDays, addMonths, addYears, type IsoDate } from '#core/dated.ts'
import type { Term } from '#core/deadlines/terms.ts'
import { isWorkingDay, type Calendars } from '#core/deadlines/working-days.ts'
import type { Concession, Concessions, Need } from '#core/policy/concessions.ts'

/** How a concession stands for somebody on a day. */
export type Stands =
  /** It can be had; of what the law leaves open, an official says whether. */
  | ({ readonly is: 'now' | 'open' } & Window)
  /** They have what it gives. */
  | ({ readonly is: 'held'; readonly holding: Holding } & Window)
  /** From that day on, if they still hold then what they hold by now, and that ends before. */
  | { readonly is: 'later'; readonly from: IsoDate; readonly holding?: Holding }
  /** Something is missing of which nobody knows when it comes; and when years end. */
  | { readonly is: 'not-yet'; readonly need: Need; readonly from?: IsoDate }
  /** They have something that makes it needless. */
  | { readonly is: 'needless'; readonly holding: Holding }
  /** It was for them until that day. */
  | { readonly is: 'over'; readonly since: IsoDate; readonly because: Ending }
  /** It is for others, or for them no longer by the day on which they could have it. */
  | { readonly is: 'not' }

/** In a word. */
export type ClaimStands = Stands['is']

/** The last day and what ends it then; and by when one has to apply, where the law says so. */
type Window = {
  readonly until?: IsoDate
  readonly because?: Ending
  readonly applyBy?: IsoDate
}

/** Their age, the law itself, or the status that all of it rests on. */
type Ending = 'age' | 'law' | 'status'

/** Whose family it is, and what is asked of it. */
export type FamilyKnown = {
  /** Whoever holds the status that all rests on. */
  readonly migrant: Member
  readonly concessions: Concessions
  readonly calendars: Calendars
}

/** One concession as it stands for somebody. */
export type Claimed = { readonly concession: Concession; readonly stands: Stands }

/** All concessions as they stand for one of a family on that day, in the order of the law. */
export const claimsOf = (member: Member, family: FamilyKnown, on: IsoDate): readonly Claimed[] =>
  family.concessions.concessions.map((concession) => ({
    concession,
    stands: standsFor(member, { ...family, concession }, on),
  }))

/**
 * The same as people are told of it. What comes of itself comes with what is applied for to the
 * same end: while nobody knows when all of that comes, a day for what only eases it would promise
 * it.
 */
export const asTold = (claims: readonly Claimed[]): readonly Claimed[] =>
  claims.map((each) => withoutItsDay(each, claims))

function withoutItsDay(claimed: Claimed, claims: readonly Claimed[]): Claimed {
  const { concession, stands } = claimed
  if (concession.by === 'application' || stands.is !== 'later') return claimed
  const eases = claims.filter(
    (each) =>
      each.concession.aim === concession.aim &&
      each.concession.by === 'application' &&
      !CLOSED.includes(each.stands.is),
  )
  const [lacked] = eases.flatMap((each) => (each.stands.is === 'not-yet' ? [each.stands] : []))
  const isLacked = lacked !== undefined && eases.every((each) => each.stands.is === 'not-yet')
  return isLacked ? { concession, stands: lacked } : claimed
}

const CLOSED: readonly ClaimStands[] = ['over', 'needless', 'not']

type Asked = FamilyKnown & { readonly concession: Concession }

function standsFor(member: Member, asked: Asked, on: IsoDate): Stands {
  const ends = endsOf(member, asked, on)
  const { concession, calendars } = asked
  const { kinds = [], needs = [], ahead } = concession
  if ('is' in ends) {
    // Years that are not over by a birthday are as much in the way as the birthday.
    const isLong = ends.is === 'later' && needs.some(({ need }) => need === 'held-for')
    const lacked = isLong ? lackedBy(member, asked, { on, first: ends.from }) : ends
    return 'is' in lacked ? lacked : ends
  }
  const has = heldOn(member.holds, kinds, on)
  if (has) return { is: 'held', holding: has, ...ends, ...applyBy(has, ahead, calendars) }
  const lacked = lackedBy(member, asked, { on, first: on })
  if ('is' in lacked) return lacked
  const by = lacked.rests && applyBy(lacked.rests, ahead, calendars)
  return { is: isOpen(concession, on) ? 'open' : 'now', ...ends, ...by }
}

type Days = {
  readonly on: IsoDate
  /** From which day on it is for them. */ readonly first: IsoDate
}

/** What is missing of all that it needs; or on which holding it rests, where that has to last. */
function lackedBy(
  member: Member,
  asked: Asked,
  { on, first }: Days,
): Stands | { readonly rests?: Holding } {
  let rests: Holding | undefined
  for (const need of asked.concession.needs ?? []) {
    const known = need.need === 'migrant-holds' ? asked.migrant.holds : member.holds
    const holding = heldOn(known, need.kinds, on)
    if (need.need === 'holds-none') {
      if (holding) return { is: 'needless', holding }
      continue
    }
    if (!holding) return { is: 'not-yet', need, ...yearsUntil(member, asked, on) }
    const long = need.need === 'held-for' ? heldForYears(known, need, on) : undefined
    if (long !== undefined) {
      const from = long.from > first ? long.from : first
      if (from > on) return laterThan(from, { holding, member, asked, on })
      rests = holding
    }
  }
  return rests === undefined ? {} : { rests }
}

/** From when on they have held long enough, where time brings that besides. */
function yearsUntil(
  { holds }: Member,
  { concession: { needs = [] } }: Asked,
  on: IsoDate,
): { readonly from?: IsoDate } {
  const from = needs
    .flatMap((need) =>
      need.need === 'held-for' ? (heldForYears(holds, need, on)?.from ?? []) : [],
    )
    .toSorted()
    .at(-1)
  return from === undefined || from <= on ? {} : { from }
}

/** True where the law leaves open, on that day, whether it gives it. */
export const isOpen = (
  { open, openFrom }: Pick<Concession, 'open' | 'openFrom'>,
  on: IsoDate,
): boolean => open !== undefined && (openFrom === undefined || openFrom <= on)

/** From a day on that is still to come, if they are somebody whom it is for by then. */
function laterThan(
  from: IsoDate,
  { holding, member, asked, on }: { holding: Holding; member: Member; asked: Asked; on: IsoDate },
): Stands {
  const { migrant, concessions } = asked
  const isTheirs = spansOf(member, asked, on).some(
    ({ from: first, until = from }) => first <= from && from <= until,
  )
  const { until = from } = asked.concession
  if (!isTheirs || until < from) return { is: 'not' }
  const rests = heldOn(migrant.holds, [concessions.holds], on)
  const before = [holding, rests].find((each) => each !== undefined && each.until < from)
  return { is: 'later', from, ...(before === undefined ? {} : { holding: before }) }
}

/** What ends it for somebody whom it is for on that day; or how it stands for whom it is not. */
function endsOf(member: Member, asked: Asked, on: IsoDate): Window | Stands {
  const { concession, concessions, migrant } = asked
  const spans = spansOf(member, asked, on)
  const [next] = spans
  if (next === undefined) return gone(member, asked, on)
  const status = migrant.holds.filter(({ kind }) => kind === concessions.holds)
  const rests = heldOn(status, [concessions.holds], on)
  if (rests === undefined) {
    const last = status
      .map(({ until }) => until)
      .toSorted()
      .at(-1)
    return last !== undefined && last < on
      ? { is: 'over', since: last, because: 'status' }
      : { is: 'not-yet', need: { need: 'migrant-holds', kinds: [concessions.holds] } }
  }
  if (next.from > on) {
    const { from } = next
    return { is: 'later', from, ...(rests.until < from ? { holding: rests } : {}) }
  }
  const sure =
    concession.openFrom !== undefined && concession.openFrom > on
      ? addDays(concession.openFrom, -1)
      : undefined
  const ends: readonly Required<Pick<Window, 'until' | 'because'>>[] = [
    { until: rests.until, because: 'status' as const },
    ...(next.until === undefined ? [] : [{ until: next.until, because: 'age' as const }]),
    ...[concession.until, sure].flatMap((until) =>
      until === undefined ? [] : [{ until, because: 'law' as const }],
    ),
  ]
  return ends.reduce((first, each) => (each.until < first.until ? each : first))
}

/** From when to when it is for somebody, from that day on; what follows without a gap is one. */
function spansOf(member: Member, { concession, concessions }: Asked, on: IsoDate): readonly Span[] {
  const { for: meant, from: first = on, until: last } = concession
  if (last !== undefined && last < on) return []
  return classesFrom(member, concessions, on)
    .filter(({ code }) => meant.includes(code))
    .reduce<readonly Span[]>((spans, { from, until }) => {
      const before = spans.at(-1)
      const isOne = before?.until !== undefined && addDays(before.until, 1) === from
      const span = { from: isOne ? before.from : from, ...(until === undefined ? {} : { until }) }
      return [...(isOne ? spans.slice(0, -1) : spans), span]
    }, [])
    .filter(({ from, until = first }) => until >= first && from <= (last ?? from))
    .map((span) => (span.from < first ? { ...span, from: first } : span))
}

type Span = { readonly from: IsoDate; readonly until?: IsoDate }

/** It was for them once, or never. */
function gone(member: Member, { concession, concessions, migrant }: Asked, on: IsoDate): Stands {
  const own = concessions.classes.filter(
    ({ code, roles }) =>
      concession.for.includes(code) &&
      (member.role === undefined ? roles === undefined : roles?.includes(member.role)),
  )
  if (own.length === 0) return { is: 'not' }
  if (concession.until !== undefined && concession.until < on) {
    return { is: 'over', since: concession.until, because: 'law' }
  }
  const days = own.flatMap((each) => lastDayIn(member, each) ?? [])
  const last = days.toSorted().at(-1)
  if (last === undefined || last >= on) return { is: 'not' }
  // Whoever was too old before anybody held the status never had it.
  const wasTheirs = migrant.holds.some(
    ({ kind, from }) => kind === concessions.holds && from <= last,
  )
  return wasTheirs ? { is: 'over', since: last, because: 'age' } : { is: 'not' }
}

/** The last day that is so long before the end of what is held. */
function applyBy(
  { until }: Holding,
  ahead: Term | undefined,
  calendars: Calendars,
): Pick<Window, 'applyBy'> {
  return ahead === undefined ? {} : { applyBy: lastDayAhead(ahead, until, calendars) }
}

/** The last day on which at least that time is left until a day. */
export function lastDayAhead(
  { length, unit }: Term,
  until: IsoDate,
  calendars: Calendars,
): IsoDate {
  switch (unit) {
    case 'calendar-days':
      return addDays(until, -length)
    case 'months':
      return addMonths(until, -length)
    case 'years':
      return addYears(until, -length)
    case 'working-days': {
      let day = until
      for (let left = length; left > 0;) {
        day = addDays(day, -1)
        if (isWorkingDay(day, calendars)) left -= 1
      }
      return day
    }
  }
}
