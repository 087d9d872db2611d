import { sql, type RawBuilder } from 'kysely'
import type { Stage } from '#core/cases/stages.ts'
import { isoDate } from '#core/dated.ts'
import { NO_ID } from '#core/id.ts'
import type { Tx } from '#platform/database.ts'
import { thereOf } from '#records/lies-there.ts'
import type { OfBodies, Place } from '#office/work-lists.ts'
import { workRow, type Row, type WorkRow } from '#office/work-rows.ts'

export type WorkPage = { readonly rows: readonly WorkRow[]; readonly next?: Place }

export const PAGE_ROWS = 25
/** One more, to know whether another page follows. In the text, so that every plan counts on it. */
const ROWS = sql.lit(PAGE_ROWS + 1)

/** The cases of a page, each with its place in the list, and with what put it there. */
type Places = RawBuilder<unknown>

/** What of a case is due: the task that a list is about, or else whatever is due first. */
const LISTED = sql`cross join lateral (select page.kind, page.step, page.counted) as next`
const FIRST = sql`
  left join lateral (
    select kind, step, counted from task
    where task.case_id = f.id and task.state = 'open'
    order by due_on
    limit 1
  ) as next on true`

const EARLIEST = sql`page.at, f.id`
const NEWEST = sql`page.at desc, f.id desc`

type Shown = {
  readonly due?: Places
  readonly order: Places
  /** All that waits in the case for whoever looks, the first due first. */
  readonly owed?: Places
}

const NOTHING = sql`null`

/** Those of a page, and one more where another page follows. */
const pageOf = async (tx: Tx, places: Places, shown: Shown): Promise<WorkPage> =>
  pageIn(await linesOf(tx, places, shown))

/** What a page shows of its cases, looked up for these alone. */
async function linesOf(
  tx: Tx,
  places: Places,
  { due = FIRST, order, owed = NOTHING }: Shown,
): Promise<readonly Line[]> {
  const { rows } = await sql<Row>`
    with page as (${places})
    select
      f.id, f.number, f.type, f.type_hash, f.state, f.field, f.ended_on, f.counted, page.at,
      f.came_on as opened_on,
      next.kind as next_kind, next.step as next_step, next.counted as next_counted,
      ${owed} as owed,
      ${thereOf(sql`f.id`)} as there,
      (select mission from asking where asking.case_id = f.id) as mission,
      (
        select account.language
        from asking
        join case_party on case_party.case_id = asking.case_id and is_subject
        join account on account.party = case_party.party
        where asking.case_id = f.id
      ) as asked_in,
      (
        select case when count(distinct outcome) = 1 then min(outcome) end from decision
        where decision.case_id = f.id
          and set_aside_by is null
          and not exists (select from decision later where later.supersedes = decision.id)
      ) as outcome,
      (
        select case when bool_or(set_aside_by is not null) then 'anew' else 'over' end
        from decision
        where decision.case_id = f.id
          and not exists (select from decision later where later.supersedes = decision.id)
        having count(*) > 0
      ) as decided,
      coalesce((
        select bool_and(coalesce(party.erased_at, keeping.erased_at) is not null)
        from case_party
        join party on party.id = case_party.party
        left join keeping on keeping.case_id = f.id and keeping.party = case_party.party
        where case_party.case_id = f.id and is_subject
      ), false) as erased
    from page
    join case_file f on f.id = page.id
    ${due}
    order by ${order}`.execute(tx)
  return rows.map((row) => ({
    row: workRow(row),
    place: { id: row.id, ...(row.at === null ? {} : { day: isoDate(row.at) }) },
  }))
}

type Line = { readonly row: WorkRow; readonly place: Place }

function pageIn(lines: readonly Line[]): WorkPage {
  const shown = lines.slice(0, PAGE_ROWS)
  const last = shown.at(-1)
  const page = { rows: shown.map(({ row }) => row) }
  return lines.length <= PAGE_ROWS || last === undefined ? page : { ...page, next: last.place }
}

/**
 * Cases at a stage by the day they are due, last those without one. The undated are asked for in
 * the order of the index: by id alone the planner walks every case.
 */
export function casesAt(tx: Tx, stage: Stage, after: Place | undefined): Promise<WorkPage> {
  const [day, dated, undated] = startOf(after)
  const places = sql`
    select found.*
    from (
      (
        select id, due_on as at from case_file
        where stage = ${stage} and (due_on, id) > (${day}::date, ${dated}::uuid)
        order by due_on, id
        limit ${ROWS}
      )
      union all
      (
        select id, due_on from case_file
        where stage = ${stage} and due_on is null and id > ${undated}::uuid
        order by stage, due_on, id
        limit ${ROWS}
      )
    ) as found
    order by at, id
    limit ${ROWS}`
  return pageOf(tx, places, { order: EARLIEST })
}

/**
 * Cases that have ended, the last first. What was never sent in has no number, and ended unseen.
 */
