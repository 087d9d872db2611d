import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { whileAllAreSigningIn } from '#test/busy-hashing.ts'
import { house, TEST_PASSWORD } from '#test/house.ts'
import { placeOf, type Form, type Visitor } from '#test/visitor.ts'

const MINUTE = 60_000
const EMAIL = 'ana@example.com'
const RIGHT = { email: EMAIL, password: TEST_PASSWORD }
const WRONG = { email: EMAIL, password: 'not the password' }
const CONTACT = {
  phone: '+351 912 345 678',
  country: 'PRT',
  address: 'Rua das Flores 12',
  town: 'Porto',
  'postal-code': '4050-262',
  language: 'en',
} as const

test('a form whose session ended is saved by the sign-in as it was typed', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = await contactOf(ana)
  clock.advance(61 * MINUTE)

  const away = await ana.post(contact, { ...CONTACT, version: '0' })
  const page = await away.text()
  const form = formOf(page)
  const saved = await ana.post(form.action, { ...form.fields, ...along(RIGHT) })

  equal(away.status, 401)
  match(page, /Everything you typed is kept/)
  equal(form.action, contact)
  equal(form.fields['address'], 'Rua das Flores 12')
  equal(saved.status, 303)
  equal(saved.headers.get('location'), contact.replace(/contact$/, 'stay?done=saved&of=contact'))
  equal(fieldsOf(await (await ana.get(contact)).text()).get('address'), 'Rua das Flores 12')
})

test('who signed out in another tab is told that the form is kept, and not why', async (t) => {
  const { signedUpApplicant, visitor } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = await contactOf(ana)

  const page = await (await visitor().post(contact, { ...CONTACT, version: '0' })).text()

  match(page, /Everything you typed is kept\. When you sign in, it is sent as if/)
  doesNotMatch(page, /has ended/)
})

test('a wrong password on the way back loses nothing and is counted', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = await contactOf(ana)
  clock.advance(61 * MINUTE)
  const typed = { ...CONTACT, phone: ['+351 1', '"><b>'], version: '0' }

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

test('a sign-in that has to come again loses nothing on the way back', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = await contactOf(ana)
  clock.advance(61 * MINUTE)
  const away = await ana.post(contact, { ...CONTACT, version: '0' })
  const { action, fields } = formOf(await away.text())

  const busy = await whileAllAreSigningIn(() => ana.post(action, { ...fields, ...along(RIGHT) }))
  const again = formOf(await busy.text())

  deepEqual([busy.status, busy.headers.get('retry-after')], [503, '5'])
  deepEqual([again.action, again.fields['town']], [contact, 'Porto'])
  equal((await ana.post(again.action, { ...again.fields, ...along(RIGHT) })).status, 303)
})

test('the language of the sign-in is changed with all that the form holds', async (t) => {
  const { signedUpApplicant, clock, db } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = await contactOf(ana)
  clock.advance(61 * MINUTE)
  const away = await (await ana.post(contact, { ...CONTACT, version: '0' })).text()
  const { fields } = formOf(away)
  const inRussian = contact.replace('/en/', '/ru/')
  const pressed = { ...along({ email: EMAIL, password: '' }), 'in-another-language': 'ru' }

  const answer = await ana.post(inRussian, { ...fields, ...pressed })
  const page = await answer.text()
  const form = formOf(page)

  ok(away.includes(`formaction="${inRussian}"`) && away.includes('form="typed"'))
  equal(answer.status, 200)
  match(page, /<html lang="ru"[\s\S]*Всё, что вы написали, осталось/)
  ok(page.includes(`value="${EMAIL}"`) && !page.includes('error-summary'))
  deepEqual([form.action, form.fields], [inRussian, fields])
  equal((await db.selectFrom('answer').select('block').execute()).length, 0)
  equal((await ana.post(form.action, { ...form.fields, ...along(RIGHT) })).status, 303)
})

test('a form that was itself asked for in another language is kept and saved', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = (await contactOf(ana)).replace('/en/', '/tr/')
  clock.advance(61 * MINUTE)
  const asked = { ...CONTACT, version: '0', 'in-another-language': 'tr' }

  const { action, fields } = formOf(await (await ana.post(contact, asked)).text())

  equal((await ana.post(action, { ...fields, ...along(RIGHT) })).status, 303)
})

test('changing the language sends no form, also where somebody has signed in since', async (t) => {
  const { signedUpApplicant, visitor, db } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const { action, fields } = formOf(await (await visitor().post('/en/applications')).text())
  const pressed = { ...along({ email: '', password: '' }), 'in-another-language': 'az' }

  const answer = await ana.post(action.replace('/en/', '/az/'), { ...fields, ...pressed })

  equal(answer.status, 200)
  equal((await db.selectFrom('caseFile').select('id').execute()).length, 0)
})

test('what was wrong in a form that survived is said after the sign-in', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = await contactOf(ana)
  clock.advance(61 * MINUTE)

  const away = await ana.post(contact, { ...CONTACT, phone: '912 345 678', version: '0' })
  const { action, fields } = formOf(await away.text())
  const answer = await ana.post(action, { ...fields, ...along(RIGHT) })
  const page = await answer.text()

  equal(answer.status, 400)
  match(page, /code of the country is missing/)
  equal(fieldsOf(page).get('phone'), '912 345 678')
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
  doesNotMatch(page, /has ended/)
  equal(begun.status, 303)
  equal((await db.selectFrom('caseFile').select('id').execute()).length, 1)
})

test('a form that is sent in another tab with a new session needs no second sign-in', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const contact = await contactOf(ana)
  clock.advance(61 * MINUTE)
  const { action, fields } = formOf(
    await (await ana.post(contact, { ...CONTACT, version: '0' })).text(),
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
    await (await ana.post(contact, { ...CONTACT, version: '0' })).text(),
  )

  const eva = along({ email: 'eva@example.com', password: TEST_PASSWORD })
  const answer = await ana.post(action, { ...fields, ...eva })

  equal(answer.status, 404)
  equal((await db.selectFrom('answer').select('block').execute()).length, 0)
})

test('a file cannot wait for a sign-in: its page is where one goes on, and says that it is lost', async (t) => {
  const { signedUpApplicant, clock } = await house(t)
  const ana = await signedUpApplicant({ email: EMAIL })
  const documents = (await contactOf(ana)).replace(/\/answers.*/, '/documents')
  clock.advance(61 * MINUTE)

  const away = await ana.upload(documents, { kind: 'x' }, [FILE])
  const { action, fields } = formOf(await away.text())

  equal(away.status, 401)
  equal(action, '/en/sign-in')
  deepEqual(fields, { next: documents, lost: 'file' })
  const back = await ana.post(action, { ...fields, ...RIGHT })
  match(
    await (await ana.follow(back)).text(),
    /<title>You are signed in\. The file did not reach us/,
  )
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
  return `${placeOf(begun)}/answers/contact`
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
