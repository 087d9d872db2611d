import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { appearancesIn, type Appearance } from '#core/appointments/visits.ts'
import { openFor, type Appointment, type Chosen } from '#core/appointments/choosing.ts'
import type { Taken } from '#core/appointments/free.ts'
import { answer } from '#core/cases/answering.ts'
import { rolesIn } from '#core/cases/context.ts'
import { stepOf } from '#core/cases/life.ts'
import { lastFiled, type Standing } from '#core/cases/standing.ts'
import { addDays, dayInBaku, hourInBaku, isoMoment, type IsoDate } from '#core/dated.ts'
import type { VisitLetter } from '#core/policy/case-type.ts'
import { json, type Tx } from '#platform/database.ts'
import { lawOf } from '#records/case-rows.ts'
import { contextIn, recordStep, type Taking } from '#records/cases.ts'
import type { Reading } from '#records/letters.ts'
import { partIn, type Case } from '#records/read-case.ts'
import { leafOfVisit, lettersOfVisit, type Telling } from '#records/visit-papers.ts'

/** When people come in person: chosen in the portal, recorded in the office. */

/** Those of a case that whoever acts may read, the earliest first. */
export async function appointmentsOf(tx: Tx, caseId: string): Promise<readonly Appointment[]> {
  const rows = await tx
    .selectFrom('appointment')
    .select(['id', 'party', 'step', 'place', 'startsAt', 'state', 'byService'])
    .where('caseId', '=', caseId)
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
  return rows.map(({ startsAt, state, byService, ...row }) => ({
    ...row,
    startsAt: isoMoment(startsAt),
    state: stateIn(state),
    ...(byService ? { byService } : {}),
  }))
}

const STATES: Readonly<Record<Appointment['state'], true>> = {
  booked: true,
  moved: true,
  cancelled: true,
  'called-off': true,
  came: true,
  missed: true,
}

const isState = (text: string): text is Appointment['state'] => Object.hasOwn(STATES, text)

export function stateIn(text: string): Appointment['state'] {
  if (!isState(text)) throw new Error('The database knows a state of a visit that nobody does')
  return text
}

/** How many are expected at a place on some days, without who they are. */
export async function seatsTaken(
  tx: Tx,
  place: string,
  { from, until }: { readonly from: IsoDate; readonly until: IsoDate },
): Promise<Taken> {
  const [start, end] = [hourInBaku(from, 4), hourInBaku(addDays(until, 1), 4)]
  const { rows } = await sql<{ startsAt: string; taken: number }>`
    select * from seats_taken(${place}, ${start}::timestamptz, ${end}::timestamptz)`.execute(tx)
  return new Map(rows.map(({ startsAt, taken }) => [isoMoment(startsAt), taken]))
}

/** What a case asks people to come for, as whoever holds all of it reads it. */
export const appearancesOf = (
  { standing, ...held }: Case,
  { description, calendars, on, at, by }: Taking,
): readonly Appearance[] =>
  appearancesIn(standing, {
    law: lawOf({ description, calendars, on, at, by }),
    // Of whom nothing is kept there is nobody to come.
    answersOf: (subject) =>
      held.erased?.includes(subject) === true
        ? {}
        : (lastFiled(partIn({ ...held, standing }, subject).standing)?.answers ?? {}),
    on,
  })

type Choosing = {
  readonly held: Case
  readonly step: string
  readonly chosen: readonly Chosen[]
  readonly taking: Taking
  readonly telling: readonly Told[]
}

/** Who reads what was done with a time, and of which letter. */
type Told = { readonly on: VisitLetter; readonly readings: readonly Reading[] }

/** Each who is written to about some of a case once, of the first of those whom they read of. */
export function readingsOf(held: Case, whose: readonly string[]): readonly Reading[] {
  const readers = new Map<string, Reading>()
  for (const subject of whose) {
    const { partyId: party, language } = partIn(held, subject).reader
    if (!readers.has(party)) readers.set(party, { party, language, subject })
  }
  return [...readers.values()]
}

