import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { startAsking } from '#exchange/work.ts'
import type { Database } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import {
  askedAfresh,
  EXCHANGE_CONNECTIONS,
  exchangeIn,
  submittedIn,
  type Flight,
  type Raised,
} from './exchange-house.ts'
import { measureTaking } from './exchange-taking.ts'
import { registersFor, type Registers } from './exchange-ways.ts'
import { inHouse, onGround, type BenchHouse } from './ground.ts'
import { openPgbench, type Pgbench } from './pgbench.ts'
import { median, quantile } from './rounds.ts'
import { figure, milliseconds, perSecond, share, times, within, type Figure } from './table.ts'

/** Each leaves four questions, one to each of four systems. */
const CASES = 800

/** How much is answered, what one that hangs does to the others, and what taking costs. */
export const measureExchange = (root: string): Promise<readonly Figure[]> =>
  onGround(root, (ground) =>
    inHouse(ground, 'exchange', async (bench) => {
      await submittedIn(ground, bench, CASES)
      const house = bench.face('kecid_exchange', EXCHANGE_CONNECTIONS)
      const registers = await registersFor(house.policy.systems, ground.folder)
      const asking = { bench, house, registers }
      try {
        const pgbench = await openPgbench(ground.folder, bench)
        return [
          ...(await measureAnswered(asking, pgbench)),
          ...(await measureHanging(asking)),
          ...(await measureTaking(bench, house)),
        ]
      } finally {
        await registers.close()
      }
    }),
  )

type Asking = {
  readonly bench: BenchHouse
  readonly house: House
  readonly registers: Registers
}

const LOOK_EVERY_MS = 100
const ROUNDS = 2
const PGBENCH_SECONDS = 2
/** A message, its reply and what it comes to. */
const COMMITS_EACH = 3
const FAST_MS_MAX = 30_000
const SHIPPED_MS = 6000

const LIMITS: readonly (readonly [title: string, raised: Raised, msMax: number])[] = [
  ['the shipped limits', {}, SHIPPED_MS],
  ['50 at once of each system', { atOnceMax: 50, perMinuteMax: 100_000 }, FAST_MS_MAX],
  ['200 at once of each system', { atOnceMax: 200, perMinuteMax: 100_000 }, FAST_MS_MAX],
]

/** Everything is due at once, and registers answer at once: what is answered in a second. */
async function measureAnswered(
  { bench: { all }, house, registers }: Asking,
  pgbench: Pgbench,
): Promise<readonly Figure[]> {
  const { rows } = await sql<{ count: string }>`select count(*) from inquiry`.execute(all)
  const found = LIMITS.map(() => ({ rates: [] as number[], most: 0, spent: [] as number[] }))
  const commits: number[] = []
  await registers.behave({ modes: {}, lateSeconds: 0 })
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const [index, [, raised, msMax]] of LIMITS.entries()) {
      await askedAfresh(all)
      const exchange = exchangeIn(house, registers.ways.plain, raised)
      const before = process.threadCpuUsage()
      await askedUntil(exchange, { msMax, isDone: async () => (await waitingIn(all)) === 0 })
      const { user, system } = process.threadCpuUsage(before)
      const { answered, seconds } = await answeredIn(all)
      found[index]?.rates.push(answered / seconds)
      found[index]?.spent.push((user + system) / 1000 / answered)
      if (found[index]) found[index].most = exchange.flight.most
    }
    if (pgbench.ok) commits.push(await pgbench.rate(EXCHANGE_CONNECTIONS, PGBENCH_SECONDS))
  }
  const limit = pgbench.ok ? median(commits) / COMMITS_EACH : undefined
  return LIMITS.map(([title], index) => {
    const { rates = [], most = 0, spent = [] } = found[index] ?? {}
    const rate = median(rates)
    return figure({
      name: `questions answered, ${title} | pgbench, three commits of a row each`,
      ours: perSecond(rate),
      ...(limit === undefined ? {} : { peer: perSecond(limit), ratio: share(rate, limit) }),
      note: [
        `${Number(rows[0]?.count).toLocaleString('en')} due at once`,
        `at most ${most} calls under way`,
        `${milliseconds(median(spent))} of Node's processor time each`,
        ...(pgbench.ok ? [] : [`peer not measured: ${pgbench.problem}`]),
      ].join('; '),
    })
  })
}

/** Asks until it is done or time is over, and lets what is under way end. */
async function askedUntil(
  exchange: ReturnType<typeof exchangeIn>,
  {
    msMax,
    isDone,
    look = () => undefined,
  }: {
    readonly msMax: number
    readonly isDone: () => Promise<boolean>
    readonly look?: (flight: Flight) => void
  },
): Promise<void> {
  const began = performance.now()
  const asking = startAsking(exchange)
  while (performance.now() - began < msMax && !(await isDone())) {
    await pause(LOOK_EVERY_MS)
    look(exchange.flight)
  }
  await asking.stop()
}

