import { deepEqual, doesNotMatch, equal, match, notEqual, ok, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { decide, propose } from '#core/cases/deciding.ts'
import { isoDate } from '#core/dated.ts'
import { readLeaf } from '#core/ledger/leaf.ts'
import { inTransaction, json } from '#platform/database.ts'
import { sequenceLeaves } from '#records/ledger.ts'
import { holderIndex } from '#records/papers.ts'
import { statusOf } from '#records/statuses.ts'
import { caseKey } from '#test/case-rows.ts'
import { decidedWith, type Forged } from '#test/forged-effects.ts'
import { signInAgain } from '#test/days-later.ts'
import { house, MASTER, type Applicant, type TestHouse } from '#test/house.ts'
import { ledgerDump, outsideVerifier } from '#test/outside-verifier.ts'
import { caseIn, decided, play, proposed, submitted } from '#test/played-case.ts'
import { policyWithReplacing } from '#test/toy-replacing.ts'
import { placeOf } from '#test/visitor.ts'

const DAY = 86_400_000
const OLD = '3456'
const NEW = '7654'
const PERSON = {
  surname: 'Ferreira Alves',
  'given-names': 'Ana Luísa',
  paper: `PT98${NEW}`,
  'born-on-day': '27',
  'born-on-month': '3',
  'born-on-year': '1987',
  citizenships: ['PRT', '', ''],
}

/** Ana is recognised, and a month later somebody has a permit that rests on that. */
async function recognised(t: TestContext) {
  const here = await house(t, { policy: policyWithReplacing(t) })
  const ana = await here.signedUpApplicant()
  const id = await caseIn('recognised', here, ana)
  const before = await rowOf(here)
  const code = await codeIn(here, id)
  here.clock.advance(30 * DAY)
  await signInAgain(here, ana)
  return { here, ana, id, before, code }
}

const rowOf = ({ db }: TestHouse) =>
  db.selectFrom('status').selectAll().where('kind', '=', 'recognition').executeTakeFirstOrThrow()

async function codeIn(here: TestHouse, id: string): Promise<string> {
  const key = await caseKey(here.owned, id)
  const status = await inTransaction(here.db, (tx) => statusOf(tx, id, { key }))
  return status?.code ?? ''
}

/** Begun where they read of their status, written and sent in; gives the case. */
async function asked(ana: Applicant, id: string, person: object = {}): Promise<string> {
  match(await (await ana.get(`/en/applications/${id}`)).text(), /name="type" value="renaming"/)
  const begun = await ana.post(`/en/applications/${id}/status/about`, { type: 'renaming' })
  return filled(ana, begun, person)
}

async function filled(ana: Applicant, begun: Response, person: object = {}): Promise<string> {
  equal(begun.status, 303, await begun.text())
  const base = placeOf(begun).split('?')[0] ?? ''
  for (const [block, form] of [
    ['person', { ...PERSON, ...person }],
    ['purpose', { purpose: 'I have another passport.' }],
  ] as const) {
    const answer = await ana.post(`${base}/answers/${block}`, { ...form, version: '0' })
    equal(answer.status, 303, await answer.text())
  }
  const sent = await ana.post(`${base}/submit`)
  equal(sent.status, 303, await sent.text())
  return base.split('/').at(-1) ?? ''
}

async function answered({ owned }: TestHouse, id: string, outcome = 'recognised'): Promise<void> {
  const grounds = outcome === 'refused' ? ['C1'] : []
  await proposed(owned, id, { step: 'draft-decision', outcome, grounds, reasoning: 'Seen.' })
  await decided(owned, id, 'sign')
}

/** What anybody is told who shows that paper and a passport that ends so. */
async function checked(here: TestHouse, document: string, passport: string): Promise<string> {
  const born = { 'birth-date-day': '27', 'birth-date-month': '3', 'birth-date-year': '1987' }
  const answer = await here.visitor().post('/en/verify', { document, ...born, passport })
  const html = await answer.text()
  return /kc-answer__title">([^<]*)/.exec(html)?.[1] ?? html
}

const VALID = 'This status is valid today'
const REPLACED = 'This document was replaced by another'
const NONE = 'We found no valid status that matches'

const leavesOf = async ({ db }: TestHouse) =>
  (await db.selectFrom('ledgerLeaf').select('leaf').orderBy('id').execute()).map(
    ({ leaf }) => readLeaf(leaf)?.type,
  )

test('a status names another passport by another case, and all else of it stays', async (t) => {
  const { here, ana, id, before, code } = await recognised(t)
  const replacing = await asked(ana, id)
  equal((await rowOf(here)).namedIn, id, 'nothing changes before it is decided')
  await answered(here, replacing)

  const after = await rowOf(here)
  const { number } = before
  const same = ['number', 'kind', 'holder', 'caseId', 'givenBy', 'fromOn', 'untilOn'] as const
  for (const column of [...same, 'field', 'state', 'restsOn', 'issuedAt'] as const) {
    deepEqual(after[column], before[column], column)
  }
  deepEqual([before.namedIn, after.namedIn], [id, replacing])
  const anew = await codeIn(here, replacing)
  notEqual(anew, code)
  equal(await codeIn(here, id), '', 'the case that gave it has no code any more')

  deepEqual(await checked(here, anew, NEW), VALID)
  deepEqual(await checked(here, number, NEW), VALID)
  deepEqual(await checked(here, anew, OLD), NONE, 'the new paper, and a passport of before')
  for (const passport of [OLD, NEW]) equal(await checked(here, code, passport), REPLACED)
  equal(await checked(here, number, OLD), REPLACED)
  equal(await checked(here, code, '0000'), NONE)
  await here.db.updateTable('status').set({ state: 'ended', endedAs: 'annulled' }).execute()
  for (const shown of [anew, code, number]) equal(await checked(here, shown, NEW), NONE)

  equal((await leavesOf(here)).filter((type) => type === 'status-replaced').length, 1)
})

test('its holder has the new paper where they read of it, and the way there is told', async (t) => {
  const { here, ana, id, before } = await recognised(t)
  const stranger = await here.signedUpApplicant()
  const begins = { type: 'renaming' }
  equal((await stranger.post(`/en/applications/${id}/status/about`, begins)).status, 404)
  const odd = await ana.post(`/en/applications/${id}/status/about`, { type: 'annulment' })
  equal(odd.status, 404, 'what officials begin is not theirs')
  const old = await (await ana.get(`/en/applications/${id}/status-document`)).arrayBuffer()
  const replacing = await asked(ana, id)
  const again = await ana.post(`/en/applications/${id}/status/about`, begins)
  equal(placeOf(again).split('?')[0], `/en/applications/${replacing}`, 'one at a time')
  await answered(here, replacing)

  const [gave, names] = await Promise.all(
    [id, replacing].map(async (each) => {
      const answer = await ana.get(`/en/applications/${each}/status-document`)
      equal(answer.status, 200)
      return Buffer.from(await answer.arrayBuffer())
    }),
  )
  ok(gave && names?.equals(gave), 'from both cases the same paper')
  equal(gave.equals(Buffer.from(old)), false)
  const page = await (await ana.get(`/en/applications/${id}`)).text()
  match(page, new RegExp(`About this status[\\s\\S]*/en/applications/${replacing}`))
  const act = await (await ana.get(`/en/applications/${replacing}/decision`)).text()
  match(act, /What it replaces[\s\S]*names its holder from this day on/)
  match(act, new RegExp(before.number))
  match(act, /<dd>Ferreira Alves Ana Luísa</)
  const officer = await here.office('officer@kecid.example')
  const seen = await (await officer.get(`/en/cases/${replacing}`)).text()
  match(seen, new RegExp(before.number))
})

test('one that is refused, or whose status has ended meanwhile, changes nothing', async (t) => {
  const { here, ana, id, before, code } = await recognised(t)
  const refused = await asked(ana, id)
  await answered(here, refused, 'refused')
  deepEqual(await rowOf(here), before)
  equal(await checked(here, code, OLD), VALID)
  match(await (await ana.get(`/en/applications/${refused}/decision`)).text(), /kc-answer--against/)

  const late = await asked(ana, id)
  const said = { outcome: 'recognised', grounds: [], reasoning: 'Seen.' }
  await proposed(here.owned, late, { step: 'draft-decision', ...said })
  const ended = { state: 'ended', endedAs: 'annulled' }
  await here.db.updateTable('status').set(ended).execute()
  await decided(here.owned, late, 'sign').then(
    () => ok(false, 'it names nobody any more'),
    (fault: unknown) => match(String(fault), /status-in-force/),
  )
  equal((await rowOf(here)).namedIn, id)
})

test('once such a decision is set aside the paper of before holds, and the next to fall finds it', async (t) => {
  const { here, ana, id, before, code } = await recognised(t)
  const first = await asked(ana, id)
  await answered(here, first)
  const anew = await codeIn(here, first)
  here.clock.advance(DAY)
  await signInAgain(here, ana)
  const second = await asked(ana, id, { paper: 'PT111111', surname: 'Ferreira' })
  await answered(here, second)
  const third = await codeIn(here, second)
  equal(await checked(here, third, '1111'), VALID)
  equal(await checked(here, anew, '1111'), REPLACED)

  here.clock.advance(DAY)
  await signInAgain(here, ana)
  await setAside(here, ana, first)
  equal((await rowOf(here)).namedIn, second, 'it was replaced by one that stands')
  equal(await checked(here, third, '1111'), VALID)

  here.clock.advance(DAY)
  await signInAgain(here, ana)
  await setAside(here, ana, second)
  const { namedAt: _at, ...row } = await rowOf(here)
  const { namedAt: _before, ...was } = before
  deepEqual(row, was)
  equal(await checked(here, code, OLD), VALID)
  for (const [old, passport] of [
    [anew, NEW],
    [third, '1111'],
  ] as const) {
    equal(await checked(here, old, passport), REPLACED)
  }
  const { verify } = await outsideVerifier()
  while ((await inTransaction(here.db, sequenceLeaves)) > 0);
  const masterKey = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`
  const dump = await ledgerDump(here.db)
  deepEqual(verify(dump, masterKey), [])
  const tampered = dump['effect']?.map((row) =>
    row['effect'] === 'replace' ? { ...row, target: 'HQM-S-2026-000999' } : row,
  )
  ok(verify({ ...dump, effect: tampered ?? [] }, masterKey).length > 0)
  const restored = (await leavesOf(here)).filter((type) => type === 'status-restored')
  equal(restored.length, 1)
  equal((await ana.get(`/en/applications/${second}/status-document`)).status, 404)
  equal((await ana.get(`/en/applications/${id}/status-document`)).status, 200)
})

async function setAside(here: TestHouse, ana: Applicant, id: string): Promise<void> {
  const { id: decision } = await here.db
    .selectFrom('decision')
    .select('id')
    .where('caseId', '=', id)
    .executeTakeFirstOrThrow()
  const begun = await ana.post(`/en/applications/${id}/decision/${decision}/contest`, {
    type: 'renaming-complaint',
  })
  const complaint = await filled(ana, begun)
  const [officer, signer] = ['case-officer', 'signer'].map((role) => ({
    id: randomUUID(),
    roles: [role],
  }))
  assert(officer !== undefined && signer !== undefined, 'neither took part')
  const { partyId: subject } = ana.account
  const said = { subject, outcome: 'recognised', grounds: [], reasoning: 'It was not hers.' }
  await play(here.owned, complaint, {
    by: officer,
    decide: (standing, context) =>
      propose(standing, context, { step: 'draft-decision', proposals: [said] }),
  })
  await play(here.owned, complaint, {
    by: signer,
    decide: (standing, context, { records }) =>
      decide(standing, context, { step: 'sign', records, adopted: true }),
  })
}

test('whoever is told of a status is told that it names its holder anew, and again as before', async (t) => {
  const { here, ana, id } = await recognised(t)
  const replacing = await asked(ana, id)
  await answered(here, replacing)
  here.clock.advance(DAY)
  await signInAgain(here, ana)
  await setAside(here, ana, replacing)
  const changes = await here.db
    .selectFrom('statusChange')
    .select(['caseId', 'state', 'changedOn'])
    .orderBy('changedAt')
    .execute()
  deepEqual(changes, [
    { caseId: id, state: 'in-force', changedOn: '2026-03-02' },
    { caseId: replacing, state: 'in-force', changedOn: '2026-04-01' },
    { caseId: id, state: 'in-force', changedOn: '2026-04-02' },
  ])
})

test('what names a holder is kept while the status is held, in every case, and then erased', async (t) => {
  const { here, ana, id, before, code } = await recognised(t)
  const replacing = await asked(ana, id)
  await answered(here, replacing)
  const { partyId } = ana.account
  const against = async (caseId: string) => {
    const { rows } = await sql<{ against: string[] }>`
      select against_erasing_part(${caseId}::uuid, ${partyId}::uuid) as against`.execute(here.db)
    return rows[0]?.against
  }
  for (const each of [id, replacing]) deepEqual(await against(each), ['status'])
  await here.db.updateTable('status').set({ state: 'ended', endedAs: 'annulled' }).execute()
  for (const each of [id, replacing]) deepEqual(await against(each), [])

  const erased = (caseId: string) =>
    sql`select erase_in_cases(${partyId}::uuid, ${[caseId]}::uuid[], now())`.execute(here.db)
  await erased(id)
  const paper = await here.db.selectFrom('formerPaper').selectAll().executeTakeFirstOrThrow()
  const { number } = before
  const shown = { number, birthDate: isoDate('1987-03-27'), passportEnd: OLD }
  notEqual(paper.holderIndex.toString('hex'), holderIndex(here.owned.secret, shown).toString('hex'))
  deepEqual([paper.codeSealed.length, paper.documentIndex], [0, null])
  notEqual((await rowOf(here)).codeSealed.length, 0, 'what names them now is of another case')
  await erased(replacing)
  equal((await rowOf(here)).codeSealed.length, 0)
  doesNotMatch(await checked(here, code, OLD), /replaced/)
})

test('no forged effect has another status name anybody, nor one that is not held', async (t) => {
  const { here, ana, id, before } = await recognised(t)
  const other = await here.signedUpApplicant()
  await caseIn('recognised', here, other)
  const theirs = await here.db
    .selectFrom('status')
    .select('number')
    .where('holder', '=', other.account.partyId)
    .executeTakeFirstOrThrow()
  const replacing = await asked(ana, id)
  const said = { outcome: 'recognised', grounds: [], reasoning: 'Seen.' }
  await proposed(here.owned, replacing, { step: 'draft-decision', ...said })
  const index = Buffer.alloc(32).toString('base64')
  const status = {
    code_index: index,
    holder_index: index,
    code_sealed: '',
    named_at: here.clock.now(),
  }
  const forging = (forged: Partial<Forged>) =>
    decidedWith(here, replacing, { effect: 'replace', target: before.number, status, ...forged })
  const statuses = () => here.db.selectFrom('status').selectAll().orderBy('number').execute()
  const rows = await statuses()

  await rejects(forging({ target: theirs.number }), /only the status that the case is about/)
  await rejects(forging({ target: 'gone' }), /only the status that the case is about/)
  await rejects(forging({ effect: 'end' }), /the outcome does not end/)
  await rejects(forging({ effect: 'restore' }), /the outcome does not restore/)
  await rejects(forging({ status: {} }), /null value in column/)
  // It would be so of the one that it is about; what fails is that nobody has made a leaf of it.
  await rejects(forging({}), /ledger_leaf/)
  deepEqual(await statuses(), rows)
  equal((await here.db.selectFrom('formerPaper').selectAll().execute()).length, 0)

  await decided(here.owned, replacing, 'sign')
  const ended = { state: 'ended', endedAs: 'annulled' }
  await here.db.updateTable('status').set(ended).where('number', '=', before.number).execute()
  const effect = { target: before.number, status }
  await rejects(
    sql`select name_anew(${replacing}::uuid, decision.id, ${json(effect)})
      from decision where case_id = ${replacing}::uuid`.execute(here.db),
    /only the status that the case is about/,
  )
})

test('one type of case replaces the paper of each kind of status that it is about', async (t) => {
  const { here, ana, id, before } = await recognised(t)
  const permit = await submitted(here, ana, {
    type: 'permit',
    answers: {
      person: [{ id: 'p', values: { surname: 'F', 'born-on': '1987-03-27', paper: `X${OLD}` } }],
    },
  })
  await answered(here, permit)
  const code = await codeIn(here, permit)
  const replacing = await asked(ana, permit)
  await answered(here, replacing)

  equal(await checked(here, code, OLD), REPLACED)
  equal(await checked(here, await codeIn(here, replacing), NEW), VALID)
  deepEqual(await rowOf(here), before, 'what it rests on names her as before')
  const act = await (await ana.get(`/en/applications/${replacing}/decision`)).text()
  match(act, /What it replaces[\s\S]*>Permit, HQM-TEST-[\w-]+: names its holder/)
  const officer = await here.office('officer@kecid.example')
  match(await (await officer.get(`/en/cases/${replacing}`)).text(), /HQM-TEST-[\w-]+/)

  // Each is asked for by itself.
  await answered(here, await asked(ana, id))
  equal(await checked(here, before.number, NEW), VALID)
})

test('what rests on it rests on it still', async (t) => {
  const { here, ana, id, before } = await recognised(t)
  const permit = await submitted(here, ana, {
    type: 'permit',
    answers: {
      person: [{ id: 'p', values: { surname: 'F', 'born-on': '1987-03-27', paper: 'X' } }],
    },
  })
  await answered(here, permit)
  await answered(here, await asked(ana, id))

  const rows = await here.db
    .selectFrom('status')
    .select(['kind', 'restsOn', 'state'])
    .orderBy('kind')
    .execute()
  deepEqual(rows, [
    { kind: 'permit', restsOn: before.number, state: 'in-force' },
    { kind: 'recognition', restsOn: null, state: 'in-force' },
  ])
})
