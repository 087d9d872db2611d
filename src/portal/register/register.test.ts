import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleaned } from '#core/answers/typed.ts'
import { parseEmail } from '#portal/email-field.tsx'
import { PEOPLE_OF_A_CLIENT } from '#records/attempts.ts'
import { house, readHouse, TEST_PASSWORD } from '#test/house.ts'
import type { Visitor } from '#test/visitor.ts'

test('an address is taken as it was typed, without what came along when it was copied', () => {
  const cases = [
    ['ana@example.com', 'ana@example.com'],
    ['  ana@example.com\r\n', 'ana@example.com'],
    ['\u200bana@example.com\u00a0', 'ana@example.com'],
    ['ana\u0000@exam\u00adple.com', 'ana@example.com'],
    ['Ana.Ferreira+azerbaijan@Example.CO.UK', 'Ana.Ferreira+azerbaijan@Example.CO.UK'],
    ["o'neil@example.ie", "o'neil@example.ie"],
    ['ana@xn--e1afmkfd.xn--p1ai', 'ana@xn--e1afmkfd.xn--p1ai'],
  ] as const
  deepEqual(
    cases.map(([typed]) => {
      const form = parseEmail(cleaned(typed))
      return [typed, form.ok ? form.email : form.problem?.code]
    }),
    cases,
  )
})

test('an address that no mail can reach is refused with the reason', () => {
  const cases = [
    ['', 'missing'],
    [' \u200b ', 'missing'],
    ['ana', 'no-at'],
    ['ana maria', 'no-at'],
    ['ana@example', 'behind-at'],
    ['a@b', 'behind-at'],
    ['ana@', 'behind-at'],
    ['ana@exam_ple.org', 'behind-at'],
    ['ana..b@example.org', 'before-at'],
    ['@example.com', 'before-at'],
    [`${'a'.repeat(65)}@example.com`, 'before-at'],
    ['ana@@example.com', 'many-at'],
    ['ana@porto@example.com', 'many-at'],
    ['ana@example.com, eve@example.com', 'many-at'],
    ['ana@example.com\r\nBcc: eve@example.com', 'many-at'],
    ['Ana <ana@example.com>', 'space'],
    ['ana maria@example.com', 'space'],
    ['ana🙂@example.com', 'sign'],
    ['o’neil@example.org', 'sign'],
    ['\u0130nfo@example.com', 'letter'],
    ['\u0131nfo@example.com', 'letter'],
    ['аna@example.com', 'letter'],
    ['ana\ufffd@example.com', 'garbled'],
    [`${'a'.repeat(10_000)}@example.com`, 'too-long'],
  ] as const
  deepEqual(
    cases.map(([typed]) => {
      const form = parseEmail(cleaned(typed))
      return [typed, form.ok ? 'ok' : form.problem?.code]
    }),
    cases,
  )
})

test('whatever is typed, an address that passes is one line of ASCII with one @', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const form = parseEmail(cleaned(text.includes('@') ? text : `${text}@a.example`))
      if (form.ok) match(form.email, /^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/)
    }),
  )
})

test('a wrong address comes back as it was typed, with the reason beside it', async () => {
  const { portal } = await readHouse()

  for (const typed of ['', 'ana@@example.com', 'x'.repeat(10_000)]) {
    const answer = await portal.post('/en/register', { email: typed })
    const page = await answer.text()

    equal(answer.status, 400)
    match(page, /<title>Error: Create an account/)
    match(page, /govuk-error-summary/)
    match(page, /id="email-error"/)
    ok(typed === '' || page.includes(`value="${typed}"`))
  }
  const turkish = await (await portal.post('/tr/register', { email: 'İnfo@example.com' })).text()
  match(turkish, /“İ” harfi olmaz/)
  const smile = await (await portal.post('/ru/register', { email: 'ana🙂@example.com' })).text()
  match(smile, /не бывает знака «🙂»\. Удалите его/)
})