async function waitingIn(all: Database, hanging = ''): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from inquiry
    where state = 'waiting' and next_at < 'infinity' and system <> ${hanging}`.execute(all)
  return Number(rows[0]?.count)
}

/** From when all was due until the last answer. */
async function answeredIn(all: Database): Promise<{ answered: number; seconds: number }> {
  const { rows } = await sql<{ answered: string; seconds: number }>`
    select count(*) as answered,
      extract(epoch from max(answered_at) - min(next_at))::double precision as seconds
    from inquiry where state = 'answered'`.execute(all)
  const { answered, seconds } = rows[0] ?? { answered: '0', seconds: Number.NaN }
  return { answered: Number(answered), seconds }
}

const HANGING = 'identity'
/** So many of each system come due in a second, for so long, and so long each takes over there. */
const DUE_PER_SECOND = 20
const DUE_SECONDS = 12
const LATE_SECONDS = 2.5
/** Until all have begun to be asked. */
const SETTLING_SECONDS = 3
/** With these, as the rest is, 200 calls are under way. */
const RAISED: Raised = { atOnceMax: 75, perMinuteMax: 100_000 }
const HANGING_MS_MAX = 40_000

/** One of four systems never answers: from due to answered, of the other three. */
async function measureHanging(asking: Asking): Promise<readonly Figure[]> {
  const alone: Waits = { spent: [], flight: [], most: 0 }
  const beside: Waits = { spent: [], flight: [], most: 0 }
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const order = [false, true]
    for (const hangs of turn % 2 === 0 ? order : order.toReversed()) {
      await waited(asking, hangs, hangs ? beside : alone)
    }
  }
  const own = ({ spent }: Waits) => spent.map((each) => each - LATE_SECONDS * 1000)
  const line = (what: string, found: (waits: Waits) => readonly number[]) => {
    const [late, peer] = [quantile(found(beside), 0.95), quantile(found(alone), 0.95)]
    const [typical, peerTypical] = [median(found(beside)), median(found(alone))]
    return figure({
      name: `${what}, one of four registers hangs | none does`,
      ours: milliseconds(late),
      peer: milliseconds(peer),
      ratio: times(late, peer),
      note: [
        `p95 of the others, ${within(late / peer, 1.2, '1.2×')}`,
        `p50 ${milliseconds(typical)} beside ${milliseconds(peerTypical)}`,
        `of ${found(beside).length.toLocaleString('en')} and ${found(alone).length.toLocaleString('en')} answers`,
      ].join('; '),
    })
  }
  const flights = figure({
    name: 'calls under way while one hangs | none does',
    ours: `${Math.round(median(beside.flight))}`,
    peer: `${Math.round(median(alone.flight))}`,
    note: `median; at most ${beside.most} and ${alone.most}`,
  })
  return [
    line('from due to answered', ({ spent }) => spent),
    line(`the same without the ${LATE_SECONDS} s over there`, own),
    flights,
  ]
}

type Waits = { readonly spent: number[]; readonly flight: number[]; most: number }

async function waited(
  { bench: { all }, house, registers }: Asking,
  hangs: boolean,
  waits: Waits,
): Promise<void> {
  const systems = ['entry-exit', 'identity', 'education', 'migration'] as const
  const slow = Object.fromEntries(systems.map((each) => [each, 'slow' as const]))
  const modes = hangs ? { ...slow, [HANGING]: 'times-out' as const } : slow
  await registers.behave({ modes, lateSeconds: LATE_SECONDS })
  await askedAfresh(all)
  // Of one that hangs all are due at once, so that it takes what it can from the beginning.
  await sql`with placed as (
      select id, row_number() over (partition by system order by id) - 1 as place from inquiry
    )
    update inquiry set next_at = case
      when place >= ${DUE_SECONDS * DUE_PER_SECOND} then 'infinity'::timestamptz
      when ${hangs} and system = ${HANGING} then clock_timestamp()
      else now() + make_interval(secs => place::double precision / ${DUE_PER_SECOND})
    end
    from placed where placed.id = inquiry.id`.execute(all)
  const exchange = exchangeIn(house, registers.ways.plain, RAISED)
  const began = performance.now()
  await askedUntil(exchange, {
    msMax: HANGING_MS_MAX,
    isDone: async () => (await waitingIn(all, HANGING)) === 0,
    look: ({ now }) => {
      const seconds = (performance.now() - began) / 1000
      if (seconds > SETTLING_SECONDS && seconds < DUE_SECONDS) waits.flight.push(now)
    },
  })
  waits.most = Math.max(waits.most, exchange.flight.most)
  const { rows } = await sql<{ ms: number }>`
    select 1000 * extract(epoch from answered_at - next_at)::double precision as ms
    from inquiry where state = 'answered' and system <> ${HANGING} and tries = 1
      and next_at > (select min(next_at) from inquiry where state = 'answered')
        + make_interval(secs => ${SETTLING_SECONDS})`.execute(all)
  waits.spent.push(...rows.map(({ ms }) => ms))
}
