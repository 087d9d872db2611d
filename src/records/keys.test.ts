import { deepEqual, equal, ok, rejects, throws } from 'node:assert/strict'
import { randomUUID, type KeyObject } from 'node:crypto'
import { test, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { isoMoment } from '#core/dated.ts'
import { connect, disconnect, inTransaction } from '#platform/database.ts'
import { isUnreachable } from '#platform/database-reach.ts'
import { keyStore } from '#records/keys.ts'
import { houseSecret } from '#records/master-keys.ts'
import { wholeDatabase } from '#test/dump.ts'
import { keyGround } from '#test/key-ground.ts'
import { countingStatements } from '#test/statements.ts'

const AT = isoMoment('2026-03-02T06:00:00.000Z')

/** Two parties in two cases, each with a key for whatever may lie under one. */
async function store(t: TestContext) {
  const ground = await keyGround(t)
  const [ana, bo, first, second] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const keys = keyStore(ground.db, ground.masters())
  const wanted = [
    { party: ana },
    { party: bo },
    { caseId: first },
    { caseId: second },
    { party: ana, caseId: first },
    { party: bo, caseId: first },
    { party: ana, caseId: second },
  ]
  const made = await keys.make(wanted)
  const read = () => keys.read({ parties: [ana, bo], cases: [first, second] })
  return { ...ground, keys, wanted, made, read, ana, bo, first, second }
}

const bytesOf = (key: KeyObject | 'erased'): string =>
  key === 'erased' ? key : key.export().toString('hex')

test('each party, each case and each subject within one has a key of its own', async (t) => {
  const { keys, wanted, made, read, ana, first } = await store(t)

  const found = await read()

  const bytes = wanted.map((each) => bytesOf(made.of(each)))
  equal(new Set(bytes).size, wanted.length)
  deepEqual(
    wanted.map((each) => bytesOf(found.of(each))),
    bytes,
  )
  const again = await keys.make([{ party: ana }, { party: randomUUID(), caseId: first }])
  equal(bytesOf(again.of({ party: ana })), bytes[0])
})

test('of two who make the same key at once both get the one that is kept', async (t) => {
  const { keys } = await store(t)
  const wanted = { party: randomUUID(), caseId: randomUUID() }

  const rings = await Promise.all(Array.from({ length: 4 }, () => keys.make([wanted])))

  equal(new Set(rings.map((ring) => bytesOf(ring.of(wanted)))).size, 1)
})

test('what is asked in one turn of the event loop is one statement', async (t) => {
  const { db, keys, ana, bo, first, second } = await store(t)
  const statements = countingStatements({ db, door: db })
  const late = async () => {
    await Promise.resolve() // as behind something that was kept
    return keys.read({ cases: [second] })
  }

  const [mine, theirs, empty, latest] = await Promise.all([
    keys.read({ parties: [ana], cases: [first] }),
    keys.read({ parties: [bo] }),
    keys.read({}),
    late(),
  ])

  equal(statements(), 1)
  ok(mine.of({ party: ana, caseId: first }) !== 'erased')
  ok(theirs.of({ party: bo }) !== 'erased')
  ok(latest.of({ caseId: second }) !== 'erased')
  // Nobody gets what another asked for, and who asked for nothing has nothing.
  for (const ring of [theirs, empty]) throws(() => ring.of({ party: ana }), /Broken promise/)
  await keys.read({})
  equal(statements(), 1)
})

test('a key that was never made is a fault, not an erased one', async (t) => {
  const { read, keys, bo, second } = await store(t)

  const ring = await read()

  throws(() => ring.of({ party: randomUUID() }), /Broken promise/)
  throws(() => ring.of({ party: bo, caseId: second }), /Broken promise/)
  throws(() => ring.of({}), /Broken promise/)
  await rejects(keys.make([{}]), /violates check constraint/)
})

test('a key that was moved to another row does not open', async (t) => {
  const { whole, read, ana, bo, first, second } = await store(t)
  await sql`
    update keys.data_key as a set wrapped = b.wrapped from keys.data_key as b
    where (a.party, b.party) in ((${ana}, ${bo}), (${bo}, ${ana}))
      and a.case_id is not distinct from b.case_id`.execute(whole)

  const ring = await read()

  for (const party of [ana, bo]) {
    throws(() => ring.of({ party }), /does not open/)
    throws(() => ring.of({ party, caseId: first }), /does not open/)
  }
  ok(ring.of({ party: ana, caseId: second }) !== 'erased')
})

test('a party that is erased is erased in every case, and the others are as they were', async (t) => {
  const { keys, read, ana, bo, first, second, whole } = await store(t)
  const before = await read()
  const others = [
    { party: bo },
    { caseId: first },
    { caseId: second },
    { party: bo, caseId: first },
  ]

  for (let times = 0; times < 2; times += 1) await keys.erase({ party: ana }, AT)

  const [ring, ofCases] = await Promise.all([read(), keys.read({ cases: [first, second] })])
  for (const caseId of [first, second]) equal(ofCases.of({ party: ana, caseId }), 'erased')
  equal(ring.of({ party: ana }), 'erased')
  for (const each of others) equal(bytesOf(ring.of(each)), bytesOf(before.of(each)))
  const again = await keys.make([{ party: ana }, { party: ana, caseId: randomUUID() }])
  equal(again.of({ party: ana }), 'erased')
  const left = sql`select from keys.data_key where party = ${ana} and wrapped is not null`
  deepEqual((await left.execute(whole)).rows, [])
  deepEqual(await keys.tombstones(0, 10), [
    { n: 1, kind: 'party', id: ana, caseId: null, erasedAt: AT },
  ])
})

test('a case that is erased takes its subjects with it, and leaves the parties', async (t) => {
  const { keys, read, ana, bo, first, second, whole } = await store(t)
  await keys.erase({ party: ana }, AT)

  await keys.erase({ caseId: first }, AT)

  const ring = await read()
  for (const party of [ana, bo, undefined]) {
    equal(ring.of(party === undefined ? { caseId: first } : { party, caseId: first }), 'erased')
  }
  ok(ring.of({ party: bo }) !== 'erased')
  ok(ring.of({ caseId: second }) !== 'erased')
  const left = sql`select from keys.data_key where case_id = ${first}`
  deepEqual((await left.execute(whole)).rows, [])
})

test('once the tombstone stands nothing opens any more, wherever erasing was cut off', async (t) => {
  const { keys, db, read, ana, first } = await store(t)
  await sql`insert into keys.tombstone (kind, id, erased_at)
    values ('party', ${ana}, ${AT}), ('case', ${first}, ${AT})`.execute(db)

  const ring = await read()

  equal(ring.of({ party: ana }), 'erased')
  equal(ring.of({ caseId: first }), 'erased')
  equal(ring.of({ party: ana, caseId: first }), 'erased')
  equal((await keys.make([{ party: ana }])).of({ party: ana }), 'erased')
  await keys.erase({ party: ana }, AT)
  equal((await keys.tombstones(0, 10)).length, 2)
})

test('a key is not made behind the back of an erasure', async (t) => {
  const { keys, db, whole } = await store(t)
  const party = randomUUID()
  // Somebody who makes the key, knows of no tombstone, and is slow to commit.
  const slow = Promise.withResolvers<undefined>()
  const making = inTransaction(whole, async (tx) => {
    await sql`select pg_advisory_xact_lock_shared(hashtextextended(${party}, 0))`.execute(tx)
    await sql`insert into keys.data_key (id, party, wrapped, master)
      select ${randomUUID()}, ${party}, '', id from keys.master`.execute(tx)
    await slow.promise
  })
  await pause(50)
  const erasing = keys.erase({ party }, AT)
  await pause(50)
  slow.resolve(undefined)
  await Promise.all([making, erasing])

  const left = sql`select from keys.data_key where party = ${party}`
  deepEqual((await left.execute(db)).rows, [])
})

test('what was erased is told page by page, in the order in which it was', async (t) => {
  const { keys, db } = await store(t)
  const count = 25
  await sql`insert into keys.tombstone (kind, id, erased_at)
    select case when n % 2 = 0 then 'party' else 'case' end, gen_random_uuid(), ${AT}
    from generate_series(1, ${count}) as n`.execute(db)

  const pages = [await keys.tombstones(0, 10), await keys.tombstones(10, 10)]
  const rest = await keys.tombstones(20, 10)

  deepEqual(
    [...pages.flat(), ...rest].map(({ n }) => n),
    Array.from({ length: count }, (_, index) => index + 1),
  )
})

test('keys whose party never came are found once they are old, and forgotten', async (t) => {
  const { keys, read, ana, bo, whole } = await store(t)
  await sql`update keys.data_key set made_at = '2026-03-01' where case_id is null`.execute(whole)

  const found = await keys.orphans(AT, 10)
  const idOf = (party: string) => found.filter((each) => each.party === party).map(({ id }) => id)
  await keys.settle(idOf(ana))
  await keys.forget([...idOf(ana), ...idOf(bo)])

  deepEqual(new Set(found.map(({ party }) => party)), new Set([ana, bo]))
  deepEqual(await keys.orphans(AT, 10), [])
  const ring = await read()
  ok(ring.of({ party: ana }) !== 'erased')
  throws(() => ring.of({ party: bo }), /Broken promise/)
})

test('a store that cannot be reached is told as such, to everybody who asks', async (t) => {
  const { masters } = await keyGround(t)
  const away = connect({ url: 'postgres://127.0.0.1:1/kecid', max: 1, application: 'test away' })
  t.after(() => disconnect(away))
  const keys = keyStore(away, masters())
  const party = randomUUID()

  const asked = [
    keys.read({ parties: [party] }),
    keys.read({ cases: [party] }),
    keys.make([{ party }]),
    keys.erase({ party }, AT),
  ]
  await Promise.all(asked.map((each) => rejects(each, isUnreachable)))
})

test('a dump without the schema of the keys holds none of them', async (t) => {
  const { whole, db, masters, made, wanted } = await store(t)
  const { secret } = await houseSecret(db, masters())
  const plain = [...wanted.map((each) => bytesOf(made.of(each))), bytesOf(secret)]
  const rows = sql<{ wrapped: Buffer }>`select wrapped from keys.data_key
    union all select wrapped from keys.house_secret`
  const kept = (await rows.execute(whole)).rows.map((row) => row.wrapped.toString('hex'))

  const [rest, withKeys] = [await wholeDatabase(whole), await wholeDatabase(whole, ['keys'])]

  equal(kept.length, wanted.length + 1)
  for (const each of kept) {
    equal(rest.includes(each), false)
    equal(withKeys.includes(each), true)
  }
  for (const each of plain) equal(rest.includes(each) || withKeys.includes(each), false)
})
