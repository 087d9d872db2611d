import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { ANA, submitted } from '#test/ana.ts'
import { begun, errorsIn, PERSON } from '#test/draft.ts'
import { house } from '#test/house.ts'
import { rawPost } from '#test/raw-request.ts'
import { type Form } from '#test/visitor.ts'

const [DEGREE = {}] = ANA['education'] as readonly Form[]

/** The values of the first item of a readable column. */
function valuesOf(readable: unknown): unknown {
  const items: unknown = Array.isArray(readable) ? readable[0] : undefined
  return typeof items === 'object' && items !== null && 'values' in items ? items.values : undefined
}

const itemIn = (page: string): string => /answers\/\w+\/item\/([0-9a-f-]{36})/.exec(page)?.[1] ?? ''

test('an empty form says what to answer, field by field, and links to each', async (t) => {
  const { send, ana, answers } = await begun(t)

  const page = await send('person', {})

  equal(page.status, 400)
  const text = await page.text()
  ok(text.includes('<title>Error: About you'))
  deepEqual(errorsIn(text), [
    'Enter your surname, as in your passport.',
    'Choose your sex, as in your passport.',
    'Enter your date of birth, for example 27 3 1987. If your passport shows only the year, enter only the year.',
    'Choose the country where you were born.',
    'Enter the town or village where you were born.',
    'Choose your citizenship. If you have none, choose “Stateless person”.',
  ])
  for (const id of ['surname', 'sex', 'birth-date-day', 'birth-country', 'citizenships']) {
    ok(text.includes(`href="#${id}"`) && text.includes(`id="${id}"`), id)
  }
  const plain = await ana.post(answers('person'), {}, { 'content-type': 'application/json' })
  equal(plain.status, 400)
})

test('what need not be answered says so, and letters of a passport when they are needed', async (t) => {
  const { ana, answers } = await begun(t)
  for (const [language, optional, letters] of [
    ['en', 'optional', 'needed if your name is not in Latin letters'],
    ['ru', 'необязательно', 'нужно, если имя написано не латиницей'],
  ] as const) {
    const address = answers('person').replace('/en/', `/${language}/`)
    const page = await (await ana.get(address)).text()
    const label = (id: string) => new RegExp(`<label[^>]*for="${id}"[^>]*>([^<]*)`).exec(page)?.[1]
    ok(label('given-names')?.trim().endsWith(`(${optional})`), label('given-names'))
    ok(label('surname-machine')?.trim().endsWith(`(${letters})`), label('surname-machine'))
    ok(!label('surname')?.includes('('))
  }
})

test('a block that is saved leads to the next to answer, and every form to the list of parts', async (t) => {
  const { send, ana, base, answers } = await begun(t)
  const place = (page: Response) => page.headers.get('location')
  const part = (form: string) => ANA[form] as Form

  equal(place(await send('person', PERSON)), `${answers('document')}?done=saved&of=person`)
  equal(place(await send('contact', part('contact'))), `${answers('stay')}?done=saved&of=contact`)
  equal(
    place(await send('declarations', part('declarations'))),
    `${answers('document')}?done=saved&of=declarations`,
  )
  const none = await ana.post(answers('achievements'), { version: '0' })
  equal(place(none), `${answers('languages')}?done=saved&of=achievements`)
  const next = await (await ana.get(`${answers('document')}?done=saved&of=person`)).text()
  match(next, /<title>Saved: About you: /)
  const list = await (await ana.get(`${answers('languages')}?done=saved&of=achievements`)).text()
  match(list, /<title>Saved: Achievements: Languages/)
  ok(next.includes(`<a class="govuk-link" href="${base}">All parts of the application</a>`))

  const minor = { ...PERSON, 'birth-date-year': '2010' }
  equal(
    place(await send('person', minor, '1')),
    `${base}?done=saved&of=person`,
    'where it is told of',
  )
})

test('what a list says of itself stands on the list, where the button is that it speaks of', async (t) => {
  const { ana, answers } = await begun(t)
  const about = /If you have none, say so below/

  match(await (await ana.get(answers('achievements'))).text(), about)
  doesNotMatch(await (await ana.get(answers('achievements/new'))).text(), about)
})

