import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { localPath } from '#portal/sign-in/local-path.ts'
import { ANA } from '#test/ana.ts'
import { house, readHouse, TEST_PASSWORD } from '#test/house.ts'
import type { Form, Visitor } from '#test/visitor.ts'

const MINUTE = 60_000
const EMAIL = 'ana@example.com'
const RIGHT = { email: EMAIL, password: TEST_PASSWORD }
const WRONG = { email: EMAIL, password: 'not the password' }

test('after the sign-in a person goes on to a page of ours and to nothing else', () => {
  const cases = [
    ['/en/applications', '/en/applications'],
    ['/az/applications/1?a=b&c=%20d', '/az/applications/1?a=b&c=%20d'],
    ['/ru', '/ru'],
    ['/en/applications/../../az/verify', '/az/verify'],
    ['', undefined],
    ['en/applications', undefined],
    ['/', undefined],
    ['/de/applications', undefined],
    ['/english', undefined],
    ['/static/portal.css', undefined],
    ['//evil.example', undefined],
    ['//evil.example/en/', undefined],
    ['/en//evil.example', undefined],
    ['/en/..//evil.example', undefined],
    ['/en/../evil', undefined],
    ['/\\evil.example', undefined],
    ['/en/\\evil.example', undefined],
    ['\\\\evil.example', undefined],
    ['/\t/evil.example', undefined],
    ['/en/\n/evil.example', undefined],
    [' /en/applications', undefined],
    ['https://evil.example/en/', undefined],
    ['http://here.invalid/en/', undefined],
    ['javascript:alert(1)', undefined],
    ['/en/x?then=https://evil.example', undefined],
    [`/en/${'a'.repeat(3000)}`, undefined],
  ] as const
  deepEqual(
    cases.map(([next]) => [next, localPath(next)]),
    cases,
  )
  equal(localPath(undefined), undefined)
})

test('whoever signs in goes to the applications, or where they wanted to go', async (t) => {
  const { visitor, signedUpApplicant } = await house(t)
  await signedUpApplicant({ email: EMAIL })
  const landed = async (form: Form) => {
    const answer = await visitor().post('/az/sign-in', { ...RIGHT, ...form })
    equal(answer.status, 303)
    return answer.headers.get('location')
  }

  equal(await landed({}), '/az/applications')
  equal(await landed({ next: '/tr/who-looked' }), '/tr/who-looked')
  equal(await landed({ next: '//evil.example/en/' }), '/az/applications')
  equal(await landed({ next: 'https://evil.example' }), '/az/applications')
  equal(await landed({ email: ` ${EMAIL.toUpperCase()}\u200b ` }), '/az/applications')
})

test('a page behind the sign-in sends there and back', async (t) => {
  const { portal, signedUpApplicant } = await house(t)
  await signedUpApplicant({ email: EMAIL })

  const answer = await portal.get('/en/applications?a=1')
  const page = await (await portal.follow(answer)).text()

  equal(answer.headers.get('location'), '/en/sign-in?next=%2Fen%2Fapplications%3Fa%3D1')
  match(page, /<input type="hidden" name="next" value="\/en\/applications\?a=1"\/>/)
  doesNotMatch(page, /You were away/)
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
  for (const email of ['nobody@example.com', 'unconfirmed@example.com', 'İnfo@example.com', '']) {
    deepEqual(await tried(email, 'not the password'), [status, page])
  }
  deepEqual(await tried(EMAIL, ''), [status, page])
  deepEqual(await tried(EMAIL, 'x'.repeat(10_000)), [status, page])
})

test('what was typed as an address stays, and a password never does', async () => {
  const { portal } = await readHouse()
  const cases = ['a@@b', '<b>"', 'x'.repeat(10_000), 'lost\ufffd@example.com']

  for (const [index, email] of cases.entries()) {
    const answer = await portal.post('/en/sign-in', { email, password: `hidden-${index}-word` })
    const page = await answer.text()
    equal(answer.status, 400)
    equal(fieldsOf(page).get('email'), email)
    ok(!page.includes(`hidden-${index}-word`))
  }
})

