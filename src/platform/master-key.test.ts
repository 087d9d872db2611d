import { deepEqual, equal, match, notDeepEqual, ok, throws } from 'node:assert/strict'
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
import { inspect } from 'node:util'
import {
  keyProof,
  masterKeysIn,
  newMasterKey,
  readMasterKeys,
  replaceMasterKeys,
  unwrapped,
  wrapped,
} from '#platform/master-key.ts'
import { newKey } from '#platform/sealing.ts'

function keyFileFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-key-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'keys', 'master.key')
}

function keyIn(file: string) {
  const reading = readMasterKeys(file, true)
  ok(reading.ok, JSON.stringify(reading))
  return reading.keys[0]
}

const problemIn = (file: string): string => {
  const reading = readMasterKeys(file, false)
  return reading.ok ? '' : reading.problem
}

test('the first start makes a key that only its owner may read, later starts take it', (t) => {
  const file = keyFileFor(t)

  const first = readMasterKeys(file, true)
  const second = readMasterKeys(file, true)

  ok(first.ok && second.ok)
  deepEqual([first.made, second.made], [true, false])
  equal(first.keys[0].id, second.keys[0].id)
  equal(first.keys[0].key.equals(second.keys[0].key), true)
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
    text + text.slice(0, at),
  ]
  for (const damaged of cases) {
    writeFileSync(file, damaged)
    match(problemIn(file), /not a master key, or is damaged/)
  }
})

test('a file may hold several keys, the current one first', (t) => {
  const file = keyFileFor(t)
  const [first, second] = [keyIn(file), newMasterKey()]

  equal(replaceMasterKeys(file, [second, first]), undefined)

  const reading = readMasterKeys(file, false)
  ok(reading.ok)
  deepEqual(
    reading.keys.map(({ id }) => id),
    [second.id, first.id],
  )
  equal(statSync(file).mode & 0o777, 0o600)
  deepEqual(readdirSync(join(file, '..')), ['master.key'])
  writeFileSync(file, readFileSync(file, 'utf8').replace(first.id, second.id))
  match(problemIn(file), /not a master key, or is damaged/)
})

test('a key that came into the file later is found, and one that left it as well', (t) => {
  const file = keyFileFor(t)
  const [first, second] = [keyIn(file), newMasterKey()]
  const masters = masterKeysIn(file, [first])

  equal(masters.find(second.id), undefined)
  replaceMasterKeys(file, [second])

  equal(masters.find(second.id)?.key.equals(second.key), true)
  equal(masters.find(first.id), first)
})

test('a key is unwrapped at its place and by its master key only', () => {
  const [master, other, key] = [newMasterKey(), newMasterKey(), newKey()]
  const bytes = wrapped(master, 'here', key)

  equal(unwrapped(master, 'here', bytes).equals(key), true)
  throws(() => unwrapped(master, 'there', bytes))
  throws(() => unwrapped(other, 'here', bytes))
})

test('the proof of a master key tells keys apart, and keys do not show when printed', () => {
  const [master, other] = [newMasterKey(), newMasterKey()]

  deepEqual(keyProof(master), keyProof(master))
  notDeepEqual(keyProof(master), keyProof({ ...other, id: master.id }))
  equal(inspect(master).includes(master.key.export().toString('hex')), false)
})
