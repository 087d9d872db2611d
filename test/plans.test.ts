import { deepEqual, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { forget } from '#jobs/forget.ts'
import { tellOfficials } from '#jobs/officials/tell-officials.ts'
import { releaseLetters } from '#jobs/release-letters.ts'
import { watchKeeping } from '#jobs/watch-keeping.ts'
import { watchTerms } from '#jobs/watch-terms.ts'
import { LIST_CODES } from '#office/work-lists.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import { holdCase } from '#records/read-case.ts'
import { DEMONSTRATION_OFFICIALS } from '#records/demonstration-officials.ts'
import { hearing } from '#test/heard-statements.ts'
import type { TestHouse } from '#test/house.ts'
import { multiplyCases } from '#test/many-cases.ts'
import { faultsInPlans } from '#test/query-plans.ts'
import {
  firstOfEach,
  ONE_OF_EACH_ROLE,
  officeAddresses,
  ownerOf,
  portalAddresses,
  streets,
  type Place,
} from '#test/streets.ts'
import type { Visitor } from '#test/visitor.ts'

const CASES = 20_000

test('no page and no job reads more of the cases than it shows, however many there are', async (t) => {
  const { home, places } = await streets(t)
  const { portal, office, jobs } = home.faces
  const heard = {
    door: hearing(portal.door),
    portal: hearing(portal.db),
    office: hearing(office.db),
    jobs: hearing(jobs.db),
  }
  await doTimedJobs(home)

  const client = new Client({ connectionString: home.url })
  await client.connect()
  t.after(() => client.end())
  const cases = await home.db.selectFrom('caseFile').select('id').execute()
  await multiplyCases(client, { times: Math.ceil(CASES / cases.length), wholeEvery: 5 })
  const all = firstOfEach(places)
  await visitPortal(home, all)
  await visitOffice(home, all)

  const faults = [
    ...(await faultsInPlans(home.url, { role: 'kecid_door', statements: heard.door() })),
    ...(await faultsInPlans(home.url, { role: 'kecid_portal', statements: heard.portal() })),
    ...(await faultsInPlans(home.url, { role: 'kecid_office', statements: heard.office() })),
    ...(await faultsInPlans(home.url, { role: 'kecid_jobs', statements: heard.jobs() })),
  ]
  deepEqual(faults, [])
})

test('a plan that reads in vain is found, whichever way', async (t) => {
  const { home } = await streets(t)
  const client = new Client({ connectionString: home.url })
  await client.connect()
  t.after(() => client.end())
  await multiplyCases(client, { times: 60 })
  const faultsOf = (text: string, ...values: unknown[]) =>
    faultsInPlans(home.url, { role: 'kecid_office', statements: [{ text, values, before: [] }] })

  match(String(await faultsOf('select count(*) from look')), /reads all of look/)
  const walks = 'select id from case_file where id > $1 and field = $2 order by id limit 5'
  match(String(await faultsOf(walks, NOWHERE, 'none')), /rows in vain in case_file/)
  deepEqual(await faultsOf('select id from case_file where id = $1', NOWHERE), [])
})

const NOWHERE = '80000000-0000-4000-8000-000000000000'

/**
 * With few cases, since each is dealt with; what jobs ask is the same with many. The mail to an
 * official is left out: it counts all that is open in their roles.
 */
async function doTimedJobs({ db, faces: { jobs }, runJobs }: TestHouse): Promise<void> {
  const tools = { house: jobs, mailer: { send: async () => 'sent' as const } }
  await runJobs()
  const timed = [watchTerms, watchKeeping, releaseLetters, tellOfficials, forget]
  for (const { work } of timed) await work(tools, {})
  await letGoOne(db, jobs.db)
  const { caseId } = await db
    .selectFrom('task')
    .select('caseId')
    .where('state', '=', 'open')
    .where('silence', 'is not', null)
    .executeTakeFirstOrThrow()
  const held = await inTransaction(jobs.db, (tx) => holdCase(tx, jobs.keys, caseId))
  ok(held)
}

/** What is asked before something goes that was announced; while a status is held, it does not. */
async function letGoOne(db: Database, jobs: Database): Promise<void> {
  const { caseId, party, version } = await db
    .updateTable('keeping')
    .set({ keptUntil: '2026-01-01', announcedOn: '2026-01-01', goesAfter: '2026-01-01' })
    .from('status')
    .whereRef('status.caseId', '=', 'keeping.caseId')
    .whereRef('holder', '=', 'party')
    .where('state', '=', 'in-force')
    .returning(['keeping.caseId', 'keeping.party', 'keeping.version'])
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ ground: string | null }>`
    select let_go(
      ${caseId}::uuid, ${party}::uuid, ${version}, '2026-12-31'::date
    ) as ground`.execute(jobs)
  deepEqual(rows, [{ ground: null }])
}

/** Every address of the portal, for a case of each type, as the person whose it is. */
async function visitPortal(home: TestHouse, places: readonly Place[]): Promise<void> {
  for (const place of places) {
    const person = await ownerOf(home, place)
    for (const address of portalAddresses('en', place)) await visit(person, address)
  }
  const stranger = home.visitor()
  const claim = { day: '27', month: '3', year: '1987', passport: 'AB12' }
  await stranger.post('/en/verify', { document: 'HQM-2026-000001', ...claim })
  const unknown = { email: 'nobody@example.org', password: 'nobody knows it' }
  await stranger.post('/en/sign-in', unknown)
}

/** Every address of the office in each role, and every list from its beginning and its middle. */
async function visitOffice(home: TestHouse, places: readonly Place[]): Promise<void> {
  const [first] = places
  ok(first)
  for (const { email } of ONE_OF_EACH_ROLE) {
    const official = await home.office(email)
    for (const address of officeAddresses('en', first)) await visit(official, address)
  }
  for (const { email } of DEMONSTRATION_OFFICIALS) {
    const official = await home.office(email)
    for (const list of ['score', 'opinion', ...LIST_CODES]) {
      for (const after of ['', `${home.clock.today()}_${NOWHERE}`, `_${NOWHERE}`]) {
        await visit(official, `/en?list=${list}&after=${after}`)
      }
    }
    await visit(official, '/en/search?number=HQM-2026-000001')
  }
  const officer = await home.office('officer@kecid.example')
  for (const query of ['?number=000001', '?within=365', `?after=${home.clock.today()}_HQM`]) {
    await visit(officer, `/en/holders${query}`)
  }
  for (const place of places) {
    for (const address of officeAddresses('en', place)) await visit(officer, address)
  }
}

/** The page and the one behind it. */
async function visit(somebody: Visitor, address: string): Promise<void> {
  const answer = await somebody.get(address)
  ok(answer.status < 500, `${answer.status} at ${address}`)
  const next = NEXT.exec(await answer.text())?.[1]?.replaceAll('&amp;', '&')
  if (next !== undefined) await (await somebody.get(next)).text()
}

const NEXT = /href="([^"]*)"[^>]*rel="next"/
