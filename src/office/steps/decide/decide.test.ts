import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { recordBytes } from '#core/cases/decision-record.ts'
import { inTransaction } from '#platform/database.ts'
import { readDecision, recordHash } from '#records/decisions.ts'
import { caseKey } from '#test/case-rows.ts'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { ENGINEER, sent, signedCase, versionOn } from '#test/signed-case.ts'

const PLAYING = { answers: ENGINEER, field: 'energy', number: 'HQM-2026-000123' } as const

test('the signer reads what the applicant will read, and signs it', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('decision-drafted', here, ana, PLAYING)
  const signer = await here.office('signer@kecid.example')
  const page = `/en/cases/${id}/steps/sign`

  const html = await (await signer.get(page)).text()
  const signed = await sent(signer, page)

  ok(html.includes('You are recognised as a highly qualified migrant'))
  ok(html.includes('Seen in the documents for EXP.'))
  equal(signed.status, 303)
  const { db } = here
  const key = await caseKey(here.owned, id)
  const decision = await inTransaction(db, (tx) => readDecision(tx, id, { key }))
  const event = await here.db
    .selectFrom('event')
    .select('readable')
    .where('step', '=', 'sign')
    .executeTakeFirstOrThrow()
  ok(decision)
  deepEqual(event.readable, {
    v: 1,
    decisions: [{ subject: ana.account.partyId, outcome: 'recognised', record: decision.hash }],
  })
  equal(recordHash(decision.record), decision.hash)
  ok(recordBytes(decision.record).length > 500)
  equal(decision.record.decidedBy, signer.official?.id)
  const status = await here.db.selectFrom('status').select('number').execute()
  deepEqual(status, [{ number: 'HQM-S-2026-000123' }])
  const letters = await here.db.selectFrom('letter').select('code').execute()
  ok(letters.some(({ code }) => code === 'decision-signed'))
})

test('a refusal is signed without a document', async (t) => {
  const here = await house(t)
  await signedCase(here, await here.signedUpApplicant(), { share: 0.6 })

  const decision = await here.db.selectFrom('decision').select('outcome').execute()
  deepEqual(decision, [{ outcome: 'refused' }])
  equal((await here.db.selectFrom('status').select('number').execute()).length, 0)
})

test('whoever drafted cannot sign, and no other role can', async (t) => {
  const here = await house(t)
  const id = await caseIn('awaiting-decision', here, await here.signedUpApplicant(), PLAYING)
  const officer = await here.office('officer@kecid.example')
  await here.db
    .insertInto('membership')
    .values({
      id: randomUUID(),
      party: officer.official?.id ?? '',
      role: 'signer',
      fromOn: '2026-01-01',
    })
    .execute()
  const both = await here.office('officer@kecid.example')
  equal(
    (await sent(both, `/en/cases/${id}/steps/draft-decision`, { reasoning: 'Düzdür.' })).status,
    303,
  )
  const signer = await here.office('signer@kecid.example')
  const version = await versionOn(signer, `/en/cases/${id}/steps/sign`)

  equal((await both.post(`/en/cases/${id}/steps/sign`, { version })).status, 409)
  for (const email of ['officer2', 'head', 'auditor']) {
    const other = await here.office(`${email}@kecid.example`)
    equal((await other.post(`/en/cases/${id}/steps/sign`, { version })).status, 404, email)
  }
  equal((await here.db.selectFrom('decision').selectAll().execute()).length, 0)
})

test('a draft is sent back with a reason that the officer reads', async (t) => {
  const here = await house(t)
  const id = await caseIn('decision-drafted', here, await here.signedUpApplicant(), PLAYING)
  const head = await here.office('head@kecid.example')
  const page = `/en/cases/${id}/steps/send-back`

  const signer = await here.office('signer@kecid.example')
  for (const [step, first, then] of [
    ['send-back', 'send-back', 'sign'],
    ['sign', 'sign', 'send-back'],
  ] as const) {
    const shown = await (await signer.get(`/en/cases/${id}/steps/${step}`)).text()
    const at = (form: string) => shown.indexOf(`action="/en/cases/${id}/steps/${form}`)
    ok(at(first) > 0 && at(first) < at(then), `${first} first, which was asked for`)
  }
  for (const reason of ['', '  ', 'x'.repeat(4001)]) {
    equal((await sent(head, page, { reason })).status, 400)
  }
  equal((await sent(head, page, { reason: 'EXP səbəbi aydın deyil.' })).status, 303)

  const officer = await here.office('officer@kecid.example')
  const html = await (await officer.get(`/en/cases/${id}/steps/draft-decision`)).text()
  ok(html.includes('EXP səbəbi aydın deyil.'))
  ok(html.includes('The points speak for themselves.'), 'the last reasoning, to be mended')
  const again = await sent(officer, `/en/cases/${id}/steps/draft-decision`, {
    reasoning: 'İndi aydındır.',
  })
  equal(again.status, 303)
})

test('of two signatures at once one is refused, and an old page signs nothing', async (t) => {
  const here = await house(t)
  const id = await caseIn('decision-drafted', here, await here.signedUpApplicant(), PLAYING)
  const signer = await here.office('signer@kecid.example')
  const other = await here.office('signer2@kecid.example')
  const page = `/en/cases/${id}/steps/sign`
  const stale = await versionOn(signer, page)
  await sent(other, `/en/cases/${id}/steps/send-back`, { reason: 'Bir daha baxın.' })
  const officer = await here.office('officer@kecid.example')
  await sent(officer, `/en/cases/${id}/steps/draft-decision`, { reasoning: 'Yenidən.' })

  equal((await signer.post(page, { version: stale })).status, 409)
  const version = await versionOn(signer, page)
  const both = [signer, other].map((each) => each.post(page, { version }))

  deepEqual(
    (await Promise.all(both)).map(({ status }) => status).toSorted((one, other) => one - other),
    [303, 409],
  )
  equal((await here.db.selectFrom('status').selectAll().execute()).length, 1)
})

test('under rules that two people did not adopt nothing is signed', async (t) => {
  const here = await house(t, { adoptionNeeded: true })
  const id = await caseIn('decision-drafted', here, await here.signedUpApplicant(), PLAYING)
  const signer = await here.office('signer@kecid.example')
  const page = `/en/cases/${id}/steps/sign`
  const law = await here.db
    .selectFrom('caseFile')
    .select(['procedureHash', 'scoringHash', 'typeHash'])
    .executeTakeFirstOrThrow()

  for (const adopter of ['policy-officer', 'policy-approver']) {
    const refused = await sent(signer, page)
    equal(refused.status, 409)
    match(await refused.text(), /\/en\/rules/)
    const visitor = await here.office(`${adopter}@kecid.example`)
    for (const hash of [law.procedureHash, law.scoringHash, law.typeHash]) {
      equal((await visitor.post(`/en/rules/${hash}/adopt`)).status, 303)
    }
  }
  equal((await sent(signer, page)).status, 303)
})

test('a case with no draft has nothing to sign', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const signer = await here.office('signer@kecid.example')
  const id = await caseIn('awaiting-decision', here, ana)

  equal((await signer.get(`/en/cases/${id}/steps/sign`)).status, 409)
  equal((await signer.post(`/en/cases/${id}/steps/sign`)).status, 409)
  const expert = await here.office('expert.amb@kecid.example')
  equal((await expert.get(`/en/cases/${id}/steps/sign`)).status, 404)
})
