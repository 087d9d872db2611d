import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { officialsByMailbox } from '#main/demonstration/furnish.ts'
import { paths as office } from '#office/paths.ts'
import { masterKeysIn } from '#platform/master-key.ts'
import { paths as portal } from '#portal/paths.ts'
import { COLUMN_PRIVACY } from '#records/column-privacy.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { house, MASTER, type TestHouse } from '#test/house.ts'
import { ledgerDump, outsideVerifier } from '#test/outside-verifier.ts'
import { FROZEN_POLICY, played } from '#test/policies.ts'
import { ownerOf, placesIn, type Place } from '#test/streets.ts'
import type { Visitor } from '#test/visitor.ts'
import { generate, type Generated, type Wanted } from '#tools/generate/generate.ts'
import { groupsOf, tablesOf } from '#tools/generate/template/rows.ts'

const CASES = 200

function generatedIn(here: TestHouse, wanted: Partial<Wanted> = {}): Promise<Generated> {
  const read = readPolicyFiles(FROZEN_POLICY)
  ok(read.ok)
  const { url, clock, vaultFolder: vault } = here
  const masters = masterKeysIn('', [MASTER])
  const installation = { url, clock, vault, masters, policy: read.policy }
  return generate(installation, { cases: CASES, seed: 1, ...wanted })
}

/** What is thrown away leaves no case; what is opened is reported in the same moment. */
const NOBODY_IN = [
  'recognition: discarded',
  'death-report: opened',
  'delay-complaint: discarded',
  'delay-complaint: proposed',
  'delay-complaint: voted',
  'delay-complaint: withdrawn',
  'complaint: discarded',
  'data-access: discarded',
  'data-erasure: discarded',
  'data-restriction: discarded',
  'interim-protection: discarded',
  'interim-protection: draft',
  'legal-hold: dropped',
  'legal-hold: opened',
  'data-rectification: discarded',
]

type Filled = { readonly here: TestHouse; readonly written: readonly string[] }

const LEFT = [
  'account',
  'answer',
  'case_file',
  'case_party',
  'correction',
  'credential',
  'decision',
  'document',
  'effect',
  'event',
  'hold',
  'keeping',
  'keys.data_key',
  'ledger_leaf',
  'letter',
  'look',
  'party',
  'status',
  'status_change',
  'task',
  'task_draft',
  'telling',
]

let filled: Promise<Filled> | undefined

/** One house with generated cases, and what was written there before anybody looked at them. */
const filledHouse = (t: TestContext): Promise<Filled> =>
  (filled ??= (async () => {
    const here = await house({
      after: (end: () => unknown) => void endings.push(end),
    } as TestContext)
    const before = performance.now()
    const made = await generatedIn(here)
    t.diagnostic(`${JSON.stringify(made)} in ${Math.round(performance.now() - before)} ms`)
    return { here, written: await readableIn(here) }
  })())

const endings: (() => unknown)[] = []
after(async () => {
  for (const end of endings) await end()
})

test('generated cases are in every state, and each of them opens in both faces', async (t) => {
  const { here, written } = await filledHouse(t)
  const states = played(here.faces.office.policy).flatMap(({ code, states: all }) =>
    all.map((state) => `${code}: ${state.code}`),
  )
  const cases = await here.db.selectFrom('caseFile').select(['type', 'state']).execute()
  const there = cases.map(({ type, state }) => `${type}: ${state}`)
  equal(cases.length, CASES)
  deepEqual(states.filter((each) => !there.includes(each)).toSorted(), NOBODY_IN.toSorted())

  // What the product leaves of a story in these tables, it leaves of each copy.
  deepEqual([...new Set(written.map((row) => row.replace(/ .*/s, '')))].toSorted(), LEFT)

  const officer = await here.office('officer@kecid.example')
  for (const place of await placesIn(here)) await visited(here, place, officer)
})

