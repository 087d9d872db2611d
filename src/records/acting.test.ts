import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { actingOn, inTransaction, type Database } from '#platform/database.ts'
import { fillIn, submitted } from '#test/ana.ts'
import { house, sessionOf, type Applicant, type TestHouse } from '#test/house.ts'
import { annulmentOf, caseIn } from '#test/played-case.ts'

type Face = 'portal' | 'office'

/** The database of a face as somebody who is signed in there acts on it. */
function as(kecid: TestHouse, face: Face, token: string): Database {
  const { db, clock } = kecid.faces[face]
  return actingOn(db, { token, at: clock.now() })
}

const applicantsOwn = ({ cookies }: Applicant) => cookies.get('kecid') ?? ''

async function official(kecid: TestHouse, email: string): Promise<Database> {
  const { cookies } = await kecid.office(email)
  return as(kecid, 'office', cookies.get('kecid-office') ?? '')
}

const idsIn = async (db: Database, query: string): Promise<readonly string[]> => {
  const { rows } = await inTransaction(db, (tx) => sql.raw<{ id: string }>(query).execute(tx))
  return rows.map(({ id }) => id).toSorted()
}

/** What a login may read, table by table. */
async function readable({ db }: TestHouse, login: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and has_any_column_privilege(${login}, oid, 'select')
    order by relname`.execute(db)
  return rows.map(({ name }) => name)
}

const PUBLIC = [
  'campaign',
  'frequent_question',
  'frequent_question_text',
  'ledger_node',
  'office_role',
  'policy_adoption',
  'policy_document',
  'policy_version',
  'policy_version_document',
  'trusted_time',
]

/** Two applicants with a case each, one of whom has something of everything. */
async function peopled(t: TestContext) {
  const kecid = await house(t)
  const [ana, ben] = [await kecid.signedUpApplicant(), await kecid.signedUpApplicant()]
  const own = await caseIn('recognised', kecid, ana)
  const others = await caseIn('in-assessment', kecid, ben)
  return { kecid, ana, ben, own, others }
}

test('where nobody acts there are no rows but those that are for anybody', async (t) => {
  const { kecid } = await peopled(t)
  for (const face of ['portal', 'office'] as const) {
    for (const table of await readable(kecid, `kecid_${face}`)) {
      if (PUBLIC.includes(table)) continue
      deepEqual(await idsIn(kecid.faces[face].db, `select 'one' as id from ${table}`), [], table)
    }
  }
})

test('an applicant reads what is told of them in their cases, and of nobody else', async (t) => {
  const { kecid, ana, ben, own, others } = await peopled(t)
  const [hers, his] = [
    as(kecid, 'portal', applicantsOwn(ana)),
    as(kecid, 'portal', applicantsOwn(ben)),
  ]

  deepEqual(await idsIn(hers, 'select id from case_file'), [own])
  deepEqual(await idsIn(his, 'select id from case_file'), [others])
  for (const table of [
    'case_party',
    'event',
    'answer',
    'document',
    'letter',
    'decision',
    'status',
  ]) {
    const seen = await idsIn(hers, `select distinct case_id as id from ${table}`)
    deepEqual(
      seen.filter((id) => id !== own),
      [],
      table,
    )
    const hidden = await idsIn(his, `select case_id as id from ${table} where case_id = '${own}'`)
    deepEqual(hidden, [], table)
  }
  for (const table of ['account', 'look']) {
    const seen = await idsIn(hers, `select distinct party as id from ${table}`)
    deepEqual(
      seen.filter((id) => id !== ana.account.partyId),
      [],
      table,
    )
  }
  deepEqual(await idsIn(hers, 'select id from party'), [ana.account.partyId])
  const told = await idsIn(hers, 'select distinct audience as id from event')
  deepEqual(told, ['person'])
})

test('of a case that nobody may know of yet, its holder does not know that it is', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const own = await caseIn('recognised', kecid, ana)
  const about = await annulmentOf(kecid, own)
  await kecid.owned.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update event set audience = 'office' where case_id = ${about}`.execute(tx)
  })

  deepEqual(await idsIn(as(kecid, 'portal', applicantsOwn(ana)), 'select id from case_file'), [own])
})

test('whoever acts for somebody reads what is told of that one; whoever stopped does not', async (t) => {
  const { kecid, ana, ben, own } = await peopled(t)
  await sql`
    insert into case_party (case_id, party, role, is_subject, from_on)
    values (${own}, ${ben.account.partyId}, 'representative', false, '2026-01-01')`.execute(
    kecid.db,
  )
  const his = () => as(kecid, 'portal', applicantsOwn(ben))

  ok((await idsIn(his(), 'select id from case_file')).includes(own))
  const decisions = 'select case_id as id from decision'
  equal((await idsIn(his(), decisions)).includes(own), false, 'who is in it without acting for her')
  await sql`
    update case_party set acted_by = ${ben.account.partyId} where case_id = ${own} and is_subject
  `.execute(kecid.db)
  ok((await idsIn(his(), decisions)).includes(own))
  // A second subject reads their own and not what is told of the first.
  const cleo = await kecid.signedUpApplicant()
  await sql`
    insert into case_party (case_id, party, role, is_subject, state, from_on)
    values (${own}, ${cleo.account.partyId}, 'spouse', true, 'open', '2026-01-01')
  `.execute(kecid.db)
  const theirs = as(kecid, 'portal', applicantsOwn(cleo))
  deepEqual(await idsIn(theirs, 'select id from case_file'), [own])
  for (const table of ['answer', 'document', 'decision', 'status', 'letter']) {
    deepEqual(await idsIn(theirs, `select case_id as id from ${table}`), [], table)
  }
  await sql`
    update case_party set until_on = '2026-01-02' where party = ${ben.account.partyId}
      and case_id = ${own}`.execute(kecid.db)
  equal((await idsIn(his(), 'select id from case_file')).includes(own), false)
  ok(ana.account.partyId !== ben.account.partyId)
})

