import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { PEOPLE_OF_A_CLIENT } from '#records/attempts.ts'
import { whileAllAreSigningIn } from '#test/busy-hashing.ts'
import { house, readHouse, TEST_PASSWORD } from '#test/house.ts'
import { placeOf, type Form, type Visitor } from '#test/visitor.ts'

const MINUTE = 60_000
const EMAIL = 'ana@example.com'
const RIGHT = { email: EMAIL, password: TEST_PASSWORD }
const WRONG = { email: EMAIL, password: 'not the password' }

test('whoever signs in goes to the applications, or where they wanted to go', async (t) => {
  const { visitor, signedUpApplicant } = await house(t)
  await signedUpApplicant({ email: EMAIL })
  const landed = async (form: Form) => {
    const answer = await visitor().post('/az/sign-in', { ...RIGHT, ...form })
    equal(answer.status, 303)
    return answer.headers.get('location')
  }

  equal(await landed({}), '/az/applications?done=signed-in')
  equal(await landed({ next: '/tr/who-looked' }), '/tr/who-looked?done=signed-in')
  equal(await landed({ next: '//evil.example/en/' }), '/az/applications?done=signed-in')
  equal(await landed({ next: 'https://evil.example' }), '/az/applications?done=signed-in')
  equal(
    await landed({ email: ` ${EMAIL.toUpperCase()}\u200b ` }),
    '/az/applications?done=signed-in',
  )
})

test('whoever comes back from a sign-in without our cookie is told that it was not kept', async (t) => {
  const { visitor, signedUpApplicant } = await house(t)
  await signedUpApplicant({ email: EMAIL })
  const forgetful = visitor()
  const said = /your browser did not keep our cookie/

  const first = await (await forgetful.get('/en/sign-in?next=%2Fen%2Fapplications')).text()
  const signedIn = await forgetful.post('/en/sign-in', RIGHT)
  forgetful.cookies.clear()
  const back = await forgetful.follow(await forgetful.follow(signedIn))

  doesNotMatch(first, said)
  match(await back.text(), said)
})

test('a page behind the sign-in sends there and back', async (t) => {
  const { portal, signedUpApplicant } = await house(t)
  await signedUpApplicant({ email: EMAIL })

  const answer = await portal.get('/en/applications?a=1')
  const page = await (await portal.follow(answer)).text()

  equal(answer.headers.get('location'), '/en/sign-in?next=%2Fen%2Fapplications%3Fa%3D1')
  match(page, /<input type="hidden" name="next" value="\/en\/applications\?a=1"\/>/)
  doesNotMatch(page, /has ended/)
})

test('a link that would lead away is dropped from the form', async () => {
  const { portal } = await readHouse()

  const page = await portal.get(`/en/sign-in?next=${encodeURIComponent('//evil.example')}`)

  doesNotMatch(await page.text(), /name="next"/)
})

test('whoever is signed in already goes on', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()

  const plain = await ana.get('/ru/sign-in')
  const wanted = await ana.get('/ru/sign-in?next=%2Fru%2Fverify')
  const away = await ana.get('/ru/sign-in?next=%2F%2Fevil.example')

  deepEqual(
    [plain, wanted, away].map(({ status, headers }) => [status, headers.get('location')]),
    [
      [303, '/ru/applications'],
      [303, '/ru/verify'],
      [303, '/ru/applications'],
    ],
  )
})

test('an unknown address and a wrong password read the same', async (t) => {
  const { visitor, signedUpApplicant, portal } = await house(t)
  await signedUpApplicant({ email: EMAIL })
  await portal.post('/en/register', { email: 'unconfirmed@example.com' })
  const tried = async (email: string, password: string) => {
    const answer = await visitor().post('/en/sign-in', { email, password, next: '/en/verify' })
    return [answer.status, (await answer.text()).replace(`value="${email}"`, '')] as const
  }

  const [status, page] = await tried(EMAIL, 'not the password')

  equal(status, 400)
  match(page, /<title>Error: Sign in/)
  match(page, /name="next" value="\/en\/verify"/)
  for (const email of ['nobody@example.com', 'unconfirmed@example.com', 'İnfo@example.com']) {
    deepEqual(await tried(email, 'not the password'), [status, page])
  }
  deepEqual(await tried(EMAIL, 'x'.repeat(10_000)), [status, page])
})

test('what was typed as an address stays, and a password never does', async () => {
  const { portal } = await readHouse()
  const cases = [
    ['a@@b', 'a@@b'],
    ['<b>"', '&lt;b&gt;&quot;'],
    ['x'.repeat(10_000), 'x'.repeat(10_000)],
    ['lost\ufffd@example.com', 'lost\ufffd@example.com'],
  ] as const

  for (const [index, [email, shown]] of cases.entries()) {
    const answer = await portal.post('/en/sign-in', { email, password: `hidden-${index}-word` })
    const page = await answer.text()
    equal(answer.status, 400)
    ok(page.includes(`value="${shown}"`))
    ok(!page.includes(`hidden-${index}-word`))
  }
})