test('the eleventh wrong try in a quarter of an hour is refused, right or wrong', async (t) => {
  const { visitor, clock, signedUpApplicant } = await house(t, { trustProxy: true })
  await signedUpApplicant({ email: EMAIL })
  let last = 0
  const tried = async (form: Form) => {
    last += 1
    const from = { 'x-forwarded-for': `203.0.113.${last}` }
    return visitor().post('/en/sign-in', form, from)
  }
  for (let times = 1; times <= 10; times += 1) equal((await tried(WRONG)).status, 400)

  const refused = await tried(RIGHT)

  equal(refused.status, 429)
  equal(refused.headers.get('retry-after'), '900')
  match(await refused.text(), /Too many tries/)
  equal((await tried({ email: 'eva@example.com', password: 'x' })).status, 400)
  clock.advance(15 * MINUTE)
  equal((await tried(RIGHT)).status, 303)
})

test('one client guesses at ten addresses at most; signing in rightly is no guess', async (t) => {
  const { visitor, signedUpApplicant } = await house(t, { trustProxy: true })
  await signedUpApplicant({ email: EMAIL })
  const tried = async (form: Form, from = '203.0.113.7') =>
    (await visitor().post('/en/sign-in', form, { 'x-forwarded-for': from })).status
  for (let times = 1; times <= 12; times += 1) equal(await tried(RIGHT), 303)

  for (let times = 1; times <= 10; times += 1) {
    equal(await tried({ email: `person-${times}@example.com`, password: 'guess' }), 400)
  }

  equal(await tried(RIGHT), 429)
  equal(await tried(RIGHT, '203.0.113.8'), 303)
})

test('nobody but a proxy of ours says where a request comes from', async (t) => {
  const { visitor } = await house(t)
  const tried = async (index: number) => {
    const form = { email: `person-${index}@example.com`, password: 'guess' }
    const from = { 'x-forwarded-for': `203.0.113.${index}` }
    return (await visitor().post('/en/sign-in', form, from)).status
  }
  for (let index = 1; index <= 10; index += 1) equal(await tried(index), 400)

  equal(await tried(11), 429)
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
  equal(answer.headers.get('location'), '/en')
  equal(ana.cookies.has('kecid'), false)
  equal((await db.selectFrom('portalSession').select('ownerId').execute()).length, 0)
  equal((await ana.post('/en/sign-out')).status, 303)
})

test('signing in begins a new session and ends the one before', async (t) => {
  const { signedUpApplicant, visitor, db } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const before = ana.cookies.get('kecid')
  const answer = await ana.post('/en/sign-in', RIGHT)

  match(answer.headers.getSetCookie().join(), /^kecid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  ok(ana.cookies.get('kecid') !== before)
  equal((await db.selectFrom('portalSession').select('ownerId').execute()).length, 1)
  const thief = visitor()
  thief.cookies.set('kecid', before ?? '')
  equal((await thief.get('/en/applications')).status, 303)
})

test('a form whose session ended is saved by the sign-in, with everything that was typed', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = await contactOf(ana)
  clock.advance(61 * MINUTE)

  const away = await ana.post(contact, { ...ANA['contact'], version: '0' })
  const page = await away.text()
  const form = formOf(page)
  const saved = await ana.post(form.action, { ...form.fields, ...along(RIGHT) })

  equal(away.status, 401)
  match(page, /Everything you typed is kept/)
  equal(form.action, contact)
  equal(form.fields['address'], 'Rua das Flores 12')
  equal(saved.status, 303)
  equal(saved.headers.get('location'), contact.replace(/\/answers.*/, ''))
  equal(fieldsOf(await (await ana.get(contact)).text()).get('address'), 'Rua das Flores 12')
})

test('a wrong password on the way back loses nothing, and sign-ins there are counted', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = await contactOf(ana)
  clock.advance(61 * MINUTE)
  const typed = { ...ANA['contact'], phone: ['+351 1', '"><b>'], version: '0' }

  let page = await (await ana.post(contact, typed)).text()
  for (let times = 1; times <= 10; times += 1) {
    const { action, fields } = formOf(page)
    const answer = await ana.post(action, { ...fields, ...along(WRONG) })
    equal(answer.status, 400)
    page = await answer.text()
  }
  const { action, fields } = formOf(page)
  const refused = await ana.post(action, { ...fields, ...along(RIGHT) })

  equal(refused.status, 429)
  const last = formOf(await refused.text())
  deepEqual(last.fields['phone'], ['+351 1', '"><b>'])
  equal(last.fields['town'], 'Porto')
  ok(!JSON.stringify(last).includes(WRONG.password))
})

