import { deepEqual } from 'node:assert/strict'
import { after } from 'node:test'
import { sql } from 'kysely'
import { connect, disconnect, inTransaction, type Database } from '#platform/database.ts'
import { addressAs, type Login } from '#platform/logins.ts'
import { fillIn, submitted } from '#test/ana.ts'
import { wholeDatabase } from '#test/dump.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'

/**
 * What somebody gets who has brought a piece of text into a statement of ours, as whoever it is run
 * for: nothing of anybody else's, nothing changes, and whoever has the connection next is served.
 */
export type Ground = {
  readonly kecid: TestHouse
  readonly ana: Applicant
  /** Her recognised case, and the draft and the examined case of others. */
  readonly own: string
  readonly draft: string
  readonly others: string
}

const endings: (() => Promise<void>)[] = []
after(async () => {
  for (const end of endings) await end()
})

let laid: Promise<Ground> | undefined
export const ground = () => (laid ??= layGround())

async function layGround(): Promise<Ground> {
  const kecid = await house({
    after: (end: () => Promise<void>) => void endings.push(end),
  } as never)
  const ana = await kecid.signedUpApplicant()
  const own = await caseIn('recognised', kecid, ana)
  await ana.get(`/en/applications/${own}/decision`) // what was told leaves time nothing to do
  const draft = await fillIn(await kecid.signedUpApplicant(), { files: [] })
  const { id: others } = await submitted(await kecid.signedUpApplicant())
  return { kecid, ana, own, draft, others }
}

/** One connection, so that what is left on it meets whoever comes next. */
export function lone({ kecid }: Ground, login: Login): Database {
  const db = connect({ url: addressAs(kecid.url, login), max: 1, application: 'hostile' })
  endings.unshift(() => disconnect(db))
  return db
}

export const run = (db: Database, text: string) =>
  inTransaction(db, async (tx) => (await sql.raw<Record<string, unknown>>(text).execute(tx)).rows)

export const REFUSED =
  /permission denied|must be|row-level|not exist|cannot|not for|nobody|syntax|only|aborted|refused/

/** What our own functions say to whoever may not. */
export const SAID = /not |nobody|only|permission|no |follows|by whoever|for themselves|about them/

/** Whole statements that no login may bring to an end, whoever acts. */
export const FOR_NOBODY: readonly string[] = [
  // stacked
  'select 1; delete from answer',
  `select 1; select set_config('kecid.who', '', false)`,
  // other identities
  'set role kecid_migrator',
  'set session authorization kecid_super',
  `select set_config('role', 'kecid_migrator', true)`,
  'select begin_as(null, now())',
  `select begin_as('guessed', now())`,
  'select act_as(null)',
  `select proof_of('x', 'x')`,
  'select bytes from acting_key',
  'select draw_acting_key()',
  'insert into own_time default values',
  // the past, and the tables themselves
  'truncate event',
  'truncate case_file cascade',
  'delete from event',
  `update event set step = 'x'`,
  'select account from mandate',
  'insert into mandate default values',
  'select party from relation',
  'select token_hash from invitation',
  'select party from taking_over',
  'select index from taking_over_proof',
  'update taking_over set tries = 0',
  'select party from party_link',
  `update party_link set state = 'linked'`,
  'select actor from party_link_act',
  'delete from party_link_act',
  'select same_as(null)',
  `select note_link_act(null, null, null, null)`,
  'select of_age_from(null)',
  'select has_account(null)',
  'update invitation set joined = null',
  `select relate('{}', null, null)`,
  `select mail_invitation(null, '')`,
  `select is_address_of(null, '')`,
  `select may_join(null, '', null)`,
  `update case_file set state = 'decided'`,
  `insert into case_party (case_id) values (gen_random_uuid())`,
  `update status set state = 'ended'`,
  'update status set named_in = case_id',
  'select code_index from former_paper',
  'delete from former_paper',
  `select name_anew(null, null, '{}')`,
  'select keep_paper(null, null)',
  `select names_before(null, '')`,
  'select named_or_given_in(null, null)',
  'insert into effect (decision) values (gen_random_uuid())',
  'insert into ledger_leaf (leaf, leaf_hash) values (sha256($$x$$), sha256($$x$$))',
  `insert into waiting_job (task, payload) values ('remove-files', '{}')`,
  'alter table answer disable row level security',
  'drop policy portal on case_file',
  'create policy mine on case_file using (true)',
  'grant select on session to public',
  'select token_hash from session',
  'select hash from credential',
  'select wrapped from keys.data_key',
  'select * from jobs._private_jobs',
  // shadowing
  'create table public.answer_too (id int)',
  'create temporary table case_file (id uuid)',
  'create schema mine',
  'create function acting() returns int language sql as $$select 1$$',
  'create view everything as select * from case_file',
  // files, programs, large objects, other places
  `copy case_file to '/tmp/kecid-hostile'`,
  `copy (select 1) to program 'true'`,
  'copy answer from stdin',
  `select pg_read_file('/etc/passwd')`,
  `select pg_ls_dir('.')`,
  'select lo_create(0)',
  `select lo_from_bytea(0, 'x')`,
  'select pg_advisory_lock(1)',
  'select pg_sleep(5)',
  `select pg_notify('jobs:insert', '')`,
  'select rolpassword from pg_authid',
  'alter system set fsync = off',
  'create extension dblink',
  `do $$ begin execute 'set role kecid_migrator'; end $$`,
  `do $$ begin perform public.act_as(row(null, null, null, null, null, null, null, true, null)); end $$`,
]

/** What may be set, and what the next person must not feel. */
export const POISON: readonly string[] = [
  `select set_config('row_security', 'off', false)`,
  `select set_config('default_transaction_read_only', 'on', false)`,
  `select set_config('statement_timeout', '1', false)`,
  `select set_config('lock_timeout', '1', false)`,
  `select set_config('search_path', 'pg_temp, public', false)`,
  `select set_config('timezone', 'Pacific/Auckland', false)`,
  `select set_config('datestyle', 'German', false)`,
  `select set_config('kecid.who', 'x', false), set_config('kecid.mac', 'y', false)`,
  `select set_config('default_transaction_isolation', 'serializable', false)`,
  `set session characteristics as transaction read only`,
  `select set_config('plan_cache_mode', 'x', false)`,
  'listen everything',
  'deallocate all',
]

/** Gives what says afterwards that nothing has changed. */
export async function watched({ kecid }: Ground): Promise<() => Promise<void>> {
  const before = await wholeDatabase(kecid.db)
  return async () => {
    const [was, is] = [before.split('\n'), (await wholeDatabase(kecid.db)).split('\n')]
    const known = new Set(was)
    deepEqual([is.length, is.filter((line) => !known.has(line))], [was.length, []])
  }
}
