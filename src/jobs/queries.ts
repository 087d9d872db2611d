import { sql } from 'kysely'
import { isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { NO_ID } from '#core/id.ts'
import type { Tx } from '#platform/database.ts'

/** A case in which time alone may have changed something, in the order in which it is looked at. */
export type DueCase = {
  readonly id: string
  readonly dueOn: IsoDate
  /** When anything was last written in it, taken away or added. */
  readonly touchedAt: IsoMoment
}

/**
 * Cases in which somebody let the time pass for what time itself does in their stead; a page at a
 * time, so that none that stays as it is keeps others from their turn.
 */
export async function dueCases(
  tx: Tx,
  { on, after }: { readonly on: IsoDate; readonly after?: Pick<DueCase, 'id' | 'dueOn'> },
): Promise<readonly DueCase[]> {
  const { dueOn: day = LONG_AGO, id: last = NO_ID } = after ?? {}
  const found = await sql<{ id: string; dueOn: string; touchedAt: string }>`
    select id, due_on, touched_at
    from terms_to_watch(${on}::date, ${day}::date, ${last}::uuid)`.execute(tx)
  return found.rows.map(({ id, dueOn, touchedAt }) => ({
    id,
    dueOn: isoDate(dueOn),
    touchedAt: isoMoment(touchedAt),
  }))
}

const LONG_AGO = '-infinity'

/** A status that holds though its last day has passed, and in which case it was given. */
export type PastStatus = {
  readonly number: string
  readonly kind: string
  readonly caseId: string
  readonly holder: string
  readonly untilOn: string
  /** The hash of the procedure that this case rests on. */
  readonly policy: string | null
}

/**
 * A page of them, in the order of their last days; who was erased holds nothing that could be told
 * of.
 */
export async function pastStatuses(
  tx: Tx,
  { on, after }: { readonly on: IsoDate; readonly after?: Pick<PastStatus, 'untilOn' | 'number'> },
): Promise<readonly PastStatus[]> {
  const { untilOn = LONG_AGO, number = '' } = after ?? {}
  const found = await sql<PastStatus>`
    select number, kind, case_id, holder, until_on, procedure_hash as policy
    from statuses_to_end(${on}::date, ${untilOn}::date, ${number})`.execute(tx)
  return found.rows
}
