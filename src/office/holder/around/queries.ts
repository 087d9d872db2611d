import { sql } from 'kysely'
import type { Counted } from '#core/deadlines/counted.ts'
import { isoDate, type IsoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import { countedIn } from '#records/counted.ts'
import { endedByTime, heldIn, type Held } from '#records/families.ts'
import { upFrom } from '#records/foundations.ts'
import { thereIn, thereOf, type LiesThere } from '#records/lies-there.ts'

/** A status as its row has it; the code on its paper is its holder's alone. */
export type StatusHeld = {
  readonly number: string
  readonly kind: string
  readonly holder: string
  /** The case that gave it. */
  readonly caseId: string
  readonly field: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly state: string
  /** As what it ended, and on which day. */
  readonly endedAs?: string
  readonly endedOn?: IsoDate
  readonly restsOn?: string
  /** The days on which it was in force, where there were any. */
  readonly held?: Held
}

type StatusRow = {
  readonly number: string
  readonly kind: string
  readonly holder: string
  readonly caseId: string
  readonly field: string
  readonly fromOn: string
  readonly untilOn: string
  readonly state: string
  readonly endedAs: string | null
  readonly endedBy: string | null
  readonly happenedOn: string | null
  readonly restsOn: string | null
}

const COLUMNS = sql`
  status.number, status.kind, status.holder, status.case_id, status.field, status.from_on,
  status.until_on, status.state, status.ended_as, status.ended_by, event.happened_on,
  status.rests_on`

function statusIn(row: StatusRow): StatusHeld {
  const { number, kind, holder, caseId, field, state, endedAs, restsOn } = row
  const endedOn = row.endedBy === null ? endedByTime(row) : row.happenedOn
  const held = heldIn({ ...row, endedOn })
  // One that its time ended has its own last day, and not the one after.
  const day = row.endedBy === null ? row.untilOn : row.happenedOn
  return {
    number,
    kind,
    holder,
    caseId,
    field,
    from: isoDate(row.fromOn),
    until: isoDate(row.untilOn),
    state,
    ...(endedAs === null ? {} : { endedAs }),
    ...(endedAs === null || day === null ? {} : { endedOn: isoDate(day) }),
    ...(restsOn === null ? {} : { restsOn }),
    ...(held === undefined ? {} : { held: { ...held, number, caseId } }),
  }
}

/** What the status with that number rests on in the end: itself, where it rests on nothing. */
export async function foundationOf(tx: Tx, number: string): Promise<StatusHeld | undefined> {
  const { rows } = await sql<StatusRow>`
    ${upFrom(sql`number = ${number}`)}
    select ${COLUMNS}
    from up
    join status on status.number = up.number
    left join event on event.id = status.ended_by
    where up.rests_on is null`.execute(tx)
  const [row] = rows
  return row && statusIn(row)
}

/** Somebody in a case that has to do with a status, and what they are there. */
export type PersonIn = {
  readonly party: string
  readonly role: string
  readonly isSubject: boolean
  /** Nothing of them is kept there any more. */
  readonly erased: boolean
  readonly caseId: string
  readonly number: string
  readonly type: string
  readonly typeHash: string | null
  readonly state: string
  /** What the holder is in the same case; nothing, where they are not in it. */
  readonly holdersRole: string | null
  /** The case gave a status that rests on theirs. */
  readonly gave: boolean
}

/** So many rows are read of who is in which case; whoever has more is told. */
export const PEOPLE_ROWS_MAX = 120
const CASES_MAX = sql.lit(40)

/**
 * Who is in the cases that gave what rests on this status, and in those that are about its holder:
 * of what was sent in, or begun in the office. Of each person the newest case stands first.
 *
 * What rests on each is looked up by itself: joined, the planner expects so much of it that it
 * reads all events first, for the right by row on a status that was taken.
 */
export async function peopleAround(
  tx: Tx,
  { number, holder }: Pick<StatusHeld, 'number' | 'holder'>,
): Promise<readonly PersonIn[]> {
  const { rows } = await sql<PersonIn>`
    with recursive resting as (
      select number, case_id from status where number = ${number}
      union
      select upper.number, upper.case_id
      from resting
      cross join lateral (
        select number, case_id from status where rests_on = resting.number limit ${CASES_MAX}
      ) as upper
    ),
    own as (
      select f.id, min(case_party.role) as role
      from case_party join case_file f on f.id = case_party.case_id
      where case_party.party = ${holder}::uuid and is_subject and until_on is null
        and f.number is not null
      group by f.id
      order by f.came_on desc, f.id
      limit ${CASES_MAX}
    ),
    near as (
      select case_id, true as gave from resting
      union
      select id, false from own where id not in (select case_id from resting)
    )
    select
      each.party, each.role, each.is_subject, f.id as case_id, f.number, f.type, f.type_hash,
      f.state, own.role as holders_role, near.gave,
      coalesce(party.erased_at, keeping.erased_at) is not null as erased
    from near
    join case_file f on f.id = near.case_id
    join case_party as each on each.case_id = f.id
    join party on party.id = each.party
    left join keeping on keeping.case_id = f.id and keeping.party = each.party
    left join own on own.id = f.id
    where each.until_on is null and f.number is not null
    order by near.gave desc, f.came_on desc, f.id, each.joined_as
    limit ${sql.lit(PEOPLE_ROWS_MAX + 1)}`.execute(tx)
  return rows
}

/** Of each the newest case of one of these types that is about them, was sent in and is kept. */
export async function ownNaming(
  tx: Tx,
  parties: readonly string[],
  types: readonly string[],
): Promise<readonly Pick<PersonIn, 'party' | 'caseId'>[]> {
  if (parties.length === 0) return []
  const { rows } = await sql<Pick<PersonIn, 'party' | 'caseId'>>`
    select distinct on (case_party.party) case_party.party, f.id as case_id
    from case_party
    join case_file f on f.id = case_party.case_id
    join party on party.id = case_party.party and party.erased_at is null
    left join keeping on keeping.case_id = f.id and keeping.party = case_party.party
    where case_party.party = any (${sql.val([...parties])}::uuid[])
      and is_subject and until_on is null and keeping.erased_at is null
      and f.number is not null and f.type = any (${sql.val([...types])}::text[])
    order by case_party.party, f.came_on desc, f.id`.execute(tx)
  return rows
}

/** So many statuses of all of them are shown, those that end last; whoever has more is told. */
export const STATUSES_MAX = 100

/** What they hold and held, the newest first. */
export async function statusesOf(
  tx: Tx,
  parties: readonly string[],
): Promise<readonly StatusHeld[]> {
  const { rows } = await sql<StatusRow>`
    select ${COLUMNS}
    from status left join event on event.id = status.ended_by
    where status.holder = any (${sql.val([...parties])}::uuid[])
    order by status.until_on desc, status.from_on desc, status.number
    limit ${sql.lit(STATUSES_MAX + 1)}`.execute(tx)
  return rows.map(statusIn)
}

/** A case that has not ended, and whom of them it is about. */
export type OpenOne = {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly typeHash: string | null
  readonly state: string
  readonly outcome: string | null
  readonly counted?: Counted
  readonly there?: LiesThere
  readonly parties: readonly string[]
}

type OpenRow = Omit<OpenOne, 'counted' | 'there'> & {
  readonly counted: unknown
  readonly there: unknown
}

/** So many open cases are shown, those that are due first; whoever has more is told. */
export const OPEN_MAX = 50

export async function openCasesOf(tx: Tx, parties: readonly string[]): Promise<readonly OpenOne[]> {
  const { rows } = await sql<OpenRow>`
    with theirs as (
      select case_id, array_agg(distinct party::text) as parties
      from case_party
      where party = any (${sql.val([...parties])}::uuid[]) and is_subject and until_on is null
      group by case_id
    )
    select
      f.id, f.number, f.type, f.type_hash, f.state, f.counted, theirs.parties,
      ${thereOf(sql`f.id`)} as there,
      (
        select case when count(distinct outcome) = 1 then min(outcome) end from decision
        where decision.case_id = f.id
          and set_aside_by is null
          and not exists (select from decision later where later.supersedes = decision.id)
      ) as outcome
    from theirs join case_file f on f.id = theirs.case_id
    where f.number is not null and f.stage <> 'ended'
    order by f.due_on, f.id
    limit ${sql.lit(OPEN_MAX + 1)}`.execute(tx)
  return rows.map(({ counted, there, ...row }) => {
    const day = countedIn(counted)
    return { ...row, ...thereIn(there), ...(day === undefined ? {} : { counted: day }) }
  })
}
