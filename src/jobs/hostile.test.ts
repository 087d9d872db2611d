import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import { lookAtTime } from '#records/trusted-time.ts'
import { submitted } from '#test/ana.ts'
import { asOwner } from '#test/owner.ts'
import { house, type TestHouse } from '#test/house.ts'
import {
  FOR_NOBODY,
  ground,
  type Ground,
  lone,
  POISON,
  REFUSED,
  run,
  SAID,
  watched,
} from '#test/hostile.ts'
import { caseIn } from '#test/played-case.ts'

/** What somebody gets who has brought a piece of text into a statement of a job. */

/** Of the house, and of nobody: what jobs may read as it is. */
const OF_THE_HOUSE: readonly string[] = [
  'erased_through',
  'ledger_leaf',
  'ledger_node',
  'membership',
  'migration',
  'office_role',
  'policy_document',
  'policy_version',
  'policy_version_document',
  'rights_applied',
  'trusted_time',
  'waiting_job',
]

/** And of these, what they may write, by whole words or by columns. */
const WRITTEN: Readonly<Record<string, string>> = {
  erased_through: 'update n',
  erasure: 'insert case_id, insert erased_at, insert id, insert sealed',
  ledger_leaf:
    'insert case_id, insert leaf, insert leaf_hash, insert opening, insert party, update index',
  ledger_node: 'insert hash, insert index, insert level',
  membership: 'insert body, insert from_on, insert id, insert party, insert role, update until_on',
  office_role: 'insert of, insert role, update of',
  policy_document:
    'insert canonical, insert code, insert family, insert hash, insert in_force_from, ' +
    'insert in_force_until, insert kind',
  policy_version: 'insert hash, insert is_shipped, insert made_at',
  policy_version_document: 'insert hash, insert version',
  trusted_time:
    'insert ahead_ms, insert doubt, insert found_ahead_ms, insert found_at, insert ran_at, ' +
    'update ahead_ms, update doubt, update found_ahead_ms, update found_at, update ran_at',
  type_move: 'insert from_hash, insert from_state, insert to_state, insert type_hash',
  type_outcome: 'insert effects, insert outcome, insert type_hash',
  type_step:
    'insert by_roles, insert from_state, insert joins, insert kind, insert not_by, ' +
    'insert registers, insert step, insert to_stage, insert to_state, insert type_hash',
  waiting_job: 'delete',
}

async function tablesIn({ db }: TestHouse): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

const outcomeOf = (db: Database, text: string): Promise<string> =>
  run(db, text).then(
    (rows) => JSON.stringify(rows),
    (fault: unknown) => String(fault),
  )

test('of no table of people a job sees a row, until it holds a case', async () => {
  const here = await ground()
  const jobs = lone(here, 'kecid_jobs')
  const { faces } = here.kecid
  await sequenceLedger(faces.jobs.db)
  await lookAtTime(faces.jobs)
  const seen: string[] = []
  for (const table of await tablesIn(here.kecid)) {
    const all = await outcomeOf(jobs, `select 1 as row from ${table}`)
    if (!/permission denied|^\[\]$/.test(all)) seen.push(table)
    await rejects(run(jobs, `truncate ${table} cascade`), /permission denied/, table)
  }
  deepEqual(seen, OF_THE_HOUSE)
})

test('the rights of jobs to write are those that are said, column by column', async () => {
  const { kecid } = await ground()
  const { rows } = await sql<{ name: string; may: string }>`
    select relname as name, string_agg(may, ', ' order by may) as may
    from pg_class, lateral (
      select 'delete' as may where has_table_privilege('kecid_jobs', pg_class.oid, 'delete')
      union all
      select verb || ' ' || attname from pg_attribute, unnest('{insert,update}'::text[]) as verb
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped
        and has_column_privilege('kecid_jobs', pg_class.oid, attnum, verb)
    ) as said
    where relnamespace = 'public'::regnamespace and relkind = 'r'
    group by relname`.execute(kecid.db)
  deepEqual(Object.fromEntries(rows.map(({ name, may }) => [name, may])), WRITTEN)
})