test('a text far too long comes back whole, with its limit named', async (t) => {
  const { send } = await begun(t)
  for (const length of [10_000, 300_000]) {
    const page = await send('person', { ...PERSON, 'birth-place': 'ə'.repeat(length) })
    equal(page.status, 400, String(length))
    const text = await page.text()
    match(errorsIn(text)[0] ?? '', /there is room for 200 characters/)
    ok(text.includes(`value="${'ə'.repeat(length)}"`), 'nothing typed is lost')
  }
  const huge = await send('person', { ...PERSON, 'birth-place': 'x'.repeat(3 * 1024 * 1024) })
  equal(huge.status, 413)
  ok((await huge.text()).includes('This is too large to send'))
})

test('bytes that are not UTF-8 are refused, and so is a form that breaks off', async (t) => {
  const { built, ana, answers } = await begun(t)
  const path = answers('person')
  const type = 'application/x-www-form-urlencoded'

  for (const broken of ['%C3%28', '%ED%A0%80', '%FF%FE', '%C0%80']) {
    const body = `version=0&surname=Ferr${broken}eira`
    const page = await rawPost(built, ana, { path, type, body })
    equal(page.status, 400, broken)
    match(errorsIn(await page.text())[0] ?? '', /^Surname: some characters did not reach us/)
  }
  const body = '--x\r\nContent-Disposition: form-data; name="surn'
  const cut = await rawPost(built, ana, { path, type: 'multipart/form-data; boundary=x', body })
  equal(cut.status, 400)
  const json = await rawPost(built, ana, {
    path,
    type: 'application/json',
    body: '{"surname":[1]}',
  })
  equal(json.status, 400)
})

test('of a list where one answer is expected the first counts, and strange names change nothing', async (t) => {
  const { send, kept, db } = await begun(t)

  const saved = await send('person', {
    ...PERSON,
    surname: ['Ferreira', 'Somebody Else'],
    __proto__x: 'y',
    constructor: 'x',
    'no-such-question': 'x',
  })

  equal(saved.status, 303)
  equal((await kept('person')).value('surname'), 'Ferreira')
  const row = await db.selectFrom('answer').select('readable').executeTakeFirstOrThrow()
  const readable = { sex: 'female', 'birth-country': 'PRT', citizenships: ['PRT'] }
  deepEqual(valuesOf(row.readable), readable)
})

test('names of every kind of person are kept as they are, in every language of the page', async (t) => {
  const { ana, base, kept } = await begun(t)
  const names = [
    ['王小明', 'WANG XIAOMING'],
    ['محمد عبد‌الله', 'MOHAMMAD ABDOLLAH'],
    ["O’Neill-d'Arc", ''],
    ['Ó', ''],
    ['Ə'.repeat(200), ''],
    ['Nguyễn Thị Hồng', ''],
  ] as const
  let version = 0
  for (const language of LANGUAGES) {
    for (const [surname, letters] of names) {
      const address = `${base}/answers/person`.replace('/en/', `/${language}/`)
      const form = { ...PERSON, surname, 'surname-machine': letters, version: String(version) }
      const saved = await ana.post(address, form)
      equal(saved.status, 303, `${language} ${surname}`)
      version += 1
      const shown = (await kept('person')).value('surname')
      equal(shown.replaceAll('&#39;', "'"), surname)
    }
  }
})

test('a block that does not repeat is saved twice as one, and the second replaces the first', async (t) => {
  const { send, kept, db } = await begun(t)
  equal((await send('person', PERSON)).status, 303)
  const { version, page } = await kept('person')
  equal(version, '1')

  equal((await send('person', { ...PERSON, surname: 'Ferreira Lopes' }, '1')).status, 303)

  equal((await kept('person')).value('surname'), 'Ferreira Lopes')
  equal((await db.selectFrom('answer').selectAll().execute()).length, 1)
  ok(page.includes('value="27"') && page.includes('value="1987"'))
})

