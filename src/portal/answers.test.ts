import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import naughty from 'big-list-of-naughty-strings' with { type: 'json' }
import { cleaned } from '#core/answers/typed.ts'
import { ANA } from '#test/ana.ts'
import { begun, errorsIn, PERSON } from '#test/draft.ts'
import type { Form } from '#test/visitor.ts'

const HERE = { 'in-azerbaijan': 'yes', basis: 'temporary', number: 'P 12345' }

const PASSPORT = ANA['document'] as Form
/** What is sent, and the one sentence that answers it. */
const REFUSED: readonly (readonly [string, Form, RegExp])[] = [
  ['person', { surname: 'Ferreira\uFFFD' }, /^Surname: some characters did not reach us/],
  ['person', { surname: '   ' }, /^Enter your surname, as in your passport\.$/],
  ['person', { surname: '\u200B' }, /^Enter your surname/],
  ['person', { surname: '12345' }, /^Surname: there is no letter in it/],
  ['person', { surname: 'Ferreira;' }, /^Surname: we cannot take “;” in a name/],
  ['person', { surname: '王', 'surname-machine': '' }, /^Enter your surname in the letters A to Z/],
  [
    'person',
    { surname: 'Щукина', 'surname-machine': '' },
    /^Enter your surname in the letters A to Z.* It is usually written SHCHUKINA\. Look at the/,
  ],
  ['person', { 'birth-place': 'x'.repeat(201) }, /^Town or village of birth: there is room/],
  ['person', { sex: 'other' }, /^Choose your sex/],
  ['person', { 'birth-country': 'Portugal' }, /^Choose the country where you were born/],
  ['person', { citizenships: ['PRT', 'nowhere'] }, /^Choose your citizenship/],
  ['person', { citizenships: ['PRT', 'XXA'] }, /^Citizenship: a person without a citizenship/],
  ['person', { citizenships: ['PRT', 'AZE'] }, /^The Program is for foreigners/],
  [
    'person',
    { citizenships: ['PRT', 'ESP', 'FRA', 'ITA', 'DEU', 'AUT'] },
    /^Citizenship: choose at most 5/,
  ],
  [
    'person',
    { 'birth-date-day': '31', 'birth-date-month': '2' },
    /^Date of birth: that month does not have so many days/,
  ],
  ['person', { 'birth-date-year': '87' }, /^Date of birth: write the year with four digits/],
  ['person', { 'birth-date-year': '1800' }, /^Date of birth: this year is too long ago/],
  ['person', { 'birth-date-year': '2126' }, /^Date of birth: this date has not come yet/],
  ['person', { 'birth-date-month': 'soon' }, /^Date of birth: the month is a number/],
  ['person', { 'birth-date-month': '' }, /^Date of birth: enter the month as well/],
  [
    'person',
    { 'surname-machine': 'FERREIRA1' },
    /^Surname, as .*: “1” cannot stand here\. Use only the letters A to Z/,
  ],
  ['document', { ...PASSPORT, number: 'ÇD-123456' }, /^Number: “Ç” cannot stand here/],
  ['document', { ...PASSPORT, number: 'С1234567' }, /^Number: “С” \(Cyrillic\) cannot stand here/],
  ['document', { ...PASSPORT, number: '-1' }, /^Number: “-” cannot stand here/],
  ['stay', { ...HERE, fin: '5ABC12' }, /^FIN: it has 7 letters and digits/],
  ['stay', { ...HERE, fin: '5ABC1234' }, /^FIN: it has 7 letters and digits/],
  ['document', { ...PASSPORT, 'expires-on-year': '2021' }, /^Expires on: this date has passed/],
  [
    'document',
    { ...PASSPORT, 'issued-on-year': '1980' },
    /^Issued on: this is before “Date of birth” \(27 March 1987\)\. One of the two/,
  ],
  ['document', { ...PASSPORT, 'expires-on-none': 'yes' }, /^Expires on: there is a date, and/],
  ['contact', { phone: '912 345 678' }, /^Phone: the code of the country is missing/],
  ['contact', { phone: '8 912 345-67-89' }, /^Phone: .* missing\. Begin with \+ and .* instead/],
  ['family', { 'children-under-23': '-1' }, /^Number of children under 23: enter a whole number/],
  ['family', { 'children-under-23': '1.5' }, /^Number of children under 23: enter a whole number/],
  [
    'family',
    { 'children-under-23': '31' },
    /^Number of children under 23: the number can be at most 30/,
  ],
  ['family', { 'children-under-23': '9'.repeat(10_000) }, /^Number of children/],
  ['declarations', { truth: 'no' }, /^To go on, confirm that your answers are true/],
]

