import { deepEqual, equal, match, ok } from 'node:assert/strict'
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { connect } from '#platform/database.ts'
import { checkMasterKey, isBoundToKey } from '#platform/key-check.ts'
import { readMasterKey } from '#platform/master-key.ts'
import { emptyDatabase } from '#test/house-database.ts'

function keyFileFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-key-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'keys', 'master.key')
}

function keyIn(file: string) {
  const reading = readMasterKey(file, true)
  ok(reading.ok, JSON.stringify(reading))
  return reading.master
}

const problemIn = (file: string): string => {
  const reading = readMasterKey(file, false)
  return reading.ok ? '' : reading.problem
}

test('the first start makes a key that only its owner may read, later starts take it', (t) => {
  const file = keyFileFor(t)

  const first = readMasterKey(file, true)
  const second = readMasterKey(file, true)

  ok(first.ok && second.ok)
  deepEqual([first.made, second.made], [true, false])
  equal(first.master.id, second.master.id)
  equal(first.master.key.equals(second.master.key), true)
  equal(statSync(file).mode & 0o777, 0o600)
  match(readFileSync(file, 'utf8'), /^kecid-master-key [0-9a-f]{16}\n[\w-]{43}\n$/)
  deepEqual(readdirSync(join(file, '..')), ['master.key'])
})

test('a missing key is refused where there is something sealed', (t) => {
  const file = keyFileFor(t)

  match(problemIn(file), /is missing, and this database holds data sealed with it/)
  equal(statSync(file, { throwIfNoEntry: false }), undefined)
})

test('a key that others may read is refused', (t) => {
  const file = keyFileFor(t)
  keyIn(file)
  for (const mode of [0o640, 0o604, 0o620, 0o601]) {
    chmodSync(file, mode)
    match(problemIn(file), /chmod 600/)
  }
  chmodSync(file, 0o400)
  equal(problemIn(file), '')
})

test('a damaged key is refused', (t) => {
  const file = keyFileFor(t)
  keyIn(file)
  const text = readFileSync(file, 'utf8')
  const at = text.length - 10
  const letter = text[at] === 'A' ? 'B' : 'A'
  const cases = [
    '',
    text.slice(0, 30),
    text.slice(0, at) + letter + text.slice(at + 1),
    `${text}\n`,
  ]
  for (const damaged of cases) {
    writeFileSync(file, damaged)
    match(problemIn(file), /not a master key, or is damaged/)
  }
})

test('a database is bound to the first key it meets and refuses any other', async (t) => {
  const db = connect({
    url: await emptyDatabase(),
    max: 2,
    application: 'test',
  })
  t.after(() => db.destroy())
  await sql`create table key_check (id text primary key, proof bytea not null)`.execute(db)
  const [first, other] = [keyIn(keyFileFor(t)), keyIn(keyFileFor(t))]

  equal(await isBoundToKey(db), false)
  deepEqual(await checkMasterKey(db, first), { ok: true })
  deepEqual(await checkMasterKey(db, first), { ok: true })
  equal(await isBoundToKey(db), true)
  const check = await checkMasterKey(db, other)
  match(check.ok ? '' : check.problem, new RegExp(`${first.id}, not with ${other.id}`))
  const forged = await checkMasterKey(db, { ...other, id: first.id })
  equal(forged.ok, false)
})
