import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { isoMoment } from '#core/dated.ts'
import { inTransaction } from '#platform/database.ts'
import { enqueue } from '#records/jobs.ts'
import { signInAgain } from '#test/days-later.ts'
import { house, type TestHouse } from '#test/house.ts'
import { annulmentOf, caseIn } from '#test/played-case.ts'
import { pdf } from '#test/ana.ts'
import { sent, versionOn } from '#test/signed-case.ts'

const TEXT = 'Диплом настоящий.\nСпросите университет.'

/** An annulment about which the holder is asked, and where they answer. */
async function heard(here: TestHouse, language: 'en' | 'ru' = 'en') {
  const ana = await here.signedUpApplicant({ language })
  const given = await caseIn('recognised', here, ana)
  const id = await annulmentOf(here, given)
  return { ana, given, id, page: `/${language}/applications/${id}/reply` }
}

const stateOf = async ({ db }: TestHouse, id: string) =>
  (await db.selectFrom('caseFile').select('state').where('id', '=', id).executeTakeFirst())?.state

const tasksOf = ({ db }: TestHouse, id: string) =>
  db
    .selectFrom('task')
    .select(['kind', 'ownerRole', 'state'])
    .where('caseId', '=', id)
    .orderBy('kind')
    .orderBy('ownerRole')
    .execute()

test('whoever is to lose a status reads why and until when, and answers in one box', async (t) => {
  const here = await house(t)
  const { ana, id, page } = await heard(here)

  const status = await (await ana.get(`/en/applications/${id}`)).text()
  const html = await (await ana.get(page)).text()

  match(status, /href="\/en\/applications\/[^"]*\/reply"[^>]*>\s*Give your side/)
  match(html, /A forged document or a false statement was found later/)
  match(html, /lang="az">A false diploma\./)
  ok(html.includes('you have the right to an interpreter'))
  match(html, /until <strong>Tuesday 17 March 2026/)
  match(html, /Your status is in force/)
  for (const language of LANGUAGES) {
    equal((await ana.get(`/${language}/applications/${id}/reply`)).status, 200, language)
  }
  const letters = await here.db.selectFrom('letter').select('code').execute()
  ok(letters.some(({ code }) => code === 'annulment-proposed'))
})

test('a reply ends the hearing: the other person decides and reads it', async (t) => {
  const here = await house(t)
  const { ana, id, page } = await heard(here, 'ru')
  const signer = await here.office('signer@kecid.example')
  const early = await signer.get(`/en/cases/${id}/steps/annul`)

  const answer = await sent(ana, page, { text: TEXT, press: 'send' })

  equal(early.status, 409)
  equal(answer.status, 303)
  equal(await stateOf(here, id), 'proposed')
  deepEqual(await tasksOf(here, id), [
    { kind: 'next-move', ownerRole: 'case-officer', state: 'done' },
    { kind: 'next-move', ownerRole: 'signer', state: 'open' },
    { kind: 'reply', ownerRole: 'holder', state: 'done' },
  ])
  const after = await (await ana.follow(answer)).text()
  match(after, /Ответ получен/)
  match(after, /Спросите университет\./)
  equal(after.includes('/reply"'), false, 'it is given once')
  const deciding = await (await signer.get(`/en/cases/${id}/steps/annul`)).text()
  match(deciding, /What the person says[\s\S]*Спросите университет\./)
  equal((await sent(signer, `/en/cases/${id}/steps/annul`)).status, 303)
  const status = await here.db.selectFrom('status').select('state').executeTakeFirstOrThrow()
  equal(status.state, 'ended')
  const codes = await here.db.selectFrom('letter').select('code').execute()
  ok(codes.some(({ code }) => code === 'reply-received'))
  const events = await here.db
    .selectFrom('event')
    .select(['readable', 'sealed'])
    .where('step', '=', 'reply')
    .execute()
  deepEqual(
    events.map(({ readable }) => readable),
    [{ v: 1, task: `reply/${ana.account.partyId}` }],
  )
  equal(events[0]?.sealed?.toString().includes('Диплом'), false)
})

test('who has nothing to add says so, and whoever decides reads that', async (t) => {
  const here = await house(t)
  const { ana, id, page } = await heard(here)

  const both = await sent(ana, page, { text: 'But.', press: 'nothing' })
  const empty = await sent(ana, page, { text: '  ', press: 'send' })
  const nothing = await sent(ana, page, { press: 'nothing' })

  equal(both.status, 400)
  match(await both.text(), /You have written something[\s\S]*>But\.</)
  equal(empty.status, 400)
  equal(nothing.status, 303)
  match(await (await ana.follow(nothing)).text(), /There was nothing to add\./)
  const signer = await here.office('signer@kecid.example')
  match(await (await signer.get(`/en/cases/${id}`)).text(), /Has nothing to add/)
})

