import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { isForNow, isUnreachable, reachDatabase } from '#platform/database-reach.ts'
import { type Connecting, available, connect, inTransaction, poolOf } from '#platform/database.ts'
import { addressAs } from '#platform/logins.ts'
import { clusterUrl, emptyDatabase, freshDatabase, sharedDatabase } from '#test/house-database.ts'

async function databaseFor(t: TestContext, more: Partial<Connecting> = {}) {
  const url = more.url ?? (await freshDatabase())
  const db = connect({ max: 4, application: 'test', ...more, url })
  t.after(() => db.destroy())
  const run = async (text: string) => (await sql.raw(text).execute(db)).rows
  return { url, db, run }
}

const counted = [{ count: 0 }]

test('values arrive as text and numbers that no time zone can shift', async (t) => {
  const { run } = await databaseFor(t, { url: await sharedDatabase() })

  deepEqual(
    await run(`select date '2026-11-22' as a_day,
      timestamptz '2026-11-22 23:30:00.5+04' as a_moment, 12.50::numeric as a_sum,
      count(*) as a_count, null::date as nothing, array[date '2026-11-22', null] as some_days,
      array[1, 2]::int8[] as some_counts, '{"some_key": [1]}'::jsonb as a_document,
      '\\x00ff'::bytea as some_bytes`),
    [
      {
        aDay: '2026-11-22',
        aMoment: '2026-11-22T19:30:00.500Z',
        aSum: '12.50',
        aCount: 1,
        nothing: null,
        someDays: ['2026-11-22', null],
        someCounts: [1, 2],
        aDocument: { some_key: [1] },
        someBytes: Buffer.of(0, 255),
      },
    ],
  )
})

test('a login is part of the address, beside the options that it has itself', async (t) => {
  const address = new URL(await sharedDatabase())
  address.searchParams.set('options', '-c work_mem=7MB')
  const { run } = await databaseFor(t, { url: addressAs(address.href, 'kecid_portal') })

  deepEqual(
    await run(`select current_user as who, current_setting('work_mem') as memory,
      current_setting('application_name') as application,
      current_setting('statement_timeout') as statement`),
    [{ who: 'kecid_portal', memory: '7MB', application: 'test', statement: '15s' }],
  )
})

test('a serving login may not make tables', async (t) => {
  const { run } = await databaseFor(t, { url: addressAs(await sharedDatabase(), 'kecid_portal') })

  await rejects(run('create table secret (id int)'), /permission denied for schema public/)
})

test('a temporary table does not come before a real one of its name', async (t) => {
  const { run } = await databaseFor(t, { max: 1 })
  await run('create table note (id int)')
  await run('insert into note values (1)')

  await run('create temporary table note (id int)')

  deepEqual(await run('select id from note'), [{ id: 1 }])
})

test('what a login has set for its own connections does not reach ours', async (t) => {
  const { url, run } = await databaseFor(t)
  await run(`create role mischief${process.pid} login`)
  const mine = new URL(url)
  mine.username = `mischief${process.pid}`
  const { run: asked } = await databaseFor(t, { url: mine.href })
  for (const set of ['search_path = pg_temp', 'default_transaction_read_only = on']) {
    await run(`alter role ${mine.username} set ${set}`)
  }

  deepEqual(
    await asked(`select current_setting('search_path') as path,
      current_setting('default_transaction_read_only') as locked`),
    [{ path: 'public,pg_temp', locked: 'off' }],
  )
})

test('a statement has a time limit', async (t) => {
  const url = await sharedDatabase()
  const { run } = await databaseFor(t, { url, statementMsMax: 50 })

  await rejects(run('select pg_sleep(5)'), /statement timeout/)
})

test('a transaction whose work fails leaves nothing', async (t) => {
  const { db, run } = await databaseFor(t)
  await run('create table note (id int primary key)')

  const failing = inTransaction(db, async (tx) => {
    await sql`insert into note values (1)`.execute(tx)
    throw new Error('changed our mind')
  })

  await rejects(failing, /changed our mind/)
  deepEqual(await run('select count(*) from note'), counted)
})

test('of two transactions that block each other both are done in the end', async (t) => {
  const { db, run } = await databaseFor(t)
  await run('create table note (id int primary key, seen int not null default 0)')
  await run('insert into note values (1), (2)')
  const bothHold = Promise.withResolvers<void>()
  let tries = 0
  let held = 0
  const inOrder = (first: number, second: number) =>
    inTransaction(db, async (tx) => {
      tries += 1
      await sql`update note set seen = seen + 1 where id = ${first}`.execute(tx)
      held += 1
      if (held === 2) bothHold.resolve()
      await bothHold.promise
      await sql`update note set seen = seen + 1 where id = ${second}`.execute(tx)
    })

  await Promise.all([inOrder(1, 2), inOrder(2, 1)])

  deepEqual(await run('select seen from note order by id'), [{ seen: 2 }, { seen: 2 }])
  ok(tries >= 3, 'one of them, or both, had to try again')
})

