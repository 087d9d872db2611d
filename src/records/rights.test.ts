import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { STEP_KINDS } from '#core/cases/life.ts'
import { STAGES } from '#core/cases/stages.ts'
import { OFFICE_ROLES } from '#core/cases/roles.ts'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { addressAs } from '#platform/logins.ts'
import { fillIn, submitted } from '#test/ana.ts'
import { wholeDatabase } from '#test/dump.ts'
import { house, readHouse } from '#test/house.ts'
import { asOwner } from '#test/owner.ts'
import { signedCase } from '#test/signed-case.ts'

test('the portal cannot read what belongs to the office', async () => {
  const { faces } = await readHouse()

  for (const table of ['membership', 'session', 'task', 'credential']) {
    await rejects(
      sql`select * from ${sql.table(table)}`.execute(faces.portal.db),
      /permission denied/,
      table,
    )
  }
  await rejects(sql`select actor from look`.execute(faces.portal.db), /permission denied/)
  await rejects(sql`select leaf from ledger_leaf`.execute(faces.portal.db), /permission denied/)
})

test('sessions and passwords are the business of the door alone', async () => {
  const { faces } = await readHouse()
  const { portal, office, jobs } = faces
  const forbidden = [
    sql`select from session`,
    sql`delete from session`,
    sql`update session set expires_at = now()`,
    sql`select hash from credential`,
    sql`select index from credential`,
    sql`update credential set hash = 'x'`,
    sql`insert into account (id) values (gen_random_uuid())`,
    sql`insert into account_link (token_hash) values ('')`,
    sql`update account_link set used_at = null`,
  ]
  for (const { db } of [portal, office, jobs]) {
    for (const statement of forbidden) await rejects(statement.execute(db), /permission denied/)
  }
})

test('the door sees no case, and cannot change what has happened', async () => {
  const { faces } = await readHouse()
  const { door } = faces.portal
  for (const table of ['case_file', 'answer', 'document', 'decision', 'letter', 'look']) {
    await rejects(sql`select from ${sql.table(table)}`.execute(door), /permission denied/, table)
  }
  const forbidden = [
    sql`delete from account`,
    sql`delete from credential`,
    sql`update party set erased_at = now()`,
    sql`update account set face = 'office'`,
    sql`update account set party = gen_random_uuid()`,
    sql`insert into membership (id) values (gen_random_uuid())`,
    sql`update membership set role = 'signer'`,
    sql`insert into office_role values ('god', 'service')`,
    sql`select from waiting_job`,
    sql`select from ledger_leaf`,
  ]
  for (const statement of forbidden) await rejects(statement.execute(door), /permission denied/)
})

test('keys are the business of their own login alone, and it sees nothing else', async () => {
  const { faces, url } = await readHouse()
  const keys = connect({ url: addressAs(url, 'kecid_keys'), max: 1, application: 'test keys' })
  const { portal, office, jobs } = faces
  const reading = sql`select relnamespace::regnamespace::text as schema, relname as name
    from pg_class where relkind = 'r'
      and relnamespace::regnamespace::text in ('public', 'keys', 'jobs')`
  const all = (await reading.execute(portal.db)).rows as { schema: string; name: string }[]

  ok(all.length > 30)
  for (const { schema, name } of all) {
    const read = sql`select from ${sql.id(schema, name)}`
    const refused = schema === 'keys' ? [portal.db, portal.door, office.db, jobs.db] : [keys]
    for (const db of refused) await rejects(read.execute(db), /permission denied/, name)
  }
  const forbidden = [
    sql`update keys.tombstone set erased_at = now()`,
    sql`delete from keys.tombstone`,
    sql`update keys.data_key set party = null`,
    sql`update keys.master set proof = ''`,
    sql`delete from keys.master`,
    sql`delete from keys.house_secret`,
    sql`truncate keys.data_key`,
    sql`create table keys.more (id int)`,
  ]
  for (const statement of forbidden) await rejects(statement.execute(keys), /permission denied/)
  await disconnect(keys)
})