test('what is too long or cannot be read comes back whole', async (t) => {
  const here = await house(t)
  const { ana, id, page } = await heard(here)
  const cases = [
    ['x'.repeat(10_001), /Shorten your side/],
    ['ab\uFFFDc', /Remove the characters/],
  ] as const

  for (const [text, said] of cases) {
    const answer = await sent(ana, page, { text, press: 'send' })
    const html = await answer.text()
    equal(answer.status, 400)
    match(html, said)
    ok(html.includes(text))
  }
  equal((await sent(ana, page, { text: 'x'.repeat(10_000), press: 'send' })).status, 303)
  equal(await stateOf(here, id), 'proposed')
})

test('of two presses of the button the second finds what the first did', async (t) => {
  const here = await house(t)
  const { ana, page } = await heard(here)
  const version = await versionOn(ana, page)

  const twice = await Promise.all(
    [1, 2].map(() => ana.post(page, { text: TEXT, press: 'send', version })),
  )

  deepEqual(
    twice.map((answer) => [answer.status, answer.headers.get('location')]),
    [1, 2].map(() => [303, `${page.replace('/reply', '')}?done=step&of=annulment.reply`]),
  )
  const events = await here.db
    .selectFrom('event')
    .select('id')
    .where('step', '=', 'reply')
    .execute()
  equal(events.length, 1)
})

test('a page that was made before a new proposal is shown again with what was written', async (t) => {
  const here = await house(t)
  const { ana, page } = await heard(here)

  const answer = await ana.post(page, { text: TEXT, press: 'send', version: '7' })

  equal(answer.status, 409)
  const html = await answer.text()
  match(html, /What is proposed has changed/)
  ok(html.includes('Спросите университет.'))
})

test('whoever was not asked finds nothing to answer', async (t) => {
  const here = await house(t)
  const { ana, given, id, page } = await heard(here)
  const bo = await here.signedUpApplicant()

  equal((await bo.get(page)).status, 404)
  equal((await bo.post(page, { text: TEXT })).status, 404)
  const own = await ana.get(page.replace(id, given))
  equal(own.headers.get('location'), `/en/applications/${given}`)
  equal(await stateOf(here, id), 'hearing')
})

test('once the time has passed it is decided without a reply, and nothing is taken for one', async (t) => {
  const here = await house(t)
  const { ana, id, page } = await heard(here)
  const on = async (moment: string) => {
    here.clock.set(isoMoment(moment))
    await inTransaction(here.owned.db, (tx) => enqueue(tx, { task: 'watch-terms', payload: {} }))
    await here.runJobs()
  }

  await on('2026-03-17T19:59:00.000Z')
  equal(await stateOf(here, id), 'hearing')
  await on('2026-03-17T20:01:00.000Z')
  equal(await stateOf(here, id), 'proposed')

  await signInAgain(here, ana)
  equal((await ana.get(page)).headers.get('location'), `/en/applications/${id}`)
  const signer = await here.office('signer@kecid.example')
  match(await (await signer.get('/en')).text(), /Annulment proposed/)
  match(await (await signer.get(`/en/cases/${id}/steps/annul`)).text(), /No reply in time/)
})

test('a ground without a hearing asks nobody', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await annulmentOf(here, await caseIn('recognised', here, ana), { ground: 'A1' })

  const status = await (await ana.get(`/en/applications/${id}`)).text()
  const signer = await here.office('signer@kecid.example')

  equal(await stateOf(here, id), 'proposed')
  equal(status.includes('/reply'), false)
  equal((await sent(signer, `/en/cases/${id}/steps/annul`)).status, 303)
})

test('what came on paper is entered with the day on which it came', async (t) => {
  const here = await house(t)
  const { ana, id } = await heard(here)
  here.clock.advance(3 * 86_400_000)
  const officer = await here.office('officer@kecid.example')
  const page = `/en/cases/${id}/steps/reply`
  const day = (on: string) => {
    const [year = '', month = '', dayOfMonth = ''] = on.split('-')
    return { 'came-day': dayOfMonth, 'came-month': month, 'came-year': year }
  }

  const html = await (await officer.get(page)).text()
  match(html, /<h1[^>]*>Enter a reply that came on paper</)
  for (const on of ['2026-03-01', '2026-03-06', '2026-02-30']) {
    const answer = await sent(officer, page, { text: 'No.', ...day(on) })
    equal(answer.status, 400, on)
    match(await answer.text(), /Enter the day on which it came/)
  }
  equal((await sent(officer, page, day('2026-03-03'))).status, 400, 'neither text nor tick')
  equal((await sent(officer, page, { text: 'It is genuine.', ...day('2026-03-03') })).status, 303)

  const event = await here.db
    .selectFrom('event')
    .select(['happenedOn', 'recordedAt', 'role'])
    .where('step', '=', 'reply')
    .executeTakeFirstOrThrow()
  equal(event.happenedOn, '2026-03-03')
  equal(event.recordedAt, here.clock.now())
  equal(event.role, 'case-officer')
  deepEqual(
    (await tasksOf(here, id)).find(({ kind }) => kind === 'reply'),
    { kind: 'reply', ownerRole: 'holder', state: 'done' },
  )
  await signInAgain(here, ana)
  match(await (await ana.get(`/en/applications/${id}`)).text(), /It is genuine\./)
  const signer = await here.office('signer@kecid.example')
  match(
    await (await signer.get(`/en/cases/${id}/steps/annul`)).text(),
    /3 March 2026[\s\S]*It is genuine\./,
  )
})

