import { sql } from 'kysely'
import { isOpenAt, placeOf } from '#core/appointments/places.ts'
import { askOf } from '#core/cases/life.ts'
import { dayInBaku, isoMoment, type IsoMoment } from '#core/dated.ts'
import { workingDaysBetween } from '#core/deadlines/working-days.ts'
import { NO_ID } from '#core/id.ts'
import { typeOf, type Policy } from '#core/policy/policy.ts'
import { inTransaction, json, type Tx } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import type { KeyRing } from '#records/keys.ts'
import type { Reading } from '#records/letters.ts'
import { leafOfVisit, lettersOfVisit } from '#records/visit-papers.ts'

/** Visits that are still to come: whom nobody would see is told, and who comes soon is reminded. */

type Row = {
  readonly id: string
  readonly caseId: string
  readonly party: string
  readonly step: string
  readonly place: string
  readonly startsAt: string
  readonly bookedAt: string
  readonly remindedAt: string | null
  readonly number: string
  readonly type: string
  readonly typeHash: string | null
  readonly procedureHash: string | null
  readonly state: string
  readonly reader: Reading | null
}

type Ahead = { readonly row: Row; readonly startsAt: IsoMoment }

/** How many were called off, and how many reminded. */
export async function watchVisitsAhead(
  house: House,
  at: IsoMoment,
): Promise<{ readonly calledOff: number; readonly reminded: number }> {
  const counts = { calledOff: 0, reminded: 0 }
  let after: string | undefined = NO_ID
  while (after !== undefined) {
    const from: string = after
    const rows = await inTransaction(house.db, (tx) => pageOf(tx, from))
    const ring = await house.keys.read({ cases: rows.map(({ caseId }) => caseId) })
    const around = { policy: house.policy, ring, at }
    await inTransaction(house.db, async (tx) => {
      for (const row of rows) {
        const done = await watchOne(tx, { row, startsAt: isoMoment(row.startsAt) }, around)
        if (done !== undefined) counts[done] += 1
      }
    })
    after = rows.at(-1)?.id
  }
  return counts
}

const pageOf = async (tx: Tx, after: string): Promise<readonly Row[]> =>
  (await sql<Row>`select * from appointments_booked(${after}::uuid)`.execute(tx)).rows

type Around = { readonly policy: Policy; readonly ring: KeyRing; readonly at: IsoMoment }

async function watchOne(
  tx: Tx,
  ahead: Ahead,
  around: Around,
): Promise<'calledOff' | 'reminded' | undefined> {
  const { row, startsAt } = ahead
  const { policy, at } = around
  if (startsAt <= at) return undefined
  const place = placeOf(policy.places, row.place)
  if (!place || !isOpenAt(place, startsAt, policy.calendars)) {
    const { leaf, letters } = papersOf('visit-called-off', ahead, around)
    const now = letters.map((letter) => ({ ...letter, send_from: null }))
    await sql`
      select lift_appointment(${row.id}::uuid, ${json(leaf)}, ${json(now)}, ${at}::timestamptz)
    `.execute(tx)
    return 'calledOff'
  }
  if (!isToRemind(ahead, around)) return undefined
  const { letters } = papersOf('visit-soon', ahead, around)
  await sql`
    select remind_of_appointment(${row.id}::uuid, ${json(letters)}, ${at}::timestamptz)
  `.execute(tx)
  return 'reminded'
}

/** Whoever has chosen it so lately knows of it. */
function isToRemind({ row, startsAt }: Ahead, { policy, at }: Around): boolean {
  const days = askOf(typeIn(row, policy), row.step)?.visit?.remindDays
  if (row.remindedAt !== null || days === undefined) return false
  const isSoon = (moment: IsoMoment) =>
    workingDaysBetween(dayInBaku(moment), dayInBaku(startsAt), policy.calendars) <= days
  return isSoon(at) && !isSoon(isoMoment(row.bookedAt))
}

const typeIn = ({ type, typeHash, state }: Row, policy: Policy) =>
  typeOf(policy, { type, state, ...(typeHash === null ? {} : { typeHash }) })

/** Nothing where nothing is kept of whose visit it is. */
function papersOf(
  on: 'visit-called-off' | 'visit-soon',
  { row, startsAt }: Ahead,
  { policy, ring, at }: Around,
) {
  const { caseId, party, step, place, reader, procedureHash } = row
  const key = ring.of({ party, caseId })
  if (key === 'erased') return { leaf: null, letters: [] }
  const leaf = leafOfVisit(
    { id: row.id, party, step, place, startsAt, state: 'called-off' },
    {
      key,
      caseId,
      procedure: procedureHash ?? undefined,
      at,
    },
  )
  if (reader === null) return { leaf, letters: [] }
  const letters = lettersOfVisit(on, {
    startsAt,
    reading: reader,
    type: typeIn(row, policy),
    typeHash: row.typeHash ?? '',
    key,
    of: { id: caseId, number: row.number },
    at,
    calendars: policy.calendars,
  })
  return { leaf, letters }
}
