import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { readCase } from '#records/read-case.ts'
import { setLanguage } from '#records/accounts.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { ENGINEER, sent, versionOn } from '#test/signed-case.ts'

const PLAYING = { answers: ENGINEER, field: 'energy', share: 0.6 } as const
const REASONING = { reasoning: 'Ballar keçid balına çatmır.' } as const
const TURKISH = {
  ...REASONING,
  reads: 'tr',
  'translation.reasoning': 'Puanlar geçme puanına ulaşmıyor.',
  'translation.reason.EXP': 'EXP belgelerinde görüldü.',
} as const

const draftOf = (id: string): string => `/en/cases/${id}/steps/draft-decision`

/** A case of somebody who reads Turkish, below the pass mark. */
async function awaiting(here: TestHouse) {
  const ana = await here.signedUpApplicant({ language: 'tr' })
  const id = await caseIn('awaiting-decision', here, ana, PLAYING)
  return { ana, id, officer: await here.office('officer@kecid.example') }
}

const translationIn = async ({ owned }: TestHouse, id: string) => {
  const found = await inTransaction(owned.db, (tx) => readCase(tx, owned.keys, id))
  return found?.standing.proposed?.proposals[0]?.translation
}

test('each text of the decision is translated beside it, and the signer signs both', async (t) => {
  const here = await house(t)
  const { ana, id, officer } = await awaiting(here)

  const form = await (await officer.get(draftOf(id))).text()
  match(form, /Translation: Turkish/)
  match(form, /<div[^>]* lang="az">Seen in the documents for EXP\.<\/div>/)
  equal((await sent(officer, draftOf(id), TURKISH)).status, 303)

  deepEqual(await translationIn(here, id), {
    language: 'tr',
    reasoning: 'Puanlar geçme puanına ulaşmıyor.',
    reasons: { EXP: 'EXP belgelerinde görüldü.' },
  })
  const signer = await here.office('signer@kecid.example')
  const signing = await (await signer.get(`/en/cases/${id}/steps/sign`)).text()
  equal((await sent(signer, `/en/cases/${id}/steps/sign`)).status, 303)
  const reading = await (await ana.get(`/tr/applications/${id}/decision`)).text()
  for (const page of [signing, reading].map((html) => html.replaceAll('\u00ad', ''))) {
    match(page, /Puanlar geçme puanına ulaşmıyor\.[\s\S]*EXP belgelerinde görüldü\./)
    equal(page.split('Henüz çevrilmedi').length - 1, 4, 'the reasons that were left out')
    match(page, /lang="az"[\s\S]*Ballar keçid balına çatmır\.[\s\S]*Seen in the documents for EXP/)
  }
})

test('what was left out says so in the person’s language, beside the Azerbaijani text', async (t) => {
  const here = await house(t)
  const { ana, id, officer } = await awaiting(here)
  equal((await sent(officer, draftOf(id), { ...REASONING, reads: 'tr' })).status, 303)
  const signer = await here.office('signer@kecid.example')
  equal((await sent(signer, `/en/cases/${id}/steps/sign`)).status, 303)

  const page = (await (await ana.get(`/tr/applications/${id}/decision`)).text()).replaceAll(
    '\u00ad',
    '',
  )
  equal(page.split('Henüz çevrilmedi').length - 1, 6)
  match(page, /lang="az"[\s\S]*Ballar keçid balına çatmır\./)
})

test('the language is that in which it was asked for; another reads it as a translation into that', async (t) => {
  const here = await house(t)
  const { ana, id, officer } = await awaiting(here)
  const version = await versionOn(officer, draftOf(id))
  await inTransaction(here.owned.db, (tx) => setLanguage(tx, ana.account.id, 'ru'))
  equal((await officer.post(draftOf(id), { ...TURKISH, version })).status, 303)
  equal((await translationIn(here, id))?.language, 'tr')
  const signer = await here.office('signer@kecid.example')
  equal((await sent(signer, `/en/cases/${id}/steps/sign`)).status, 303)

  const page = (await (await ana.get(`/ru/applications/${id}/decision`)).text()).replaceAll(
    '\u00ad',
    '',
  )
  match(page, /Перевод на турецкий язык:[\s\S]*lang="tr"[\s\S]*Puanlar geçme puanına ulaşmıyor\./)
  match(page, /Ещё не переведено/)
})

test('what was sent back is written again from what was translated', async (t) => {
  const here = await house(t)
  const { id, officer } = await awaiting(here)
  equal((await sent(officer, draftOf(id), TURKISH)).status, 303)
  const signer = await here.office('signer@kecid.example')
  const back = { reason: 'Tərcüməyə baxın.' }
  equal((await sent(signer, `/en/cases/${id}/steps/send-back`, back)).status, 303)

  const form = await (await officer.get(draftOf(id))).text()
  match(form, /id="translation\.reasoning"[^>]*>Puanlar geçme puanına ulaşmıyor\.<\/textarea>/)
  match(form, /id="translation\.reason\.EXP"[^>]*>EXP belgelerinde görüldü\.<\/textarea>/)
  match(form, /id="translation\.reason\.EDU"[^>]*><\/textarea>/)
})

test('a translation that cannot be taken comes back with what is wrong, and nothing is lost', async (t) => {
  const here = await house(t)
  const { id, officer } = await awaiting(here)
  const long = 'x'.repeat(4001)

  const answer = await sent(officer, draftOf(id), { ...TURKISH, 'translation.reason.EDU': long })

  equal(answer.status, 400)
  const form = await answer.text()
  match(form, /href="#translation\.reason\.EDU"/)
  ok(form.includes('Puanlar geçme puanına ulaşmıyor.') && form.includes(long))
  equal(await translationIn(here, id), undefined)
  const stale = await officer.post(draftOf(id), { ...TURKISH, version: '0' })
  equal(stale.status, 409)
  ok((await stale.text()).includes('EXP belgelerinde görüldü.'))
})

test('whoever reads Azerbaijani is translated nothing, nor is what no person reads', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant({ language: 'az' })
  const id = await caseIn('awaiting-decision', here, ana, PLAYING)
  const officer = await here.office('officer@kecid.example')

  doesNotMatch(await (await officer.get(draftOf(id))).text(), /translation\./)
  equal((await sent(officer, draftOf(id), REASONING)).status, 303)
  equal(await translationIn(here, id), undefined)
  const given = await caseIn('recognised', here, await here.signedUpApplicant({ language: 'tr' }))
  const report = await (await officer.get(`/en/cases/${given}/open/death-report`)).text()
  doesNotMatch(report, /translation\./)
  const annulment = await (await officer.get(`/en/cases/${given}/open/annulment`)).text()
  match(annulment, /id="translation\.reasoning"/)
})