test('the eleventh wrong try from one place waits, and every round of ten waits longer', async (t) => {
  const { visitor, clock, signedUpApplicant } = await house(t)
  await signedUpApplicant({ email: EMAIL })
  const tried = (form: Form) => visitor().post('/en/sign-in', form)
  const tenWrong = async () => {
    for (let times = 1; times <= 10; times += 1) equal((await tried(WRONG)).status, 400)
  }
  await tenWrong()

  const refused = await tried(RIGHT)

  equal(refused.status, 429)
  equal(refused.headers.get('retry-after'), '900')
  match(await refused.text(), /with this address did not succeed[^<]*2 March 2026, 10:15/)
  for (let times = 1; times <= 30; times += 1) equal((await tried(RIGHT)).status, 429)
  equal((await tried({ email: 'eva@example.com', password: 'x' })).status, 400)

  clock.advance(15 * MINUTE)
  equal((await tried(RIGHT)).status, 303, 'what was refused was not counted')
  await tenWrong()
  const again = await tried(RIGHT)
  equal(again.status, 429)
  match(await again.text(), /2 March 2026, 12:00/, 'the first quarter of an hour is not promised')
  clock.advance(105 * MINUTE)
  equal((await tried(RIGHT)).status, 303)
})

test('strangers keep nobody out, and a device that is known passes behind their address', async (t) => {
  const { visitor, signedUpApplicant } = await house(t, { trustProxy: true })
  await signedUpApplicant({ email: EMAIL })
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const [own, stranger] = [visitor(), visitor()]
  equal((await own.post('/en/sign-in', RIGHT, from('203.0.113.7'))).status, 303)
  await own.post('/en/sign-out')
  for (let times = 1; times <= 11; times += 1) {
    await stranger.post('/en/sign-in', WRONG, from('203.0.113.9'))
  }
  const attempt = async (client: Visitor, address: string) =>
    (await client.post('/en/sign-in', RIGHT, from(address))).status

  equal(await attempt(stranger, '203.0.113.9'), 429)
  equal(await attempt(visitor(), '203.0.113.8'), 303, 'from elsewhere nobody waits')
  equal(await attempt(own, '203.0.113.9'), 303, 'and from here whoever has been here before')
})

test('a known device guesses no more than anybody, and only its owner is known on it', async (t) => {
  const { visitor, signedUpApplicant } = await house(t)
  await signedUpApplicant({ email: EMAIL })
  const device = visitor()
  await device.post('/en/sign-in', RIGHT)
  await device.post('/en/sign-out')
  const cookie = [...device.cookies.keys()].find((name) => name.endsWith('-device')) ?? ''
  const value = device.cookies.get(cookie) ?? ''
  ok(!value.includes('example'), 'nobody is named by it')
  for (let times = 1; times <= 10; times += 1) await device.post('/en/sign-in', WRONG)
  equal((await device.post('/en/sign-in', RIGHT)).status, 429)

  const others = { email: 'eva@example.com', password: 'x' }
  for (let times = 1; times <= 10; times += 1) await visitor().post('/en/sign-in', others)
  for (const shown of [value, `${value}x`, value.replace(/^./, '_'), '.', 'x', '']) {
    const pretending = visitor()
    pretending.cookies.set(cookie, shown)
    equal((await pretending.post('/en/sign-in', others)).status, 429, shown)
  }
})

test('what is counted is kept under the key, so that nobody can try addresses on the table', async (t) => {
  const { portal, db } = await house(t)
  await portal.post('/en/sign-in', WRONG)

  const kept = (await db.selectFrom('attempt').select('subject').execute()).map(({ subject }) =>
    Buffer.from(subject).toString('hex'),
  )
  equal(new Set(kept).size, 4)
  const kinds = ['sign-in, portal', 'sign-in, portal, client']
  const subjects = [EMAIL, `${EMAIL}\0unknown`, 'unknown']
  const texts = [...subjects, ...kinds.flatMap((kind) => subjects.map((of) => `${kind}\0${of}`))]
  const windows = ['', '15\0', '240\0', '1440\0']
  const guessed = texts.flatMap((text) =>
    windows.map((window) => text.replace('\0', `\0${window}`)),
  )
  for (const guess of guessed) ok(!kept.includes(hash('sha256', guess)), guess)
})

test('a network may go wrong far more often than an address; signing in rightly is no guess', async (t) => {
  const { visitor, signedUpApplicant, db } = await house(t, { trustProxy: true })
  await signedUpApplicant({ email: EMAIL })
  const send = (form: Form, from = '203.0.113.7') =>
    visitor().post('/en/sign-in', form, { 'x-forwarded-for': from })
  const guess = (index: number) => ({ email: `person-${index}@example.com`, password: 'guess' })
  for (let times = 1; times <= 12; times += 1) equal((await send(RIGHT)).status, 303)
  for (let index = 1; index <= 12; index += 1) equal((await send(guess(index))).status, 400)
  equal((await send(RIGHT)).status, 303)

  await db
    .updateTable('attempt')
    .set({ times: 10 * PEOPLE_OF_A_CLIENT })
    .where('times', '=', 12)
    .execute()

  const refused = await send({ ...RIGHT, next: '/en/verify' })
  equal(refused.status, 429)
  const page = await refused.text()
  match(page, /many people can share a network[\s\S]*2 March 2026, 10:15/)
  ok(page.includes(`value="${EMAIL}"`) && page.includes('name="next" value="/en/verify"'))
  equal((await send(RIGHT, '203.0.113.8')).status, 303)
})

