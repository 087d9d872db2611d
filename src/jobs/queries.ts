import { sql } from 'kysely'
import { dayInBaku, isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { NO_ID } from '#core/id.ts'
import type { Tx } from '#platform/database.ts'
import type { TaskMail, Waiting } from '#telling/task-mails.ts'

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

/** After how much of the time for a task it is first reminded of; never where it is null. */
export type Reminding = {
  /** The hash of the rule set under which a case was filed, else its type. */
  readonly law: string
  readonly percent: number | null
}

type Wanted = {
  readonly roles: readonly string[]
  readonly body: string | null
  readonly after: string | null
  readonly until: string
  readonly remindings: readonly Reminding[]
}

/** How many cases a mail names; whoever has more looks at the list. */
const NAMED_MAX = 20

/**
 * What waits for somebody in these roles: cases of which a task came to them from one moment until
 * another, and those of which the first reminder was due since. The time for a task is counted in
 * days of the calendar: only a reminder rests on it.
 */
export async function waitingFor(tx: Tx, wanted: Wanted): Promise<TaskMail> {
  const { roles, body, after, until, remindings } = wanted
  const { rows } = await sql<WaitingRow>`
    with waiting as (
      select case_file.number, min(task.due_on) as due_on,
        bool_or(coalesce(came.recorded_at >= ${after}::timestamptz, true)) as is_new
      from task
      join case_file on case_file.id = task.case_id
      join event came on came.id = task.opened_by
      left join json_to_recordset(${JSON.stringify(remindings)}::json)
        as reminding (law text, percent integer)
        on reminding.law = coalesce(case_file.scoring_hash, case_file.type)
      cross join lateral (
        select came.happened_on
          + ceil((task.due_on - came.happened_on) * reminding.percent / 100.0)::integer as on_day
      ) as reminded
      where task.state = 'open' and case_file.number is not null
        and task.owner_role = any (${sql.val([...roles])}::text[])
        and (task.owner_body is null or task.owner_body = ${body})
        and came.recorded_at < ${until}::timestamptz
        and (
          coalesce(came.recorded_at >= ${after}::timestamptz, true)
          or reminded.on_day > ${after && dayInBaku(isoMoment(after))}::date
            and reminded.on_day <= ${dayInBaku(isoMoment(until))}::date
        )
      group by case_file.number
    )
    select number, due_on as "dueOn", is_new as "isNew", "all" from (
      select *, (count(*) over part)::integer as "all",
        row_number() over (part order by due_on, number) as place
      from waiting
      window part as (partition by is_new)
    ) as placed
    where place <= ${NAMED_MAX}
    order by due_on, number`.execute(tx)
  const part = (rowsOf: readonly WaitingRow[]): Waiting => ({
    first: rowsOf.map(({ number, dueOn }) => ({
      number,
      ...(dueOn === null ? {} : { dueOn: isoDate(dueOn) }),
    })),
    all: rowsOf[0]?.all ?? 0,
  })
  return {
    arrived: part(rows.filter(({ isNew }) => isNew)),
    near: part(rows.filter(({ isNew }) => !isNew)),
  }
}

type WaitingRow = {
  readonly number: string
  readonly dueOn: string | null
  readonly isNew: boolean
  readonly all: number
}
