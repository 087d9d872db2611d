import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { passwordProblem } from '#portal/new-password/form.ts'
import { paths } from '#portal/paths.ts'
import { accountLink } from '#telling/account-mails.ts'
import { whileAllAreSigningIn } from '#test/busy-hashing.ts'
import { house, readHouse, type TestHouse } from '#test/house.ts'

const PASSWORD = 'dörd söz yan yana'
const HOUR = 3_600_000

/** The page of the newest link that was mailed to this address. */
async function mailedLink({ mails }: TestHouse, to: string): Promise<string> {
  const [mail] = await mails(to)
  const link = /http:\/\/portal\.test(\/\S+)/.exec(mail?.text ?? '')?.[1]
  ok(link !== undefined, 'a mail with a link arrived')
  return link
}

async function registered(rooms: TestHouse, email = 'ana@example.com'): Promise<string> {
  equal((await rooms.portal.post('/en/register', { email })).status, 303)
  return mailedLink(rooms, email)
}

test('a password is long, and otherwise as one likes', () => {
  const cases = [
    ['', 'missing'],
    ['eleven char', 'too-short'],
    ['twelve chars', undefined],
    ['            ', 'one-character'],
    ['\u00a0 \u2003 \u3000        ', 'one-character'],
    ['xXxXxXxXxXxX', 'one-character'],
    ['x x x x x x ', undefined],
    ['ə'.repeat(11), 'too-short'],
    ['ə'.repeat(12), 'one-character'],
    [`${'ə'.repeat(11)}a`, undefined],
    ['🙂'.repeat(11), 'too-short'],
    ['🙂'.repeat(12), 'one-character'],
    ['ab'.repeat(100), undefined],
    ['x'.repeat(201), 'too-long'],
    ['🙂😀'.repeat(100), undefined],
    ['x'.repeat(10_000), 'too-long'],
    ['ana.ferreira@example.com', 'is-email'],
    [' Ana.Ferreira@Example.com ', 'is-email'],
    ['ana.ferreira@example.com!', undefined],
    ['qwerty123456', 'common'],
    ['Password2026', 'common'],
    ['Pass word 2026!', 'common'],
    ['1987Alexandra1987', 'common'],
    ['123456iloveyou123456', 'common'],
    ['passwordPASSWORD', 'common'],
    ['123456123456', 'common'],
    ['ｑｗｅｒｔｙ１２３４５６', 'common'],
    ['password of my aunt', undefined],
    ['839201746583', undefined],
    ['839201746583love', undefined],
    ['!!!! ???? ....', undefined],
    ['lost \ufffd\ufffd letters', 'garbled'],
    ['with \u0000 in the middle', 'garbled'],
  ] as const
  deepEqual(
    cases.map(([password]) => [password, passwordProblem(password, 'ana.ferreira@example.com')]),
    cases,
  )
})

test('the address in a mail is the address of the page', () => {
  const token = 'a-token_1'
  for (const language of LANGUAGES) {
    const place = { portalUrl: 'https://kecid.example', language, token }
    const page = (path: string) => `https://kecid.example${path}`
    equal(accountLink('confirm', place), page(paths.confirm.to(language, { token })))
    equal(accountLink('reset', place), page(paths.newPassword.to(language, { token })))
    equal(accountLink('already-registered', place), accountLink('reset', place))
  }
})

test('the link of a mail leads to a password, and the password to the applications', async (t) => {
  const rooms = await house(t)
  const link = await registered(rooms)
  const { portal, visitor } = rooms

  const page = await (await portal.get(link)).text()
  const answer = await portal.post(link, { password: PASSWORD, username: 'ana@example.com' })

  match(page, /<h1[^>]*>Choose a password<\/h1>/)
  match(page, /ana@example\.com/)
  match(page, /autocomplete="new-password"/)
  equal(answer.status, 303)
  equal(answer.headers.get('location'), '/en/applications?done=account-ready')
  match(await (await portal.follow(answer)).text(), /Your account is ready/)
  const elsewhere = await visitor().post('/en/sign-in', {
    email: 'ANA@example.com',
    password: PASSWORD.normalize('NFD'),
  })
  equal(elsewhere.status, 303)
})