test('nobody but a proxy of ours says where a request comes from', async (t) => {
  const { visitor, db } = await house(t)
  const tried = async (index: number) => {
    const form = { email: `person-${index}@example.com`, password: 'guess' }
    const from = { 'x-forwarded-for': `203.0.113.${index}` }
    return (await visitor().post('/en/sign-in', form, from)).status
  }
  equal(await tried(1), 400)
  await db
    .updateTable('attempt')
    .set({ times: 10 * PEOPLE_OF_A_CLIENT })
    .execute()

  equal(await tried(2), 429)
})

test('a box that is empty is said at the box, and counts as no try', async (t) => {
  const { portal, db } = await house(t)
  const cases = [
    [{ email: '', password: 'x' }, ['email']],
    [{ email: EMAIL, password: '' }, ['password']],
    [{ email: ' \u200b', password: '' }, ['email', 'password']],
    [{}, ['email', 'password']],
  ] as const
  for (const [form, boxes] of cases) {
    const answer = await portal.post('/en/sign-in', form)
    const page = await answer.text()
    equal(answer.status, 400)
    const said = (box: string) =>
      page.includes(`id="${box}-error"`) && page.includes(`href="#${box}"`)
    deepEqual(['email', 'password'].filter(said), boxes)
    doesNotMatch(page, /is not right/)
  }
  equal((await db.selectFrom('attempt').select('times').execute()).length, 0)
})

test('whoever was signed out is told so and comes back to where they were', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  clock.advance(61 * MINUTE)

  const page = await (await ana.follow(await ana.get('/en/who-looked'))).text()

  match(page, /Your session has ended for safety/)
  match(page, /name="next" value="\/en\/who-looked"/)
})

test('the sign-in in another language keeps the address and where it leads', async () => {
  const { portal } = await readHouse()
  const other = { 'in-another-language': 'ru', next: '/en/verify?a=1', lost: 'file' }

  const answer = await portal.post('/ru/sign-in', { email: EMAIL, password: 'a secret', ...other })
  const page = await answer.text()

  equal(answer.status, 200)
  match(page, /<html lang="ru"/)
  ok(page.includes(`value="${EMAIL}"`) && page.includes('name="next" value="/ru/verify?a=1"'))
  ok(page.includes('name="lost" value="file"') && !page.includes('error-summary'))
  ok(page.includes('formaction="/az/sign-in"') && !page.includes('a secret'))
})

test('a sign-in from another site is refused', async () => {
  const { portal } = await readHouse()

  equal((await portal.post('/en/sign-in', RIGHT, { origin: '' })).status, 403)
  equal((await portal.post('/en/sign-in', RIGHT, { origin: 'http://other.test' })).status, 403)
  equal((await portal.post('/en/sign-out', {}, { origin: 'http://other.test' })).status, 403)
})

test('signing out ends the session here and in the records', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant()

  const answer = await ana.post('/en/sign-out')

  equal(answer.status, 303)
  equal(answer.headers.get('location'), '/en?done=signed-out')
  equal(ana.cookies.has('kecid'), false)
  equal((await db.selectFrom('session').select('account').execute()).length, 0)
  equal((await ana.post('/en/sign-out')).status, 303)
})

test('signing in begins a new session and ends the one before', async (t) => {
  const { signedUpApplicant, visitor, db } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const before = ana.cookies.get('kecid')
  const answer = await ana.post('/en/sign-in', RIGHT)

  const [session = '', device = ''] = answer.headers.getSetCookie()
  match(session, /^kecid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  match(device, /^kecid-portal-device=[\w.-]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/)
  ok(ana.cookies.get('kecid') !== before)
  equal((await db.selectFrom('session').select('account').execute()).length, 1)
  const thief = visitor()
  thief.cookies.set('kecid', before ?? '')
  equal((await thief.get('/en/applications')).status, 303)
})

test('when too many sign in at once the form comes back, and the try does not count', async (t) => {
  const { portal, signedUpApplicant, visitor } = await house(t)
  const { email } = await signedUpApplicant()
  const next = '/en/applications'
  for (let time = 0; time < 2; time += 1) {
    await whileAllAreSigningIn(async () => {
      for (let press = 0; press < 6; press += 1) {
        const busy = await portal.post('/en/sign-in', { email, password: TEST_PASSWORD, next })
        deepEqual([busy.status, busy.headers.get('retry-after')], [503, '5'])
        const page = await busy.text()
        ok(page.includes(`value="${email}"`) && page.includes(`value="${next}"`))
        match(page, /Many people are signing in/)
      }
    })
  }
  const calm = await visitor().post('/en/sign-in', { email, password: TEST_PASSWORD, next })
  deepEqual([calm.status, placeOf(calm)], [303, next])
})