test('nobody whom a stranger can reach makes somebody a party of a case, or an official', async (t) => {
  const kecid = await house(t)
  const { portal, office, jobs } = kecid.faces
  const { id } = await submitted(await kecid.signedUpApplicant())
  const thief = (await kecid.signedUpApplicant()).account.partyId
  for (const { db } of [portal, office, jobs]) {
    const joining = sql`
      insert into case_party (case_id, party, role, is_subject, from_on)
      values (${id}, ${thief}, 'representative', false, current_date)`
    await rejects(joining.execute(db), /permission denied/)
    const begun = { id, type: 'x', state: 'x', stage: 'draft', opened_on: '2026-01-01' }
    const again = sql`select begin_case(
      ${JSON.stringify(begun)}::json,
      ${JSON.stringify([{ party: thief, role: 'x', is_subject: false }])}::json)`
    await rejects(again.execute(db), /permission denied|nobody begins a case/)
  }
  for (const { db } of [portal, office]) {
    for (const statement of [
      sql`insert into membership (id) values (gen_random_uuid())`,
      sql`update membership set role = 'signer'`,
      sql`insert into office_role values ('god', 'service')`,
    ])
      await rejects(statement.execute(db), /permission denied/)
  }
})

test('what was once sent in cannot be put down to be deleted', async (t) => {
  const kecid = await house(t)
  const { id } = await submitted(await kecid.signedUpApplicant())
  const { portal, office, jobs } = kecid.faces
  const removing = sql`
    update document set removed_at = now(), erase_at = now() where case_id = ${id}`
  for (const { db } of [portal, office, jobs]) {
    await rejects(removing.execute(db), /permission denied/)
  }
  const taking = sql`
    select take_document(case_id, id, now(), now()) from document where case_id = ${id}`
  await rejects(taking.execute(kecid.db), /not to be written in/)
  await sql`update case_file set state = 'returned', stage = 'with-person'`.execute(kecid.db)
  await rejects(taking.execute(kecid.db), /what was sent in is kept/)
  await rejects(
    sql`update document set address = repeat('0', 64)`.execute(portal.db),
    /permission denied/,
  )
})

test('no serving login may change the past, the policy or the tables themselves', async () => {
  const { faces } = await readHouse()
  const forbidden = [
    sql`update event set step = 'x'`,
    sql`delete from event`,
    sql`update ledger_leaf set leaf = ''`,
    sql`delete from ledger_leaf`,
    sql`update policy_document set canonical = '{}'`,
    sql`delete from party`,
    sql`drop table case_file`,
    sql`alter table case_file disable trigger all`,
    sql`create table more (id int)`,
    sql`select * from jobs._private_jobs`,
    sql`select * from waiting_job`,
    sql`delete from waiting_job`,
  ]
  for (const db of [faces.portal.db, faces.office.db, faces.portal.door]) {
    for (const statement of forbidden) {
      await rejects(statement.execute(db), /permission denied|must be owner/)
    }
  }
})

test('what was done is changed by nobody but the owner, and grows only where it may', async (t) => {
  const kecid = await house(t)
  const { db } = kecid
  const id = await signedCase(kecid, await kecid.signedUpApplicant())
  equal((await (await kecid.office('officer@kecid.example')).get(`/en/cases/${id}`)).status, 200)
  const run = (statement: string) => sql.raw(statement).execute(db)

  for (const table of ['event', 'look', 'decision', 'status', 'letter']) {
    equal((await run(`select from ${table} limit 1`)).rows.length, 1, table)
    await rejects(run(`delete from ${table}`), KEPT, table)
    await rejects(run(`truncate ${table} cascade`), KEPT, table)
    for (const { name, type } of await columnsOf(db, table)) {
      const other = OTHER[type]?.replaceAll('$', `"${name}"`)
      ok(other !== undefined, `${table}.${name} is ${type}`)
      const column = `${table}.${name}`
      const change = `update ${table} set "${name}" = ${GROWING[column] ?? other}`
      if (GROWING[column] !== undefined) await run(change)
      await rejects(run(`update ${table} set "${name}" = ${other}`), KEPT, column)
    }
  }
  await rejects(run(`update status set state = 'in-force'`), KEPT)
  await asOwner(db, async (tx) => {
    await sql`update look set page = 'case-page'`.execute(tx)
    await sql`delete from look where role = 'nobody'`.execute(tx)
    await sql`truncate look`.execute(tx)
  })
})

const KEPT = /what was done is not changed afterwards/

/** What may still change, once, and what it becomes. */
const GROWING: Readonly<Record<string, string>> = {
  'decision.set_aside_by': 'id',
  'status.state': `'ended', ended_as = 'annulled'`,
  'status.ended_by': `(select id from event limit 1)`,
  'letter.sent_at': `'2026-03-05T06:00:00Z'`,
  'letter.refused_at': `'2026-03-05T06:00:00Z'`,
}