/** Whole statements that this login may not bring to an end: tables, and functions of others. */
const NEVER: readonly string[] = [
  'select readable, sealed from answer',
  'select sealed from credential',
  'select hash from credential',
  'select name_sealed from account',
  'select token_hash from account_link',
  'select content_sealed from letter',
  'select record_sealed from decision',
  'select code_sealed from status',
  'select actor from look',
  'select address from document',
  'select shows from task',
  'select opening from ledger_leaf',
  `update decision set outcome = 'x'`,
  `insert into status (number) values ('HQM-S-2026-000001')`,
  `update letter set sent_at = now()`,
  `update document set erase_at = now()`,
  `update account set face = 'office'`,
  `update membership set role = 'signer'`,
  `delete from membership`,
  'delete from upload',
  'delete from letter',
  `update officials_told set told_until = null`,
  `select come_with('link', sha256('x'))`,
  'select forget_sessions(now())',
  `select enter_leaf(null, null, '{}')`,
  `select remove_files('{}')`,
  `select erase_in_cases(null, '{}', now())`,
  `select is_held_back(null, '{}')`,
  `select against_erasing_part(null, null)`,
  `select record_letters(null, '[]')`,
  'update keeping set look_on = null',
  'select look_on from keeping',
  `select begin_case('{}', '[]')`,
  `select record_decision('{}', '[]')`,
  `select leave_resting('HQM-S-2026-000001', null)`,
  `select holds_up(null, 'HQM-S-2026-000001')`,
  `select note_look('{}', '{}')`,
  `select record_tellings(null, '{}')`,
  `select adopt_policy('', null, now(), '{}')`,
  `select confirm_time('{}', '{}')`,
  `select verify_status('HQM-S-2026-000001', '', '')`,
]

/** Writing what is of others, and its own functions for what they are not for. */
function notForThem({ ana, own, draft, others }: Ground): readonly string[] {
  const [id, { partyId }] = [randomUUID(), ana.account]
  const leaf = `insert into ledger_leaf (leaf, leaf_hash, party, case_id)
    values (sha256('x'), sha256('x'),`
  const step = JSON.stringify({ id: others, versionBefore: 2, version: 3, state: 'decided' })
  const event = { id, kind: 'decide', step: 'sign', role: 'system', to_state: 'decided' }
  return [
    `insert into letter (id) values ('${id}')`,
    `insert into answer (case_id) values ('${own}')`,
    `${leaf} '${partyId}', null)`,
    `${leaf} null, '${own}')`,
    `${leaf} null, null)`,
    `select come_as_new('${id}', '${id}')`,
    `select tasks_of_official('${id}', '2026-03-02')`,
    `select save_answer('${own}', '${partyId}', '{}', '')`,
    `select put_document('${own}', '${partyId}', '{}')`,
    `select erase_draft('${draft}')`,
    `select erase_party('${partyId}')`,
    `select erase_part('${own}', '${partyId}')`,
    `select record_step('${step}', '${JSON.stringify(event)}', '{}', '[]', '[]')`,
  ]
}

/** Questions that it may ask, about what they are not about. */
function foundNowhere({ ana, own }: Ground): readonly string[] {
  const [id, { id: account, partyId }] = [randomUUID(), ana.account]
  return [
    `select case_id from event where case_id = '${own}'`,
    `select number from case_file where id = '${own}'`,
    `select party from account where party = '${partyId}'`,
    `select * from letter_to_send('${id}')`,
    `select * from link_to_send(sha256('guessed'), now())`,
    `select * from official_to_tell('${account}', null, now())`,
    `select * from waiting_for('${account}', null, now(), '[]')`,
    `select * from named_among('{${'0'.repeat(64)}}', '{${id}}')`,
    `select * from left_of_erased('{${partyId}}') where kind = 'case'`,
    `select * from erasing_of('HQM-2020-000001')`,
    `select * from take_effect('${id}')`,
  ]
}

