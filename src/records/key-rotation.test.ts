import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { randomUUID, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import { isoMoment } from '#core/dated.ts'
import { inTransaction } from '#platform/database.ts'
import { newMasterKey, readMasterKeys, replaceMasterKeys } from '#platform/master-key.ts'
import { rotateMasterKey } from '#records/key-rotation.ts'
import { keyStore, rewrapKeys, type Keys } from '#records/keys.ts'
import { houseSecret, knownMasters, makeCurrent, retire } from '#records/master-keys.ts'
import { keyGround, type KeyGround } from '#test/key-ground.ts'
import { until } from '#test/program.ts'

const AT = isoMoment('2026-03-02T06:00:00.000Z')

const bytesOf = (key: KeyObject | 'erased'): string =>
  key === 'erased' ? key : key.export().toString('hex')

const idsIn = (file: string): readonly string[] => {
  const reading = readMasterKeys(file, false)
  return reading.ok ? reading.keys.map(({ id }) => id) : []
}

/** Which master keys wrap anything, secret of the house and all. */
async function wrapping({ whole }: KeyGround): Promise<readonly string[]> {
  const { rows } = await sql<{ master: string }>`
    select master from keys.data_key where master is not null
    union select master from keys.house_secret order by 1`.execute(whole)
  return rows.map(({ master }) => master)
}

async function waitingForLocks({ whole }: KeyGround): Promise<number> {
  const { rows } = await sql`select from pg_locks where not granted`.execute(whole)
  return rows.length
}

async function manyKeys(keys: Keys, count: number) {
  const parties = Array.from({ length: count }, () => randomUUID())
  const ring = await keys.make(parties.map((party) => ({ party })))
  const bytes = parties.map((party) => bytesOf(ring.of({ party })))
  const same = async (by: Keys) => {
    const again = await by.read({ parties })
    deepEqual(
      parties.map((party) => bytesOf(again.of({ party }))),
      bytes,
    )
  }
  return { same }
}

test('after a rotation one new key is in the file, and wraps all that the old one did', async (t) => {
  const ground = await keyGround(t)
  const { db, file, masters } = ground
  const atWork = keyStore(db, masters())
  const { same } = await manyKeys(atWork, 1200)
  const { secret } = await houseSecret(db, masters())
  const [old = ''] = idsIn(file)

  const rotation = await rotateMasterKey(db, file)

  ok(rotation.ok)
  notEqual(rotation.current, old)
  deepEqual(rotation.retired, [old])
  deepEqual(idsIn(file), [rotation.current])
  deepEqual(await wrapping(ground), [rotation.current])
  await same(atWork)
  await same(keyStore(db, masters()))
  ok((await houseSecret(db, masters())).secret.equals(secret))
  const known = await knownMasters(db)
  deepEqual(
    known.map(({ id, isCurrent, isRetired }) => [id, isCurrent, isRetired]),
    [
      [old, false, true],
      [rotation.current, true, false],
    ],
  )
})

test('keys are made, read and erased while the master key is rotated twice', async (t) => {
  const ground = await keyGround(t)
  const { db, file, masters } = ground
  const [first, second] = [keyStore(db, masters()), keyStore(db, masters())]
  const { same } = await manyKeys(first, 1200)
  const gone: string[] = []
  const over = new AbortController()
  const atWork = async (keys: Keys) => {
    while (!over.signal.aborted) {
      const wanted = { party: randomUUID(), caseId: randomUUID() }
      const erased = randomUUID()
      const key = bytesOf((await keys.make([wanted, { party: erased }])).of(wanted))
      await keys.erase({ party: erased }, AT)
      gone.push(erased)
      const other = keys === first ? second : first
      equal(bytesOf((await other.read({ cases: [wanted.caseId] })).of(wanted)), key)
      await same(other)
    }
  }

  const working = [atWork(first), atWork(second)]
  const rotations = [await rotateMasterKey(db, file), await rotateMasterKey(db, file)]
  over.abort()
  await Promise.all(working)
  const last = await rotateMasterKey(db, file)

  ok(last.ok && rotations.every((each) => each.ok))
  deepEqual(await wrapping(ground), [last.current])
  ok(gone.length > 2)
  const ring = await second.read({ parties: gone })
  for (const party of gone) equal(ring.of({ party }), 'erased')
})

test('who wraps by a key that is not the current one any more does it again by the new one', async (t) => {
  const ground = await keyGround(t)
  const { db, file, masters, whole } = ground
  const keys = keyStore(db, masters())
  const [next, party] = [newMasterKey(), randomUUID()]
  const { first } = masters()
  replaceMasterKeys(file, [next, first])

  // The rotation has taken its step and not committed it when the key is made.
  const [taken, step] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  const rotating = inTransaction(whole, async (tx) => {
    await sql`insert into keys.master (id, proof, is_current)
      values (${next.id}, ${Buffer.alloc(32)}, false)`.execute(tx)
    await sql`update keys.master set is_current = false where is_current`.execute(tx)
    await sql`update keys.master set is_current = true where id = ${next.id}`.execute(tx)
    taken.resolve(undefined)
    await step.promise
  })
  await taken.promise
  const making = keys.make([{ party }])
  await until(async () => (await waitingForLocks(ground)) > 0, 'the wait for the rotation')
  step.resolve(undefined)
  await rotating

  ok((await making).of({ party }) !== 'erased')
  deepEqual(await wrapping(ground), [next.id])
})

test('a rotation that was cut off anywhere is ended by the next, without one more key', async (t) => {
  const steps = [
    // Only the file was written.
    async ({ file, masters }: KeyGround) => {
      const next = newMasterKey()
      replaceMasterKeys(file, [next, masters().first])
      return next.id
    },
    // The new key is the current one, and the keys of before are still under the old one.
    async ({ db, file, masters }: KeyGround) => {
      const { first } = masters()
      const next = newMasterKey()
      replaceMasterKeys(file, [next, first])
      await makeCurrent(db, next)
      await keyStore(db, masters()).make([{ party: randomUUID() }])
      return next.id
    },
    // The old one is retired, and still in the file.
    async ({ db, file, masters }: KeyGround) => {
      const { first } = masters()
      const next = newMasterKey()
      replaceMasterKeys(file, [next, first])
      await makeCurrent(db, next)
      await rewrapKeys(db, first, next)
      ok(await retire(db, first.id))
      return next.id
    },
  ]
  for (const cutOff of steps) {
    const ground = await keyGround(t)
    const { db, file, masters } = ground
    const [old = ''] = idsIn(file)
    const { same } = await manyKeys(keyStore(db, masters()), 10)
    const next = await cutOff(ground)
    await same(keyStore(db, masters())) // a house that starts in between

    const rotation = await rotateMasterKey(db, file)

    deepEqual(rotation, { ok: true, current: next, retired: [old] })
    deepEqual(idsIn(file), [next])
    deepEqual(await wrapping(ground), [next])
    await same(keyStore(db, masters()))
  }
})

test('of two rotations at once one is refused, and neither loses a key', async (t) => {
  const { db, file, masters } = await keyGround(t)
  const { same } = await manyKeys(keyStore(db, masters()), 600)

  const both = await Promise.all([rotateMasterKey(db, file), rotateMasterKey(db, file)])

  equal(both.filter(({ ok }) => ok).length, 1)
  const refused = both.find((each) => !each.ok)
  match(refused && !refused.ok ? refused.problem : '', /Another rotation/)
  await same(keyStore(db, masters()))
})

test('without the key that wraps nothing is rotated, and nothing changed', async (t) => {
  const { db, file, masters } = await keyGround(t)
  const { same } = await manyKeys(keyStore(db, masters()), 3)
  const before = readFileSync(file, 'utf8')
  const rightful = masters()

  replaceMasterKeys(file, [newMasterKey()])
  const wrong = await rotateMasterKey(db, file)
  const away = await rotateMasterKey(db, `${file}.away`)

  match(wrong.ok ? '' : wrong.problem, /This database was sealed with the master key/)
  match(away.ok ? '' : away.problem, /is missing, and this database holds data sealed with it/)
  replaceMasterKeys(file, [rightful.first])
  equal(readFileSync(file, 'utf8'), before)
  await same(keyStore(db, masters()))
  equal((await knownMasters(db)).length, 1)
})
