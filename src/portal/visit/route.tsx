import { Hono } from 'hono'
import { first, type Typed } from '#core/answers/typed.ts'
import { choose, without, type ChooseRefusal } from '#core/appointments/choosing.ts'
import { daysOpen, freeDays, type Choosing, type Taken } from '#core/appointments/free.ts'
import { placeOf, type Place } from '#core/appointments/places.ts'
import { isIsoMoment } from '#core/dated.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { allAskedOf, typedOf } from '#platform/typed.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { ownParts, type OwnAnswers } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import {
  bookedOf,
  isLastTime,
  OTHERS,
  others,
  stillChoosing,
  stillComing,
  visitsAsked,
  type Coming,
  type VisitAsked,
} from '#portal/visits-asked.ts'
import { VisitPage, type Trouble } from '#portal/visit/page.tsx'
import {
  appointmentsOf,
  cancelTime,
  chooseTimes,
  readingsOf,
  seatsTaken,
} from '#records/appointments.ts'
import { calendarFile } from '#telling/calendar-file.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done } from '#telling/done.tsx'

/** When somebody comes in person: they choose, move it, give it back, and take it along. */
export const visitRoute = new Hono<PortalEnv>()

for (const { pattern } of [paths.visit, paths.visitCalendar]) visitRoute.use(pattern, signedInOnly)

visitRoute.get(paths.visit.pattern, (c) =>
  mine(c, {}, async (visit, tx) => {
    const [who, place, day] = ['who', 'place', 'day'].map((name) => allAskedOf(c.req, name))
    return c.render(
      await page(c, tx, { visit, typed: { who: who ?? [], place: place ?? [], day: day ?? [] } }),
    )
  }),
)

visitRoute.post(paths.visit.pattern, (c) =>
  mine(c, { hold: true }, async (visit, tx) => {
    const typed = await typedOf(c.req)
    if (isForAnotherLanguage(typed)) return c.render(await page(c, tx, { visit, typed }))
    return first(typed, 'cancel') === ''
      ? chosen(c, tx, { visit, typed })
      : cancelled(c, tx, { visit, typed })
  }),
)

visitRoute.get(paths.visitCalendar.pattern, (c) =>
  mine(c, {}, ({ asked }) => {
    const { language, house } = c.var
    const events = asked.people.flatMap(({ id }) => {
      const booked = bookedOf(asked, id)
      const place = booked && placeOf(house.policy.places, booked.place)
      if (!booked || !place) return []
      return {
        id: booked.id,
        title: asked.visit.title[language],
        where: `${place.title[language]}, ${place.address[language]}`,
        what: asked.visit.bring[language],
        startsAt: booked.startsAt,
        minutes: place.minutes,
      }
    })
    if (events.length === 0) return c.notFound()
    return c.body(calendarFile(events, house.clock.now()), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${asked.visit.for}.ics"`,
    })
  }),
)

type Mine = {
  readonly asked: VisitAsked
  readonly own: OwnAnswers
  /** Where people can come for it. */
  readonly places: readonly Place[]
}

/** Absent too where nobody of theirs is asked to come for it any more. */
function mine(
  c: PortalContext,
  how: { readonly hold?: boolean },
  then: (mine: Mine, tx: Tx) => Response | Promise<Response>,
): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const parts = await ownParts(c, tx, how)
    const [own] = parts
    if (!own) return c.notFound()
    const visits = await appointmentsOf(tx, own.found.standing.id)
    const step = c.req.param('step')
    const all = visitsAsked(parts, visits, c.var.language)
    const asked = all.find((each) => each.step === step)
    if (!asked) return c.redirect(toCase(c, own), 303)
    const { policy } = c.var.house
    const places = policy.places.filter(({ serves }) => serves.includes(asked.visit.for))
    return then({ asked, own, places }, tx)
  })
}

/** Several of a family have one page; it is the case as a whole. */
const toCase = (c: PortalContext, { found }: OwnAnswers): string =>
  paths.application.to(c.var.language, { id: found.standing.id })

const here = (c: PortalContext, { asked, own }: Mine): string =>
  paths.visit.to(c.var.language, { id: own.found.standing.id, step: asked.step })

type Doing = {
  readonly visit: Mine
  readonly typed: Typed
  readonly trouble?: Trouble
  /** By their number: whoever is asked whether they are sure to give theirs back. */
  readonly asks?: string
}

