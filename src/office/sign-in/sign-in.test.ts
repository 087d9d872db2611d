import { deepEqual, doesNotMatch, equal, match, notEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import {
  DEMONSTRATION_OFFICIALS,
  DEMONSTRATION_PASSWORD,
} from '#records/demonstration-officials.ts'
import { addDays } from '#core/dated.ts'
import { hashPassword } from '#platform/passwords.ts'
import { whileAllAreSigningIn } from '#test/busy-hashing.ts'
import { hired } from '#test/hired.ts'
import { house, readHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import type { Form } from '#test/visitor.ts'

const EMAIL = 'officer@kecid.example'
const RIGHT = { email: EMAIL, password: DEMONSTRATION_PASSWORD }

test('every invented official is offered in a demonstration', async () => {
  const { office } = await readHouse()

  const page = await (await (await office()).get('/en/sign-in')).text()

  for (const { email } of DEMONSTRATION_OFFICIALS) ok(page.includes(`value="${email}"`), email)
})

test('a state body is called by its name, not by its code', async (t) => {
  const { office } = await house(t)
  const offered = await (await (await office()).get('/en/sign-in')).text()
  const expert = await office('expert.etn@kecid.example')
  const list = await (await expert.get('/en')).text()

  for (const page of [offered, list]) {
    ok(page.includes('Ministry of Science and Education'))
    equal(/>\s*etn\s*<|, etn\b/.test(page), false)
  }
})

test('an official who comes back without our cookie is told that it was not kept', async (t) => {
  const { office } = await house(t)
  const forgetful = await office()
  const said = /your browser did not keep our cookie/

  const first = await (await forgetful.get('/en/sign-in?next=%2Fen')).text()
  const signedIn = await forgetful.post('/en/sign-in', RIGHT)
  forgetful.cookies.clear()
  const back = await forgetful.follow(await forgetful.follow(signedIn))

  doesNotMatch(first, said)
  match(await back.text(), said)
})

test('an official signs in, works and signs out', async (t) => {
  const { office } = await house(t)
  const officer = await office()

  const answer = await officer.post('/en/sign-in', RIGHT)

  equal(answer.status, 303)
  equal(answer.headers.get('location'), '/en?done=signed-in')
  equal((await officer.get('/en')).status, 200)
  equal((await officer.post('/en/sign-out')).headers.get('location'), '/en/sign-in?done=signed-out')
  equal((await officer.get('/en')).status, 303)
})

test('in production no invented official signs in, nor stays signed in', async (t) => {
  const { office } = await house(t, { demonstration: false })
  const nobody = await office()

  const page = await nobody.get('/en/sign-in')
  const answer = await nobody.post('/en/sign-in', RIGHT)

  equal((await page.text()).includes(EMAIL), false)
  equal(answer.status, 400)
  equal((await (await office(EMAIL)).get('/en')).status, 303)
})

test('an unknown address and a wrong password read the same', async (t) => {
  const { office } = await house(t)
  const nobody = await office()
  const tries = [
    { email: EMAIL, password: 'wrong' },
    { email: 'nobody@kecid.example', password: 'wrong' },
    { email: `${'x'.repeat(10_000)}@kecid.example`, password: 'y'.repeat(10_000) },
    { email: 'İ\uFFFD@@kecid.example', password: 'z' },
  ]

  for (const tried of tries) {
    const answer = await nobody.post('/en/sign-in', tried)
    equal(answer.status, 400)
    match(await answer.text(), /The email address or the password is not right/)
  }
})

test('a role ends with its last day, in an open session as well, and somebody without any is nobody', async (t) => {
  const { office, clock, db } = await house(t)
  const officer = await office('officer@kecid.example')
  const party = officer.official?.id ?? ''
  const until = (day: string) =>
    db.updateTable('membership').set({ untilOn: day }).where('party', '=', party).execute()
  await until(clock.today())
  equal((await officer.get('/en')).status, 200, 'the last day is whole')

  await until(addDays(clock.today(), -1))
  equal((await officer.get('/en')).status, 303)
  const typed = { email: 'officer@kecid.example', password: 'kecid-demonstration' }
  const refused = await (await office()).post('/en/sign-in', typed)
  equal(refused.status, 400)
  match(await refused.text(), /The email address or the password is not right/)
})

test('after ten tries the address waits, even with the right password', async (t) => {
  const here = await house(t)
  const { office, clock } = here
  const hashing = await hashPassword('only they know this')
  ok(hashing.ok)
  const email = 'real@example.gov'
  const official = { name: 'Real', email, roles: ['head'], language: 'az' } as const
  await hired(here, { ...official, passwordHash: hashing.hash, isDemonstration: false })
  const nobody = await office()
  const send = (password: string) => nobody.post('/en/sign-in', { email, password })
  for (let times = 0; times < 12; times += 1) {
    equal((await send('only they know this')).status, 303, 'what is right is no guess')
  }
  for (let tries = 0; tries < 10; tries += 1) equal((await send('wrong')).status, 400)

  equal((await send('only they know this')).status, 429)
  clock.advance(15 * 60_000)
  equal((await send('only they know this')).status, 303)
})

test('a box that is empty is said at the box', async () => {
  const { office } = await readHouse()
  const page = async (form: Form) => (await (await office()).post('/az/sign-in', form)).text()

  match(await page({ email: EMAIL, password: '' }), /href="#password">Parolunuzu yazın/)
  match(await page({ email: '', password: 'x' }), /id="email-error"[\s\S]*E-poçt ünvanınızı yazın/)
})

test('an official who was signed out is told so and comes back to where they were', async (t) => {
  const { office, clock } = await house(t)
  const officer = await office(EMAIL)
  clock.advance(2 * 3_600_000)

  const page = await (await officer.follow(await officer.get('/en?list=all'))).text()

  match(page, /Your session has ended for safety/)
  match(page, /name="next" value="\/en\?list=all"/)
})

test('what is kept goes along into the other language, before and after the sign-in', async (t) => {
  const { office } = await house(t)
  const officer = await office()
  const kept = { next: '/en/cases/x/steps/extend', 'kept.reason': 'Half a reason' }
  const inAzerbaijani = { ...kept, 'in-another-language': 'az' }

  const away = await (
    await officer.post('/en/cases/x/steps/extend', { reason: 'Half a reason' })
  ).text()
  match(away, /What you typed is kept: sign in, then send it/)
  const asked = await officer.post('/az/sign-in', { ...inAzerbaijani, email: 'half@' })
  const page = await asked.text()
  await officer.post('/az/sign-in', RIGHT)
  const offer = await (await officer.post('/az/sign-in', inAzerbaijani)).text()

  match(away, /form="typed" formaction="\/az\/sign-in"/)
  equal(asked.status, 200)
  ok(page.includes('value="half@"') && page.includes('lang="az"'))
  for (const shown of [page, offer]) {
    ok(shown.includes('name="next" value="/az/cases/x/steps/extend"'))
    ok(shown.includes('name="kept.reason" value="Half a reason"'))
  }
  ok(
    offer.includes('action="/az/cases/x/steps/extend"') &&
      offer.includes('formaction="/en/sign-in"'),
  )
})

test('the sign-in leads only to pages of the office', async (t) => {
  const { office } = await house(t)
  const cases = [
    ['/en/looks', '/en/looks?'],
    ['/en?list=all', '/en?list=all&'],
    ['//evil.example', '/en?'],
    ['https://evil.example/en', '/en?'],
    ['/en/\\evil.example', '/en?'],
    ['/en\n/looks', '/en?'],
    ['/en/..//evil.example/x', '/en?'],
    ['/en/../../evil.example', '/en?'],
    ['/az/looks', '/en?'],
    ['/english', '/en?'],
    ['', '/en?'],
  ] as const

  for (const [next, place] of cases) {
    const answer = await (await office()).post('/en/sign-in', { ...RIGHT, next })
    equal(answer.headers.get('location'), `${place}done=signed-in`, next)
  }
})

test('a new session ends the one before', async (t) => {
  const { office } = await house(t)
  const officer = await office(EMAIL)
  const old = officer.cookies.get('kecid-office')

  await officer.post('/en/sign-in', RIGHT)

  notEqual(officer.cookies.get('kecid-office'), old)
  officer.cookies.set('kecid-office', old ?? '')
  equal((await officer.get('/en')).status, 303)
})

test('a form that outlived its session is sent by whoever signs in, once they say so', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant())
  const officer = await here.office(EMAIL)
  const version = /name="version" value="(\d+)"/.exec(
    await (await officer.get(`/en/cases/${id}/steps/extend`)).text(),
  )?.[1]
  here.clock.advance(2 * 3_600_000)

  const away = await officer.post(`/en/cases/${id}/steps/extend`, {
    version: version ?? '',
    reason: 'A register has to answer.',
  })
  const page = await away.text()
  const kept = { version: version ?? '', reason: 'A register has to answer.' }
  const asked = await officer.post('/en/sign-in', {
    ...RIGHT,
    next: `/en/cases/${id}/steps/extend`,
    'kept.version': kept.version,
    'kept.reason': kept.reason,
  })
  const offer = await asked.text()
  const isExtended = async () => {
    const events = await here.db.selectFrom('event').select('kind').execute()
    return events.some(({ kind }) => kind === 'extend')
  }

  equal(away.status, 401)
  ok(page.includes('value="A register has to answer."'))
  equal(asked.status, 200)
  ok(offer.includes(`action="/en/cases/${id}/steps/extend"`) && offer.includes(kept.reason))
  ok(/Send it as \p{L}+ \p{L}+/u.test(offer), 'it says in whose name')
  equal(await isExtended(), false)
  equal((await officer.post(`/en/cases/${id}/steps/extend`, kept)).status, 303)
  equal(await isExtended(), true)
})