export function endedCases(tx: Tx, after: Place | undefined): Promise<WorkPage> {
  const [day, id] = lastOf(after)
  const places = sql`
    select id, ended_on as at from case_file
    where stage = 'ended' and number is not null
      and (ended_on, id) < (${day}::date, ${id}::uuid)
    order by ended_on desc, id desc
    limit ${ROWS}`
  return pageOf(tx, places, { order: NEWEST })
}

/** All cases, the newest first. */
export function allCases(tx: Tx, after: Place | undefined): Promise<WorkPage> {
  const [day, id] = lastOf(after)
  const places = sql`
    select id, came_on as at from case_file
    where number is not null and (came_on, id) < (${day}::date, ${id}::uuid)
    order by came_on desc, id desc
    limit ${ROWS}`
  return pageOf(tx, places, { order: NEWEST })
}

/** An official in roles of theirs. */
export type InRoles = { readonly id: string; readonly roles: readonly string[] }

/** Open tasks of a role: anybody's of it, or one official's by name; each has an index. */
const ANYBODYS = sql`owner_body is null and owner_party is null`
const theirs = (id: string) => sql`owner_party = ${id}::uuid`
const IN_ORDER = sql`owner_role, due_on, case_id`

/**
 * What of a case waits for somebody in one of these roles, or for them by name, the first due
 * first; `here` is what the line is about. A vote is always asked of somebody by name.
 */
const owedBy = ({ id, roles }: InRoles) => sql`(
  select
    jsonb_agg(
      jsonb_build_object(
        'kind', kind, 'step', step, 'counted', owed.counted, 'here', owed.id = page.task,
        'named', owner_party is not null and kind in ('next-move', 'elsewhere', 'message')
      )
      order by due_on, owed.id
    ) filter (
      where owner_role = any (${sql.val([...roles])}::text[]) and owner_body is null
        and (owner_party is null or owner_party = ${id}::uuid)
    )
  from task as owed where owed.case_id = f.id and owed.state = 'open'
)`

/**
 * Cases in which something waits for somebody in one of these roles, or for them by name: each
 * once, by the first day. So many tasks are read at a time, and those of a case that stands in the
 * list already are left out, until a page is full: to ask which is the first of each case would be
 * to read all of them. Whoever has that many in few cases has a page with fewer lines.
 */
export async function casesOwedBy(
  tx: Tx,
  own: InRoles,
  after: Place | undefined,
): Promise<WorkPage> {
  const lines: Line[] = []
  let from = after
  for (let times = 0; times < TIMES_MAX; times += 1) {
    const read = await tasksOwedTo(tx, own, from)
    const { next } = pageIn(read)
    // The one more is where the next are read from, or all there is.
    const some = next === undefined ? read : read.slice(0, PAGE_ROWS)
    lines.push(...some.filter(({ row }) => row.isAgain === undefined))
    if (next === undefined || lines.length > PAGE_ROWS) return pageIn(lines)
    from = next
  }
  const { rows, next = from } = pageIn(lines)
  return { rows, ...(next === undefined ? {} : { next }) }
}

/** More than that nobody waits for. */
const TIMES_MAX = 8

async function tasksOwedTo(
  tx: Tx,
  own: InRoles,
  after: Place | undefined,
): Promise<readonly Line[]> {
  const { id, roles } = own
  const [day, dated, undated] = startOf(after)
  const waiting = (whose: Places, place: Places, order: Places) => sql`(
    select case_id as id, due_on as at, id as task, kind, step, counted from task
    where owner_role = wanted.role and ${whose} and state = 'open' and ${place}
    order by ${order}
    limit ${ROWS}
  )`
  const [onDay, onNone] = [
    sql`(due_on, case_id) > (${day}::date, ${dated}::uuid)`,
    sql`due_on is null and case_id > ${undated}::uuid`,
  ]
  const places = sql`
    select found.*
    from unnest(${sql.val([...roles])}::text[]) as wanted (role)
    cross join lateral (
      ${waiting(ANYBODYS, onDay, sql`due_on, case_id`)}
      union all ${waiting(ANYBODYS, onNone, IN_ORDER)}
      union all ${waiting(theirs(id), onDay, sql`due_on, case_id`)}
      union all ${waiting(theirs(id), onNone, sql`owner_party, ${IN_ORDER}`)}
    ) as found
    order by at, id
    limit ${ROWS}`
  return linesOf(tx, places, { due: LISTED, order: EARLIEST, owed: owedBy(own) })
}

/**
 * Cases in which something waits for any of these roles: each once, by its first day. Many may be
 * asked for the same in one case, on one day: their tasks lie side by side.
 */
