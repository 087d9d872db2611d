import { deepEqual, doesNotMatch, equal, match, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inTransaction, type Database } from '#platform/database.ts'
import { tokenHash } from '#platform/sealing.ts'
import { begun, familyHouse, idsIn, invited, personForm, portalAs } from '#test/family.ts'
import { caseIn } from '#test/played-case.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'
import { beginnersType } from '#test/toy-beginners.ts'

/** Whoever is recognised begins with a family, and anybody else for themselves. */
const type = {
  ...beginnersType,
  begins: { ...beginnersType.begins, as: beginnersType.begins.as?.slice(0, 1) ?? [] },
  letters: [
    { code: 'sent', on: 'submit', subject: say('Sent'), body: say('Sent.'), basis: PROVISIONAL },
  ],
}

const call = (db: Database, query: ReturnType<typeof sql>) =>
  inTransaction(db, (tx) => query.execute(tx))

test('each begins as what fits them, and as nothing that nobody begins as', async (t) => {
  const here = await familyHouse(t, type)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  await caseIn('recognised', here, ana)

  const [hers, his] = [await begun(ana), await begun(ben)]

  const rows = await here.db
    .selectFrom('caseParty')
    .select(['caseId', 'role', 'isSubject'])
    .where('caseId', 'in', [hers, his])
    .execute()
  const roleIn = (id: string) =>
    rows.filter(({ caseId }) => caseId === id).map(({ role, isSubject }) => [role, isSubject])
  deepEqual(roleIn(hers), [['applicant', true]])
  deepEqual(roleIn(his), [['member', true]])
  match(await (await ben.get(`/en/applications/${his}`)).text(), /~1"[^>]*>Member</)
  const begins = (role: string) =>
    call(
      portalAs(here, ben),
      sql`select begin_case(
        ${JSON.stringify({
          id: randomUUID(),
          type: type.code,
          state: 'draft',
          stage: 'draft',
          opened_on: '2026-03-02',
          changed_at: here.clock.now(),
        })}::json,
        ${JSON.stringify([{ party: ben.account.partyId, role, is_subject: true }])}::json)`,
    )
  await rejects(begins('spouse'), /no published type begins like that/)
  await begins('member')
})

test('whoever begins invites those whom they let in, and nobody else', async (t) => {
  const here = await familyHouse(t, type)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const cleo = await here.signedUpApplicant()
  await caseIn('recognised', here, ana)
  const [hers, his] = [await begun(ana), await begun(ben)]

  await invited(here, ana, { id: hers, email: cleo.email })

  const asked = await (await ben.get(`/en/applications/${his}/people/invite`)).text()
  match(asked, /They join as: Sponsor/)
  doesNotMatch(asked, /Spouse|Friend/)
  const invites = (role: string) =>
    call(
      portalAs(here, ben),
      sql`select invite(${his}, ${JSON.stringify({
        id: randomUUID(),
        role,
        email_index: Buffer.alloc(32).toString('base64'),
        token_hash: Buffer.alloc(32).toString('base64'),
        sealed_token: '',
        language: 'en',
        made_at: here.clock.now(),
        expires_at: here.clock.now(),
      })}::json, '\\x00')`,
    )
  await rejects(invites('spouse'), /nobody is invited here/)
})

test('whoever consents sees that they are in it, and can take it back until it is sent in', async (t) => {
  const here = await familyHouse(t, type)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ben)
  const page = `/en/applications/${id}`
  match(await (await ben.get(page)).text(), /Sponsor[\s\S]*Waiting for consent/)
  match(await (await ben.get(`${page}/people/invite`)).text(), /by that they consent/)
  const link = await invited(here, ben, { id, email: ana.email, who: 'sponsor' })
  match(
    await (await ana.get(link)).text(),
    /You consent to the application resting[^<]*does not replace it/,
  )
  for (const [block, form] of [
    ['person', personForm('Ferreira', 'Ben')],
    ['purpose', { purpose: 'To rest.' }],
  ] as const) {
    const saved = await ben.post(`${page}~1/answers/${block}`, { ...form, version: '0' })
    equal(saved.status, 303)
  }
  const early = await ben.post(`${page}/submit`)
  equal(early.status, 409)
  match(await early.text(), /Somebody still has to consent as: Sponsor/)

  equal((await ana.post(link)).status, 303)

  const hers = await (await ana.get(page)).text()
  match(hers, /You are in this application as: Sponsor/)
  doesNotMatch(hers, /Ferreira|To rest/)
  for (const [path, status] of [
    [`${page}~1`, 404],
    [`${page}~1/answers/person`, 404],
    [`${page}/check`, 404],
    [`${page}/discard`, 404],
  ] as const) {
    equal((await ana.get(path)).status, status, path)
  }
  const db = portalAs(here, ana)
  deepEqual(await idsIn(db, `select case_id as id from answer`), [])
  deepEqual(await idsIn(db, `select case_id as id from letter`), [])
  match(await (await ben.get(page)).text(), /Sponsor[\s\S]*Has joined/)

  match(await (await ana.get(`${page}/leave`)).text(), /Take back your consent\?/)
  equal((await ana.post(`${page}/leave`)).status, 303)
  equal((await ana.get(page)).status, 404)
  equal((await ben.post(`${page}/submit`)).status, 409)
  equal(
    (await ana.post(await invited(here, ben, { id, email: ana.email, who: 'sponsor' }))).status,
    303,
  )

  equal((await ben.post(`${page}/submit`)).status, 303)

  match(await (await ana.get(page)).text(), /you cannot take back your consent here/)
  equal((await ana.post(`${page}/leave`)).status, 409)
  // Her name and what she holds stand where officials see the whole case: that is a look at her.
  const looks = async () => (await ana.get('/en/who-looked')).text()
  match(await looks(), /Nobody has looked at your data yet/)
  equal((await (await here.office('officer@kecid.example')).get(`/en/cases/${id}`)).status, 200)
  match(await looks(), /Case officer[\s\S]*Looked at the application of another/)
  const written = await here.db.selectFrom('letter').select('party').distinct().execute()
  deepEqual(
    written.map(({ party }) => party),
    [ben.account.partyId],
  )
})

test('nobody makes themselves one whom it is about, who was asked to consent', async (t) => {
  const here = await familyHouse(t, type)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ben)
  const link = await invited(here, ben, { id, email: ana.email, who: 'sponsor' })
  const token = tokenHash(link.split('/').at(-1) ?? '')
  const joins = (isSubject: boolean) =>
    call(
      portalAs(here, ana),
      sql`select join_case(${token}, ${JSON.stringify({
        at: here.clock.now(),
        from_on: '2026-03-02',
        is_subject: isSubject,
        relation: null,
      })}::json)`,
    )
  await rejects(joins(true), /nobody is invited by that/)
  await joins(false)
})
