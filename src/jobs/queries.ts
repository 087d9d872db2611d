import { sql } from 'kysely'
import { isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
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
 * Cases whose present step was due before that day, and cases in which a body let the time for its
 * opinion pass; a page at a time, so that none that stays as it is keeps others from their turn.
 */
export async function dueCases(
  tx: Tx,
  { on, after, limit }: { readonly on: IsoDate; readonly after?: Place; readonly limit: number },
): Promise<readonly DueCase[]> {
  const found = await sql<{ id: string; dueOn: string; touchedAt: string }>`
    with due as (
      select id, step_due_on as due_on from application
      where state in ('draft', 'returned', 'recognised') and step_due_on < ${on}::date
      union all
      select application_id, min(task.due_on) from assessment_task task
      where kind = 'opinion' and done_on is null and task.due_on < ${on}::date
      group by application_id
    ), page as (
      select id, due_on from due
      where ${after === undefined}
        or (due_on, id) > (${after?.dueOn ?? on}::date, ${after?.id ?? NOBODY}::uuid)
      order by due_on, id
      limit ${limit}
    )
    select id, page.due_on as "dueOn", greatest(
      (select min(at) from application_event where application_id = page.id),
      (select max(saved_at) from answer_block where application_id = page.id),
      (select max(greatest(added_at, removed_at)) from document where application_id = page.id)
    ) as "touchedAt"
    from page
    order by page.due_on, id`.execute(tx)
  return found.rows.map(({ id, dueOn, touchedAt }) => ({
    id,
    dueOn: isoDate(dueOn),
    touchedAt: isoMoment(touchedAt),
  }))
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