test('a form that says nothing of an address is refused like an empty one', async () => {
  const { portal } = await readHouse()

  equal((await portal.post('/en/register', {})).status, 400)
  equal((await portal.post('/en/register', { email: ['ana@example.com', ''] })).status, 303)
  equal((await portal.upload('/en/register', {}, [FILE])).status, 400)
})

const FILE = { field: 'email', name: 'a.txt', type: 'text/plain', bytes: new Uint8Array([65]) }

test('changing the language takes along the address, and judges nothing', async () => {
  const { portal } = await readHouse()
  const answer = await portal.post('/ru/register', { email: 'ana@', 'in-another-language': 'ru' })

  equal(answer.status, 200)
  const page = await answer.text()
  ok(page.includes('value="ana@"') && !page.includes('govuk-error-summary'))
})

test('whoever registers gets a link in the language of the page', async (t) => {
  const { portal, mails } = await house(t)

  const answer = await portal.post('/ru/register', { email: 'Ana@Example.com' })
  const sent = await (await portal.follow(answer)).text()

  equal(answer.status, 303)
  equal(answer.headers.get('location'), '/ru/register/sent?done=told')
  match(unbroken(sent), /Мы отправляем ссылку на <strong>Ana@Example\.com<\/strong>/)
  const [mail] = await mails('Ana@Example.com')
  equal(mail?.subject, 'Демонстрация: Подтвердите адрес почты для Keçid')
  match(mail?.text ?? '', /http:\/\/portal\.test\/ru\/confirm\/[\w-]{43}\n/)
})

test('the page after asking knows the address of this browser only', async (t) => {
  const { portal, visitor } = await house(t)
  await portal.post('/en/register', { email: 'ana@example.com' })
  const stranger = visitor()

  const unknown = await (await stranger.get('/en/register/sent')).text()
  stranger.cookies.set('kecid-sent-to', 'AQ')
  const forged = await stranger.get('/en/register/sent')

  doesNotMatch(unbroken(unknown), /ana@example/)
  equal(forged.status, 200)
  match(
    unbroken(await (await portal.get('/az/register/sent')).text()),
    /ana@example\.com<\/strong> ünvanına/,
  )
})

/** Without the places where a long address may break. */
const unbroken = (page: string): string => page.replaceAll('<wbr/>', '')

test('an address with an account gets the same answer, and a mail that says so', async (t) => {
  const { portal, visitor, mails, signedUpApplicant } = await house(t)
  await signedUpApplicant({ email: 'ana@example.com', language: 'az' })
  const [known, unknown] = [portal, visitor()]

  const answers = [
    await known.post('/en/register', { email: 'ANA@example.com' }),
    await unknown.post('/en/register', { email: 'EVA@example.com' }),
  ]
  const pages = [
    await (await known.get('/en/register/sent')).text(),
    await (await unknown.get('/en/register/sent')).text(),
  ]

  deepEqual(
    answers.map(({ status, headers }) => [status, headers.get('location')]),
    [1, 2].map(() => [303, '/en/register/sent?done=told']),
  )
  equal(pages[0]?.replaceAll('ANA@', 'EVA@'), pages[1])
  const [mail] = await mails('ana@example.com')
  equal(mail?.subject, 'Nümayiş: Keçid portalında artıq şəxsi kabinetiniz var')
  match(mail?.text ?? '', /\/az\/new-password\/[\w-]{43}\n/)
})

test('a double click makes one account and sends one mail', async (t) => {
  const { visitor, mails, db } = await house(t)

  const twice = [1, 2].map(() => visitor().post('/en/register', { email: 'ana@example.com' }))
  const statuses = (await Promise.all(twice)).map(({ status }) => status)

  deepEqual(statuses, [303, 303])
  const accounts = db.selectFrom('account').select('id').where('face', '=', 'portal')
  equal((await accounts.execute()).length, 1)
  equal((await mails()).length, 1)
})

