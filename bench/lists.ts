import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import type { IsoDate } from '#core/dated.ts'
import { createOffice } from '#office/app.tsx'
import { paths } from '#office/paths.ts'
import { systemClock } from '#platform/calendar.ts'
import { inTransaction } from '#platform/database.ts'
import { masterKeysIn, readMasterKeys } from '#platform/master-key.ts'
import type { House } from '#records/house.ts'
import { officialByEmail } from '#records/officials.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { startSession } from '#records/sessions.ts'
import { countingStatements } from '#test/statements.ts'
import { visitor, type Visitor } from '#test/visitor.ts'
import { generate } from '#tools/generate/generate.ts'
import { inHouse, inHouseAgain, onGround, type BenchHouse, type Ground } from './ground.ts'
import { interleaved, median, quantile } from './rounds.ts'
import { figure, milliseconds, perSecond, times, within, type Figure } from './table.ts'

const FEW = 10_000
const VISITS = 15
const ROUNDS = 5

/** The pages of the office with few cases and with many: what grows with their number, and how. */
export const measureLists = (root: string, many: number): Promise<readonly Figure[]> =>
  onGround(root, async (ground) => {
    const houses = [await filled(ground, FEW), await filled(ground, many)] as const
    const cold: Cold = new Map()
    for (const page of PAGES) {
      await ground.startAgain()
      cold.set(page.name, await inBoth(ground, houses, (both) => first(both, page)))
    }
    const found = await inBoth(ground, houses, (both) => compared(both, cold))
    return [...houses.map(({ figure: each }) => each), ...found]
  })

type Page = {
  readonly name: string
  readonly open: (house: Open) => Promise<Response>
}

const MIDDLE = '80000000-0000-4000-8000-000000000000'
const deep = (officer: Visitor, dueOn: string): Promise<Response> =>
  officer.get(`/en?list=all&after=${dueOn}_${MIDDLE}`)

const PAGES: readonly Page[] = [
  { name: 'work list, to be checked', open: ({ officer }) => officer.get('/en') },
  { name: 'work list, all', open: ({ officer }) => officer.get('/en?list=all') },
  { name: 'work list, all, from today', open: ({ officer, today }) => deep(officer, today) },
  { name: 'work list, all, undated', open: ({ officer }) => deep(officer, '') },
  { name: 'work list of a scoring body', open: ({ expert }) => expert.get('/en') },
  { name: 'work list of an objection body', open: ({ objector }) => objector.get('/en') },
  {
    name: 'case page',
    open: ({ officer, caseId }) => officer.get(paths.case.to('en', { id: caseId })),
  },
]

/** The first visit of each page after PostgreSQL has begun anew, with few cases and with many. */
type Cold = Map<string, readonly [few: number, many: number]>

const first = async ([few, many]: Both, { open }: Page): Promise<readonly [number, number]> => [
  await timed(few, open),
  await timed(many, open),
]

async function compared([few, many]: Both, cold: Cold): Promise<readonly Figure[]> {
  const found: Figure[] = []
  for (const { name, open } of PAGES) {
    const [before, after] = [await counted(few, open), await counted(many, open)]
    const spent: Record<'few' | 'many', number[]> = { few: [], many: [] }
    await interleaved(
      [async () => visits(few, open, spent.few), async () => visits(many, open, spent.many)],
      ROUNDS,
    )
    const [small, large] = [median(spent.few), median(spent.many)]
    const late = quantile(spent.many, 0.95)
    const [coldFew = Number.NaN, coldMany = Number.NaN] = cold.get(name) ?? []
    found.push(
      figure({
        name: `${name}, ${counting(many.cases)} | ${counting(few.cases)}`,
        ours: milliseconds(large),
        peer: milliseconds(small),
        ratio: times(large, small),
        note:
          `p95 ${milliseconds(late)}, ${within(late, 20, '20 ms')}, ` +
          `${within(large / small, 1.5, '1.5×')}; ` +
          `first visit ${milliseconds(coldMany)} (${milliseconds(coldFew)} with few); ` +
          `${after} queries (${before} with few), ${within(after, 5, '5')}`,
      }),
    )
  }
  return found
}

async function counted(house: Open, open: Page['open']): Promise<number> {
  const before = house.queries()
  const answer = await open(house)
  if (answer.status !== 200) throw new Error(`the office answered ${answer.status}`)
  await answer.text()
  return house.queries() - before
}

const counting = (cases: number): string => `${cases.toLocaleString('en')} cases`

/** From the request to the last byte, without a socket. */
async function timed(house: Open, open: Page['open']): Promise<number> {
  const began = performance.now()
  await (await open(house)).text()
  return performance.now() - began
}

