import { randomUUID } from 'node:crypto'
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { decide } from '#core/cases/deciding.ts'
import { lapse } from '#core/cases/examining.ts'
import { isoMoment } from '#core/dated.ts'
import { inTransaction } from '#platform/database.ts'
import { decisionPageWords } from '#portal/decision/words.ts'
import { followCalendars } from '#records/calendars.ts'
import { enqueue } from '#records/jobs.ts'
import { signInAgain } from '#test/days-later.ts'
import { house, type TestHouse } from '#test/house.ts'
import { annulmentOf, caseIn, decided as decidedAs, play } from '#test/played-case.ts'
import { changedPolicy, publishNow } from '#test/published.ts'
import { textOfPdf } from '#test/read-pdf.ts'
import { sent, signedCase } from '#test/signed-case.ts'

test('whoever is recognised reads the answer first, then each criterion’s reason', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana)

  const page = await ana.get(`/en/applications/${id}/decision`)
  const html = await page.text()

  equal(page.status, 200)
  const answer = html.indexOf('You are recognised as a highly qualified migrant')
  ok(answer > 0 && answer < html.indexOf('Points, criterion by criterion'))
  for (const criterion of ['EXP', 'EDU', 'ACH', 'LNG', 'DEM']) {
    ok(html.includes(`Seen in the documents for ${criterion}.`), criterion)
  }
  ok(html.includes('Ministry of Energy') && html.includes('Decision 99/2025, criterion 1'))
  ok(html.includes(`/en/applications/${id}/status-document`))
  equal(html.includes('If you do not agree'), false)
})

test('a refusal says what was missing, the shortest ways, and how to appeal', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { share: 0.6 })

  const html = await (await ana.get(`/en/applications/${id}/decision`)).text()

  ok(html.includes('Your application was refused'))
  ok(html.includes('The points are below the pass mark'))
  ok(html.includes('You can apply again at any time once you have new evidence'))
  match(html, /The shortest ways to reach the pass mark[\s\S]*Option 1/)
  ok(html.includes('Appeal Council') && html.includes('administrative court'))
  for (const article of ['38.2', '38.3', '41.1', '40.4']) {
    ok(html.includes(`Administrative Procedure Code, article ${article}`), article)
  }
  for (const article of ['25.8', '27']) {
    ok(html.includes(`Law on Administrative Proceedings, article ${article}`), article)
  }
  match(html, /counts as delivered to you:[\s\S]*?Provisional[\s\S]*?Good to know/)
  match(html, /once you have new evidence\.[^<]*<span class="kc-provisional"/)
  equal(html.includes('status-document'), false)
})

test('what is not translated can be asked for, in a message where the case has them', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { share: 0.6 })

  const html = await (await ana.get(`/en/applications/${id}/decision`)).text()

  match(html, /has not been translated yet\. You can ask for it in a message\./)
  match(html, /The time to contest the decision does not wait for the translation\./)
  ok(html.indexOf('Ask for the translation') < html.indexOf('Not translated yet'))
  const own = await (await ana.get(`/az/applications/${id}/decision`)).text()
  equal(own.includes(decisionPageWords.az.untranslated), false, 'in the act nothing is missing')
  const messages = `/en/applications/${id}/messages`
  ok(html.includes(`href="${messages}"`))
  const wrote = await sent(ana, messages, { text: 'Please translate the reasons.' })
  equal(wrote.status, 303, await wrote.text())
  const officer = await here.office('officer@kecid.example')
  match(await (await officer.get(`/en/cases/${id}`)).text(), /Please translate the reasons/)
  const history = await (await ana.get(`/en/applications/${id}`)).text()
  match(history, /kc-timeline__what">Your message has been sent<[\s\S]*Decision delivered</)
  doesNotMatch(history, /The applicant wrote/)
})

test('of a case without messages it is said how to reach the Service', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const annulment = await annulmentOf(here, await caseIn('recognised', here, ana), { ground: 'A3' })
  here.clock.advance(60 * DAY_MS)
  await decidedAs(here.owned, annulment, 'annul')
  await signInAgain(here, ana)

  const html = await (await ana.get(`/en/applications/${annulment}/decision`)).text()

  match(html, /You can ask the State Migration Service for it\.[\s\S]*Write to the Service/)
  equal(html.includes('Ask for the translation'), false)
})

test('the terms of appeal run from the first opening and end on a working day', async (t) => {
  const cases = [
    ['2026-04-14', 'Thursday 14 May 2026'],
    ['2026-04-15', 'Friday 15 May 2026'],
    ['2026-04-16', 'Monday 18 May 2026'], // thirty days later is a Saturday
  ] as const
  for (const [openedOn, lastDay] of cases) {
    const here = await house(t, { at: isoMoment(`${openedOn}T06:00:00.000Z`) })
    const ana = await here.signedUpApplicant()
    const id = await signedCase(here, ana, { share: 0.6 })

    const html = await (await ana.get(`/en/applications/${id}/decision`)).text()

    equal(html.split(lastDay).length - 1, 2, `${openedOn}: council and court`)
    const row = await here.db.selectFrom('telling').select('toldOn').executeTakeFirstOrThrow()
    equal(row.toldOn, openedOn)
  }
})