export function casesWithRoles(
  tx: Tx,
  roles: readonly string[],
  after: Place | undefined,
): Promise<WorkPage> {
  const [day, dated] = startOf(after)
  const all = sql`${sql.val([...roles])}::text[]`
  const places = sql`
    select distinct on (at, id) found.*
    from unnest(${all}) as wanted (role)
    cross join lateral (
      select distinct on (due_on, case_id) case_id as id, due_on as at, kind, step, counted
      from task
      where owner_role = wanted.role and owner_body is null and state = 'open'
        and (due_on, case_id) > (${day}::date, ${dated}::uuid)
      order by due_on, case_id
      limit ${ROWS}
    ) as found
    where found.at = (
      select min(due_on) from task as other
      where other.case_id = found.id and other.state = 'open' and owner_body is null
        and other.owner_role = any (${all})
    )
    order by at, id
    limit ${ROWS}`
  return pageOf(tx, places, { due: LISTED, order: EARLIEST })
}

/** What a body still owes, by the day it is due. */
export function tasksOfBody(
  tx: Tx,
  { body, kind }: { readonly body: string; readonly kind: OfBodies },
  after: Place | undefined,
): Promise<WorkPage> {
  const [day, dated] = startOf(after)
  const places = sql`
    select case_id as id, due_on as at, kind, step, counted from task
    where owner_body = ${body} and kind = ${kind} and state = 'open'
      and (due_on, case_id) > (${day}::date, ${dated}::uuid)
    order by due_on, case_id
    limit ${ROWS}`
  return pageOf(tx, places, { due: LISTED, order: EARLIEST })
}

/** Beyond this many a list is simply long. */
export const COUNTED_MAX = 99

const COUNTED_LIT = sql.lit(COUNTED_MAX + 1)

/**
 * How many cases are at each stage, counted no further than anybody would read: in the order of the
 * index, since any other way of reading them finds all of them first.
 */
export async function countsAt(
  tx: Tx,
  stages: readonly Stage[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly stage: string; readonly cases: number }>`
    select wanted.stage, counted.cases
    from unnest(${sql.val([...stages])}::text[]) as wanted (stage)
    cross join lateral (
      select count(*)::int as cases
      from (
        select from case_file where stage = wanted.stage
        order by due_on, id
        limit ${COUNTED_LIT}
      ) as reached
    ) as counted`.execute(tx)
  return new Map(rows.map(({ stage, cases }) => [stage, cases]))
}

/** In how many cases something waits for them, counted as far: many tasks are many cases. */
export async function countOwedBy(tx: Tx, own: InRoles): Promise<number> {
  const { id, roles } = own
  const { rows } = await sql<{ readonly tasks: number; readonly cases: number }>`
    select count(*)::int as tasks, count(distinct case_id)::int as cases
    from unnest(${sql.val([...roles])}::text[]) as wanted (role)
    cross join lateral (
      (
        select case_id from task
        where owner_role = wanted.role and ${ANYBODYS} and state = 'open'
        order by due_on, case_id
        limit ${COUNTED_LIT}
      )
      union all
      (
        select case_id from task
        where owner_role = wanted.role and ${theirs(id)} and state = 'open'
        order by due_on, case_id
        limit ${COUNTED_LIT}
      )
    ) as reached`.execute(tx)
  const { tasks = 0, cases = 0 } = rows[0] ?? {}
  return tasks > COUNTED_MAX ? COUNTED_MAX + 1 : cases
}

/**
 * The cases whose number, or that of the status they gave, is this one or ends in it. Numbers are
 * written in capitals, digits and hyphens, all of which come before the tilde: so the ends are one
 * stretch of the index, for whatever is asked, which a prefix operator would not be.
 */
export function casesNumbered(tx: Tx, number: string): Promise<WorkPage> {
  const [from, to] = [sql`reverse(${number}::text)`, sql`reverse(${number}::text) || '~'`]
  const places = sql`
    select found.id, f.came_on as at
    from (
      (
        select id from case_file
        where number_end >= ${from} and number_end < ${to}
        limit ${ROWS}
      )
      union
      (
        select case_id from status
        where status.number_end >= ${from} and status.number_end < ${to}
        limit ${ROWS}
      )
    ) as found
    join case_file f on f.id = found.id
    order by at desc, found.id desc
    limit ${ROWS}`
  return pageOf(tx, places, { order: NEWEST })
}

/** The one status, resting on nothing, whose number is this one or ends in it; of several none. */
export async function cardNumbered(
  tx: Tx,
  number: string,
): Promise<{ readonly number: string } | undefined> {
  const [from, to] = [sql`reverse(${number}::text)`, sql`reverse(${number}::text) || '~'`]
  const { rows } = await sql<{ readonly number: string }>`
    select number from status
    where number_end >= ${from} and number_end < ${to} and rests_on is null
    order by number_end
    limit 2`.execute(tx)
  return rows.length === 1 ? rows[0] : undefined
}

/** Where the dated lines go on, and where the undated. */
function startOf(after: Place | undefined): readonly [string, string, string] {
  if (after === undefined) return ['-infinity', NO_ID, NO_ID]
  if (after.day === undefined) return ['infinity', NO_ID, after.id]
  return [after.day, after.id, NO_ID]
}

/** Before which line a list goes on that begins with the newest. */
const lastOf = (after: Place | undefined): readonly [string, string] =>
  after?.day === undefined ? ['infinity', NO_ID] : [after.day, after.id]
