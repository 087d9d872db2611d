import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, isoDate } from '#core/dated.ts'
import { inTransaction } from '#platform/database.ts'
import { PEOPLE_OF_A_CLIENT } from '#records/attempts.ts'
import { statusOf } from '#records/statuses.ts'
import { caseKey } from '#test/case-rows.ts'
import { house, type TestHouse } from '#test/house.ts'
import type { Form } from '#test/visitor.ts'
import { asOwner } from '#test/owner.ts'
import { signedCase } from '#test/signed-case.ts'

const RIGHT = {
  document: 'HQM-S-2026-000123',
  'birth-date-day': '27',
  'birth-date-month': '3',
  'birth-date-year': '1987',
  passport: '3456',
} as const
const WRONG = { ...RIGHT, passport: '1000' }

test('number or code, birth date and passport together show a valid status', async (t) => {
  const here = await house(t)
  const code = await issued(here)
  const ways = [
    RIGHT,
    { ...RIGHT, document: code },
    { ...RIGHT, document: code.replaceAll('-', '').toLowerCase() },
    { ...RIGHT, document: ` ${RIGHT.document.toLowerCase()} `, 'birth-date-day': ' 27 ' },
    { ...RIGHT, passport: 'CD123456'.slice(-4).toLowerCase() },
  ]

  for (const form of ways) {
    const answer = await here.portal.post('/en/verify', form)
    const html = await answer.text()

    equal(answer.status, 200, JSON.stringify(form))
    ok(html.includes('This status is valid today'), JSON.stringify(form))
    ok(html.includes('Energy') && html.includes('1 March 2031'))
    equal(html.includes('Ferreira') || html.includes('CD123456'), false)
  }
})

test('a wrong number, date or passport and a status that ended have one answer', async (t) => {
  const here = await house(t)
  await issued(here)
  const wrong = [
    { ...RIGHT, document: 'HQM-S-2026-000999' },
    { ...RIGHT, document: 'ABCDE-FGHJK-MNPQR-STVWX-YZ0123' },
    { ...RIGHT, 'birth-date-day': '26' },
    { ...RIGHT, passport: '3457' },
  ]
  const answers: string[] = []
  for (const form of wrong) answers.push(await told(here, form))
  for (const endedAs of ['annulled', 'expired', 'holder-deceased']) {
    const ended = { state: 'ended', endedAs }
    await asOwner(here.db, (tx) => tx.updateTable('status').set(ended).execute())
    answers.push(await told(here, RIGHT))
  }

  for (const answer of answers) match(answer, /We found no valid status that matches/)
  equal(new Set(answers.map(withoutTyped)).size, 1)
})

test('a status is valid from its first day through its last', async (t) => {
  const here = await house(t)
  await issued(here)
  const today = here.clock.today()
  const cases = [
    [addDays(today, 1), addDays(today, 9), false],
    [today, today, true],
    [addDays(today, -9), today, true],
    [addDays(today, -9), addDays(today, -1), false],
  ] as const

  for (const [validFrom, validUntil, valid] of cases) {
    await asOwner(here.db, (tx) =>
      tx.updateTable('status').set({ fromOn: validFrom, untilOn: validUntil }).execute(),
    )
    const html = await told(here, RIGHT)
    equal(html.includes('This status is valid today'), valid, `${validFrom} to ${validUntil}`)
  }
})

test('what cannot be right is said beside its field, and all typed is kept', async (t) => {
  const { portal } = await house(t, { officials: false })
  const cases = [
    [{}, 'Enter the number or the code of the document'],
    [{ ...RIGHT, document: 'x'.repeat(10_000) }, 'Enter only the number or the code'],
    [{ ...RIGHT, 'birth-date-day': '31', 'birth-date-month': '2' }, 'Enter a date of birth that'],
    [{ ...RIGHT, 'birth-date-year': '87' }, 'Enter a date of birth that exists'],
    [{ ...RIGHT, passport: '' }, 'Enter the last four characters of the passport'],
    [{ ...RIGHT, passport: 'CD123456' }, 'Enter only the last four letters and digits'],
    [{ ...RIGHT, passport: 'ab\uFFFD1' }, 'Enter only the last four letters and digits'],
  ] as const

  for (const [form, sentence] of cases) {
    const answer = await portal.post('/en/verify', form)
    const html = await answer.text()

    equal(answer.status, 400, sentence)
    equal(html.split(sentence).length - 1 >= 2, true, `${sentence}: above and beside`)
    if ('birth-date-year' in form) ok(html.includes(`value="${form['birth-date-year']}"`))
  }
})

