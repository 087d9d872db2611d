import { sql } from 'kysely'
import { isoDate, type IsoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import type { TaskMail, Waiting } from '#telling/task-mails.ts'

/** In which roles somebody works, and for which body. */
type Theirs = { readonly roles: readonly string[]; readonly body: string | null }

/** What is open to them, beside the case and what opened it. */
const tasksOf = ({ roles, body }: Theirs) => sql`
  task
  join case_file on case_file.id = task.case_id
  join event came on came.id = task.opened_by
  where task.state = 'open' and case_file.number is not null
    and task.owner_role = any (${sql.val([...roles])}::text[])
    and (task.owner_body is null or task.owner_body = ${body})`

/** What makes the time that one task has the same as that of another. */
const TIME = sql`
  case_file.type, coalesce(type_hash, ''), coalesce(procedure_hash, ''), task.kind, task.step,
  came.happened_on, task.due_on`

/** From when until when tasks run, under which law; no hash where a case was not filed. */
export type TimeGiven = {
  readonly type: string
  readonly typeHash: string
  readonly procedure: string
  readonly kind: string
  readonly step: string
  readonly cameOn: IsoDate
  readonly dueOn: IsoDate
}

/** The times of tasks that they were told of, and have not run out: each once, however many. */
export async function timesGiven(
  tx: Tx,
  { after, ...theirs }: Theirs & { readonly after: string },
): Promise<readonly TimeGiven[]> {
  const { rows } = await sql<TimeRow>`
    select distinct * from (
      select ${TIME} from ${tasksOf(theirs)}
        and came.recorded_at < ${after}::timestamptz and task.due_on >= ${after}::date
    ) as given (type, "typeHash", procedure, kind, step, "cameOn", "dueOn")`.execute(tx)
  return rows.map(({ cameOn, dueOn, ...time }) => ({
    ...time,
    cameOn: isoDate(cameOn),
    dueOn: isoDate(dueOn),
  }))
}

type TimeRow = Omit<TimeGiven, 'cameOn' | 'dueOn'> & {
  readonly cameOn: string
  readonly dueOn: string
}

type Wanted = Theirs & {
  readonly after: string | null
  readonly until: string
  /** The times of which the first reminder is due. */
  readonly near: readonly TimeGiven[]
}

/** How many cases a mail names; whoever has more looks at the list. */
const NAMED_MAX = 20

/**
 * What waits for them: cases of which a task came from one moment until another, and those whose
 * time is among those that are near their end.
 */
export async function waitingFor(
  tx: Tx,
  { after, until, near, ...theirs }: Wanted,
): Promise<TaskMail> {
  const times = near.map((each) => [
    each.type,
    each.typeHash,
    each.procedure,
    each.kind,
    each.step,
    each.cameOn,
    each.dueOn,
  ])
  const { rows } = await sql<WaitingRow>`
    with waiting as (
      select case_file.number, min(task.due_on) as due_on,
        bool_or(coalesce(came.recorded_at >= ${after}::timestamptz, true)) as is_new
      from ${tasksOf(theirs)}
        and came.recorded_at < ${until}::timestamptz
        and (
          coalesce(came.recorded_at >= ${after}::timestamptz, true)
          or row(${TIME}) in (
            select each ->> 0, each ->> 1, each ->> 2, each ->> 3, each ->> 4,
              (each ->> 5)::date, (each ->> 6)::date
            from json_array_elements(${JSON.stringify(times)}::json) as each
          )
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