test('opened again later, the days of appeal are still those of the first time', async (t) => {
  const here = await house(t, { at: isoMoment('2026-04-15T06:00:00.000Z') })
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { share: 0.6 })
  await ana.get(`/en/applications/${id}/decision`)
  here.clock.advance(9 * DAY_MS)
  await signInAgain(here, ana)

  const html = await (await ana.get(`/en/applications/${id}/decision`)).text()

  ok(html.includes('Friday 15 May 2026') && html.includes('Wednesday 15 April 2026'))
  deepEqual(await tellings(here), [['account', '2026-04-15', '2026-04-15']])
  const page = await (await ana.get(`/en/applications/${id}`)).text()
  ok(page.includes('Decision delivered'), 'it is part of what happened')
})

test('opened in four places at once, it is told once and read in each', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { share: 0.6 })

  const opened = [1, 2, 3, 4].map(() => ana.get(`/en/applications/${id}/decision`))
  const statuses = (await Promise.all(opened)).map(({ status }) => status)

  deepEqual(statuses, [200, 200, 200, 200])
  deepEqual(await tellings(here), [['account', '2026-03-02', '2026-03-02']])
})

test('a decision opened late counts as delivered when the term of delivery was over', async (t) => {
  const here = await house(t, { at: isoMoment('2026-04-10T06:00:00.000Z') })
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { share: 0.6 })
  here.clock.advance(24 * DAY_MS)
  await signInAgain(here, ana)

  const html = await (await ana.get(`/en/applications/${id}/decision`)).text()

  ok(html.includes('Friday 17 April 2026'), 'five working days after Friday 10 April')
  ok(html.includes('Monday 18 May 2026'), 'thirty days later is a Sunday')
  deepEqual(await tellings(here), [['deemed', '2026-04-17', '2026-05-04']])
})

test('what nobody opens counts as delivered by itself, and opening it later changes nothing', async (t) => {
  const here = await house(t, { at: isoMoment('2026-04-10T06:00:00.000Z') })
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { share: 0.6 })
  const watch = async (days: number) => {
    here.clock.advance(days * DAY_MS)
    await inTransaction(here.db, (tx) => enqueue(tx, { task: 'watch-terms', payload: {} }))
    await here.runJobs()
  }

  await watch(7) // the seventeenth is the day itself
  deepEqual(await tellings(here), [])
  await watch(1)
  deepEqual(await tellings(here), [['deemed', '2026-04-17', '2026-04-18']])
  await watch(9)
  await signInAgain(here, ana)
  const html = await (await ana.get(`/en/applications/${id}/decision`)).text()
  ok(html.includes('Friday 17 April 2026') && html.includes('Monday 18 May 2026'))
  equal((await tellings(here)).length, 1)
  const officer = await here.office('officer@kecid.example')
  const page = await (await officer.get(`/en/cases/${id}`)).text()
  ok(page.includes('17 April 2026. Counts as delivered by the rule'))
  equal(page.includes('/steps/tell'), false, 'nothing is left to record')
})

test('a calendar moves the day on which a decision counts as delivered, until it was', async (t) => {
  const here = await house(t, { at: isoMoment('2026-04-10T06:00:00.000Z') })
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana, { share: 0.6 })
  const dueOn = async () =>
    (
      await here.db
        .selectFrom('task')
        .select('dueOn')
        .where('kind', '=', 'telling')
        .where('state', '=', 'open')
        .executeTakeFirst()
    )?.dueOn

  equal(await dueOn(), '2026-04-17')
  const dayOff = changedPolicy(t, 'calendars/2026.yaml', (text) =>
    text.replace(
      'restDays:\n',
      'restDays:\n  - { on: 2026-04-16, because: decision, basis: {} }\n',
    ),
  )
  const { jobs } = here.faces
  await publishNow(here, dayOff)
  await jobs.followPolicy()
  await followCalendars(jobs.db, jobs.policy.calendars)
  equal(await dueOn(), '2026-04-20')
})

test('the decision can be read in Azerbaijani beside every other language', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { share: 0.6 })

  for (const language of ['tr', 'en', 'ru'] as const) {
    const page = await ana.get(`/${language}/applications/${id}/decision`)
    const html = (await page.text()).replaceAll('\u00ad', '')
    const act = html.slice(html.indexOf('<section class="kc-act" lang="az"'))
    for (const part of [
      'Müraciətiniz üzrə imtina qərarı verilib',
      'HQM-2026-000123',
      '2 mart 2026-cı il',
      'Dövlət Miqrasiya Xidməti',
      'Ferreira Ana Luísa',
      'Kamran Hüseynov',
      'Qərarı imzalayan şəxs',
      'Toplanmış bal keçid balından aşağıdır',
      'Ballar sənədlərlə təsdiqlənir.',
      'Apellyasiya Şurasına şikayət',
      'İnzibati məhkəməyə iddia',
      'maddə 38.2',
      '1 aprel 2026-cı il',
    ]) {
      ok(act.includes(part), `${language}: ${part}`)
    }
    ok(html.indexOf(decisionPageWords[language].translation) > 0, language)
  }
  const own = await (await ana.get(`/az/applications/${id}/decision`)).text()
  equal(own.split('class="kc-act"').length - 1, 1, 'the act alone')
})