test('whoever guessed ten times waits, with all that was typed, and nobody else does', async (t) => {
  const here = await house(t, { trustProxy: true })
  await issued(here)
  const send = (form: Form, from: string) =>
    here.portal.post('/en/verify', form, { 'x-forwarded-for': from })
  const [guesser, bank] = ['203.0.113.7', '203.0.113.8']
  for (let tries = 1; tries <= 10; tries += 1) equal((await send(WRONG, guesser)).status, 200)

  const later = await send(RIGHT, guesser)
  equal(later.status, 429)
  equal(later.headers.get('retry-after'), '900')
  const page = await later.text()
  match(page, /2 March 2026, 10:15/)
  ok(page.includes('value="3456"') && page.includes(`value="${RIGHT.document}"`))
  match(await (await send(RIGHT, bank)).text(), /This status is valid today/)

  here.clock.advance(15 * 60_000)
  match(await (await send(RIGHT, guesser)).text(), /This status is valid today/)
})

test('no wrong guess keeps out whoever has the sheet, and with the code there is nothing to guess', async (t) => {
  const here = await house(t)
  const code = await issued(here)
  const send = (form: Form) => here.portal.post('/en/verify', form)
  for (let tries = 1; tries <= 11; tries += 1) await send(WRONG)

  const waiting = await (await send(RIGHT)).text()
  match(waiting, /instead of the number, enter the code beside the QR code/)
  const byCode = { ...RIGHT, document: code }
  for (let tries = 1; tries <= 11; tries += 1) {
    equal((await send({ ...byCode, passport: '1000' })).status, 200)
  }
  match(await (await send(byCode)).text(), /This status is valid today/)

  const flood = 10 * PEOPLE_OF_A_CLIENT
  await here.db.updateTable('attempt').set({ times: flood }).where('times', '=', 11).execute()
  const flooded = await send(byCode)
  equal(flooded.status, 429)
  equal((await flooded.text()).includes('instead of the number'), false)
})

test('a check that is right is no guess, however often it is made', async (t) => {
  const here = await house(t)
  await issued(here)
  for (let times = 1; times <= 12; times += 1) {
    match(await (await here.portal.post('/en/verify', RIGHT)).text(), /valid today/)
  }
})

test('one client cannot try document after document without end', async (t) => {
  const { portal, db } = await house(t, { officials: false, trustProxy: true })
  const from = (address: string, number: number) =>
    portal.post(
      '/en/verify',
      { ...RIGHT, document: `HQM-S-2026-${number}` },
      { 'x-forwarded-for': `198.51.100.${number}, ${address}` },
    )
  for (let number = 1; number <= 12; number += 1) await from('203.0.113.7', number)
  const flood = 10 * PEOPLE_OF_A_CLIENT
  await db.updateTable('attempt').set({ times: flood }).where('times', '=', 12).execute()

  equal((await from('203.0.113.7', 13)).status, 429)
  equal((await from('203.0.113.8', 13)).status, 200)
})

test('the square code leads to the filled-in page in the reader’s language', async (t) => {
  const { portal } = await house(t, { officials: false })

  const answer = await portal.get('/v/7K3Q2-M8XWB', { 'accept-language': 'ru-RU,ru;q=0.9' })

  equal(answer.status, 303)
  equal(answer.headers.get('location'), '/ru/verify?document=7K3Q2-M8XWB')
  const html = await (await portal.follow(answer)).text()
  ok(html.includes('value="7K3Q2-M8XWB"'))
  const strange = await portal.get('/v/%3Cscript%3E%22')
  const page = await (await portal.follow(strange)).text()
  equal(page.includes('<script>"'), false)
})

/** Ana is recognised; gives the code of her document. */
async function issued(here: TestHouse): Promise<string> {
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana)
  const { db } = here
  const key = await caseKey(here.owned, id)
  const status = await inTransaction(db, (tx) => statusOf(tx, id, { key }))
  equal(status?.validUntil, isoDate('2031-03-01'))
  return status?.code ?? ''
}

async function told(here: TestHouse, form: Readonly<Record<string, string>>): Promise<string> {
  return (await here.visitor().post('/en/verify', form)).text()
}

const withoutTyped = (html: string): string => html.replace(/value="[^"]*"/g, '')
