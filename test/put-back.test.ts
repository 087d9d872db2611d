import { deepEqual, equal, notDeepEqual, notEqual } from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import type { Database } from '#platform/database.ts'
import { databaseAt, dropWaiting, freshDatabase, takeBack } from '#test/house-database.ts'

after(dropWaiting)

const rowsOf = async (db: Database, text: string) => (await sql.raw(text).execute(db)).rows

/** Rows that were there, rows that were not, and sequences. */
const seen = async (db: Database) => [
  await rowsOf(db, 'select own_time::text as row from own_time'),
  await rowsOf(db, 'select id from party'),
  await rowsOf(db, 'select sequencename, last_value from pg_sequences order by 1'),
]

test('the next test has the database as the one before was given it, with its connections', async () => {
  const url = await freshDatabase()
  const db = databaseAt(url, undefined)
  const before = await seen(db)
  const backend = () => rowsOf(db, 'select pg_backend_pid() as pid')
  const first = await backend()
  for (const change of [
    'delete from own_time',
    "insert into party (id, kind) values (gen_random_uuid(), 'person')",
    "select nextval(oid::regclass) from pg_class where relkind = 'S'",
  ]) {
    const held = await seen(db)
    await rowsOf(db, change)
    notDeepEqual(await seen(db), held, change)
  }

  await takeBack(url)
  equal(await freshDatabase(), url)
  deepEqual(await seen(db), before)
  deepEqual(await backend(), first)
  await takeBack(url)
})

test('where more than rows was changed, or somebody is at work, the next one has another', async () => {
  const changes = [
    'create function zzz() returns int language sql return 1',
    'alter table party disable trigger all',
    'grant delete on party to kecid_portal',
  ]
  for (const change of changes) {
    const url = await freshDatabase()
    await rowsOf(databaseAt(url, undefined), change)
    await takeBack(url)
    const next = await freshDatabase()
    notEqual(next, url, change)
    await takeBack(next)
  }
  const url = await freshDatabase()
  const somebody = new Client({ connectionString: url })
  somebody.on('error', () => undefined) // its connection is ended
  await somebody.connect()
  await somebody.query('begin')
  await takeBack(url)
  const next = await freshDatabase()
  notEqual(next, url)
  await takeBack(next)
})