test('a second press of a button saves nothing twice and leads to the same place', async (t) => {
  const { send, ana, answers, base, kept } = await begun(t)
  const pressed = async (press: () => Promise<Response>) => {
    const both = await Promise.all([press(), press()])
    deepEqual(
      both.map(({ status }) => status),
      [303, 303],
    )
    equal(new Set(both.map(({ headers }) => headers.get('location'))).size, 1)
  }
  await pressed(() => send('person', PERSON))
  await pressed(() => send('education/new', DEGREE))
  const item = itemIn((await kept('education')).page)
  await pressed(() => send(`education/item/${item}`, { ...DEGREE, subject: 'Physics' }, '1'))
  await pressed(() => send('education', {}, '2'))
  await pressed(() => send(`education/item/${item}/remove`, {}, '2'))
  await pressed(() => send('achievements', {}))
  await pressed(() => ana.post('/en/applications'))

  equal(itemIn((await kept('education')).page), '')
  equal((await ana.get(base)).status, 200)
  equal((await ana.get(answers('achievements'))).status, 200)
})

test('two devices: the second is told what changed, loses nothing, and can save again', async (t) => {
  const { send, kept } = await begun(t)
  equal((await send('person', { ...PERSON, surname: 'Kept' })).status, 303)

  equal((await send('person', { ...PERSON, surname: 'Telephone' }, '1')).status, 303)
  const stale = await send('person', { ...PERSON, surname: 'Laptop' }, '1')

  equal(stale.status, 409)
  const page = await stale.text()
  match(page, /This page was changed on another device[\s\S]*Saved now[\s\S]*Telephone/)
  ok(!/govuk-notification-banner__content[\s\S]*Braga[\s\S]*<h1/.test(page), 'only what differs')
  ok(page.includes('value="Laptop"') && page.includes('name="version" value="2"'))
  equal((await kept('person')).value('surname'), 'Telephone')
  equal((await send('person', { ...PERSON, surname: 'Laptop' }, '2')).status, 303)
  equal((await kept('person')).value('surname'), 'Laptop')
})

test('mending a mistake in an old form does not save it over what another device saved', async (t) => {
  const { send, kept } = await begun(t)
  equal((await send('person', { ...PERSON, surname: 'Telephone' })).status, 303)

  const wrong = await send('person', { ...PERSON, surname: 'Laptop', sex: '' }, '0')
  const version = /name="version" value="(\d+)"/.exec(await wrong.text())?.[1] ?? ''
  const mended = await send('person', { ...PERSON, surname: 'Laptop' }, version)

  deepEqual([wrong.status, version, mended.status], [400, '0', 409])
  equal((await kept('person')).value('surname'), 'Telephone')
})

test('two devices add, change and remove entries of one list, and none disappears unseen', async (t) => {
  const { send, kept } = await begun(t)
  equal((await send('education/new', DEGREE)).status, 303)

  const other = { ...DEGREE, subject: 'Physics' }
  const added = await send('education/new', other, '0')
  equal(added.status, 409)
  match(await added.text(), /Saved now[\s\S]*Universidade do Porto[\s\S]*value="Physics"/)
  equal((await send('education/new', other, '1')).status, 303)

  const item = itemIn((await kept('education')).page)
  const asked = await send(`education/item/${item}/remove`, {}, '1')
  equal(asked.status, 409)
  match(await asked.text(), /changed elsewhere in the meantime[\s\S]*name="version" value="2"/)
  equal((await send(`education/item/${item}/remove`, {}, '2')).status, 303)

  const gone = await send(`education/item/${item}`, { ...DEGREE, subject: 'Chemistry' }, '2')
  const page = await gone.text()
  equal(gone.status, 409)
  match(page, /this entry was removed somewhere else[\s\S]*value="Chemistry"/)
  ok(/<form[^>]* action="[^"]*\/education\/new"/.test(page), 'it is added again')
  equal((await send('education/new', { ...DEGREE, subject: 'Chemistry' }, '3')).status, 303)
})

test('entries beyond the largest number are refused with what was typed still there', async (t) => {
  const { send, ana, answers, kept } = await begun(t)
  for (let version = 0; version < 10; version += 1) {
    const saved = await send('education/new', DEGREE, String(version))
    equal(saved.status, 303)
  }

  const full = await send('education/new', { ...DEGREE, subject: 'One too many' }, '10')

  equal(full.status, 409)
  const page = await full.text()
  match(page, /maximum number of entries[\s\S]*value="One too many"/)
  equal((await ana.get(answers('education/new'))).status, 303)
  ok(!(await kept('education')).page.includes('education/new'))
})

