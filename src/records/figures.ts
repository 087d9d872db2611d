import { sql, type Selectable } from 'kysely'
import { addDays, isoDate, type IsoDate } from '#core/dated.ts'
import { COUNTED, type Counted, type Figure } from '#core/promotion/figures.ts'
import type { Campaign } from '#core/promotion/campaigns.ts'
import { release, type Waiting } from '#core/promotion/releasing.ts'
import { json, type Tx } from '#platform/database.ts'
import type { DB } from '#platform/schema.gen.ts'

/** Those who are alike: followed the link of one campaign, or are of one country and language. */
type Alike = {
  readonly campaign: string | null
  readonly country: string | null
  readonly language: string | null
}

type Row = Alike & {
  readonly what: Counted
  readonly people: number
  readonly weeks: number
}

/** Shows what can be shown of the oldest week that is over; which that was, or none. */
export async function releaseWeek(tx: Tx, today: IsoDate): Promise<IsoDate | undefined> {
  const due = await sql<{ readonly week: string | null }>`
    select figures_due(${today}::date)::text as week`.execute(tx)
  const week = due.rows[0]?.week
  if (week === null || week === undefined) return undefined
  const { rows: all } = await sql<Row>`
    select what, campaign, country, language, people, weeks
    from take_tallies(${week}::date)`.execute(tx)
  // Who followed a link did so of late: where weeks are caught up on, that is shown in the last.
  const isLast = addDays(isoDate(week), 14) > today
  const rows = all.filter(({ campaign }) => campaign === null || isLast)
  const released = COUNTED.map((what) => releasedOf(rows, what))
  const shown = released.flatMap((each) => each.shown)
  const waiting = released.flatMap((each) => each.waiting)
  await sql`
    select show_figures(
      ${week}::date, ${json(rows)}, ${json(shown)}, ${json(waiting)}
    )`.execute(tx)
  return isoDate(week)
}

/** Nobody who followed the link of one campaign is counted with those of another. */
function releasedOf(rows: readonly Row[], what: Counted) {
  const mayPool = what === 'applied' || what === 'admitted'
  const waits = rows.filter((row) => row.what === what).map(waitingIn)
  const { batches, waiting } = release(waits, { mayPool })
  const rowOf = <Of extends { readonly alike: Alike | undefined }>({ alike, ...of }: Of) => ({
    what,
    ...(alike ?? OTHERS),
    ...of,
  })
  return { shown: batches.map(rowOf), waiting: waiting.map(rowOf) }
}

const OTHERS: Alike = { campaign: null, country: null, language: null }

function waitingIn({ campaign, country, language, people, weeks }: Row): Waiting<Alike> {
  const isOfOthers = campaign === null && country === null
  return { alike: isOfOthers ? undefined : { campaign, country, language }, people, weeks }
}

/** All that whoever acts may see of the weeks from one day to another, the latest first. */
export async function figuresSeen(
  tx: Tx,
  { from, until }: { readonly from: IsoDate; readonly until: IsoDate },
): Promise<readonly Figure[]> {
  const rows = await batches(tx).where('week', '>=', from).where('week', '<=', until).execute()
  return rows.flatMap(figureIn)
}

/** All that came of these campaigns, the latest first. */
export async function figuresOf(
  tx: Tx,
  campaigns: readonly Pick<Campaign, 'id'>[],
): Promise<readonly Figure[]> {
  const ids = campaigns.map(({ id }) => id)
  if (ids.length === 0) return []
  return (await batches(tx).where('campaign', 'in', ids).execute()).flatMap(figureIn)
}

const batches = (tx: Tx) =>
  tx
    .selectFrom('figureBatch')
    .select(['week', 'what', 'people', 'campaign', 'country', 'language'])
    .orderBy('week', 'desc')
    .orderBy('id')

type BatchRow = Pick<
  Selectable<DB['figureBatch']>,
  'week' | 'what' | 'people' | 'campaign' | 'country' | 'language'
>

function figureIn(row: BatchRow): readonly Figure[] {
  const { week, people, campaign, country, language } = row
  const what = COUNTED.find((each) => each === row.what)
  if (what === undefined) return []
  return [
    {
      week: isoDate(week),
      what,
      people,
      ...(campaign === null ? {} : { campaign }),
      ...(country === null ? {} : { country }),
      ...(language === null ? {} : { language }),
    },
  ]
}
