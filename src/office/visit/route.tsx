import { Hono } from 'hono'
import { first, type Typed } from '#core/answers/typed.ts'
import { choose, without, type ChooseRefusal } from '#core/appointments/choosing.ts'
import { daysOpen, freeDays } from '#core/appointments/free.ts'
import { placeOf } from '#core/appointments/places.ts'
import { askOf } from '#core/cases/life.ts'
import { isIsoMoment } from '#core/dated.ts'
import { caseAddress, withBack } from '#office/back.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { noteLook, openCase, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import {
  bookedOf,
  recordsVisits,
  stillExpected,
  visitsSeen,
  type VisitSeen,
} from '#office/visits-asked.ts'
import { VisitPage, type Trouble } from '#office/visit/page.tsx'
import { inTransaction, type Tx } from '#platform/database.ts'
import { allAskedOf, typedOf } from '#platform/typed.ts'
import { cancelTime, chooseTimes, readingsOf, seatsTaken } from '#records/appointments.ts'
import { done } from '#telling/done.tsx'

/** An official says when somebody comes in person, who cannot say it online. */
export const visitRoute = new Hono<OfficeEnv>()

visitRoute.use(paths.visit.pattern, signedInOnly)

visitRoute.get(paths.visit.pattern, (c) =>
  theirs(c, { hold: false }, async (visit, tx) => {
    const typed = Object.fromEntries(
      ['who', 'place', 'day'].map((name) => [name, allAskedOf(c.req, name)]),
    )
    return c.render(await page(c, tx, { visit, typed }))
  }),
)

visitRoute.post(paths.visit.pattern, async (c) => {
  const typed = await typedOf(c.req)
  return theirs(c, { hold: true }, (visit, tx) =>
    first(typed, 'cancel') === ''
      ? chosen(c, tx, { visit, typed })
      : cancelled(c, tx, { visit, typed }),
  )
})

type Theirs = { readonly open: OpenCase; readonly seen: VisitSeen }

/** Absent for whoever may not record that they came; the case, where it is not asked any more. */
function theirs(
  c: OfficeContext,
  how: { readonly hold: boolean },
  then: (visit: Theirs, tx: Tx) => Promise<Response>,
): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const open = await openCase(c, tx, how)
    const step = c.req.param('step') ?? ''
    const isVisit = open && askOf(open.law.type, step)?.visit !== undefined
    if (!open || !isVisit || !recordsVisits(c.var.official, open.law.type, step)) {
      return c.notFound()
    }
    const all = await visitsSeen(tx, open, c.var.language)
    const seen = all.find((each) => each.step === step)
    if (seen) return then({ open, seen }, tx)
    return c.redirect(caseAddress(viewOf(c), open.found.standing.id), 303)
  })
}

const here = (c: OfficeContext, { open, seen }: Theirs): string =>
  withBack(
    viewOf(c),
    paths.visit.to(c.var.language, { id: open.found.standing.id, step: seen.step }),
  )

type Doing = { readonly visit: Theirs; readonly typed: Typed; readonly trouble?: Trouble }

/** Who is meant, where, and what is free there. */
async function wish(c: OfficeContext, tx: Tx, { visit: { open, seen }, typed }: Doing) {
  const places = c.var.house.policy.places.filter(({ serves }) => serves.includes(seen.visit.for))
  const coming = stillExpected(seen)
  const named = coming.filter(({ number }) => typed['who']?.includes(number))
  const unbooked = coming.filter(({ id }) => !bookedOf(seen, id))
  const usual = unbooked.length > 0 ? unbooked : coming
  const whose = named.length > 0 || first(typed, 'press') !== '' ? named : usual
  const place = placeOf(places, first(typed, 'place')) ?? places[0]
  if (place === undefined) return { places, coming, whose }
  const { calendars, at: now } = open.taking
  const around = { place, calendars, now, from: seen.from }
  const taken = await seatsTaken(tx, place.code, daysOpen(around))
  return { places, coming, whose, place, choosing: { ...around, taken } }
}

async function chosen(c: OfficeContext, tx: Tx, doing: Doing): Promise<Response> {
  const { visit, typed } = doing
  const { open, seen } = visit
  const { whose, place, choosing } = await wish(c, tx, doing)
  const start = first(typed, 'start')
  const again = async (trouble: Trouble, status: 400 | 409) =>
    c.render(await page(c, tx, { visit, typed, trouble }), status)
  if (!place || !choosing) return again('not-free', 409)
  if (whose.length === 0) return again('nobody-chosen', 400)
  if (!isIsoMoment(start)) return again('no-time', 400)
  const ids = whose.map(({ id }) => id)
  const wanted = { whose: ids, place, start, byService: true } as const
  const outcome = choose(seen, wanted, { ...choosing, before: seen.before })
  if (!outcome.ok) return again(troubleOf(outcome.refusal), 409)
  const isWritten = await chooseTimes(tx, {
    held: open.found,
    step: seen.step,
    chosen: outcome.value,
    taking: open.taking,
    telling: [{ on: 'visit-set', readings: readingsOf(open.found, ids) }],
  })
  return isWritten ? done(c, here(c, visit), 'visit-set') : again('not-free', 409)
}

/** No number of changes binds an official. */
function troubleOf({ reason }: ChooseRefusal): Trouble {
  if (reason === 'not-asked') return 'nobody-chosen'
  return reason === 'moved-too-often' ? 'not-free' : reason
}

async function cancelled(c: OfficeContext, tx: Tx, { visit, typed }: Doing): Promise<Response> {
  const { open, seen } = visit
  const who = seen.people.find(({ number }) => number === first(typed, 'cancel'))
  const booked = who && bookedOf(seen, who.id)
  if (!who || !booked) return c.redirect(here(c, visit), 303)
  const isDone = await cancelTime(
    tx,
    { held: open.found, taking: open.taking },
    {
      visit: booked,
      telling: { on: 'visit-cleared', readings: readingsOf(open.found, [who.id]) },
    },
  )
  return isDone ? done(c, here(c, visit), 'visit-cancelled') : c.redirect(here(c, visit), 303)
}

/** It names people: that it was looked at is noted before it is shown. */
async function page(c: OfficeContext, tx: Tx, { visit, typed, trouble }: Doing) {
  const { seen, open } = visit
  await noteLook(tx, open, 'visit-page')
  const { places, coming, whose, place, choosing } = await wish(c, tx, { visit, typed })
  const own = whose.flatMap(({ id }) => bookedOf(seen, id) ?? [])
  const days =
    choosing && whose.length > 0
      ? freeDays({ ...choosing, taken: without(choosing.taken, own, choosing.place) }, whose.length)
      : []
  const day = days.find((each) => each.day === first(typed, 'day')) ?? days[0]
  return (
    <VisitPage
      view={viewOf(c)}
      open={open}
      seen={seen}
      all={c.var.house.policy.places}
      {...{ places, coming, whose, place, days, day, trouble }}
      start={first(typed, 'start')}
    />
  )
}