test('the act is there on paper too, for whoever it is about and for nobody else', async (t) => {
  const here = await house(t)
  const [ana, other] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await signedCase(here, ana, { share: 0.6 })
  const html = await (await ana.get(`/tr/applications/${id}/decision`)).text()
  const [, address = ''] = /href="([^"]*\/act)"/.exec(html) ?? []

  const answer = await ana.get(address)

  equal(answer.headers.get('content-type'), 'application/pdf')
  equal(answer.headers.get('cache-control'), 'no-store')
  match(answer.headers.get('content-disposition') ?? '', /HQM-2026-000123\.pdf/)
  const text = await textOfPdf(new Uint8Array(await answer.arrayBuffer()))
  match(text, /Qərar[\s\S]*Ferreira Ana Luísa[\s\S]*Ballar sənədlərlə təsdiqlənir/)
  match(text, /Başvurunuz reddedildi[\s\S]*İdare mahkemesinde dava/)
  equal((await other.get(address)).status, 404)
  equal((await ana.get(address.replace(/[^/]+\/act$/, `${randomUUID()}/act`))).status, 404)
  const officer = await here.office('officer@kecid.example')
  const page = await (await officer.get(`/en/cases/${id}`)).text()
  const [, inOffice = ''] = /href="([^"]*\/act)"/.exec(page) ?? []
  const bytes = new Uint8Array(await (await officer.get(inOffice)).arrayBuffer())
  match(await textOfPdf(bytes), /Ferreira Ana Luísa[\s\S]*Ballar sənədlərlə təsdiqlənir/)
  const expert = await here.office('expert.amb@kecid.example')
  equal((await expert.get(inOffice)).status, 404)
})

test('which body objected is not told, only the kind of ground', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { objector: 'xkx' })

  const html = await (await ana.get(`/en/applications/${id}/decision`)).text()

  ok(html.includes('A state body objects (national security or public order)'))
  for (const body of ['State Security Service', 'Foreign Intelligence Service']) {
    equal(html.includes(body), false)
  }
})

test('what was left unexamined says what was asked for in vain, and how to go on', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('returned', here, ana)
  await leftUnexamined(here, id)
  await signInAgain(here, ana)

  const html = await (await ana.get(`/en/applications/${id}/decision`)).text()

  match(
    html,
    /Closed unexamined[\s\S]*What we asked you to correct[\s\S]*The copy cannot be read\./,
  )
  ok(html.includes('oblige the Service to do') && html.includes('You can apply again at any time'))
  const page = await (await ana.get(`/en/applications/${id}`)).text()
  match(page, /can be contested before the Appeal Council[\s\S]*Read the decision/)
  ok(!page.includes('kc-journey'))
})

test('an unsigned decision and somebody else’s read as absent', async (t) => {
  const here = await house(t)
  const [ana, other] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const drafted = await caseIn('decision-drafted', here, other)
  const id = await signedCase(here, ana)

  equal((await other.get(`/en/applications/${drafted}/decision`)).status, 404)
  equal((await other.get(`/en/applications/${id}/decision`)).status, 404)
  equal((await ana.get('/en/applications/not-an-id/decision')).status, 404)
  const stranger = await here.portal.get(`/en/applications/${id}/decision`)
  equal(stranger.status, 303)
  match(stranger.headers.get('location') ?? '', /\/en\/sign-in/)
})

/** Returned in vain: time proposes to close it, and a person does once the notice has run out. */
async function leftUnexamined({ owned, clock }: TestHouse, id: string): Promise<void> {
  clock.advance(60 * DAY_MS)
  await play(owned, id, {
    by: { id: 'system', roles: ['system'] },
    decide: (standing, context) =>
      lapse(standing, context, { step: 'propose-closing', touchedOn: standing.stateSince }),
  })
  clock.advance(60 * DAY_MS)
  await play(owned, id, {
    by: { id: randomUUID(), roles: ['case-officer'] },
    decide: (standing, context, { records }) =>
      decide(standing, context, { step: 'close-unexamined', records, adopted: true }),
  })
}

const DAY_MS = 86_400_000

/** How and when it was told, and the day on which that was recorded. */
const tellings = async ({ db }: TestHouse) =>
  (await db.selectFrom('telling').selectAll().execute()).map(({ means, toldOn, recordedAt }) => [
    means,
    toldOn,
    recordedAt.slice(0, 10),
  ])
