import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { eraseDecided } from '#jobs/erase-decided.ts'
import { inTransaction } from '#platform/database.ts'
import { erasuresOf, finishErasing } from '#records/erasing.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { heldByCourt, released } from '#test/held.ts'
import { caseIn, HOLDER } from '#test/played-case.ts'
import { restored } from '#test/restored.ts'
import { sent } from '#test/signed-case.ts'

const DAY_MS = 86_400_000
const PROTECTION = 'data-protection@kecid.example'
const OFFICER = 'officer@kecid.example'
const SIGNER = 'signer@kecid.example'

/** What the hourly job erases, erased now. */
const eraseNow = ({ faces }: TestHouse): Promise<void> =>
  eraseDecided.work(
    { house: faces.jobs, mailer: { send: () => Promise.reject(new Error('it sends nothing')) } },
    {},
  )

/** Asks on the page about the data, and sends it in. */
async function asked(who: Applicant, language = 'en'): Promise<string> {
  const begun = await who.post(`/${language}/who-looked`, { type: 'data-erasure' })
  equal(begun.status, 303)
  const id = (begun.headers.get('location') ?? '').split('?')[0]?.split('/').at(-1) ?? ''
  const base = `/${language}/applications/${id}`
  const answers = { understood: 'yes', note: '', version: '0' }
  equal((await who.post(`${base}/answers/request`, answers)).status, 303)
  equal((await who.post(`${base}/submit`)).status, 303)
  return id
}

const proposed = async (kecid: TestHouse, id: string, form: Record<string, string>) =>
  sent(await kecid.office(PROTECTION), `/en/cases/${id}/steps/propose`, {
    reasoning: 'Saxlamaq üçün əsas yoxdur.',
    ...form,
  })

test('who asks is erased once the time after the decision is over, and by a restore again', async (t) => {
  const kecid = await house(t)
  const { db, clock, faces } = kecid
  const ana = await kecid.signedUpApplicant({ email: 'ana@example.org', language: 'ru' })
  const earlier = await caseIn('refused', kecid, ana, { answers: HOLDER })
  match(await (await ana.get('/ru/who-looked')).text(), /Попросить удалить мои данные/)

  const id = await asked(ana, 'ru')

  const officer = await kecid.office(OFFICER)
  const byOfficer = await sent(officer, `/en/cases/${id}/steps/propose`, { outcome: 'erased' })
  ok(byOfficer.status >= 400, 'it is not for whoever deals with cases')
  equal((await proposed(kecid, id, { outcome: 'erased' })).status, 303)
  const signer = await kecid.office(SIGNER)
  equal((await sent(signer, `/en/cases/${id}/steps/sign`)).status, 303)
  const page = await (await ana.get(`/ru/applications/${id}/decision`)).text()
  match(page, /удаляется после этого дня: 12 марта 2026/)
  match(page, /Ferreira/, 'the act calls them by the case that names them')
  for (const place of [`/ru/applications/${id}`, '/ru/applications']) {
    const read = await (await ana.get(place)).text()
    match(read, /После этого дня всё удаляется:\s+<strong>[^<]*12 марта 2026/, place)
  }
  const other = await (await ana.get(`/ru/applications/${earlier}`)).text()
  match(other, /мы здесь храним, удаляется после этого дня: <strong>[^<]*12 марта 2026/)
  ok(!other.includes('Всё это хранится'), 'one day is told, and it is the first')
  await kecid.runJobs()

  const effects = () => db.selectFrom('effect').select(['effect', 'state']).execute()
  clock.advance(10 * DAY_MS)
  await eraseNow(kecid)
  deepEqual(await effects(), [{ effect: 'erase', state: 'waiting' }], 'the last day is theirs')

  const yesterday = await restored(db)
  clock.advance(DAY_MS)
  await eraseNow(kecid)
  await eraseNow(kecid)

  deepEqual(await effects(), [{ effect: 'erase', state: 'done' }])
  const { partyId } = ana.account
  const proofs = await erasuresOf(kecid.owned, id)
  deepEqual(
    proofs.map(({ party, ground }) => ({ party, ground })),
    [{ party: partyId, ground: `${await numberOf(kecid, id)} erased` }],
  )
  const left = () => db.selectFrom('answer').select('block').where('subject', '=', partyId)
  deepEqual(await left().execute(), [])
  for (const each of [earlier, id]) {
    equal((await (await kecid.office(OFFICER)).get(`/en/cases/${each}`)).status, 410)
  }
  const signIn = { email: 'ana@example.org', password: ana.password }
  equal((await kecid.visitor().post('/en/sign-in', signIn)).status, 400)

  await yesterday()
  ok((await left().execute()).length > 0, 'as it was')
  ok((await finishErasing(faces.jobs, faces.jobs.log)) > 0)
  deepEqual(await left().execute(), [])
})