test('asked again later, an unconfirmed address gets another link to confirm', async (t) => {
  const { portal, clock, mails, db } = await house(t)
  await portal.post('/en/register', { email: 'ana@example.com' })
  clock.advance(59_000)
  await portal.post('/en/register', { email: 'ana@example.com' })
  equal((await mails()).length, 1)

  clock.advance(2000)
  await portal.post('/az/register', { email: 'ana@example.com' })

  deepEqual(
    (await mails()).map(({ subject }) => subject),
    [
      'Nümayiş: Keçid portalı üçün e-poçt ünvanınızı təsdiqləyin',
      'Demonstration: Confirm your email address for Keçid',
    ],
  )
  const accounts = db.selectFrom('account').select('id').where('face', '=', 'portal')
  equal((await accounts.execute()).length, 1)
})

test('whoever asked for a password before there was an account is sent the link to begin one', async (t) => {
  const { portal, mails } = await house(t)
  const email = 'new@example.org'

  await portal.post('/en/forgotten-password', { email })
  const page = await portal.follow(await portal.post('/en/register', { email }))

  doesNotMatch(await page.text(), /No second one has gone/)
  equal((await mails(email)).length, 1)
})

test('the sixth link to an address in an hour is refused, known or not', async (t) => {
  const { portal, clock, signedUpApplicant } = await house(t)
  await signedUpApplicant({ email: 'ana@example.com' })
  const ask = async (email: string) => (await portal.post('/en/register', { email })).status

  for (const email of ['ana@example.com', 'eva@example.com']) {
    const statuses: number[] = []
    for (let times = 1; times <= 6; times += 1) statuses.push(await ask(email.toUpperCase()))
    deepEqual(statuses, [303, 303, 303, 303, 303, 429])
  }
  clock.advance(3_600_000)
  equal(await ask('ana@example.com'), 303)
})

test('a stranger uses up nobody’s links, a mailbox has an end, and its owner none', async (t) => {
  const { visitor, signedUpApplicant, clock, mails } = await house(t, { trustProxy: true })
  const { email: own } = await signedUpApplicant({ email: 'ana@example.com' })
  const known = visitor()
  await known.post('/en/sign-in', { email: own, password: TEST_PASSWORD })
  const before = (await mails()).length
  const asks = async (who: Visitor, email: string, network: number) => {
    clock.advance(61_000)
    const from = { 'x-forwarded-for': `203.0.113.${network}` }
    return (await who.post('/en/forgotten-password', { email }, from)).status
  }
  for (const email of [own, 'eva@example.com']) {
    const statuses: number[] = []
    for (const network of [1, 1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 4]) {
      statuses.push(await asks(visitor(), email, network))
    }
    deepEqual(statuses, [303, 303, 303, 303, 303, 429, 303, 303, 303, 303, 303, 429], email)
  }
  equal((await mails()).length, before + 10)

  equal(await asks(known, own, 1), 303, 'where the owner has been before')
  equal((await mails()).length, before + 11)
})

test('a network may ask for far more links than an address, and not for any number', async (t) => {
  const { portal, db } = await house(t, { trustProxy: true })
  const ask = (index: number, from: string) => {
    const email = `person-${index}@example.com`
    return portal.post('/en/register', { email }, { 'x-forwarded-for': from })
  }
  for (let index = 1; index <= 12; index += 1) {
    equal((await ask(index, '203.0.113.7')).status, 303)
  }
  await db
    .updateTable('attempt')
    .set({ times: 5 * PEOPLE_OF_A_CLIENT })
    .where('times', '=', 12)
    .execute()

  const refused = await ask(21, '203.0.113.7')

  equal(refused.status, 429)
  match(await refused.text(), /many people can share a network[\s\S]*2 March 2026, 11:00/)
  equal((await ask(22, '198.51.100.1, 203.0.113.7')).status, 429)
  equal((await ask(23, '203.0.113.8')).status, 303)
})

test('a form that comes from another site is refused', async () => {
  const { portal } = await readHouse()

  for (const origin of ['', 'http://other.test', 'null']) {
    const answer = await portal.post('/en/register', { email: 'a@example.com' }, { origin })
    equal(answer.status, 403)
  }
})

test('whoever is signed in has no need to register', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()

  const answer = await ana.get('/tr/register')

  equal(answer.status, 303)
  equal(answer.headers.get('location'), '/tr/applications')
})
