import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test, type TestContext } from 'node:test'
import { rootOf } from '#core/ledger/tree.ts'
import { assert } from '#core/assert.ts'
import { connect, disconnect, inTransaction } from '#platform/database.ts'
import { readMasterKeys } from '#platform/master-key.ts'
import { migrate } from '#platform/migrate.ts'
import { readDecision, recordHash } from '#records/decisions.ts'
import { DEMONSTRATION_PASSWORD } from '#records/demonstration-officials.ts'
import { sequenceLeaves, sha256 } from '#records/ledger.ts'
import { readCase, type Case } from '#records/read-case.ts'
import { sent } from '#test/signed-case.ts'
import { houseOn, type TestHouse } from '#test/house.ts'
import { emptyDatabase } from '#test/house-database.ts'
import { asItWas, KEPT_AT, keptVersions, readKept } from '#test/kept-version.ts'
import { hashesInOrder, rootNow } from '#test/tree.ts'
import { schemaText } from '#tools/db-schema.ts'

/** What an earlier version had filled, brought to this one as a house is that is in use. */
async function upgraded(t: TestContext, name: string): Promise<TestHouse> {
  const was = readKept(name)
  const url = await emptyDatabase()
  const db = connect({ url, max: 1, application: 'test upgrade' })
  await asItWas(url, db, was)
  await disconnect(db)
  const migrated = await migrate({ url, folder: resolve('db') })
  ok(migrated.ok, migrated.ok ? '' : migrated.problem)
  return houseOn(t, { url, master: masterIn(was.master), at: KEPT_AT })
}

function masterIn(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-upgrade-'))
  writeFileSync(join(folder, 'master.key'), text, { mode: 0o600 })
  const read = readMasterKeys(join(folder, 'master.key'), false)
  rmSync(folder, { recursive: true })
  assert(read.ok, 'it was kept with its key')
  return read.keys[0]
}

for (const name of keptVersions()) {
  test(`what ${name} holds is what a new house would have, and goes on`, async (t) => {
    const here = await upgraded(t, name)
    equal(await schemaText(here.url), readFileSync('db/schema.sql', 'utf8'))
    const cases = await casesIn(here)
    ok(cases.length > 30)
    await decisionsStand(here, cases)
    await goesOn(here, cases)
  })
}

/** Each is told by its events, which open, and stands where its row says. */
async function casesIn({ db, faces }: TestHouse): Promise<readonly Case[]> {
  const rows = await db.selectFrom('caseFile').select(['id', 'state', 'version']).execute()
  const cases: Case[] = []
  for (const { id, state, version } of rows) {
    const found = await inTransaction(db, (tx) => readCase(tx, faces.office.keys, id))
    assert(found !== undefined, 'its key was kept')
    deepEqual([found.standing.state, found.history.length], [state, version])
    cases.push(found)
  }
  return cases
}

async function decisionsStand({ db }: TestHouse, cases: readonly Case[]): Promise<void> {
  const decided = cases.filter(({ standing }) => standing.decided !== undefined)
  ok(decided.length > 15)
  for (const { standing, key } of decided) {
    const kept = await inTransaction(db, (tx) => readDecision(tx, standing.id, { key }))
    equal(kept && recordHash(kept.record), kept?.hash)
    equal(standing.decided?.decisions[0]?.record, kept?.hash)
  }
}

/** Whoever had an account comes in, and an official takes a step in a case of then. */
async function goesOn(here: TestHouse, cases: readonly Case[]): Promise<void> {
  const ana = here.visitor()
  const came = await ana.post('/en/sign-in', {
    email: 'recognised@kecid.example',
    password: DEMONSTRATION_PASSWORD,
  })
  equal(came.status, 303)
  match(await (await ana.get('/en/applications')).text(), /HQM-2026-\d{6}/)

  const waiting = cases.find(({ standing }) => standing.state === 'submitted')
  assert(waiting !== undefined, 'one waits to be looked at')
  const { id } = waiting.standing
  const officer = await here.office('officer@kecid.example')
  const answer = await sent(officer, `/en/cases/${id}/steps/accept`)
  equal(answer.status, 303, await answer.text())
  await here.runJobs()
  const { db, faces } = here
  const after = await inTransaction(db, (tx) => readCase(tx, faces.office.keys, id))
  equal(after?.history.length, waiting.history.length + 1)
  while ((await inTransaction(db, sequenceLeaves)) > 0);
  const root = await inTransaction(db, rootNow)
  deepEqual(root, rootOf(sha256, await inTransaction(db, hashesInOrder)))
}