test('what proves it comes with the reply, is read by whoever decides, and stays', async (t) => {
  const here = await house(t)
  const { ana, id, page } = await heard(here)
  const bo = await here.signedUpApplicant()
  const documents = `/en/applications/${id}/documents`
  match(
    await (await ana.get(page)).text(),
    new RegExp(`href="${documents}"[^>]*>\\s*Add a document`),
  )
  const list = await (await ana.get(documents)).text()
  match(list, /Documents that prove what you say/)
  match(list, new RegExp(`href="${page}"`))
  equal((await bo.upload(documents, { kind: 'proof' }, [pdf()])).status, 404)
  equal((await ana.upload(documents, { kind: 'passport' }, [pdf()])).status, 409, 'not asked')
  equal((await ana.upload(documents, { kind: 'proof' }, [pdf()])).status, 303)

  const shown = await (await ana.get(page)).text()
  const [, file = ''] = /href="[^"]*\/documents\/([\w-]{36})"/.exec(shown) ?? []
  ok(file)
  const silent = await sent(ana, page, { text: '', press: 'nothing' })
  equal(silent.status, 400)
  match(await silent.text(), /Write what they show and press “Send”, or remove them/)
  const officer = await here.office('officer@kecid.example')
  const opened = `/en/cases/${id}/documents/${file}`
  equal((await officer.get(opened)).status, 404, 'nothing is sent yet')

  equal((await sent(ana, page, { text: TEXT, press: 'send' })).status, 303)
  equal((await officer.get(opened)).status, 200)
  match(await (await officer.get(`/en/cases/${id}`)).text(), /About[\s\S]*Ferreira/)
  for (const place of ['', '/steps/annul']) {
    const signer = await here.office('signer@kecid.example')
    const html = await (await signer.get(`/en/cases/${id}${place}`)).text()
    match(html, new RegExp(`What the person says[\\s\\S]*${opened}`), place)
  }
  const told = await (await ana.get(`/en/applications/${id}`)).text()
  ok(told.includes(`/en/applications/${id}/documents/${file}`), 'and their own page has it')
  const late = await ana.upload(documents, { kind: 'proof' }, [pdf('more.pdf')])
  equal(late.status, 409, 'it was given once')
  const removal = await ana.post(`${documents}/${file}/remove`)
  equal(removal.status, 409)
})

test('documents speak for themselves, and a second reply is not taken for the first', async (t) => {
  const here = await house(t)
  const { ana, id, page } = await heard(here)
  const uploaded = await ana.upload(`/en/applications/${id}/documents`, { kind: 'proof' }, [pdf()])
  equal(uploaded.status, 303)
  equal((await sent(ana, page, { text: '', press: 'send' })).status, 303)
  const officer = await here.office('officer@kecid.example')
  const seen = await (await officer.get(`/en/cases/${id}`)).text()
  match(seen, /What the person says[\s\S]*document\.pdf/)
  equal(seen.includes('Has nothing to add'), false)

  equal((await sent(ana, page, { text: '', press: 'send' })).status, 303, 'a second press')
  const second = await ana.post(page, { text: 'Something else.', press: 'send', version: '0' })
  equal(second.status, 409)
  match(await second.text(), /This was not sent[\s\S]*given once[\s\S]*Something else\./)
})

test('whoever replies when nobody asks any more finds what they wrote', async (t) => {
  const here = await house(t)
  const { ana, id, page } = await heard(here)
  const form = { text: 'My diploma is here.', press: 'send', version: await versionOn(ana, page) }
  const officer = await here.office('officer@kecid.example')
  const dropping = `/en/cases/${id}/steps/drop-annulment`
  equal((await sent(officer, dropping, { reason: 'It was another.' })).status, 303)
  const late = await ana.post(page, form)
  equal(late.status, 409)
  match(await late.text(), /not asked for your side any more[\s\S]*My diploma is here\./)
})