test('what cannot stand is refused beside its field, and all that was typed is still there', async (t) => {
  const { send, kept } = await begun(t)
  await send('person', PERSON)
  for (const [block, change, sentence] of REFUSED) {
    const page = await send(block, { ...(ANA[block] as Form), ...change })
    const told = `${block} ${JSON.stringify(change).slice(0, 60)}`
    equal(page.status, 400, told)
    const text = await page.text()
    const errors = errorsIn(text)
    if (block === 'person') ok(text.includes('value="Ana Luísa"'), told)
    equal(errors.length, 1, `${told}: ${errors.join(' | ')}`)
    match(errors[0] ?? '', sentence, told)
  }
  equal((await kept('person')).version, '1')
})

test('going back to a form that was saved and saving it again adds nothing', async (t) => {
  const { ana, answers, kept } = await begun(t)
  const [degree = {}] = ANA['education'] as readonly Form[]
  const page = await (await ana.get(answers('education/new'))).text()
  const made = /name="new-item" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const save = (form: Form) =>
    ana.post(answers('education/new'), { ...form, version: '0', 'new-item': made })
  const items = async () => [
    ...new Set((await kept('education')).page.match(/education\/item\/[0-9a-f-]{36}/g) ?? []),
  ]

  equal((await save(degree)).status, 303)
  equal((await save(degree)).status, 303, 'the same again')
  deepEqual(await items(), [`education/item/${made}`])

  const changed = await save({ ...degree, subject: 'Physics' })
  equal(changed.status, 409, 'something else, from the form of before')
  match(await changed.text(), /changed on another device[\s\S]*value="Physics"/)
  equal((await items()).length, 1)
})

test('a language is added once, and who adds it again is led to the first', async (t) => {
  const { ana, answers } = await begun(t)
  const add = (language: string, version: string) =>
    ana.post(answers('languages/new'), { language, level: 'c1', version })
  equal((await add('az', '0')).status, 303)

  const again = await add('az', '1')
  equal(again.status, 400)
  match(errorsIn(await again.text())[0] ?? '', /^Language: you have added this one already/)
  equal((await add('en', '1')).status, 303)
})

test('a language that is not in the list is added by its name, and so is the next one', async (t) => {
  const { ana, answers } = await begun(t)
  const add = (name: string, version: string) =>
    ana.post(answers('languages/new'), {
      language: 'mis',
      'other-name': name,
      level: 'c1',
      version,
    })
  const unnamed = await add('', '0')
  equal(unnamed.status, 400)
  deepEqual(errorsIn(await unnamed.text()), ['Enter the name of the language.'])
  equal((await add('Euskara', '0')).status, 303)
  equal((await add('Māori', '1')).status, 303)
  match(await (await ana.get(answers('languages'))).text(), /1\. Another language, Euskara/)
})

test('answers that do not agree are named on the page that checks all of them', async (t) => {
  const { ana, base, send } = await begun(t)
  await send('person', PERSON)
  const [degree = {}] = ANA['education'] as readonly Form[]
  await ana.post(`${base}/answers/education/new`, { ...degree, version: '0' })
  equal((await send('person', { ...PERSON, 'birth-date-year': '2011' }, '1')).status, 303)

  const page = await (await ana.get(`${base}/check`)).text()
  match(page, /Date of the diploma: this is before “Date of birth” \(27 March 2011\)/)
  match(page, /answers\/education\/item\/[0-9a-f-]{36}#awarded-on/)
})

test('what an answer means for who may apply is told alike wherever answers are looked at', async (t) => {
  const { ana, base, send } = await begun(t)
  const minor = /you are under 18\. You can apply: no clause that we know forbids it\./
  const soon = /Your document expires in less than six months\. You can apply/
  const ends = { 'expires-on-month': '9', 'expires-on-year': '2026' }
  const document = { ...(ANA['document'] as Form), ...ends }
  const pages = async () =>
    Promise.all([base, `${base}/check`].map(async (page) => (await ana.get(page)).text()))
  for (const page of await pages()) doesNotMatch(page, /under 18|less than six months/)

  equal((await send('person', { ...PERSON, 'birth-date-year': '2010' })).status, 303)
  equal((await send('document', document)).status, 303)
  for (const page of await pages()) {
    match(page, minor)
    match(page, soon)
  }
})

/** Answers that take any text, with the ones that the form needs beside them. */
const CONTACT = ANA['contact'] as Form
const TEXTS = ['address', 'town', 'postal-code', 'address-in-azerbaijan']

test('whatever is typed comes back or is kept as it can be seen, and is never a fault', async (t) => {
  const { ana, answers, kept } = await begun(t)
  const unescaped = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  let version = 0
  for (const text of naughty.filter((_, index) => index % 5 === 0)) {
    const form = { ...CONTACT, ...Object.fromEntries(TEXTS.map((name) => [name, text])) }
    const answer = await ana.post(answers('contact'), { ...form, version: String(version) })
    ok([303, 400].includes(answer.status), `${answer.status}: ${text}`)
    if (answer.status === 303) version += 1
    const page = answer.status === 303 ? (await kept('contact')).page : await answer.text()
    const shown = /id="town"[^>]*? value="([^"]*)"/.exec(page)?.[1] ?? ''
    equal(unescaped(shown), cleaned(text).replaceAll('\n', ' '), text)
  }
})
