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

export type Place = Pick<DueCase, 'id' | 'dueOn'>

/**
 * Cases in which somebody let the time pass for what time itself does in their stead; a page at a
 * time, so that none that stays as it is keeps others from their turn.
 */
export async function dueCases(
  tx: Tx,
  { on, after, limit }: { readonly on: IsoDate; readonly after?: Place; readonly limit: number },
): Promise<readonly DueCase[]> {
  const found = await sql<{ id: string; dueOn: string; touchedAt: string }>`
    with page as (
      select distinct due_on, case_id as id from task
      where state = 'open' and silence is not null and due_on < ${on}::date
        and (${after === undefined}
          or (due_on, case_id) > (${after?.dueOn ?? on}::date, ${after?.id ?? NO_ID}::uuid))
      order by due_on, case_id
      limit ${limit}
    )
    select id, page.due_on as "dueOn", greatest(
      (select min(recorded_at) from event where case_id = page.id),
      (select max(saved_at) from answer where case_id = page.id),
      (select max(greatest(added_at, removed_at)) from document where case_id = page.id)
    ) as "touchedAt"
    from page
    order by page.due_on, id`.execute(tx)
  return found.rows.map(({ id, dueOn, touchedAt }) => ({
    id,
    dueOn: isoDate(dueOn),
    touchedAt: isoMoment(touchedAt),
  }))
}

/** A status that holds though its last day has passed, and in which case it was given. */
export type PastStatus = {
  readonly number: string
  readonly kind: string
  readonly caseId: string
  readonly holder: string
  readonly untilOn: string
}

/**
 * A page of them, in the order of their last days; who was erased holds nothing that could be told
 * of.
 */
export async function pastStatuses(
  tx: Tx,
  {
    on,
    after,
    limit,
  }: {
    readonly on: IsoDate
    readonly after?: Pick<PastStatus, 'untilOn' | 'number'>
    readonly limit: number
  },
): Promise<readonly PastStatus[]> {
  const { untilOn = '-infinity', number = '' } = after ?? {}
  // The words of the index stand here as they are: by a parameter no plan would find it.
  const found = await sql<PastStatus>`
    select number, kind, case_id as "caseId", holder, until_on as "untilOn"
    from status
    where state <> 'ended' and until_on < ${on}::date
      and (until_on, number) > (${untilOn}::date, ${number})
      and (select erased_at from party where party.id = status.holder) is null
    order by until_on, number
    limit ${limit}`.execute(tx)
  return found.rows
}