/** Writes when they come, all of them or none; false where somebody was faster. */
export async function chooseTimes(
  tx: Tx,
  { held, step, chosen, taking, telling }: Choosing,
): Promise<boolean> {
  const { at } = taking
  const wanted = chosen.map(({ party, place, startsAt }) => {
    const told = { id: randomUUID(), party, step, place, startsAt, state: 'booked' } as const
    const leaf = visitLeaf({ held, taking }, told)
    return { id: told.id, party, place, starts_at: startsAt, leaf }
  })
  const letters = chosen.flatMap((each) =>
    telling.flatMap((told) => toldOf({ held, taking }, told, each)),
  )
  const { rows } = await sql<{ done: boolean }>`
    select choose_appointments(
      ${held.standing.id}::uuid, ${step}, ${json(wanted)}, ${json(letters)}, ${at}::timestamptz
    ) as done`.execute(tx)
  return rows[0]?.done === true
}

type Around = { readonly held: Case; readonly taking: Taking }

/** The letters of those who read of whose time it is; they go out at once. */
const toldOf = (
  around: Around,
  { on, readings }: Told,
  { party, startsAt }: Pick<Appointment, 'party' | 'startsAt'>,
) =>
  readings
    .filter(({ subject }) => subject === party)
    .flatMap((reading) => lettersFor(around, on, { startsAt, reading }))
    .map((letter) => ({ ...letter, send_from: null }))

/**
 * A time is given back by whoever has it, or by an official, of which they read; false where it is
 * not theirs any more.
 */
export async function cancelTime(
  tx: Tx,
  around: Around,
  { visit, telling }: { readonly visit: Appointment; readonly telling?: Told },
): Promise<boolean> {
  const leaf = visitLeaf(around, { ...visit, state: 'cancelled' })
  const letters = telling ? toldOf(around, telling, visit) : []
  const { rows } = await sql<{ done: boolean }>`
    select cancel_appointment(
      ${visit.id}::uuid, ${json(leaf)}, ${json(letters)}, ${around.taking.at}::timestamptz
    ) as done`.execute(tx)
  return rows[0]?.done === true
}

/**
 * An official says whether somebody came. With the last who had to, the case has its answer, by
 * the same function as an official answers who records it by hand; the case after it, if so.
 */
export async function recordVisit(
  tx: Tx,
  around: Around,
  { visit, state }: { readonly visit: Appointment; readonly state: 'came' | 'missed' },
): Promise<{ readonly done: boolean; readonly after?: Standing }> {
  const { held, taking } = around
  const leaf = visitLeaf(around, { ...visit, state })
  const { rows } = await sql<{ done: boolean }>`
    select record_visit(
      ${visit.id}::uuid, ${state}, ${json(leaf)}, ${taking.at}::timestamptz
    ) as done`.execute(tx)
  if (rows[0]?.done !== true) return { done: false }
  const appearance = appearancesOf(held, taking).find(({ step }) => step === visit.step)
  if (state === 'missed' || appearance === undefined) return { done: true }
  const visits = await appointmentsOf(tx, held.standing.id)
  const same = visits.filter(({ step }) => step === visit.step)
  if (openFor(appearance, same).length > 0) return { done: true }
  const answered = answer(held.standing, contextIn(held, taking), {
    step: visit.step,
    recorded: { option: appearance.visit.came, on: dayInBaku(visit.startsAt) },
  })
  // Where nobody may record it any more, that they came stands beside the case.
  if (!answered.ok) return { done: true }
  return { done: true, after: await recordStep(tx, held, answered.value, taking) }
}

/** By whoever has the case, in their role of it; by an official, in the one that may record it. */
function visitLeaf({ held, taking }: Around, told: Appointment) {
  const { id, roles, body } = taking.by
  const may = stepOf(taking.description.type, told.step)?.by ?? []
  const acting = roles.toSorted(
    (one, other) => Number(may.includes(other)) - Number(may.includes(one)),
  )
  const [role = 'account-holder'] = [...acting, ...rolesIn(held.standing, id)]
  return leafOfVisit(told, {
    key: held.several?.keyOf(told.party) ?? held.key,
    caseId: held.standing.id,
    procedure: held.standing.procedure,
    by: { id, role, body },
    at: taking.at,
  })
}

/** None where the type does not write of that. */
function lettersFor({ held, taking }: Around, on: VisitLetter, telling: Telling) {
  const { description, at, calendars } = taking
  const { standing } = held
  return lettersOfVisit(on, {
    ...telling,
    type: description.type,
    typeHash: description.typeHash,
    key: held.several?.keyOf(telling.reading.subject) ?? held.key,
    of: { id: standing.id, number: standing.number ?? '' },
    at,
    calendars,
  })
}
