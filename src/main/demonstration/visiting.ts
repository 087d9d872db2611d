import { assert } from '#core/assert.ts'
import { choose, type Appointment } from '#core/appointments/choosing.ts'
import { daysOpen, freeDays } from '#core/appointments/free.ts'
import { subjectsActedFor } from '#core/cases/standing.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import type { Live } from '#main/demonstration/live.ts'
import { APPLICANT, type Act, type VisitDeed } from '#main/demonstration/story.ts'
import type { Tx } from '#platform/database.ts'
import {
  appearancesOf,
  appointmentsOf,
  chooseTimes,
  readingsOf,
  recordVisit,
  seatsTaken,
} from '#records/appointments.ts'
import type { Taking } from '#records/cases.ts'
import type { House } from '#records/house.ts'
import type { Case } from '#records/read-case.ts'

type Visiting = {
  readonly live: Live
  readonly found: Case
  readonly act: Act & VisitDeed
  readonly taking: Taking
}

/** A time is chosen, or what became of it is noted; nothing, where no place of a policy is open. */
export async function visited(tx: Tx, house: House, visiting: Visiting): Promise<void> {
  const { live, found, act } = visiting
  const { policy } = house
  const { on } = visiting.taking
  const taking = { ...visiting.taking, description: descriptionOf(policy, found.standing, on) }
  const before = await appointmentsOf(tx, found.standing.id)
  if (act.act === 'choose-time') {
    await chosen(tx, house, { found, before, act, taking })
    return
  }
  const whose = act.whose === APPLICANT ? live.person : live.spouse
  const visit = before.find(
    ({ party, state }) => party === whose?.reader.partyId && state === 'booked',
  )
  if (visit) await recordVisit(tx, { held: found, taking }, { visit, state: act.state })
}

type Choosing = {
  readonly found: Case
  readonly before: readonly Appointment[]
  readonly act: Extract<VisitDeed, { readonly act: 'choose-time' }>
  readonly taking: Taking
}

async function chosen(tx: Tx, { policy }: House, { found, before, act, taking }: Choosing) {
  const asked = appearancesOf(found, taking).find(({ step }) => step === act.for)
  assert(asked !== undefined, `somebody is asked to come for ${act.for}`)
  const place = policy.places.find(({ serves }) => serves.includes(asked.visit.for))
  if (place === undefined) return
  const { at: now, calendars } = taking
  const around = { place, calendars, now, from: asked.from }
  const choosing = { ...around, taken: await seatsTaken(tx, place.code, daysOpen(around)) }
  const own = subjectsActedFor(found.standing, taking.by.id)
  const whose = own.filter((id) => asked.whose.includes(id))
  const [day] = freeDays(choosing, whose.length)
  const start = act.time === 'first' ? day?.times[0] : day?.times.at(-1)
  assert(start !== undefined, 'a place of a demonstration has time')
  const outcome = choose(asked, { whose, place, start }, { ...choosing, before })
  assert(outcome.ok, `${act.for}: ${outcome.ok ? '' : outcome.refusal.reason}`)
  await chooseTimes(tx, {
    held: found,
    step: act.for,
    chosen: outcome.value,
    taking,
    telling: [{ on: 'visit-chosen', readings: readingsOf(found, whose) }],
  })
}
