import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { everyValue } from '#test/dump.ts'
import { house } from '#test/house.ts'
import { envelopeOf, offeredBy } from '#test/offered.ts'
import { signedCase } from '#test/signed-case.ts'

const LOOKS = '/en/who-looked'
const NAMES = { az: 'Soruşan', tr: 'Soran', en: 'Toy asker', ru: 'Спрашивающий' }
const RIGHT = { number: 'HQM-S-2026-000123', birthDate: '1987-03-27' }

test('which system was answered about them, when and what for, a person alone reads', async (t) => {
  const here = await house(t)
  const [ana, bo] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  await signedCase(here, ana)
  const { rest, soap } = await offeredBy(t, here)
  doesNotMatch(await (await ana.get(LOOKS)).text(), /Who was answered about you/)

  await rest('/v1/status-by-number', RIGHT)
  await rest('/v1/work-right', { ...RIGHT, occupation: '31' })
  const document = { documentNumber: 'CD123456', birthDate: RIGHT.birthDate }
  await soap('statusByDocument', envelopeOf('statusByDocument', document))

  const page = await (await ana.get(LOOKS)).text()
  match(page, /Who was answered about you[\s\S]*2 March 2026, 10:00[\s\S]*Toy asker/)
  match(page, /A status by its number\. To try numbers/)
  match(page, /The right to work\. To try occupations/)
  match(page, /A status by the document\. To try documents\. <span class="kc-provisional">/)
  for (const language of LANGUAGES) {
    const html = await (await ana.get(`/${language}/who-looked`)).text()
    equal(html.split(`<p class="kc-timeline__what">${NAMES[language]}</p>`).length, 4, language)
    const others = await (await bo.get(`/${language}/who-looked`)).text()
    doesNotMatch(others, /kc-timeline/, language)
  }
})

test('what was answered about nobody is for figures, and no row says anything of anybody', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana)
  const { rest } = await offeredBy(t, here)
  const headers = [['X-Road-Id', 'TOY-7']] as const
  await rest('/v1/status-by-number', RIGHT, { headers })
  await rest('/v1/status-by-number', { ...RIGHT, birthDate: '1987-03-28' }, { headers })
  await rest('/v1/status-by-number', { ...RIGHT, birthDate: 'x' })
  await rest('/v1/status-by-number', RIGHT, { client: 'TOY/GOV/3/STRANGER' })

  const rows = await here.db.selectFrom('offeredAnswer').selectAll().orderBy('outcome').execute()

  const { partyId: party } = ana.account
  deepEqual(
    rows.map(({ id: _, ...row }) => row),
    [
      ['none', null],
      ['valid', party],
    ].map(([outcome, party]) => ({
      client: 'toy-asker',
      service: 'status-by-number',
      purpose: 'numbers',
      ground: 'provisional',
      at: here.clock.now(),
      party,
      outcome,
      messageId: 'TOY-7',
    })),
  )
  const dump = (await everyValue(here.db))
    .filter(({ column }) => column.startsWith('offered_answer.'))
    .map(({ text }) => text)
    .join()
  doesNotMatch(dump, /HQM|1987|Ferreira|CD123456/)
  match(here.logged.join(), /another system was refused[^\n]*not-allowed/)
  doesNotMatch(here.logged.join(), /HQM-S|1987|CD123456/)
})

test('a long list of answers has pages of its own', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const row = { client: 'toy-asker', service: 'work-right', purpose: 'work', ground: 'provisional' }
  const { partyId: party } = ana.account
  for (let minute = 0; minute < 54; minute += 1) {
    const second = String(minute).padStart(2, '0')
    const id = `00000000-0000-4000-8000-0000000000${second}`
    const at = `2026-03-01T06:${second}:00.000Z`
    const answered = { ...row, id, at, party, outcome: 'yes', messageId: id }
    await here.db.insertInto('offeredAnswer').values(answered).execute()
  }
  const rowsOn = (page: string) => page.match(/<li class="kc-timeline__event">/g)?.length ?? 0

  const first = await (await ana.get(LOOKS)).text()
  equal(rowsOn(first), 50)
  const [, link = ''] = /href="([^"]*answered-before=[^"]*)"/.exec(first) ?? []
  equal(rowsOn(await (await ana.get(link.replaceAll('&amp;', '&'))).text()), 4)
  for (const before of ['x', '%00', "'; --"]) {
    equal(rowsOn(await (await ana.get(`${LOOKS}?answered-before=${before}`)).text()), 50, before)
  }
})