/** Something else than what is in a column of that type. */
const OTHER: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `coalesce($, '') || 'x'`,
  integer: '$ + 1',
  bigint: 'coalesce($, 0) + 1',
  date: `coalesce($, '2026-01-01') + 1`,
  'timestamp with time zone': `coalesce($, now()) + interval '1 day'`,
  jsonb: `$ || '{"more":1}'`,
  bytea: `sha256(coalesce($, '') || 'x')`,
}

async function columnsOf(db: Database, table: string) {
  const found = await sql<{ name: string; type: string }>`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'
    order by ordinal_position`.execute(db)
  return found.rows
}

test('a case rests on published policy alone, and nobody removes or rewrites that', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  await submitted(await signedUpApplicant())
  const forbidden = [
    [sql`update case_file set procedure_hash = ${'0'.repeat(64)}`, /published policy alone/],
    [sql`update case_file set scoring_hash = ${'0'.repeat(64)}`, /published policy alone/],
    [sql`update case_file set type_hash = ${'0'.repeat(64)}`, /published policy alone/],
    [sql`update policy_document set canonical = '{}'`, /kept as it is/],
    [sql`delete from policy_document`, /kept as it is/],
    [sql`truncate policy_document cascade`, /kept as it is/],
  ] as const

  for (const [statement, reason] of forbidden) await rejects(statement.execute(db), reason)
})

test('stages and kinds in the tables are those of the core, and so are the roles', async () => {
  const { db } = await readHouse()
  const named = async (table: string, column: string) => {
    const found = await sql<{ rule: string }>`
      select pg_get_constraintdef(oid) as rule from pg_constraint
      where conrelid = ${table}::regclass and contype = 'c'`.execute(db)
    const rules = found.rows.map(({ rule }) => rule)
    const rule = rules.find((each) => each.includes(`(${column} = ANY`)) ?? ''
    return new Set([...rule.matchAll(/'([a-z-]+)'/g)].map(([, word]) => word))
  }

  deepEqual(await named('case_file', 'stage'), new Set<string>(STAGES))
  deepEqual(await named('event', 'kind'), new Set<string>([...STEP_KINDS, 'move']))
  const roles = await db.selectFrom('officeRole').selectAll().execute()
  deepEqual(Object.fromEntries(roles.map(({ role, of }) => [role, of])), { ...OFFICE_ROLES })
})

test('a dump of the database names nobody', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant({ email: 'ana.ferreira@example.pt' })
  await submitted(ana)

  const dump = await wholeDatabase(db)

  const secrets = [
    'Ferreira',
    'FERREIRA',
    'Ana Lu',
    '1987-03-27',
    'Braga',
    'CD123456',
    '912345678',
    'Rua das Flores',
    'Vento Norte',
    'Universidade do Porto',
    'Lead turbine engineer',
    'Damped tower joint',
    'MEC/2010',
    'ana.ferreira',
    'passport.pdf',
    'Leyla', // the first name of a demonstration official
    'officer@kecid.example',
  ]
  for (const secret of secrets) {
    for (const written of [secret, Buffer.from(secret).toString('hex')]) {
      equal(dump.includes(written), false, secret)
    }
  }
  ok(dump.includes('PRT'), 'the country of birth stays readable')
})

test('only a draft that was thrown away can be erased, whoever asks', async (t) => {
  const { signedUpApplicant, faces, db } = await house(t)
  const ana = await signedUpApplicant()
  const draft = await fillIn(ana, { files: [] })
  const { id: sent } = await submitted(await signedUpApplicant())
  const erase = (id: string, by: Database) => sql`select erase_draft(${id}::uuid)`.execute(by)
  const { portal, office, jobs } = faces
  // Whoever could write this event could still erase nothing that was sent in.
  const forged = sql`
    insert into event (case_id, seq, id, kind, step, role, to_state, recorded_at,
      happened_at, happened_on, audience, readable)
    values (${sent}, 2, gen_random_uuid(), 'end', 'discard', 'applicant',
      'discarded', now(), now(), current_date, 'person', '{}')`
  await rejects(forged.execute(portal.db), /permission denied/)
  await forged.execute(db)

  for (const by of [portal.db, jobs.db, db]) {
    for (const id of [draft, sent])
      await rejects(erase(id, by), /only a draft that was thrown away/)
  }
  for (const id of [draft, sent]) await rejects(erase(id, office.db), /permission denied/)
  equal((await db.selectFrom('caseFile').select('id').execute()).length, 2)
})
