import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { end } from '#core/cases/filing.ts'
import { LANGUAGES } from '#core/language.ts'
import { signInAgain } from '#test/days-later.ts'
import { house } from '#test/house.ts'
import { annulmentOf, caseIn, deathReportOf, decided, play } from '#test/played-case.ts'

const LIST = '/en/applications'
const DAY_MS = 86_400_000
const OFFICER = { id: '00000000-0000-4000-8000-00000000000f', roles: ['case-officer'] } as const

test('what a case gave stands below its answer, until when it holds, with its document', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await caseIn('recognised', built, ana)

  const page = await (await ana.get(`${LIST}/${id}`)).text()

  match(page, /You are recognised[\s\S]*Read the decision[\s\S]*Status of a highly qualified/)
  match(page, /In force until\s*<strong>1 March 2031<\/strong>/)
  ok(page.includes(`${id}/status-document`) && !page.includes('About this status'))
  match(await (await ana.get(LIST)).text(), /Recognised[\s\S]*In force[\s\S]*you do not need it/)
})

test('after its last day a status has ended, before any job says so', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await caseIn('recognised', built, ana)
  const on = async (day: string) => {
    built.clock.advance(Date.parse(`${day}T08:00:00Z`) - Date.parse(built.clock.now()))
    await signInAgain(built, ana)
    return (await ana.get(`${LIST}/${id}`)).text()
  }

  ok((await on('2031-03-01')).includes('status-document'))
  const after = await on('2031-03-02')

  match(after, /Your status has expired\.\s*Ended on <strong>1 March 2031<\/strong>/)
  ok(!after.includes('status-document'))
})

test('who is to lose a status reads why, until when they are heard, and keeps it so long', async (t) => {
  const built = await house(t)
  const [ana, bo] = [await built.signedUpApplicant(), await built.signedUpApplicant()]
  const id = await caseIn('recognised', built, ana)
  const about = await annulmentOf(built, id)
  const page = async (of: string) => (await ana.get(`${LIST}/${of}`)).text()

  const list = await (await ana.get(LIST)).text()
  match(list, /Annulment of the status, [\s\S]*We want to hear you/)
  match(list, /You can answer until <strong>17 March 2026</)
  match(await page(id), /In force until[\s\S]*About this status[\s\S]*we want to hear you/)
  const text = await page(about)
  match(text, /we want to hear you[\s\S]*It is about[\s\S]*Status of a highly qualified/)
  match(text, /You can give your side until\s*<strong>Tuesday 17 March 2026[\s\S]*is in force/)
  match(text, /Annulment of the status proposed[\s\S]*A forged document[\s\S]*A false diploma\./)
  ok(text.includes('mailto:') && !text.includes('/receipt') && !text.includes('/withdraw'))
  for (const language of LANGUAGES) {
    equal((await ana.get(`/${language}/applications/${about}`)).status, 200, language)
  }
  for (const part of ['/check', '/receipt', '/correct', '/decision', '/status-document']) {
    equal((await ana.get(`${LIST}/${about}${part}`)).status, 404, part)
  }
  equal((await ana.post(`${LIST}/${about}/withdraw`)).status, 409)
  equal((await bo.get(`${LIST}/${about}`)).status, 404)
})

test('the last day to be heard is told until it has passed', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const about = await annulmentOf(built, await caseIn('recognised', built, ana))
  const on = async (day: string) => {
    built.clock.advance(Date.parse(`${day}T08:00:00Z`) - Date.parse(built.clock.now()))
    await signInAgain(built, ana)
    return /This day has passed/.test(await (await ana.get(`${LIST}/${about}`)).text())
  }

  equal(await on('2026-03-17'), false)
  equal(await on('2026-03-18'), true)
})

test('what takes a status has a decision of its own, and says how it can be fought', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await caseIn('recognised', built, ana)
  const about = await annulmentOf(built, id)
  built.clock.advance(30 * DAY_MS)
  await signInAgain(built, ana)
  await decided(built.owned, about, 'annul')
  const page = async (of: string) => (await ana.get(`${LIST}/${of}`)).text()

  ok(!(await page(about)).includes('can be contested'), 'its days are not known before it is read')
  const decision = await page(`${about}/decision`)
  match(decision, /Your status was annulled[\s\S]*A forged document[\s\S]*A false diploma\./)
  match(decision, /set the decision aside[\s\S]*Friday 1 May 2026/)
  ok(!decision.includes('Applying again') && !decision.includes('Points, criterion by criterion'))
  match(await page(about), /can be contested before the Appeal Council until Friday 1 May 2026/)

  const giving = await page(id)
  match(giving, /Your status was annulled\.\s*Ended on <strong>1 April 2026<\/strong>/)
  ok(!giving.includes('status-document'))
  match(await page(`${id}/decision`), /Your status today:<\/strong>\s*Your status was annulled/)
  match(await (await ana.get(LIST)).text(), /Start an empty application/)
})

test('a proposal that is dropped says why, and the status holds on', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await caseIn('recognised', built, ana)
  const about = await annulmentOf(built, id)
  const reason = 'The diploma is genuine.'
  await play(built.owned, about, {
    by: OFFICER,
    decide: (standing, context) => end(standing, context, { step: 'drop-annulment', reason }),
  })

  const page = await (await ana.get(`${LIST}/${about}`)).text()

  match(page, /Your status stays in force[\s\S]*The diploma is genuine\./)
  ok(!page.includes('You can give your side') && !page.includes('/decision'))
  match(await (await ana.get(`${LIST}/${id}`)).text(), /In force until/)
})

test('a report of death is on no page of the person, and what it ended has no story', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await caseIn('recognised', built, ana)
  const report = await deathReportOf(built, id)
  const number = /DTH-\d{4}-\d{6}/
  const seen = async () => {
    const pages = [LIST, `${LIST}/${id}`, `${LIST}/${id}/letters`, `${LIST}/${id}/decision`]
    return (await Promise.all(pages.map(async (page) => (await ana.get(page)).text()))).join('')
  }

  const before = await seen()
  ok(!number.test(before) && !before.includes(report) && before.includes('status-document'))
  for (const part of ['', '/decision', '/letters']) {
    equal((await ana.get(`${LIST}/${report}${part}`)).status, 404, part)
  }

  await decided(built.owned, report, 'confirm-death')
  const after = await seen()
  ok(!number.test(after) && !after.includes(report) && !after.includes('Act 12'))
  match(after, /Closed because the holder has died/)
  equal((await ana.get(`${LIST}/${report}`)).status, 404)
})