test('what is brought into a statement of a job gets nothing, and changes nothing', async () => {
  const here = await ground()
  const jobs = lone(here, 'kecid_jobs')
  const id = randomUUID()
  const unchanged = await watched(here)
  for (const text of [...NEVER, ...notForThem(here)])
    await rejects(run(jobs, text), NOT_FOR_JOBS, text)
  for (const text of foundNowhere(here)) equal(await outcomeOf(jobs, text), '[]', text)
  // What waits to be taken into the queue, and advisory locks, are their business.
  const theirs = /advisory|_private_jobs|lo_|pg_sleep|pg_notify/
  for (const text of [...FOR_NOBODY, ...POISON]) {
    if (theirs.test(text)) continue
    const outcome = await outcomeOf(jobs, text)
    if (FOR_NOBODY.includes(text)) match(outcome, REFUSED, text)
    equal(await outcomeOf(jobs, 'select count(*)::int as seen from event'), '[{"seen":0}]', text)
  }
  await run(jobs, `select note_sending('${id}', now(), true)`)
  await run(jobs, `select end_status('HQM-S-2020-000001', current_date, 'x', '{}')`)
  deepEqual(await run(jobs, `select hold_case('${here.own}') as held`), [{ held: false }])
  await unchanged()
})

test('a job sees the one case that it holds, in that transaction', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const cases = [
    await caseIn('returned', kecid, ana),
    await caseIn('returned', kecid, await kecid.signedUpApplicant()),
  ]
  const sentIn = await caseIn('submitted', kecid, await kecid.signedUpApplicant())
  await caseIn('recognised', kecid, await kecid.signedUpApplicant())
  const { db } = kecid.faces.jobs
  const seen = async (...ids: readonly string[]) =>
    inTransaction(db, async (tx) => {
      for (const id of ids) await sql`select hold_case(${id}::uuid)`.execute(tx)
      const found = await Promise.all([
        sql`select id from case_file`.execute(tx),
        sql`select distinct case_id as id from event`.execute(tx),
        sql`select distinct case_id as id from case_party`.execute(tx),
        sql`select party as id from account`.execute(tx),
        sql`select number from status`.execute(tx),
      ])
      return found.map(({ rows }) => rows)
    })
  const [first = '', second = ''] = cases
  const [id] = [{ id: first }]

  const hers = [[id], [id], [id], [{ id: ana.account.partyId }]]
  const nothing = [[], [], [], [], []]
  deepEqual(await seen(), nothing)
  deepEqual(await seen(first), [...hers, []])
  deepEqual(await seen(second, first), [...hers, []], 'one at a time')
  deepEqual(await seen(sentIn), nothing, 'time takes no step there')
  deepEqual(await seen(), nothing)
  const { number } = await kecid.db.selectFrom('status').select('number').executeTakeFirstOrThrow()
  await sql`update case_file set about_status = ${number} where id = ${first}`.execute(kecid.db)
  deepEqual(await seen(first), [...hers, [{ number }]], 'with the status that it is about')
})

