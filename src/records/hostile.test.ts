import { deepEqual, match, ok, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { actingOn, inTransaction, type Database } from '#platform/database.ts'
import {
  FOR_NOBODY,
  ground,
  lone,
  POISON,
  REFUSED,
  run,
  SAID,
  watched,
  type Ground,
} from '#test/hostile.ts'
import { annulmentOf, caseIn } from '#test/played-case.ts'

const byAna = (db: Database, { kecid, ana }: Ground): Database =>
  actingOn(db, { token: ana.cookies.get('kecid') ?? '', at: kecid.clock.now() })

async function byOfficial(db: Database, { kecid }: Ground, email: string): Promise<Database> {
  const { cookies } = await kecid.office(email)
  const token = cookies.get('kecid-office') ?? ''
  return actingOn(db, { token, at: kecid.clock.now() })
}

test('what is brought into a statement gets nothing, changes nothing, and harms nobody after', async () => {
  const here = await ground()
  const portal = lone(here, 'kecid_portal')
  const office = lone(here, 'kecid_office')
  const served = [
    [byAna(portal, here), 'select id from case_file', [{ id: here.own }]],
    [
      await byOfficial(office, here, 'expert.etn@kecid.example'),
      'select count(*)::int as seen from case_file',
      [{ seen: 0 }],
    ],
  ] as const
  const unchanged = await watched(here)
  for (const [db, question, answer] of served) {
    for (const text of [...FOR_NOBODY, ...POISON]) {
      const outcome = await run(db, text).then(
        () => 'done',
        (fault: unknown) => String(fault),
      )
      if (FOR_NOBODY.includes(text)) match(outcome, REFUSED, text)
      deepEqual(await run(db, question), answer, `after ${text}`)
    }
  }
  await unchanged()
})

test('other logins get no further', async () => {
  const here = await ground()
  const unchanged = await watched(here)
  for (const login of ['kecid_exchange', 'kecid_reader', 'kecid_keys', 'kecid_door'] as const) {
    const db = lone(here, login)
    for (const text of FOR_NOBODY) {
      // Its own work alone: keys for one, sessions and credentials for the door.
      if (login === 'kecid_keys' && /data_key|advisory|lo_|pg_sleep|pg_notify/.test(text)) continue
      if (login === 'kecid_door' && /session|credential|ledger_leaf/.test(text)) continue
      await rejects(run(db, text), REFUSED, `${login}: ${text}`)
    }
  }
  await unchanged()
})

test('who acts is proved for one transaction of one connection, and can be neither forged nor lent', async () => {
  const here = await ground()
  const portal = lone(here, 'kecid_portal')
  const hers = byAna(portal, here)
  const mine = 'select id from case_file'
  const proof = `select current_setting('kecid.who') as who, current_setting('kecid.mac') as mac`
  const [told] = (await run(hers, proof)) as { who: string; mac: string }[]
  ok(told && told.who.includes(here.own))

  const wearing = ({ who, mac }: { who: string; mac: string }, db: Database) =>
    inTransaction(db, async (tx) => {
      await sql`select set_config('kecid.who', ${who}, true)`.execute(tx)
      await sql`select set_config('kecid.mac', ${mac}, true)`.execute(tx)
      return (await sql.raw(mine).execute(tx)).rows
    })

  const more = { ...told, who: told.who.replace(here.own, `${here.own},${here.others}`) }
  deepEqual(await wearing(told, portal), [], 'in a later transaction of the same connection')
  deepEqual(await wearing(told, lone(here, 'kecid_portal')), [], 'on another connection')
  deepEqual(await wearing(told, lone(here, 'kecid_office')), [], 'as another login')
  deepEqual(await wearing(more, hers), [], 'with something added')
  deepEqual(await wearing({ ...told, mac: '' }, hers), [], 'without a proof')
  deepEqual(await run(hers, mine), [{ id: here.own }], 'and to whom it belongs it still opens')
})

test('an applicant writes through no function what is not theirs to write', async () => {
  const here = await ground()
  const { own, draft, others, ana } = here
  const unchanged = await watched(here)
  const { partyId } = ana.account
  const hers = byAna(lone(here, 'kecid_portal'), here)
  const [thief, id] = [partyId, randomUUID()]
  const step = (the: object, event: object) =>
    `select record_step('${JSON.stringify(the)}', '${JSON.stringify(event)}', '{}', '[]', '[]')`
  const now = await here.kecid.db
    .selectFrom('caseFile')
    .select(['version', 'state'])
    .where('id', '=', own)
    .executeTakeFirstOrThrow()
  const file = { id: own, versionBefore: now.version, version: now.version + 1, stage: 'examined' }
  const event = { id, seq: now.version, kind: 'file', actor: partyId, role: 'applicant' }
  const tries = [
    `select save_answer('${draft}', '${partyId}', '{"version":0}', '')`,
    `select save_answer('${own}', '${partyId}', '{"version":1,"block":"person"}', '')`,
    `select put_document('${others}', '${partyId}', '{}')`,
    `select begin_upload('${others}', '${partyId}', '{}')`,
    `select erase_draft('${draft}')`,
    `select hold_party('${id}')`,
    `select record_tellings('${own}', '{"readable":{"tellings":[]}}')`,
    `select record_letters('${own}', '[]')`,
    `select begin_case('{"id":"${id}","type":"recognition","state":"draft","stage":"draft"}',
      '[{"party":"${id}","role":"applicant","is_subject":true}]')`,
    `select begin_case('{"id":"${id}","type":"nothing","state":"draft","stage":"draft"}',
      '[{"party":"${thief}","role":"applicant","is_subject":true}]')`,
    ...[others, draft, own].map(
      (about) => `select begin_case('{"id":"${id}","type":"delay-complaint","state":"draft",
        "stage":"draft","opened_on":"2026-03-02","about_case":"${about}"}',
        '[{"party":"${thief}","role":"applicant","is_subject":true}]')`,
    ),
    // Another state than any step leads to; another's role; another's name; another's case.
    step({ ...file, state: 'submitted' }, { ...event, step: 'submit', to_state: 'submitted' }),
    step(
      { ...file, state: 'in-assessment', stage: 'with-others' },
      { ...event, step: 'accept', kind: 'ask', role: 'case-officer', to_state: 'in-assessment' },
    ),
    step({ ...file, id: others, state: 'submitted' }, { ...event, step: 'withdraw', kind: 'end' }),
    step({ ...file, state: now.state }, { ...event, actor: null, role: 'system', kind: 'lapse' }),
    `select record_decision('{}', '[]')`,
    `select note_look('{}', '{}')`,
    `select note_copy('{}', '{}', now())`,
    `select note_copy('{"actor":"${partyId}","party":"${partyId}","case_id":"${own}"}',
      '{}', now())`,
    `select adopt_policy('', null, now(), '{}')`,
    `select confirm_time('{}', '{}')`,
  ]
  for (const text of tries) await rejects(run(hers, text), SAID, text)
  for (const versionBefore of [now.version - 1, now.version + 1, null]) {
    const late = step({ ...file, versionBefore, state: 'withdrawn' }, { ...event, kind: 'end' })
    deepEqual(await run(hers, late), [{ recordStep: false }], 'not as the case is now')
  }
  deepEqual(await run(hers, `select hold_case('${others}') as held`), [{ held: false }])
  deepEqual(await run(hers, `select end_upload('${id}') as ended`), [{ ended: null }])
  await unchanged()
})

test('an official takes no step that is another’s, and decides no proposal of their own', async () => {
  const here = await ground()
  const { kecid, own, others } = here
  const about = await annulmentOf(kecid, own)
  const officer = await byOfficial(lone(here, 'kecid_office'), here, 'officer@kecid.example')
  const { official: signer } = await kecid.office('signer@kecid.example')
  const { official: self } = await kecid.office('officer@kecid.example')
  const now = await kecid.db
    .selectFrom('caseFile')
    .select(['version', 'state'])
    .where('id', '=', about)
    .executeTakeFirstOrThrow()
  const unchanged = await watched(here)
  const decides = { id: about, state: 'decided', stage: 'ended', versionBefore: now.version }
  const event = { id: randomUUID(), seq: now.version, kind: 'decide', step: 'annul' }
  const as = (actor: string | undefined, role: string, the: object = decides) =>
    `select record_step('${JSON.stringify({ ...the, version: now.version + 1 })}',
      '${JSON.stringify({ ...event, actor, role, to_state: 'decided' })}', '{}', '[]', '[]')`
  const tries = [
    as(signer?.id, 'signer'),
    as(self?.id, 'signer'),
    as(self?.id, 'case-officer'),
    as(self?.id, 'case-officer', { ...decides, id: others }),
    `select record_decision('{"case_id":"${about}","decided_by":"${randomUUID()}"}', '[]')`,
    `select begin_case('{"id":"${randomUUID()}","type":"annulment","state":"opened",
      "stage":"examined"}', '[]')`,
    `select note_look('{"actor":"${signer?.id}","role":"signer","case_id":"${own}"}', '{}')`,
    `select adopt_policy('x', '${self?.id}', now(), '{}')`,
    `select confirm_time('{"actor":"${self?.id}"}', '{}')`,
    `select save_answer('${own}', '${self?.id}', '{}', '')`,
    `select erase_draft('${own}')`,
    `select erase_party('${self?.id}')`,
  ]
  for (const text of tries) await rejects(run(officer, text), SAID, text)
  await unchanged()
})

test('the next move of one official by name is no other’s, whatever role they have', async () => {
  const here = await ground()
  const { kecid, others } = here
  const officer = await byOfficial(lone(here, 'kecid_office'), here, 'officer@kecid.example')
  const { official: self } = await kecid.office('officer@kecid.example')
  const { official: other } = await kecid.office('officer2@kecid.example')
  const { version, state } = await kecid.db
    .selectFrom('caseFile')
    .select(['version', 'state'])
    .where('id', '=', others)
    .executeTakeFirstOrThrow()
  deepEqual(state, 'submitted')
  const given = (to: string | null) =>
    kecid.db
      .updateTable('task')
      .set({ ownerParty: to })
      .where('caseId', '=', others)
      .where('kind', '=', 'next-move')
      .execute()
  const after = { id: others, state: 'in-assessment', stage: 'with-others' }
  const the = { ...after, versionBefore: version, version: version + 1 }
  const accepted = { id: randomUUID(), seq: version, kind: 'ask', step: 'accept' }
  const event = { ...accepted, actor: self?.id, role: 'case-officer', to_state: after.state }
  await given(other?.id ?? '')
  const unchanged = await watched(here)
  const text = `select record_step('${JSON.stringify(the)}', '${JSON.stringify(event)}',
    '{}', '[]', '[]')`
  await rejects(run(officer, text), /another official/)
  await unchanged()
  await given(null)
})

test('whoever proposed does not decide, though they are of both roles', async () => {
  const here = await ground()
  const { kecid, own } = here
  const { db } = kecid
  const about = await annulmentOf(kecid, own).catch(() => undefined)
  const open = about ?? (await openAnnulment(here))
  const proposed = await db
    .selectFrom('event')
    .select(['actor', 'seq'])
    .where('caseId', '=', open)
    .where('kind', '=', 'propose')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  const the = { id: open, state: 'decided', stage: 'ended', versionBefore: proposed.seq + 1 }
  const event = { id: randomUUID(), seq: proposed.seq + 1, kind: 'decide', step: 'annul' }
  const text = `select record_step('${JSON.stringify({ ...the, version: proposed.seq + 2 })}',
    '${JSON.stringify({ ...event, actor: proposed.actor, role: 'signer', to_state: 'decided' })}',
    '{}', '[]', '[]')`

  // The owner passes over who acts, and over this nobody does.
  await rejects(run(db, text), /another person must/)
})

/** A complaint that nothing was decided in a case, by whoever took a step of it, as the owner. */
async function delayOf({ kecid: { db } }: Ground, about: string) {
  const { actor } = await db
    .selectFrom('event')
    .select('actor')
    .where('caseId', '=', about)
    .where('actor', 'is not', null)
    .executeTakeFirstOrThrow()
  const [id, party, event] = [randomUUID(), actor ?? '', randomUUID()]
  const day = '2026-03-02'
  const begun = `select begin_case('{"id":"${id}","type":"delay-complaint","state":"draft",
    "stage":"draft","opened_on":"${day}","changed_at":"${day}T08:00:00Z","about_case":"${about}"}',
    '[{"party":"${party}","role":"applicant","is_subject":true}]')`
  const happened = `insert into event (case_id, seq, id, kind, step, role, to_state, happened_on,
      happened_at, recorded_at, audience, readable)
    values ('${id}', 0, '${event}', 'decide', 'answer-complaint', 'head', 'decided', '${day}',
      now(), now(), 'person', '{}')`
  const decided = (target: string) => `select record_decision('{"id":"${randomUUID()}",
    "case_id":"${id}","subject":"${party}","outcome":"upheld","decided_by":"${event}",
    "record_sealed":"","record_hash":"x","decided_on":"${day}"}', '[{"effect":"notify",
    "target":"${target}","due_on":"2026-03-09","counted":{"terms":[]}}]')`
  const proposed = `update case_file set state = 'proposed', stage = 'deciding', version = 1
    where id = '${id}'`
  const signed = `select record_step('{"id":"${id}","state":"decided","stage":"ended",
    "versionBefore":1,"version":2}', '{"id":"${event}","seq":1,"kind":"decide","role":"head",
    "step":"answer-complaint","actor":"${party}","to_state":"decided"}', '{}', '[]', '[]')`
  const together = (...texts: readonly string[]) =>
    inTransaction(db, async (tx) => {
      for (const text of [begun, ...texts]) await sql.raw(text).execute(tx)
    })
  return {
    id,
    deciding: (target: string) => together(happened, decided(target)),
    signing: () => together(proposed, signed),
  }
}

test('whoever begins a case about a status holds it, or acts for whoever does', async () => {
  const here = await ground()
  const { kecid, ana } = here
  const other = await kecid.signedUpApplicant()
  await caseIn('recognised', kecid, other)
  const held = await kecid.db.selectFrom('status').select(['number', 'holder']).execute()
  const unchanged = await watched(here)
  const hers = byAna(lone(here, 'kecid_portal'), here)
  const { partyId } = ana.account
  const about = (status: string | undefined) =>
    inTransaction(hers, async (tx) => {
      const begun = `select begin_case('{"id":"${randomUUID()}","type":"complaint","state":"draft",
        "stage":"draft","opened_on":"2026-03-02","changed_at":"2026-03-02T08:00:00Z",
        "about_status":"${status}"}',
        '[{"party":"${partyId}","role":"applicant","is_subject":true}]')`
      await sql.raw(begun).execute(tx)
      await sql.raw('select 1 / 0').execute(tx)
    })
  const [own, others] = [true, false].map(
    (isHers) => held.find(({ holder }) => (holder === partyId) === isHers)?.number,
  )
  await rejects(about(others), /nobody begins a case for these/)
  await rejects(about('HQM-S-2026-999999'), /nobody begins a case for these/)
  await rejects(about(own), /division by zero/, 'about her own she could')
  await unchanged()
})

test('nobody is told to decide but in the case that a complaint is about, nor by who took part', async () => {
  const here = await ground()
  const { own, others } = here
  const { id, deciding, signing } = await delayOf(here, others)
  const unchanged = await watched(here)
  for (const target of [own, id, randomUUID()]) {
    await rejects(deciding(target), /nobody is told to decide/)
  }
  // In the one that it is about somebody is; what fails is that nobody has made a leaf of it.
  await rejects(deciding(others), /ledger_leaf/)
  await rejects(signing(), /took part/)
  await unchanged()
})

async function openAnnulment({ kecid }: Ground): Promise<string> {
  const { id } = await kecid.db
    .selectFrom('caseFile')
    .select('id')
    .where('type', '=', 'annulment')
    .where('stage', '=', 'deciding')
    .executeTakeFirstOrThrow()
  return id
}

test('at the door nobody is let in to an account of which they show nothing', async () => {
  const here = await ground()
  const { kecid, ana } = here
  const unchanged = await watched(here)
  const door = lone(here, 'kecid_door')
  const all = [
    `select 1 as id from session`,
    `select 1 as id from credential`,
    `select 1 as id from account`,
    `select 1 as id from account_link`,
    `select 1 as id from party`,
    `select 1 as id from membership`,
  ]
  const guesses = [
    `select come_with('e-mail', sha256('ana@example.org'))`,
    `select come_with('session', sha256('guessed'))`,
    `select come_with('anything', null)`,
  ]
  for (const guess of [undefined, ...guesses]) {
    for (const text of all) {
      const seen = await inTransaction(door, async (tx) => {
        if (guess !== undefined) await sql.raw(guess).execute(tx)
        return (await sql.raw(text).execute(tx)).rows
      })
      deepEqual(seen, [], `${guess}: ${text}`)
    }
  }
  const { id, partyId } = ana.account
  await rejects(run(door, `select come_as_new('${id}', gen_random_uuid())`), /not new/)
  await rejects(run(door, `select come_as_new(gen_random_uuid(), '${partyId}')`), /not new/)
  const opening = `insert into session (token_hash, account, expires_at)
    values (sha256('mine'), '${id}', now() + interval '1 day')`
  await rejects(run(door, opening), /row-level security/)
  for (const text of [
    'delete from session',
    `update credential set hash = 'mine'`,
    `update account set closed_at = now()`,
  ]) {
    await run(door, text)
  }
  await unchanged()
  const token = `sha256('${ana.cookies.get('kecid') ?? ''}')`
  const shown = await inTransaction(door, async (tx) => {
    await sql.raw(`select come_with('session', ${token})`).execute(tx)
    return (await sql.raw('select id from account').execute(tx)).rows
  })
  deepEqual(shown, [{ id }])
  deepEqual(await run(kecid.faces.portal.door, 'select id from account'), [])
})
