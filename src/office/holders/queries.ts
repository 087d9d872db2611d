import { sql } from 'kysely'
import { isoDate, type IsoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'

/** A status that rests on nothing, in a list. Names are sealed, so that the list has none. */
export type HolderRow = {
  readonly number: string
  readonly kind: string
  readonly field: string
  readonly state: string
  readonly endedAs?: string
  readonly from: IsoDate
  readonly until: IsoDate
  /** How many statuses rest on it at once, those that were taken too. */
  readonly resting: number
}

/** After which line of the list a page begins. */
export type HolderPlace = { readonly day: IsoDate; readonly number: string }

export type HoldersAt = { readonly rows: readonly HolderRow[]; readonly next?: HolderPlace }

const PAGE_ROWS = 25
/** One more, to know whether another page follows. In the text, so that every plan counts on it. */
const ROWS = sql.lit(PAGE_ROWS + 1)

/** Beyond this many it is simply many. */
export const RESTING_MAX = 20

type Row = {
  readonly number: string
  readonly kind: string
  readonly field: string
  readonly state: string
  readonly endedAs: string | null
  readonly fromOn: string
  readonly untilOn: string
  readonly resting: number
}

const COLUMNS = sql`
  number, kind, field, state, ended_as, from_on, until_on,
  (
    select count(*)::int from (
      select from status as upper where upper.rests_on = listed.number
      limit ${sql.lit(RESTING_MAX + 1)}
    ) as reached
  ) as resting`

const rowIn = ({ endedAs, fromOn, untilOn, ...row }: Row): HolderRow => ({
  ...row,
  from: isoDate(fromOn),
  until: isoDate(untilOn),
  ...(endedAs === null ? {} : { endedAs }),
})

type Wanted = {
  readonly kind: string
  /** Those that end until that day. */
  readonly until?: IsoDate | undefined
  readonly after?: HolderPlace | undefined
}

/** A page of them, and after whom the next begins where one more was read. */
function pageOf(rows: readonly Row[]): HoldersAt {
  const shown = rows.slice(0, PAGE_ROWS).map(rowIn)
  const last = shown.at(-1)
  return rows.length > PAGE_ROWS && last
    ? { rows: shown, next: { day: last.until, number: last.number } }
    : { rows: shown }
}

/** Those of a kind that have not ended, by the day on which they do, the nearest first. */
export async function holdersOf(tx: Tx, { kind, until, after }: Wanted): Promise<HoldersAt> {
  const { rows } = await sql<Row>`
    select ${COLUMNS}
    from status as listed
    where kind = ${kind} and rests_on is null and state <> 'ended'
      and until_on <= ${until ?? 'infinity'}::date
      and (until_on, number) > (${after?.day ?? '-infinity'}::date, ${after?.number ?? ''})
    order by until_on, number
    limit ${ROWS}`.execute(tx)
  return pageOf(rows)
}

/**
 * The holders of what has this number, or one that ends in it, in force or not: of a status that
 * rests on another, whoever holds that; and where it is the number of a case, of what that gave.
 * The ends are one stretch of the index, as those of cases are.
 */
export async function holdersNumbered(tx: Tx, number: string): Promise<HoldersAt> {
  const [from, to] = [sql`reverse(${number}::text)`, sql`reverse(${number}::text) || '~'`]
  const { rows } = await sql<Row & { readonly numbered: number }>`
    with recursive named as (
      (
        select number, rests_on from status
        where number_end >= ${from} and number_end < ${to}
        order by number_end
        limit ${ROWS}
      )
      union
      (
        select given.number, given.rests_on
        from (
          select id from case_file
          where number_end >= ${from} and number_end < ${to}
          order by number_end
          limit ${ROWS}
        ) as f
        cross join lateral (
          select number, rests_on from status where case_id = f.id limit ${ROWS}
        ) as given
      )
    ),
    up as (
      select number, rests_on from named
      union
      select base.number, base.rests_on
      from up
      cross join lateral (
        select number, rests_on from status where status.number = up.rests_on limit 1
      ) as base
    )
    select found.*, (select count(*)::int from named) as numbered
    from up
    cross join lateral (
      select ${COLUMNS} from status as listed where listed.number = up.number limit 1
    ) as found
    where up.rests_on is null
    order by reverse(found.number)
    limit ${ROWS}`.execute(tx)
  const page = pageOf(rows)
  const last = page.rows.at(-1)
  // Several of those that were found may be of one holder, and the others would be missed.
  const isCut = (rows[0]?.numbered ?? 0) > PAGE_ROWS
  return isCut && last ? { ...page, next: { day: last.until, number: last.number } } : page
}