test('looking at the page changes nothing, however often a program looks', async (t) => {
  const rooms = await house(t)
  const link = await registered(rooms)
  const { visitor, db } = rooms

  for (let times = 1; times <= 3; times += 1) equal((await visitor().get(link)).status, 200)

  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('face', '=', 'portal')
    .executeTakeFirstOrThrow()
  equal(account.confirmedAt, null)
  const passwords = db
    .selectFrom('credential')
    .select('id')
    .where('account', '=', account.id)
    .where('kind', '=', 'password')
  deepEqual(await passwords.execute(), [])
  equal((await visitor().post(link, { password: PASSWORD })).status, 303)
})

test('a password that is not fit comes back with the reason and is never shown', async (t) => {
  const rooms = await house(t)
  const link = await registered(rooms)
  const { portal } = rooms
  const unfit = [
    '',
    ' '.repeat(12),
    'short-one',
    'ana@example.com',
    'x'.repeat(10_000),
    'garbled \ufffd garbled',
  ]

  for (const password of unfit) {
    const answer = await portal.post(link, { password })
    const page = await answer.text()

    equal(answer.status, 400)
    match(page, /<title>Error: Choose a password/)
    match(page, /id="password-error"/)
    ok(!page.includes('value="short-one"') && !page.includes('xxxx'))
  }
  equal((await portal.post(link, { password: PASSWORD })).status, 303)
})

test('a link works once', async (t) => {
  const rooms = await house(t)
  const link = await registered(rooms)
  const { visitor } = rooms
  equal((await visitor().post(link, { password: PASSWORD })).status, 303)

  const looked = await visitor().get(link)
  const again = visitor()
  const used = await again.post(link, { password: 'another long password' })

  deepEqual([looked.status, used.status], [410, 410])
  match(await looked.text(), /This link no longer works/)
  equal(again.cookies.has('kecid'), false)
  const form = { email: 'ana@example.com', password: 'another long password' }
  equal((await again.post('/en/sign-in', form)).status, 400)
})

test('of two who use a link at once, one is refused', async (t) => {
  const rooms = await house(t)
  const link = await registered(rooms)

  const twice = [1, 2].map(() => rooms.visitor().post(link, { password: PASSWORD }))
  const statuses = (await Promise.all(twice)).map(({ status }) => status)

  deepEqual(
    statuses.toSorted((a, b) => a - b),
    [303, 410],
  )
})