test('the Service and its watch see what was sent in, and nobody sees a draft', async (t) => {
  const { kecid, own, others } = await peopled(t)
  await fillIn(await kecid.signedUpApplicant(), { files: [] })

  for (const email of ['officer@kecid.example', 'signer@kecid.example', 'auditor@kecid.example']) {
    const db = await official(kecid, email)
    deepEqual(await idsIn(db, 'select id from case_file'), [own, others].toSorted(), email)
  }
  for (const email of ['policy-officer@kecid.example', 'administrator@kecid.example']) {
    const db = await official(kecid, email)
    for (const table of ['case_file', 'event', 'document', 'status', 'task', 'letter', 'look']) {
      deepEqual(await idsIn(db, `select 'one' as id from ${table}`), [], `${email} ${table}`)
    }
  }
})

test('a body sees the cases in which something is theirs, and there what their tasks show', async (t) => {
  const kecid = await house(t)
  const { id } = await submitted(await kecid.signedUpApplicant())
  const { db } = kecid
  const tasksOf = async (body: string) =>
    db.selectFrom('task').select(['id', 'shows']).where('ownerBody', '=', body).execute()
  const expert = await official(kecid, 'expert.etn@kecid.example')
  deepEqual(await idsIn(expert, 'select id from case_file'), [], 'before it was asked')

  await (await kecid.office('officer@kecid.example')).get(`/en/cases/${id}`)
  const assessed = await caseIn('in-assessment', kecid, await kecid.signedUpApplicant())
  const bodies = await sql<{ body: string }>`
    select distinct owner_body as body from task where case_id = ${assessed}
      and owner_body is not null and kind = 'points'`.execute(db)
  const [asked] = bodies.rows
  ok(asked)
  const theirs = await official(kecid, `expert.${asked.body}@kecid.example`)
  deepEqual(await idsIn(theirs, 'select id from case_file'), [assessed])
  deepEqual(await idsIn(theirs, 'select distinct owner_body as id from task'), [asked.body])
  const shown = new Set(
    (await tasksOf(asked.body)).flatMap(
      ({ shows }) => (JSON.parse(JSON.stringify(shows)) as { documents: string[] }).documents,
    ),
  )
  const kinds = await idsIn(theirs, 'select kind as id from document')
  ok(
    kinds.every((kind) => shown.has(kind)),
    kinds.join(),
  )
  for (const table of ['status', 'letter', 'telling', 'look', 'effect']) {
    deepEqual(await idsIn(theirs, `select 'one' as id from ${table}`), [], table)
  }

  // In another role of the same body nothing is theirs.
  const others = await idsIn(
    await official(kecid, 'policy-approver@kecid.example'),
    'select id from case_file',
  )
  deepEqual(others, [])
})

test('roles are those of the day: one that ended shows nothing more', async (t) => {
  const { kecid } = await peopled(t)
  const officer = await kecid.office('officer@kecid.example')
  const db = as(kecid, 'office', officer.cookies.get('kecid-office') ?? '')
  equal((await idsIn(db, 'select id from case_file')).length, 2)
  await sql`
    update membership set until_on = '2026-03-01' where party = ${officer.official?.id}
  `.execute(kecid.db)

  deepEqual(await idsIn(db, 'select id from case_file'), [])
})

test('a session opens its own face, while it lasts', async (t) => {
  const { kecid, ana } = await peopled(t)
  const token = applicantsOwn(ana)
  const refused = (db: Database) => rejects(idsIn(db, 'select id from party'), /nobody has this/)

  await refused(as(kecid, 'office', token))
  await refused(as(kecid, 'portal', 'something else'))
  kecid.clock.advance(61 * 60_000)
  await refused(as(kecid, 'portal', token))
  const again = await sessionOf(kecid.owned, ana.account)
  equal((await idsIn(as(kecid, 'portal', again), 'select id from party')).length, 1)
  await sql`update account set closed_at = now() where id = ${ana.account.id}`.execute(kecid.db)
  await refused(as(kecid, 'portal', again))
})

test('every table has rights by row, and every right on one its policy', async (t) => {
  const { db } = await house(t)
  const { rows: open } = await sql<{ name: string }>`
    select oid::regclass::text as name from pg_class
    where relnamespace in ('public'::regnamespace, 'keys'::regnamespace) and relkind in ('r', 'p')
      and not relrowsecurity`.execute(db)
  deepEqual(open, [])
  const { rows: unsaid } = await sql<{ name: string; login: string; right: string }>`
    select pg_class.oid::regclass::text as name, rolname as login, wanted.right
    from pg_class, pg_roles, unnest('{select,insert,update,delete}'::text[]) as wanted ("right")
    where relnamespace in ('public'::regnamespace, 'keys'::regnamespace) and relkind = 'r'
      and rolname like 'kecid\_%' and rolname not in ('kecid_migrator', 'kecid_super')
      and case wanted.right
        when 'delete' then has_table_privilege(rolname, pg_class.oid, 'delete')
        else has_any_column_privilege(rolname, pg_class.oid, wanted.right)
      end
      and not exists (
        select from pg_policy
        where polrelid = pg_class.oid and (polroles @> array[pg_roles.oid] or polroles = '{0}')
          and (polcmd = '*' or polcmd::text = case wanted.right
            when 'select' then 'r' when 'insert' then 'a' when 'update' then 'w' else 'd'
          end)
      )`.execute(db)
  deepEqual(unsaid, [])
})