/** Some visits; gives the last one's time. */
async function visits(house: Open, open: Page['open'], spent: number[]): Promise<number> {
  for (let visit = 0; visit < VISITS; visit += 1) spent.push(await timed(house, open))
  return spent.at(-1) ?? 0
}

/** A database with so many cases, in which some officials are signed in. */
type Filled = {
  readonly name: string
  readonly cases: number
  readonly figure: Figure
  /** A case with the bodies. */
  readonly caseId: string
  readonly sessions: Readonly<Record<Who, string>>
}

const OFFICIALS = {
  officer: 'officer@kecid.example',
  expert: 'expert.etn@kecid.example',
  objector: 'objection.dtx@kecid.example',
} as const
type Who = keyof typeof OFFICIALS

const filled = (ground: Ground, cases: number): Promise<Filled> =>
  inHouse(ground, `cases_${cases}`, async (bench) => {
    const house = bench.face('kecid_office', 2)
    const generating = await generated(ground, bench, cases)
    const { id } = await bench.all
      .selectFrom('task')
      .select('caseId as id')
      .where('state', '=', 'open')
      .where('kind', '=', 'points')
      .limit(1)
      .executeTakeFirstOrThrow()
    const { officer, expert, objector } = OFFICIALS
    const sessions = {
      officer: await sessionOf(house, officer),
      expert: await sessionOf(house, expert),
      objector: await sessionOf(house, objector),
    }
    return { name: `cases_${cases}`, cases, figure: generating, caseId: id, sessions }
  })

const THREADS = 2

/** Fills a house with invented cases. */
export async function generated(
  { root, folder }: Ground,
  { url, all }: BenchHouse,
  cases: number,
): Promise<Figure> {
  const [policy, keys] = [
    readPolicyFiles(join(root, 'policy')),
    readMasterKeys(join(folder, 'master.key'), false),
  ]
  if (!policy.ok || !keys.ok) throw new Error('a house has a policy and its master key')
  const began = performance.now()
  const made = await generate(
    {
      url,
      masters: masterKeysIn(join(folder, 'master.key'), keys.keys),
      policy: policy.policy,
      clock: systemClock,
    },
    { cases, seed: 1, threads: THREADS },
  )
  if (!made.ok) throw new Error(made.problem)
  const seconds = (performance.now() - began) / 1000
  await vacuumed(url)
  const { rows } = await sql<{ readonly bytes: number }>`
    select pg_database_size(current_database()) as bytes`.execute(all)
  const kilobytes = (rows[0]?.bytes ?? 0) / 1000 / cases
  return figure({
    name: `generating ${counting(cases)}`,
    ours: perSecond(cases / seconds),
    note:
      `${seconds.toFixed(0)} s with what is played before; a case takes ` +
      `${kilobytes.toFixed(1)} kB and ${(made.leaves / cases).toFixed(1)} leaves`,
  })
}

/** By itself PostgreSQL would begin with this while pages are measured; it has no limit of time. */
async function vacuumed(connectionString: string): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  await client.query('vacuum')
  await client.end()
}

type Open = Omit<Filled, 'sessions'> &
  Readonly<Record<Who, Visitor>> & {
    readonly today: IsoDate
    readonly queries: () => number
  }
type Both = readonly [few: Open, many: Open]

const inBoth = <Value>(
  ground: Ground,
  [few, many]: readonly [Filled, Filled],
  work: (both: Both) => Promise<Value>,
): Promise<Value> =>
  inHouseAgain(ground, few.name, (one) =>
    inHouseAgain(ground, many.name, (other) =>
      work([opened(one, ground, few), opened(other, ground, many)]),
    ),
  )

function opened(bench: BenchHouse, ground: Ground, { sessions, ...filled }: Filled): Open {
  const house = bench.face('kecid_office', 2)
  const queries = countingStatements(house)
  const office = createOffice(house, ground.assetsFolder)
  const signedIn = (who: Who) => {
    const client = visitor(office, house.officeUrl, async () => '')
    client.cookies.set('kecid-office', sessions[who])
    return client
  }
  return {
    ...filled,
    officer: signedIn('officer'),
    expert: signedIn('expert'),
    objector: signedIn('objector'),
    today: house.clock.today(),
    queries,
  }
}

const sessionOf = (house: House, email: string): Promise<string> =>
  inTransaction(house.door, async (tx) => {
    const official = await officialByEmail(tx, house.secret, { email, on: house.clock.today() })
    if (!official) throw new Error(`there is no official ${email}`)
    const session = {
      accountId: official.accountId,
      partyId: official.id,
      at: house.clock.now(),
      idleHours: house.sessionHours,
    }
    return startSession(tx, house.keys, session)
  })