test('single keys work only for who wants them', async (t) => {
  const { office } = await house(t)
  const officer = await office(EMAIL)

  equal((await (await officer.get('/en')).text()).includes('kc-keys'), false)
  const on = await officer.post('/en/keys', { wanted: 'on', next: '/en?list=all' })
  equal(on.headers.get('location'), '/en?list=all&done=saved')
  ok((await (await officer.get('/en')).text()).includes('kc-keys'))
  await officer.post('/en/keys', { wanted: 'off', next: '//evil.example' })
  equal((await (await officer.get('/en')).text()).includes('kc-keys'), false)
})

test('every page is itself in both languages', async () => {
  const { office } = await readHouse()
  const auditor = await office('auditor@kecid.example')
  const cases = [
    ['?list=all', 'Work list', 'İş siyahısı'],
    ['/looks', 'Who looked at personal data', 'Fərdi məlumatlara kim baxıb'],
    ['/no-such-page', 'We cannot find this page', 'Bu səhifə burada yoxdur'],
  ] as const

  for (const [path, en, az] of cases) {
    for (const [language, title] of [
      ['en', en],
      ['az', az],
    ] as const) {
      const page = await (await auditor.get(`/${language}${path}`)).text()
      ok(page.includes(`<h1 class="govuk-heading-l">${title}</h1>`), `${language}${path}`)
      ok(page.includes(`<html lang="${language}"`), language)
    }
  }
})

test('a form from another site changes nothing', async (t) => {
  const { office } = await house(t)
  const officer = await office(EMAIL)

  const answer = await officer.post('/en/sign-out', {}, { origin: 'https://evil.example' })

  equal(answer.status, 403)
  equal((await officer.get('/en')).status, 200)
})

test('when too many sign in at once the form comes back with what was kept', async (t) => {
  const { office } = await house(t)
  const kept = { 'kept.reason': 'Half a reason', next: '/en/cases/x/steps/extend' }
  const form = { email: EMAIL, password: 'any other password', ...kept }
  const client = await office()
  await whileAllAreSigningIn(async () => {
    for (let press = 0; press < 12; press += 1) {
      const busy = await client.post('/en/sign-in', form)
      deepEqual([busy.status, busy.headers.get('retry-after')], [503, '5'])
      const page = await busy.text()
      ok(page.includes(`value="${EMAIL}"`) && page.includes('value="Half a reason"'))
    }
  })
  equal((await client.post('/en/sign-in', form)).status, 400, 'none of them counted as a guess')
})