test('questions that an answer hides are not kept, however they were filled in', async (t) => {
  const { send, kept, ana, answers } = await begun(t)
  const visa = { basis: 'visa', number: 'V 1234567', fin: '' }
  const form = await (await ana.get(answers('stay'))).text()
  match(form, /kc-opened--yes"[\s\S]*name="basis"[\s\S]*name="number"/)
  match(form, /Only if you answered: Visa, Temporary residence permit, or Permanent/)

  equal((await send('stay', { 'in-azerbaijan': 'no', ...visa, number: '\u0000' })).status, 303)
  deepEqual([(await kept('stay')).value('number')], [''])
  equal((await send('stay', { 'in-azerbaijan': 'yes', ...visa }, '1')).status, 303)
  equal((await kept('stay')).value('number'), 'V 1234567')
  const missing = await send('stay', { 'in-azerbaijan': 'yes', ...visa, number: '' }, '2')
  deepEqual(errorsIn(await missing.text()), ['Enter the number of your visa or permit.'])
  equal((await send('stay', { 'in-azerbaijan': 'yes', ...visa, basis: 'none' }, '2')).status, 303)
  equal((await kept('stay')).value('number'), '')
})

test('consent to be found by employers is given and taken back; the others are needed', async (t) => {
  const { send, db } = await begun(t)
  const all = ANA['declarations'] as Form
  const { 'show-to-employers': _taken, ...needed } = all
  const keptConsent = async () => {
    const row = await db.selectFrom('answer').select('readable').executeTakeFirstOrThrow()
    return /"show-to-employers":\s*"(\w+)"/.exec(JSON.stringify(row.readable))?.[1]
  }

  equal((await send('declarations', all)).status, 303)
  equal(await keptConsent(), 'yes')
  equal((await send('declarations', needed, '1')).status, 303)
  equal(await keptConsent(), 'no')
  const { truth: _untrue, ...rest } = needed
  equal((await send('declarations', rest, '2')).status, 400)
})

test('answers that arrive after the application was sent are not saved, and the page says so', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const { id } = await submitted(ana)
  const base = `/en/applications/${id}/answers`

  for (const path of ['person', 'education/new', 'achievements']) {
    const late = await ana.post(`${base}/${path}`, { ...PERSON, surname: 'Late', version: '1' })
    equal(late.status, 409, path)
    match(await late.text(), /This application has been submitted, so you can/)
  }
  equal((await ana.get(`${base}/person`)).headers.get('location'), `/en/applications/${id}`)
  ok(!(await (await ana.get(`/en/applications/${id}/check`)).text()).includes('Late'))
})

test('an address that leads nowhere, or to somebody else, reads as absent', async (t) => {
  const { built, ana, base, send } = await begun(t)
  const other = await built.signedUpApplicant()
  await send('education/new', DEGREE)
  const uuid = '00000000-0000-4000-8000-000000000000'
  const strange = [
    'x',
    '..%2f..',
    '%00',
    '%ff',
    "'; drop table x",
    `${uuid}x`,
    uuid.replace('4', 'G'),
  ]
  const absent = [
    ...strange.map((id) => `/en/applications/${encodeURI(id)}/answers/person`),
    ...strange.map((block) => `${base}/answers/${encodeURI(block)}`),
    ...strange.map((item) => `${base}/answers/education/item/${encodeURI(item)}`),
    ...strange.map((item) => `${base}/answers/education/item/${encodeURI(item)}/remove`),
    `/en/applications/${uuid}/answers/person`,
    `${base}/answers/person/item/${uuid}`,
    `${base}/answers/person/item/${uuid}/remove`,
  ]
  for (const path of absent) {
    equal((await ana.get(path)).status, 404, path)
    equal((await ana.post(path, { version: '0' })).status, 404, path)
  }
  equal((await ana.post(`${base}/answers/person/new`, { version: '0' })).status, 404)
  equal((await other.get(`${base}/answers/person`)).status, 404)
  equal((await other.post(`${base}/answers/person`, { ...PERSON, version: '0' })).status, 404)
})
