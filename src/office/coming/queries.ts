import type { Appointment } from '#core/appointments/choosing.ts'
import { addDays, hourInBaku, isoMoment, type IsoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import { stateIn } from '#records/appointments.ts'

/** Somebody who comes, by the number of their case. */
export type ComingRow = Appointment & {
  readonly caseId: string
  readonly number: string
  readonly type: string
  readonly typeHash?: string
  readonly caseState: string
}

/** As many as the largest place that a document can name sees in a day. */
const ROWS_MAX = 1000

/** Those who come to a place on a day, or did or did not, the earliest first. */
export async function comingOn(
  tx: Tx,
  { place, day }: { readonly place: string; readonly day: IsoDate },
): Promise<readonly ComingRow[]> {
  const rows = await tx
    .selectFrom('appointment')
    .innerJoin('caseFile', 'caseFile.id', 'appointment.caseId')
    .select(['appointment.id', 'party', 'step', 'place', 'startsAt', 'appointment.state'])
    .select(['caseId', 'number', 'type', 'typeHash', 'caseFile.state as caseState'])
    .where('place', '=', place)
    .where('startsAt', '>=', hourInBaku(day, FIRST_HOUR))
    .where('startsAt', '<', hourInBaku(addDays(day, 1), FIRST_HOUR))
    .where('appointment.state', 'in', ['booked', 'came', 'missed'])
    .orderBy('startsAt')
    .orderBy('seat')
    .limit(ROWS_MAX)
    .execute()
  return rows.map(({ startsAt, state, number, typeHash, ...row }) => ({
    ...row,
    startsAt: isoMoment(startsAt),
    state: stateIn(state),
    number: number ?? '',
    ...(typeHash === null ? {} : { typeHash }),
  }))
}

/** No place is open before. */
const FIRST_HOUR = 4

/** One of them, and of which case. */
export async function comingById(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('appointment')
    .select(['id', 'caseId', 'party', 'step', 'place', 'startsAt', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { caseId, startsAt, state, ...visit } = row
  return { caseId, visit: { ...visit, startsAt: isoMoment(startsAt), state: stateIn(state) } }
}
