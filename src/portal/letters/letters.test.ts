import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { stepDueIn } from '#test/case-rows.ts'
import { house } from '#test/house.ts'
import { asOwner } from '#test/owner.ts'
import { begun, caseIn } from '#test/played-case.ts'
import { sent } from '#test/signed-case.ts'

test('the letters of a case are shown newest first, as they were written', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant({ language: 'az' })
  const id = await caseIn('submitted', here, ana, { number: 'HQM-2026-000777' })

  const page = await ana.get(`/en/applications/${id}/letters`)
  const html = (await page.text()).replaceAll('\u00ad', '') // where a heading may be parted

  equal(page.status, 200)
  ok(html.includes('<span lang="az">Müraciətiniz daxil oldu: HQM-2026-000777'))
  ok(html.includes('9 aprel 2026-cı il'), 'the day of the answer, in the language of the letter')
  ok(html.includes(`href="http://portal.test/az/applications/${id}"`))
  match(html, /On its way to your email address/)
  match(html, /In Azerbaijani: a letter stays in the language in which it was written\./)
  const own = await (await ana.get(`/az/applications/${id}/letters`)).text()
  equal(own.includes('dilində: məktub'), false)
  equal(html.includes('{'), false)
})

test('a letter about corrections names the day by which to act', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('returned', here, ana, { number: 'HQM-2026-000778' })
  await asOwner(here.db, (tx) =>
    tx
      .updateTable('letter')
      .set({ writtenAt: '2026-03-02T05:00:00.000Z' })
      .where('code', '=', 'application-submitted')
      .execute(),
  )

  const html = await (await ana.get(`/en/applications/${id}/letters`)).text()

  const newest = html.slice(html.indexOf('Your application needs a correction'))
  equal(await stepDueIn(here.db, id), '2026-03-17')
  ok(newest.includes('Tuesday 17 March 2026'))
  ok(html.indexOf('We have your application') > html.indexOf('needs a correction'))
})

test('a letter that went out says when', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana)
  await here.db.updateTable('letter').set({ sentAt: '2026-03-02T07:30:00.000Z' }).execute()

  const html = await (await ana.get(`/en/applications/${id}/letters`)).text()

  match(html, /Sent by email on: 2 March 2026, 11:30 \(Baku time\)/)
})

test('a draft has no letters yet, and somebody else’s letters read as absent', async (t) => {
  const here = await house(t)
  const [ana, other] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(here, ana)

  match(await (await ana.get(`/en/applications/${id}/letters`)).text(), /no letters yet/)
  equal((await other.get(`/en/applications/${id}/letters`)).status, 404)
})

test('the letter about a message leads to the messages', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana)
  const officer = await here.office('officer@kecid.example')
  const wrote = await sent(officer, `/en/cases/${id}/steps/answer-message`, { text: 'Hello.' })
  equal(wrote.status, 303, await wrote.text())

  const html = await (await ana.get(`/en/applications/${id}/letters`)).text()

  ok(html.includes(`href="http://portal.test/en/applications/${id}/messages"`))
  equal((await ana.get(`/en/applications/${id}/messages`)).status, 200)
})