test('what was wrong in a form that survived is said after the sign-in', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = await contactOf(ana)
  clock.advance(61 * MINUTE)

  const away = await ana.post(contact, { ...ANA['contact'], phone: 'none', version: '0' })
  const { action, fields } = formOf(await away.text())
  const answer = await ana.post(action, { ...fields, ...along(RIGHT) })
  const page = await answer.text()

  equal(answer.status, 400)
  match(page, /begin with \+ and the country code/)
  equal(fieldsOf(page).get('phone'), 'none')
  match(page, /sign-out/)
  ok(!page.includes(TEST_PASSWORD))
})

test('a button without fields is pressed by the sign-in too', async (t) => {
  const { signedUpApplicant, visitor, db } = await house(t)
  await signedUpApplicant({ email: EMAIL })
  const stranger = visitor()

  const away = await stranger.post('/en/applications')
  const page = await away.text()
  const { action, fields } = formOf(page)
  const begun = await stranger.post(action, { ...fields, ...along(RIGHT) })

  equal(away.status, 401)
  doesNotMatch(page, /You were away/)
  equal(begun.status, 303)
  equal((await db.selectFrom('application').select('id').execute()).length, 1)
})

test('a form that is sent in another tab with a new session needs no second sign-in', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = await contactOf(ana)
  clock.advance(61 * MINUTE)
  const { action, fields } = formOf(
    await (await ana.post(contact, { ...ANA['contact'], version: '0' })).text(),
  )
  await ana.post('/en/sign-in', RIGHT)

  const saved = await ana.post(action, { ...fields, ...along({ email: '', password: '' }) })

  equal(saved.status, 303)
})

test('a form that survived is saved in no account but its own', async (t) => {
  const { signedUpApplicant, clock, db } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  await signedUpApplicant({ email: 'eva@example.com' })
  const contact = await contactOf(ana)
  clock.advance(61 * MINUTE)
  const { action, fields } = formOf(
    await (await ana.post(contact, { ...ANA['contact'], version: '0' })).text(),
  )

  const eva = along({ email: 'eva@example.com', password: TEST_PASSWORD })
  const answer = await ana.post(action, { ...fields, ...eva })

  equal(answer.status, 404)
  equal((await db.selectFrom('answerBlock').select('block').execute()).length, 0)
})

test('files cannot wait for a sign-in; their page is where one goes on', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const documents = (await contactOf(ana)).replace(/\/answers.*/, '/documents')
  clock.advance(61 * MINUTE)

  const away = await ana.upload(documents, { kind: 'x' }, [FILE])
  const { action, fields } = formOf(await away.text())

  equal(away.status, 401)
  equal(action, '/en/sign-in')
  deepEqual(fields, { next: documents })
  const unbounded = await ana.post(documents, { kind: 'x'.repeat(300_000) })
  equal((await unbounded.text()).includes('xxx'), false)
})

const FILE = {
  field: 'file',
  name: 'a.pdf',
  type: 'application/pdf',
  bytes: new Uint8Array([37, 80, 68, 70]),
}

const along = ({ email, password }: { email: string; password: string }): Form => ({
  'sign-in.email': email,
  'sign-in.password': password,
})

/** The page of a question in an application that this person has just begun. */
async function contactOf(applicant: Visitor): Promise<string> {
  const begun = await applicant.post('/en/applications')
  return `${begun.headers.get('location') ?? ''}/answers/contact`
}

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const elementsOf = (node: Node): readonly Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
]

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value

/** What the inputs of a page hold, as a browser reads them. */
function fieldsOf(page: string): ReadonlyMap<string, string> {
  const inputs = elementsOf(parse(page)).filter(({ tagName }) => tagName === 'input')
  return new Map(
    inputs.map((input) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? '']),
  )
}

/** The form of the sign-in: where it goes, and what it carries unseen. */
function formOf(page: string) {
  const form = elementsOf(parse(page)).find(
    (each) => each.tagName === 'form' && elementsOf(each).some(isPassword),
  )
  ok(form, 'the page has a sign-in')
  const fields: Record<string, string | string[]> = {}
  for (const input of elementsOf(form)) {
    if (attribute(input, 'type') !== 'hidden') continue
    const [name, value] = [attribute(input, 'name') ?? '', attribute(input, 'value') ?? '']
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return { action: attribute(form, 'action') ?? '', fields }
}

const isPassword = (element: Element): boolean => attribute(element, 'type') === 'password'
