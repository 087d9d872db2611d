import { sql } from 'kysely'
import { isoDate, type IsoDate } from '#core/dated.ts'
import { isState, type State } from '#core/lifecycle/lifecycle.ts'
import { assert } from '#core/assert.ts'
import { NO_ID } from '#core/id.ts'
import type { Tx } from '#platform/database.ts'
import type { Place } from '#office/work-lists.ts'

/** One line of a work list. Names are sealed, so that the list has none. */
export type WorkRow = {
  readonly id: string
  readonly number: string
  readonly state: State
  readonly field: string
  readonly submittedOn: IsoDate
  readonly dueOn?: IsoDate
}

export type WorkPage = { readonly rows: readonly WorkRow[]; readonly next?: Place }

export const PAGE_ROWS = 25
/**
 * Cases in these states by the day they are due; then those whose clock stands still, by the day
 * that was due when it stopped; last those without a day. Each state is read along its own stretch
 * of the index and no further than a page, so that the size of the rest is nothing. The undated are
 * asked for in the order of that index: by id alone the planner walks every case.
 */
export async function casesIn(
  tx: Tx,
  states: readonly Listing[],
  after: Place | undefined,
): Promise<WorkPage> {
  const starts = states.map(({ stopped }) => startOf(after, stopped))
  const [, , undated] = startOf(after, false)
  const { rows } = await sql<Row & { readonly stopped: boolean }>`
    select found.*, wanted.stopped
    from unnest(
      ${sql.val(states.map(({ state }) => state))}::text[],
      ${sql.val(states.map(({ stopped }) => stopped))}::boolean[],
      ${sql.val(starts.map(([dueOn]) => dueOn))}::date[],
      ${sql.val(starts.map(([, id]) => id))}::uuid[]
    ) as wanted (state, stopped, from_day, from_id)
    cross join lateral (
      (
        select id, number, state, field, filed_on as submitted_on, due_on
        from case_file
        where state = wanted.state and (due_on, id) > (wanted.from_day, wanted.from_id)
        order by due_on, id
        limit ${PAGE_ROWS + 1}
      )
      union all
      (
        select id, number, state, field, filed_on as submitted_on, due_on
        from case_file
        where state = wanted.state and due_on is null and id > ${undated}::uuid
        order by state, due_on, id
        limit ${PAGE_ROWS + 1}
      )
    ) as found
    order by found.due_on is null, wanted.stopped, found.due_on, found.id
    limit ${PAGE_ROWS + 1}`.execute(tx)
  const { next, ...page } = pageOf(rows)
  if (!next) return page
  const isStopped = next.dueOn !== undefined && rows[PAGE_ROWS - 1]?.stopped === true
  return { ...page, next: isStopped ? { ...next, stopped: true } : next }
}

/** A state whose cases are listed, and whether their clock stands still in it. */
export type Listing = { readonly state: State; readonly stopped: boolean }

/** What a body still owes, by the day it is due. */
export async function tasksOf(
  tx: Tx,
  { body, kind }: { readonly body: string; readonly kind: 'points' | 'opinion' },
  after: Place | undefined,
): Promise<WorkPage> {
  const [dueOn, dated] = startOf(after, false)
  const { rows } = await sql<Row>`
    select f.id, f.number, f.state, f.field, f.filed_on as submitted_on, t.due_on
    from task t
    join case_file f on f.id = t.case_id
    where t.owner_body = ${body} and t.kind = ${kind} and t.state = 'open'
      and (t.due_on, t.case_id) > (${dueOn}::date, ${dated}::uuid)
    order by t.due_on, t.case_id
    limit ${PAGE_ROWS + 1}`.execute(tx)
  return pageOf(rows)
}

/** Beyond this many a list is simply long. */
export const COUNTED_MAX = 99

/** How many cases are in each state, counted no further than anybody would read. */
export async function countsOf(
  tx: Tx,
  states: readonly State[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly state: string; readonly cases: number }>`
    select wanted.state, counted.cases
    from unnest(${sql.val([...states])}::text[]) as wanted (state)
    cross join lateral (
      select count(*)::int as cases
      from (
        select from case_file where state = wanted.state limit ${COUNTED_MAX + 1}
      ) as reached
    ) as counted`.execute(tx)
  return new Map(rows.map(({ state, cases }) => [state, cases]))
}

/** The id of the case with this number, or nothing. */
export async function caseByNumber(tx: Tx, number: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('caseFile')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id
}

type Row = {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly field: string
  readonly submittedOn: string
  readonly dueOn: string | null
}

/** Where the dated lines of a state go on, and where the undated. */
function startOf(after: Place | undefined, stopped: boolean): readonly [string, string, string] {
  if (after === undefined) return ['-infinity', NO_ID, NO_ID]
  if (after.dueOn === undefined) return ['infinity', NO_ID, after.id]
  if ((after.stopped ?? false) === stopped) return [after.dueOn, after.id, NO_ID]
  return [stopped ? '-infinity' : 'infinity', NO_ID, NO_ID]
}

function pageOf(found: readonly Row[]): WorkPage {
  const rows = found.slice(0, PAGE_ROWS).map(workRow)
  const last = rows.at(-1)
  if (found.length <= PAGE_ROWS || last === undefined) return { rows }
  const { id, dueOn } = last
  return { rows, next: dueOn === undefined ? { id } : { id, dueOn } }
}

function workRow({ id, number, state, field, submittedOn, dueOn }: Row): WorkRow {
  assert(isState(state), `case ${id} is in a state that we know`)
  const due = dueOn === null ? {} : { dueOn: isoDate(dueOn) }
  return { id, number, state, field, submittedOn: isoDate(submittedOn), ...due }
}