test('a server that ends our sessions fails a query, not the process', async (t) => {
  const { db, run, url } = await databaseFor(t)
  const other = connect({ url, max: 1, application: 'other' })
  t.after(() => other.destroy())
  await run('select 1')

  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(other)
  for (let tries = 0; tries < 100 && !(await available(db)); tries += 1) await pause(20)

  equal(await available(db), true)
  deepEqual(await run('select 1 as one'), [{ one: 1 }])
})

test('that the database was away is told from a fault of ours', async (t) => {
  const url = await sharedDatabase()
  const { run } = await databaseFor(t, { url })
  const { run: nowhere } = await databaseFor(t, { url: 'postgres://kecid@127.0.0.1:1/kecid' })
  const missing = new URL(url)
  missing.searchParams.set('host', '/nowhere')
  const { run: noSocket } = await databaseFor(t, { url: missing.href })
  const thrown = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    )

  const faults = await Promise.all([
    thrown(run('select nonsense')),
    thrown(readFile('/nowhere/document')),
    thrown(Promise.reject(new Error('a broken promise'))),
  ])
  const away = await Promise.all([
    thrown(run('select pg_terminate_backend(pg_backend_pid())')),
    thrown(nowhere('select 1')),
    thrown(noSocket('select 1')),
  ])

  deepEqual(
    [away.map(isUnreachable), faults.map(isUnreachable)],
    [
      [true, true, true],
      [false, false, false],
    ],
  )
})