/** Who is meant, where, and what is free there for so many. */
async function wish(tx: Tx, { visit, typed }: Doing) {
  const { asked, places, own } = visit
  const coming = [...stillComing(asked), ...others(asked)]
  const named = coming.filter(({ number }) => typed['who']?.includes(number))
  const free = stillChoosing(asked)
  const unbooked = free.filter(({ id }) => !bookedOf(asked, id))
  const whole = unbooked.length > 0 ? [...unbooked, ...others(asked)] : free
  const isAsked = typed['who'] !== undefined && typed['who'].length > 0
  const whose = isAsked || first(typed, 'press') !== '' ? named : whole
  const place = placeOf(places, first(typed, 'place')) ?? places[0]
  if (place === undefined) return { whose }
  const { calendars } = own.taking
  const around = { place, calendars, now: own.taking.at, from: asked.from }
  const taken = await seatsTaken(tx, place.code, daysOpen(around))
  return { whose, place, choosing: { ...around, taken } }
}

async function chosen(c: PortalContext, tx: Tx, doing: Doing): Promise<Response> {
  const { visit, typed } = doing
  const { asked, own } = visit
  const { whose, place, choosing } = await wish(tx, doing)
  const start = first(typed, 'start')
  const again = async (trouble: Trouble, status: 400 | 409) =>
    c.render(await page(c, tx, { visit, typed, trouble }), status)
  if (!place || !choosing) return again('not-free', 409)
  const theirs = whose.find(({ number }) => number !== OTHERS)
  if (!theirs) return again('nobody-chosen', 400)
  if (!isIsoMoment(start)) return again('no-time', 400)
  const wanted = { whose: idsOf(asked, whose), place, start }
  const all = { ...asked, whose: [...asked.whose, ...asked.beside] }
  const outcome = choose(all, wanted, { ...choosing, before: asked.before })
  if (!outcome.ok) return again(troubleOf(outcome.refusal), 409)
  const held = own.found.whole ?? own.found
  const isTogether = whose.some(({ number }) => number === OTHERS)
  const isWritten = await chooseTimes(tx, {
    held,
    step: asked.step,
    chosen: outcome.value,
    taking: own.taking,
    telling: [
      { on: 'visit-chosen', readings: [readingOf(c, theirs.id)] },
      { on: 'visit-together', readings: isTogether ? readingsOf(held, asked.beside) : [] },
    ],
  })
  if (!isWritten) return again('not-free', 409)
  return done(c, here(c, visit), isTogether ? 'visit-together' : 'visit-chosen')
}

/** Seats for all who may have to come: the Service alone knows which of the others do. */
const idsOf = ({ beside }: VisitAsked, whose: readonly Coming[]): readonly string[] =>
  whose.flatMap(({ id, number }) => (number === OTHERS ? beside : [id]))

const troubleOf = ({ reason }: ChooseRefusal): Trouble =>
  reason === 'not-asked' ? 'nobody-chosen' : reason

/** They are written to in the language that they chose for letters, whichever the page is in. */
const readingOf = ({ var: { applicant } }: PortalContext, subject: string) => ({
  party: applicant.partyId,
  language: applicant.language,
  subject,
})

/** What cannot be chosen again is given back once they have read that. */
async function cancelled(c: PortalContext, tx: Tx, { visit, typed }: Doing): Promise<Response> {
  const { asked, own } = visit
  const who = asked.people.find(({ number }) => number === first(typed, 'cancel'))
  const booked = who && bookedOf(asked, who.id)
  if (!who || !booked) return c.redirect(here(c, visit), 303)
  if (isLastTime(asked, who.id) && first(typed, 'sure') !== who.number) {
    return c.render(await page(c, tx, { visit, typed, asks: who.number }))
  }
  const around = { held: own.found.whole ?? own.found, taking: own.taking }
  const telling = { on: 'visit-cancelled', readings: [readingOf(c, who.id)] } as const
  const isDone = await cancelTime(tx, around, { visit: booked, telling })
  return isDone ? done(c, here(c, visit), 'visit-cancelled') : c.redirect(here(c, visit), 303)
}

async function page(c: PortalContext, tx: Tx, { visit, typed, trouble, asks }: Doing) {
  const { whose, place, choosing } = await wish(tx, { visit, typed })
  const ids = idsOf(visit.asked, whose)
  const days = choosing && ids.length > 0 ? freeFor(visit.asked, ids, choosing) : []
  const day = days.find((each) => each.day === first(typed, 'day')) ?? days[0]
  return (
    <VisitPage
      view={viewOf(c)}
      own={visit.own}
      asked={visit.asked}
      places={c.var.house.policy.places}
      open={visit.places}
      {...{ whose, place, days, day, trouble, asks }}
      people={ids.length}
      start={first(typed, 'start')}
    />
  )
}

/** What they have chosen before is free to them. */
function freeFor(asked: VisitAsked, ids: readonly string[], choosing: Choosing) {
  const own = ids.flatMap((id) => bookedOf(asked, id) ?? [])
  const taken: Taken = without(choosing.taken, own, choosing.place)
  return freeDays({ ...choosing, taken }, ids.length)
}
