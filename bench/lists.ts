import { sql } from 'kysely'
import { createOffice } from '#office/app.tsx'
import { paths } from '#office/paths.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import { ensureDemonstrationOfficials } from '#records/demonstration-officials.ts'
import type { House } from '#records/house.ts'
import { officialByEmail } from '#records/officials.ts'
import { startSession } from '#records/sessions.ts'
import { countingStatements } from '#test/statements.ts'
import { visitor, type Visitor } from '#test/visitor.ts'
import { addDrafts, patternOf, someone, submitDraft } from './drafts.ts'
import { inHouse, onGround, type BenchHouse, type Ground } from './ground.ts'
import { interleaved, median, quantile } from './rounds.ts'
import { figure, milliseconds, times, type Figure } from './table.ts'

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
  /** A case that came through the portal. */
  readonly caseId: string
  readonly queries: () => number
}

async function compared(few: Filled, many: Filled): Promise<readonly Figure[]> {
  const pages: readonly (readonly [string, (house: Filled) => Promise<Response>])[] = [
    ['work list, to be checked', ({ officer }) => officer.get('/en')],
    ['work list, all', ({ officer }) => officer.get('/en?list=all')],
    ['work list of a body', ({ expert }) => expert.get('/en')],
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
    found.push(
      figure({
        name: `${name}, ${counting(many.cases)} | ${counting(few.cases)}`,
        ours: milliseconds(large),
        peer: milliseconds(small),
        ratio: times(large, small),
        note:
          `p95 ${milliseconds(quantile(spent.many, 0.95))}, budget 20 ms and 1.5×; ` +
          `${after} queries (${before} with few), budget 5`,
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
  const portal = bench.face('kecid_portal', 2)
  const person = await someone(portal)
  const pattern = await patternOf(portal, ground.assetsFolder)
  const [draft] = await addDrafts(portal, pattern, [person])
  if (!draft) throw new Error('a draft was added')
  await submitDraft(portal, draft)
  await addCases(bench.all, { cases, like: draft.id })

  const house = bench.face('kecid_office', 2)
  const queries = countingStatements(house.db)
  await inTransaction(house.db, (tx) => ensureDemonstrationOfficials(tx, house.master))
  const office = createOffice(house, ground.assetsFolder)
  const signedIn = async (email: string) => {
    const client = visitor(office, house.officeUrl)
    client.cookies.set('kecid-office', await sessionOf(house, email))
    return client
  }
  return {
    cases,
    officer: await signedIn('officer@kecid.example'),
    expert: await signedIn('expert.etn@kecid.example'),
    caseId: draft.id,
    queries,
  }
}

const sessionOf = (house: House, email: string): Promise<string> =>
  inTransaction(house.db, async (tx) => {
    const official = await officialByEmail(tx, house.master, email)
    if (!official) throw new Error(`there is no official ${email}`)
    const session = { ownerId: official.id, at: house.clock.now(), idleHours: house.sessionHours }
    return startSession(tx, 'officialSession', session)
  })

/**
 * Cases with their events, documents, tasks and looks, in every state that a list can show. What
 * is sealed in them was never sealed, so their own pages cannot be opened.
 */
async function addCases(
  db: Database,
  { cases, like }: { readonly cases: number; readonly like: string },
): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db)
  const every = `generate_series(1, ${cases}) as n`
  const id = (n: string) => `md5('case ' || ${n})::uuid`
  await run(`insert into person (id) select ${id('n')} from ${every}`)
  await run(`
    insert into application (id, person_id, type, state, state_since, version, number, rule_set,
      type_hash, field, submitted_on, due_on, step_due_on, changed_at)
    select ${id('n')}, ${id('n')}, like_it.type,
      (array['submitted', 'returned', 'in-assessment', 'in-assessment', 'awaiting-decision',
        'decision-drafted', 'recognised', 'refused'])[1 + n % 8],
      current_date - n % 90, 5, 'HQM-2020-' || lpad(n::text, 6, '0'), like_it.rule_set,
      like_it.type_hash, like_it.field, current_date - n % 90, current_date + n % 40,
      current_date + n % 20, now()
    from ${every}, application as like_it where like_it.id = '${like}'`)
  await run(`
    insert into application_event (application_id, seq, id, type, action, role, actor_id,
      to_state, at, happened_on, audience, readable)
    select ${id('n')}, step, gen_random_uuid(), like_it.type, like_it.action, like_it.role,
      like_it.actor_id, like_it.to_state, now(), current_date, 'applicant', like_it.readable
    from ${every}, generate_series(0, 4) as step, application_event as like_it
    where like_it.application_id = '${like}' and like_it.seq = 0`)
  await run(`
    insert into document (id, application_id, kind, name_sealed, media, bytes, address, added_at)
    select gen_random_uuid(), ${id('n')}, 'diploma', '\\x00', 'pdf', 1000, '-', now()
    from ${every}, generate_series(1, 5)`)
  await run(`
    insert into assessment_task (application_id, body, kind, due_on, done_on)
    select ${id('n')}, body, kind, current_date + n % 40,
      case when n % 8 in (2, 3) then null else current_date end
    from ${every},
      (values ('etn', 'score'), ('eesmn', 'score'), ('dtx', 'opinion')) as t (body, kind)`)
  await run('vacuum analyze')
}