test('a server that ends a connection amid a transaction is away for now', async (t) => {
  const { url, db } = await databaseFor(t)
  const { db: other } = await databaseFor(t, { url })
  const fault = await inTransaction(db, async (tx) => {
    const found = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${found.rows[0]?.pid})`.execute(other)
    await pause(100)
    await sql`select 1`.execute(tx)
  }).catch((error: unknown) => error)

  match(String(fault), /not queryable/)
  equal(isForNow(fault), true)
})

test('who asks a pool that was ended meanwhile learns that the database is away', async (t) => {
  const { db } = await databaseFor(t)
  const pool = poolOf(db)
  await pool.end()

  equal(isUnreachable(await pool.connect().catch((error: unknown) => error)), true)
})

test('what waited too long for somebody else may succeed later, and a mistake may not', async (t) => {
  const { run } = await databaseFor(t, { url: await sharedDatabase() })
  const thrownBy = (text: string) => run(text).catch((error: unknown) => error)

  const [passing, ours] = [
    await thrownBy('do $$ begin raise lock_not_available; end $$'),
    await thrownBy('select 1 / 0'),
  ]
  deepEqual([isForNow(passing), isForNow(ours)], [true, false])
})

test('a database that nobody serves is not available', async (t) => {
  const { db } = await databaseFor(t, { url: 'postgres://kecid@127.0.0.1:1/kecid' })

  equal(await available(db), false)
})

test('statements that are sent together are done in their order, in one transaction', async (t) => {
  const { db, run } = await databaseFor(t)
  await run('create table note (note_id int primary key)')

  const [added, found] = await inTransaction(db, (tx) =>
    Promise.all([
      sql`insert into note values (1), (2) returning note_id`.execute(tx),
      sql`select count(*) as note_count from note`.execute(tx),
    ]),
  )

  deepEqual(added, { rows: [{ noteId: 1 }, { noteId: 2 }], numAffectedRows: 2n })
  deepEqual(found.rows, [{ noteCount: 2 }])
})

test('of statements that are sent together none is kept when one fails', async (t) => {
  const { db, run } = await databaseFor(t)
  await run('create table note (note_id int primary key, body jsonb)')
  const circular: Record<string, unknown> = {}
  circular['itself'] = circular
  const together = (...values: readonly unknown[]) =>
    inTransaction(db, (tx) =>
      Promise.all(values.map((value) => sql`insert into note values (${value})`.execute(tx))),
    )

  await rejects(together(1, 1, 2), /duplicate key/)
  await rejects(together(1, circular), /circular/)
  deepEqual(await run('select count(*) from note'), counted)
})

test('what fails only at the end is not kept, and a caught failure is not taken for done', async (t) => {
  const { db, run } = await databaseFor(t)
  await run('create table note (note_id int primary key deferrable initially deferred)')
  const twice = sql`insert into note values (1), (1)`
  const nonsense = sql`select nonsense`

  await rejects(
    inTransaction(db, (tx) => twice.execute(tx)),
    /duplicate key/,
  )
  await rejects(
    inTransaction(db, (tx) => nonsense.execute(tx).catch(() => 'all is well')),
    /rolled back/,
  )
  deepEqual(await run('select count(*) from note'), counted)
})

test('a statement is planned once for each connection', async (t) => {
  const { db } = await databaseFor(t, { max: 1 })
  const planned = sql<{ count: number }>`
    select count(*) from pg_prepared_statements where statement = 'select $1::int + 1 as more'`
  const addedTo = (value: number) =>
    inTransaction(db, async (tx) => {
      const { rows } = await sql<{ more: number }>`select ${value}::int + 1 as more`.execute(tx)
      return rows
    })

  deepEqual([await addedTo(1), await addedTo(2)], [[{ more: 2 }], [{ more: 3 }]])
  deepEqual(await inTransaction(db, async (tx) => (await planned.execute(tx)).rows), [{ count: 1 }])
})

test('nothing can be put behind a statement, with values and without', async (t) => {
  const { db, run } = await databaseFor(t, { max: 1 })
  await run('create table note (note_id int)')
  const stacked = 'select 1; prepare statement_0 as select 2'
  const behind = /cannot insert multiple commands into a prepared statement/

  await rejects(run(stacked), behind)
  await rejects(sql`${sql.raw(stacked)} + ${1}`.execute(db), behind)
  await rejects(
    inTransaction(db, (tx) => sql.raw(`${stacked}; commit`).execute(tx)),
    behind,
  )
  await rejects(poolOf(db).query(stacked), behind)
  await rejects(poolOf(db).query({ text: stacked }), behind)
  deepEqual(await run('select from pg_prepared_statements where from_sql'), [])
})

test('a statement that comes after the end of its transaction is refused', async (t) => {
  const { db, run } = await databaseFor(t)
  await run('create table note (note_id int primary key)')
  const kept = await inTransaction(db, (tx) => Promise.resolve({ tx }))

  await rejects(sql`insert into note values (1)`.execute(kept.tx), /is over/)
  deepEqual(await run('select count(*) from note'), counted)
})

test('of two who hold a row the second sees what the first wrote', async (t) => {
  const { db, run } = await databaseFor(t)
  await run('create table note (note_id int primary key, state text not null)')
  await run(`insert into note values (1, 'draft')`)
  const submit = () =>
    inTransaction(db, async (tx) => {
      const [held, seen] = await Promise.all([
        sql<{ state: string }>`select state from note for update`.execute(tx),
        sql<{ state: string }>`select state from note`.execute(tx),
      ])
      deepEqual(seen.rows, held.rows)
      if (held.rows[0]?.state !== 'draft') return 'refused'
      await sql`update note set state = 'submitted'`.execute(tx)
      return 'submitted'
    })

  deepEqual((await Promise.all([submit(), submit()])).toSorted(), ['refused', 'submitted'])
})

test('a server that cannot be used is told in a sentence without its password', async () => {
  const address = new URL(await clusterUrl())
  const cases = [
    ['postgres://kecid:hush-hush@127.0.0.1:1/kecid', /no PostgreSQL answers there/],
    ['postgres://kecid:hush-hush@nowhere.invalid/kecid', /name of the server is not known/],
    [`${address.protocol}//nobody:hush-hush@localhost/x${address.search}`, /refused|no such|28000/],
  ] as const
  for (const [url, reason] of cases) {
    const reach = await reachDatabase(url)
    const problem = reach.ok ? '' : reach.problem
    match(problem, reason)
    match(problem, /^The database .* Check DATABASE_URL\.$/)
    equal(problem.includes('hush-hush'), false)
  }
})

test('a server of today is one we can use, a database in another encoding is not', async (t) => {
  const url = await emptyDatabase()
  const { run } = await databaseFor(t, { url })
  await run(`create database latin${process.pid} template template0 encoding 'SQL_ASCII'
    locale 'C' locale_provider 'libc'`)
  const latin = new URL(url)
  latin.pathname = `/latin${process.pid}`

  deepEqual(await reachDatabase(url), { ok: true })
  const reach = await reachDatabase(latin.href)
  match(reach.ok ? '' : reach.problem, /encoded in SQL_ASCII; Keçid needs UTF8/)
})
