import { sql, type RawBuilder } from 'kysely'
import { SERVICES } from '#exchange/services/all.ts'
import { poolOf, type Database } from '#platform/database.ts'
import { takeInquiries, type Room } from '#records/exchange-log.ts'
import type { House } from '#records/house.ts'
import type { BenchHouse } from './ground.ts'
import { median, quantile } from './rounds.ts'
import { figure, milliseconds, times, within, type Figure } from './table.ts'

const SIZES = [1000, 10_000, 100_000] as const
const TAKINGS = 25
/** A plan that reads everything is not waited for any longer. */
const SPENT_MS_MAX = 3000
const LEASE_SECONDS = 50

/** Which of the rows that wait are due, and what for. */
type Kind = {
  readonly title: string
  readonly nextAt: RawBuilder<unknown>
  /** Those after this place are of a service that nobody asks. */
  readonly asked: (size: number) => number
  readonly tells: boolean
}

const NOW = sql`'2026-01-05T05:00:00Z'::timestamptz`
const everything = (size: number) => size

const KINDS: readonly Kind[] = [
  { title: 'all due', nextAt: NOW, asked: everything, tells: false },
  {
    title: 'none due',
    nextAt: sql`clock_timestamp() + interval '1 day'`,
    asked: everything,
    tells: false,
  },
  {
    title: 'tellings, all due',
    nextAt: sql`'-infinity'::timestamptz`,
    asked: everything,
    tells: true,
  },
  { title: 'behind a service that is not asked', nextAt: NOW, asked: () => 100, tells: false },
]

/** Taking the next questions, by how many wait: copies of those that were left, never opened. */
export async function measureTaking({ all }: BenchHouse, house: House): Promise<readonly Figure[]> {
  await sql`create table left_inquiry as table inquiry`.execute(all)
  const found: Figure[] = []
  for (const kind of KINDS) {
    const spent: number[][] = []
    for (const size of SIZES) {
      await filledWith(all, kind, size)
      spent.push(await taken(all, house))
    }
    const [few = [], some = [], many = []] = spent
    const [least, most] = [median(few), median(many)]
    found.push(
      figure({
        name: `taking questions, ${kind.title}, 100,000 wait | 1,000 wait`,
        ours: milliseconds(most),
        peer: milliseconds(least),
        ratio: times(most, least),
        note: [
          `with 10,000 ${milliseconds(median(some))}, ${times(median(some), least)}`,
          `p95 ${milliseconds(quantile(many, 0.95))}`,
          within(most / least, 1.5, '1.5×'),
          `${many.length} takings`,
        ].join('; '),
      }),
    )
  }
  return found
}

async function filledWith(all: Database, kind: Kind, size: number): Promise<void> {
  const { nextAt, asked, tells } = kind
  await sql`truncate inquiry`.execute(all)
  await sql`insert into inquiry (
      id, case_id, party, system, ground, asked_at, question_sealed, state, service, opened_by,
      tells, next_at
    )
    select gen_random_uuid(), case_id, party, system, ground, asked_at, question_sealed, 'waiting',
      case when place > ${asked(size)} then 'nobody-asks' else service end,
      case when ${!tells} then opened_by end, case when ${tells} then 'HQM-' || place end,
      case when place > ${asked(size)} then ${nextAt} - interval '1 day' else ${nextAt} end
    from (
      select left_inquiry.*, row_number() over () as place from left_inquiry
      cross join generate_series(1, 1 + ${size} / (select count(*) from left_inquiry))
    ) as numbered
    where place <= ${size}`.execute(all)
  const client = await poolOf(all).connect()
  try {
    await client.query('vacuum analyze inquiry') // autovacuum would, and nobody knows when
  } finally {
    client.release()
  }
}

/** The room that is there when nothing is under way, by the shipped limits. */
const roomIn = ({ policy }: House): readonly Room[] =>
  policy.systems.systems
    .filter(({ state }) => state === 'connected')
    .map(({ code: system, limits, services }) => ({
      system,
      services: services
        .map(({ code }) => code)
        .filter((code) => SERVICES.some(({ contract }) => contract.code === code)),
      places: limits.atOnceMax,
    }))

async function taken(all: Database, house: House): Promise<number[]> {
  const room = roomIn(house)
  const spent: number[] = []
  const began = performance.now()
  await house.databaseNow(house.db)
  while (spent.length < TAKINGS && performance.now() - began < SPENT_MS_MAX) {
    const at = await house.databaseNow(house.db)
    const before = performance.now()
    await takeInquiries(house.db, { at, room, leaseSeconds: LEASE_SECONDS })
    spent.push(performance.now() - before)
    await sql`update inquiry set leased_until = null, tries = 0
      where leased_until is not null`.execute(all)
  }
  return spent
}