const numberOf = async ({ db }: TestHouse, id: string): Promise<string | null> =>
  (await db.selectFrom('caseFile').select('number').where('id', '=', id).executeTakeFirstOrThrow())
    .number

test('while a status is held nothing is erased, and the person is told why', async (t) => {
  const kecid = await house(t)
  const { db } = kecid
  const ana = await kecid.signedUpApplicant()
  await caseIn('recognised', kecid, ana)
  const id = await asked(ana)

  equal((await proposed(kecid, id, { outcome: 'erased' })).status, 400, 'it is not offered')
  equal((await proposed(kecid, id, { outcome: 'kept', grounds: 'E1' })).status, 303)
  equal((await sent(await kecid.office(SIGNER), `/en/cases/${id}/steps/sign`)).status, 303)

  const page = await (await ana.get(`/en/applications/${id}/decision`)).text()
  match(page, /We cannot erase your data yet[\s\S]*You hold a status/)
  equal(
    (await db.selectFrom('effect').select('id').where('effect', '=', 'erase').execute()).length,
    0,
  )
})

test('what comes to stand against it after the decision is waited for', async (t) => {
  const kecid = await house(t)
  const { db, clock } = kecid
  const ana = await kecid.signedUpApplicant()
  const id = await asked(ana)
  equal((await proposed(kecid, id, { outcome: 'erased' })).status, 303)
  equal((await sent(await kecid.office(SIGNER), `/en/cases/${id}/steps/sign`)).status, 303)
  const erased = async () =>
    (
      await db
        .selectFrom('party')
        .select('erasedAt')
        .where('id', '=', ana.account.partyId)
        .executeTakeFirstOrThrow()
    ).erasedAt !== null
  const hold = await heldByCourt(kecid, id)

  clock.advance(20 * DAY_MS)
  await eraseNow(kecid)
  equal(await erased(), false)

  await released(kecid, hold)
  await eraseNow(kecid)
  equal(await erased(), true)
})

test('nobody begins it about somebody else, and no second one beside the first', async (t) => {
  const kecid = await house(t)
  const { db } = kecid
  const [ana, bo] = [await kecid.signedUpApplicant(), await kecid.signedUpApplicant()]
  const id = await asked(ana)
  const again = await ana.post('/en/who-looked', { type: 'data-erasure' })
  equal(again.headers.get('location'), '/en/who-looked')
  match(
    await (await ana.get('/en/who-looked')).text(),
    /href="\/en\/applications">A request of yours is being dealt with/,
  )
  equal((await ana.post('/en/who-looked', { type: 'recognition' })).status, 404)

  const row = await db
    .selectFrom('caseFile')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  equal(row.aboutParty, ana.account.partyId)
  const stranger = { party: bo.account.partyId, role: 'person', is_subject: true }
  const forged = { ...row, id: crypto.randomUUID(), about_party: ana.account.partyId }
  await rejects(
    inTransaction(kecid.faces.portal.db, (tx) =>
      sql`select begin_case(${JSON.stringify(forged)}, ${JSON.stringify([stranger])})`.execute(tx),
    ),
    /nobody begins a case for these/,
  )
})