test('a link works for two days, and then offers another one', async (t) => {
  const rooms = await house(t)
  const link = await registered(rooms)
  const { portal, clock } = rooms

  clock.advance(48 * HOUR - 1)
  equal((await portal.get(link)).status, 200)
  clock.advance(1)
  equal((await portal.get(link)).status, 410)
  clock.advance(HOUR)
  const late = await portal.post(link, { password: PASSWORD })

  equal(late.status, 410)
  match(await late.text(), /href="\/en\/forgotten-password"/)
  await portal.post('/en/forgotten-password', { email: 'ana@example.com' })
  match(await mailedLink(rooms, 'ana@example.com'), /^\/en\/confirm\//)
})

test('a token that nobody was sent opens nothing', async () => {
  const { portal } = await readHouse()
  const tokens = ['x', 'a'.repeat(43), 'a'.repeat(5000), '%00', '%EF%BF%BD', "'or 1=1--"]

  for (const token of tokens) {
    equal((await portal.get(`/az/confirm/${token}`)).status, 410)
    equal((await portal.post(`/az/new-password/${token}`, { password: PASSWORD })).status, 410)
  }
})

test('a new password ends every session of the account, and the old password', async (t) => {
  const rooms = await house(t)
  const { signedUpApplicant, visitor } = rooms
  const ana = await signedUpApplicant({ email: 'ana@example.com' })
  const elsewhere = visitor()

  await elsewhere.post('/en/forgotten-password', { email: 'ana@example.com' })
  const link = await mailedLink(rooms, 'ana@example.com')
  const page = await (await elsewhere.get(link)).text()
  const set = await elsewhere.post(link, { password: PASSWORD })

  equal(set.headers.get('location'), '/en/applications?done=password-set')
  match(link, /^\/en\/new-password\//)
  match(page, /<h1[^>]*>Choose a new password<\/h1>/)
  match((await ana.get('/en/applications')).headers.get('location') ?? '', /sign-in/)
  equal((await elsewhere.get('/en/applications')).status, 200)
  const old = { email: 'ana@example.com', password: ana.password }
  equal((await visitor().post('/en/sign-in', old)).status, 400)
})

test('with one link used, the others of the account work no more', async (t) => {
  const rooms = await house(t)
  const { visitor, clock } = rooms
  const first = await registered(rooms)
  clock.advance(HOUR)
  const second = await registered(rooms)
  ok(first !== second)

  equal((await visitor().post(first, { password: PASSWORD })).status, 303)

  equal((await visitor().get(second)).status, 410)
})

test('for a forgotten password every address gets the same answer', async (t) => {
  const { portal, visitor, signedUpApplicant, mails, db } = await house(t)
  await signedUpApplicant({ email: 'ana@example.com' })
  const [known, unknown] = [portal, visitor()]

  const answers = [
    await known.post('/en/forgotten-password', { email: 'ana@example.com' }),
    await unknown.post('/en/forgotten-password', { email: 'eva@example.com' }),
  ]
  const pages = [
    await (await known.get('/en/forgotten-password/sent')).text(),
    await (await unknown.get('/en/forgotten-password/sent')).text(),
  ]

  deepEqual(
    answers.map(({ status, headers }) => [status, headers.get('location')]),
    [1, 2].map(() => [303, '/en/forgotten-password/sent?done=told']),
  )
  equal(pages[0]?.replaceAll('ana@', 'eva@'), pages[1])
  deepEqual(
    (await mails()).map(({ to }) => to),
    [['ana@example.com']],
  )
  equal((await db.selectFrom('accountLink').select('purpose').execute()).length, 1)
})

test('a second press within a minute says that nothing went, and nothing of who has an account', async (t) => {
  const { portal, visitor, signedUpApplicant, mails, clock } = await house(t)
  await signedUpApplicant({ email: 'ana@example.com' })
  clock.advance(20_000)
  const told = async (who: typeof portal, email: string, place: string) => {
    const page = await (await who.follow(await who.post(place, { email }))).text()
    return page.replaceAll('<wbr/>', '').replaceAll(email, 'this address')
  }
  const forgotten = (who: typeof portal, email: string) =>
    told(who, email, '/en/forgotten-password')

  const first = await forgotten(portal, 'ana@example.com')
  clock.advance(30_000)
  const second = await forgotten(portal, 'ana@example.com')
  const elsewhere = [
    await forgotten(visitor(), 'eva@example.com'),
    await forgotten(visitor(), 'eva@example.com'),
  ]

  match(first, /has an account here, we are sending[\s\S]*from this time on: 2 March 2026, 10:01/)
  match(second, /went to it less than a minute ago[\s\S]*from this time on: 2 March 2026, 10:01/)
  deepEqual(elsewhere, [first, second])
  const begun = await told(visitor(), 'eva@example.com', '/en/register')
  doesNotMatch(begun, /less than a minute ago/, 'nothing of an account has gone')
  clock.advance(10_000)
  match(await forgotten(portal, 'ana@example.com'), /we are sending a link/)
  equal((await mails('ana@example.com')).length, 2)
})

test('a forgotten password needs an address that mail can reach', async (t) => {
  const { portal, signedUpApplicant } = await house(t)

  for (const email of ['', 'ana@@example.com', 'İnfo@example.com']) {
    const answer = await portal.post('/az/forgotten-password', { email })
    equal(answer.status, 400)
    match(await answer.text(), /id="email-error"/)
  }
  equal((await portal.post('/az/forgotten-password', {}, { origin: '' })).status, 403)
  doesNotMatch(await (await portal.get('/az/forgotten-password')).text(), /email-error/)
  const ana = await signedUpApplicant({ email: 'ana@example.com' })
  match(await (await ana.get('/en/forgotten-password')).text(), /value="ana@example\.com"/)
})

test('when too many sign in at once the link is not used up, and it is said when to come', async (t) => {
  const rooms = await house(t)
  const path = await registered(rooms)
  const busy = await whileAllAreSigningIn(() => rooms.portal.post(path, { password: PASSWORD }))

  deepEqual([busy.status, busy.headers.get('retry-after')], [503, '5'])
  match(await busy.text(), /Many people are signing in/)
  equal((await rooms.portal.post(path, { password: PASSWORD })).status, 303)
})
