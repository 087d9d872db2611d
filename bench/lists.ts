import { Client } from 'pg'
import type { IsoDate } from '#core/dated.ts'
import { furnish } from '#main/demonstration/furnish.ts'
import { createOffice } from '#office/app.tsx'
import { paths } from '#office/paths.ts'
import { inTransaction } from '#platform/database.ts'
import { ensureDemonstrationOfficials } from '#records/demonstration-officials.ts'
import type { House } from '#records/house.ts'
import { officialByEmail } from '#records/officials.ts'
import { startSession } from '#records/sessions.ts'
import { multiplyCases } from '#test/many-cases.ts'
import { countingStatements } from '#test/statements.ts'
import { visitor, type Visitor } from '#test/visitor.ts'
import { inHouse, onGround, type BenchHouse, type Ground } from './ground.ts'
import { interleaved, median, quantile } from './rounds.ts'
import { figure, milliseconds, times, within, type Figure } from './table.ts'

const SIZES = [1000, 20_000] as const
const VISITS = 15
const ROUNDS = 5

/** The pages of the office with few cases and with many: what grows with their number, and how. */
export const measureLists = (root: string): Promise<readonly Figure[]> =>
  onGround(root, (ground) =>
    inHouse(ground, 'few', (few) =>
      inHouse(ground, 'many', async (many) => {
        const [small, large] = [SIZES[0], SIZES[1]]
        return compared(await filled(few, ground, small), await filled(many, ground, large))
      }),
    ),
  )

type Filled = {
  readonly cases: number
  readonly officer: Visitor
  readonly expert: Visitor
  readonly objector: Visitor
  /** A case with the bodies, as the demonstration left it. */
  readonly caseId: string
  readonly today: IsoDate
  readonly queries: () => number
}

const deep = (officer: Visitor, dueOn: string): Promise<Response> =>
  officer.get(`/en?list=all&after=${dueOn}_${MIDDLE}`)
const MIDDLE = '80000000-0000-4000-8000-000000000000'

async function compared(few: Filled, many: Filled): Promise<readonly Figure[]> {
  const pages: readonly (readonly [string, (house: Filled) => Promise<Response>])[] = [
    ['work list, to be checked', ({ officer }) => officer.get('/en')],
    ['work list, all', ({ officer }) => officer.get('/en?list=all')],
    ['work list, all, from today', ({ officer, today }) => deep(officer, today)],
    ['work list, all, undated', ({ officer }) => deep(officer, '')],
    ['work list of a scoring body', ({ expert }) => expert.get('/en')],
    ['work list of an objection body', ({ objector }) => objector.get('/en')],
    ['case page', ({ officer, caseId }) => officer.get(paths.case.to('en', { id: caseId }))],
  ]
  const found: Figure[] = []
  for (const [name, open] of pages) {
    const [before, after] = [await counted(few, open), await counted(many, open)]
    const spent: Record<'few' | 'many', number[]> = { few: [], many: [] }
    await interleaved(
      [
        async () => timed(few, { open, spent: spent.few }),
        async () => timed(many, { open, spent: spent.many }),
      ],
      ROUNDS,
    )
    const [small, large] = [median(spent.few), median(spent.many)]
    const late = quantile(spent.many, 0.95)
    found.push(
      figure({
        name: `${name}, ${counting(many.cases)} | ${counting(few.cases)}`,
        ours: milliseconds(large),
        peer: milliseconds(small),
        ratio: times(large, small),
        note:
          `p95 ${milliseconds(late)}, ${within(late, 20, '20 ms')}, ` +
          `${within(large / small, 1.5, '1.5×')}; ` +
          `${after} queries (${before} with few), ${within(after, 5, '5')}`,
      }),
    )
  }
  return found
}

async function counted(house: Filled, open: (house: Filled) => Promise<Response>): Promise<number> {
  const before = house.queries()
  const answer = await open(house)
  if (answer.status !== 200) throw new Error(`the office answered ${answer.status}`)
  await answer.text()
  return house.queries() - before
}

const counting = (cases: number): string => `${cases.toLocaleString('en')} cases`

/** Some visits, each from the request to the last byte, without a socket; gives the last one's. */
async function timed(
  house: Filled,
  {
    open,
    spent,
  }: { readonly open: (house: Filled) => Promise<Response>; readonly spent: number[] },
): Promise<number> {
  for (let visit = 0; visit < VISITS; visit += 1) {
    const began = performance.now()
    await (await open(house)).text()
    spent.push(performance.now() - began)
  }
  return spent.at(-1) ?? 0
}

async function filled(bench: BenchHouse, ground: Ground, cases: number): Promise<Filled> {
  const house = bench.face('kecid_office', 2)
  const [portal, jobs] = [bench.face('kecid_portal', 2), bench.face('kecid_jobs', 2)]
  await ensureDemonstrationOfficials({ ...house, jobs: jobs.db }, house.clock.now())
  const lived = await furnish({ portal, office: house, jobs })
  const { id } = await house.db
    .selectFrom('task')
    .select('caseId as id')
    .where('state', '=', 'open')
    .where('kind', '=', 'points')
    .executeTakeFirstOrThrow()
  const client = new Client({ connectionString: bench.url })
  await client.connect()
  await multiplyCases(client, { times: Math.round(cases / lived.cases) - 1 })
  await client.end()

  const queries = countingStatements(house)
  const office = createOffice(house, ground.assetsFolder)
  const signedIn = async (email: string) => {
    const client = visitor(office, house.officeUrl, async () => '')
    client.cookies.set('kecid-office', await sessionOf(house, email))
    return client
  }
  return {
    cases,
    officer: await signedIn('officer@kecid.example'),
    expert: await signedIn('expert.etn@kecid.example'),
    objector: await signedIn('objection.dtx@kecid.example'),
    caseId: id,
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