test('on the day of its server a house lets nobody who writes its jobs hurry time', async (t) => {
  const kecid = await house(t)
  const returned = await caseIn('returned', kecid, await kecid.signedUpApplicant())
  await caseIn('recognised', kecid, await kecid.signedUpApplicant())
  const { jobs } = kecid.faces
  await asOwner(kecid.db, async (tx) => {
    await sql`delete from own_time`.execute(tx)
    await sql`update task set due_on = current_date + 3 where silence is not null`.execute(tx)
    await sql`update status set until_on = current_date + 3`.execute(tx)
    await sql`update letter set send_from = now() + interval '1 hour'`.execute(tx)
  })
  const { rows } = await sql<{ number: string }>`select number from status`.execute(kecid.db)
  const [status] = rows
  ok(status)
  const never = `'9999-12-31'`
  const ask = (text: string) => outcomeOf(jobs.db, text)

  equal(await ask(`select * from terms_to_watch(${never}, '-infinity', '${NOBODY}')`), '[]')
  equal(await ask(`select * from statuses_to_end(${never}, '-infinity', '')`), '[]')
  equal(await ask(`select hold_case('${returned}') as held`), '[{"held":false}]')
  equal(await ask(`select release_letters(${never}) as released`), '[{"released":0}]')
  const sessions = await kecid.db.selectFrom('session').select('account').execute()
  await asOwner(kecid.db, async (tx) => {
    await sql`update session set expires_at = now() + interval '1 hour'`.execute(tx)
  })
  equal(await ask(`select forget_ended(${never}) as erased`), '[{"erased":0}]')
  deepEqual(await kecid.db.selectFrom('session').select('account').execute(), sessions)
  await run(jobs.db, `select end_status('${status.number}', ${never}, 'expired', '{}')`)
  const kept = await kecid.db.selectFrom('status').select('state').execute()
  deepEqual(kept, [{ state: 'in-force' }])
})

test('nothing goes before the day that was told, of an open case, or under a hold', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const other = await kecid.signedUpApplicant()
  const { id } = await submitted(other)
  equal((await other.post(`/en/applications/${id}/withdraw`)).status, 303)
  const { partyId } = other.account
  const { jobs } = kecid.faces
  await asOwner(kecid.db, async (tx) => {
    await sql`delete from own_time`.execute(tx)
  })
  const today = `(now() at time zone 'Asia/Baku')::date`
  const version = async () =>
    (await kecid.db.selectFrom('keeping').select('version').executeTakeFirstOrThrow()).version
  const letGo = async (ahead = 0) => {
    const which = `'${id}', '${partyId}', ${(await version()) + ahead}`
    return (await run(jobs.db, `select let_go(${which}, '9999-12-31') as ground`))[0]?.['ground']
  }
  const announce = async (days: number, party = partyId, letters = '[]') => {
    const row = `json_build_object('case_id', '${id}', 'party', '${party}',
      'version', ${await version()}, 'kept_until', ${today} - 1, 'goes_after', ${today} + ${days})`
    const said = `select announce_keeping(${row}, '9999-12-31', '${letters}') as told`
    return (await run(jobs.db, said))[0]?.['told']
  }
  const change = (text: string) =>
    asOwner(kecid.db, async (tx) => {
      await sql.raw(text).execute(tx)
    })

  equal(await letGo(), null, 'nothing was told')
  for (const days of [-1, 0]) equal(await announce(days), false)
  equal(await announce(1, ana.account.partyId), false, 'it is not about them')
  const stranger = `[{"party":"${ana.account.partyId}"}]`
  await rejects(announce(1, partyId, stranger), /those who have it/)
  equal(await announce(1), true)
  equal(await announce(1), false, 'once')
  equal(await letGo(), null, 'its day is not over')
  await rejects(run(jobs.db, `select erase_part('${id}', '${partyId}')`), /once its key is/)

  await change(`update keeping set goes_after = ${today} - 1, kept_until = ${today} - 1`)
  await change(`insert into hold (id, case_id, ground, from_on, placed_by, placed_in, back)
    values ('${id}', '${id}', 'court', ${today}, '${id}', '${id}', 'erasing')`)
  equal(await letGo(), null, 'it is held back')
  await change(`update hold set until_on = ${today} - 1, lifted_by = id`)
  equal(await letGo(-1), null, 'something happened since')
  equal(await letGo(), 'HQM-2026-000001 withdrawn keep-ends')
  await change(`update case_file set stage = 'examined'`)
  equal(await letGo(), null, 'the case is open')
  equal(await announce(1), false)
})

const NOT_FOR_JOBS = new RegExp(`${SAID.source}|row-level security|once its key is`)
const NOBODY = '00000000-0000-0000-0000-000000000000'