test('an outsider finds the ledger of generated cases whole, and it goes on', async (t) => {
  const { here } = await filledHouse(t)
  const keyFile = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`
  const [place] = await placesIn(here)
  ok(place)
  await (await here.office('officer@kecid.example')).get(office.case.to('en', place))
  await sequenceLedger(here.faces.jobs.db)

  const dump = await ledgerDump(here.db)
  ok((dump['ledger_leaf']?.length ?? 0) > CASES * 5)
  deepEqual((await outsideVerifier()).verify(dump, keyFile), [])
})

/** The case in the office and in the portal, and what hangs on it there. */
async function visited(here: TestHouse, place: Place, officer: Visitor): Promise<void> {
  const [{ id, document }, person] = [place, await ownerOf(here, place)]
  const opens = async (who: Visitor, address: string) => {
    const answer = await who.get(address)
    equal(answer.status, 200, `${address} of ${place.type}: ${place.reached}`)
    return answer.text()
  }
  if (place.reached !== 'draft') await opens(officer, office.case.to('en', { id }))
  await opens(person, portal.looks.to('en'))
  if (place.type !== 'recognition') return
  match(await opens(person, portal.applications.to('en')), new RegExp(id))
  await opens(person, portal.application.to('en', { id }))
  await opens(person, portal.letters.to('en', { id }))
  match(await opens(person, portal.document.to('en', { id, document })), /^%PDF|PNG/)
  if (place.reached !== 'draft') {
    await opens(officer, office.document.to('en', { id, document }))
  }
}

/**
 * All that is written of applicants and stays readable, with officials by their mailboxes: who they
 * are is another one in each house, and with them the hash of what they decide.
 */
async function readableIn(here: TestHouse): Promise<readonly string[]> {
  const officials = await officialsByMailbox(here.faces.office)
  const mailboxes = new Map(Array.from(officials, ([mailbox, { id }]) => [id, mailbox] as const))
  const names = new Map<string, string>(mailboxes)
  for (const { recordHash } of await here.db.selectFrom('decision').select('recordHash').execute())
    names.set(recordHash, 'a record')
  const isOpen = (table: string, column: string) =>
    COLUMN_PRIVACY[table]?.[column] === 'readable' && column !== 'leaf'
  const groups = await groupsOf(here.db, await tablesOf(here.db), mailboxes)
  return groups.flatMap(({ rows }) =>
    Array.from(rows, ([table, own]) => own.map((row) => ({ table, row })))
      .flat()
      .map(({ table, row }) => {
        const open = Object.entries(row).filter(([column]) => isOpen(table, column))
        const text = `${table} ${JSON.stringify(open)}`
        return inOrder(text.replace(NAMES, (name) => names.get(name) ?? name))
      }),
  )
}

const NAMES = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b/g

/** Those who are asked one by one, by their mailboxes: they are asked in the order of their ids. */
const inOrder = (text: string): string =>
  text.replace(/(?<=asked\\": \[\{)(.*?)(?=\}\])/, (asked) =>
    asked.split('}, {').toSorted().join('}, {'),
  )

test('the same seed gives the same cases in another house, by more threads', async (t) => {
  const { written: one } = await filledHouse(t)
  const there = await house(t)
  await generatedIn(there, { threads: 2 })
  // Where a row lies says nothing: the database moves it whenever it is written.
  await sql`update keeping set version = version where case_id::text < '8'`.execute(there.db)

  const other = await readableIn(there)
  ok(one.length > CASES * 30)
  equal(one.length, other.length)
  deepEqual(one.filter((row, index) => row !== other[index]).slice(0, 3), [])
})

test('there may be more later, but none beside somebody who is not invented', async (t) => {
  const { here } = await filledHouse(t)
  deepEqual(await generatedIn(here, { cases: 50 }).then(({ ok }) => ok), true)
  const cases = await here.db.selectFrom('caseFile').select('id').execute()
  equal(cases.length, CASES + 50)

  const somebody = await here.signedUpApplicant()
  await somebody.post(portal.applications.to('en'), { type: 'recognition' })
  const refused = await generatedIn(here)
  ok(!refused.ok)
  match(refused.problem, /not invented/)
})
