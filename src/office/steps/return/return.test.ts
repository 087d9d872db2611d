import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { readCase } from '#records/read-case.ts'
import { submitted } from '#test/ana.ts'
import { house, type TestHouse } from '#test/house.ts'
import type { Form, Visitor } from '#test/visitor.ts'

const OFFICER = 'officer@kecid.example'

/** Ana's case, as an officer has it open to return it. */
async function opened(here: TestHouse) {
  const ana = await here.signedUpApplicant()
  const { id } = await submitted(ana)
  const officer: Visitor = await here.office(OFFICER)
  const address = `/en/cases/${id}/steps/return`
  const page = await (await officer.get(address)).text()
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  const keys = [...page.matchAll(/name="mark"[^>]*value="([^"]+)"/g)].map(([, key = '']) => key)
  const send = (form: Form) => officer.post(address, { version, ...form })
  return { id, ana, officer, page, keys, send }
}

const caseOf = async ({ owned: office }: TestHouse, id: string) =>
  (await inTransaction(office.db, (tx) => readCase(tx, office.keys, id)))?.standing

test('every answer and every document can be marked, and seeing them is a look', async (t) => {
  const here = await house(t)
  const { page, keys, id } = await opened(here)

  const person = keys.find((key) => /^person\.[^.]+\.surname$/.test(key))
  ok(person)
  for (const kind of ['passport', 'photo', 'diploma', 'cv']) ok(keys.includes(`document.${kind}`))
  equal(new Set(keys).size, keys.length)
  ok(page.includes('Ferreira'))
  for (const title of [
    'About the applicant',
    'The applicant’s passport',
    'Photo of the applicant',
  ]) {
    ok(page.includes(title), title)
  }
  ok(page.includes('my documents are genuine. <strong') && !/[.?!]: /.test(page))
  const looks = await here.db.selectFrom('look').select(['page', 'caseId']).execute()
  deepEqual(looks, [{ page: 'return-page', caseId: id }])
})

test('each part of the application is folded, and open where something is ticked in it', async (t) => {
  const here = await house(t)
  const { page, keys, send } = await opened(here)
  const surname = keys.find((key) => key.endsWith('.surname')) ?? ''
  const parts = (html: string) =>
    [...html.matchAll(/<details id="group\.([^"]+)"[^>]*?( open)?(?:="")?>/g)].map(
      ([, key = '', open]) => ({ key, isOpen: open !== undefined }),
    )

  const answer = await (await send({ mark: surname })).text()
  const nothing = await (await send({ explanation: 'Look again.' })).text()

  ok(parts(page).length > 5 && parts(page).every(({ isOpen }) => !isOpen))
  equal(page.indexOf('name="mark"') > page.indexOf('<details'), true)
  deepEqual(
    parts(answer).filter(({ isOpen }) => isOpen),
    [{ key: surname.replace(/\.surname$/, ''), isOpen: true }],
  )
  ok(nothing.includes(`href="#group.${parts(page)[0]?.key ?? 'none'}"`))
})

test('what is ticked goes back with its notes, and the clock stands still', async (t) => {
  const here = await house(t)
  const { id, keys, send, officer, ana } = await opened(here)
  const surname = keys.find((key) => key.endsWith('.surname')) ?? ''

  const answer = await send({
    mark: [surname, 'document.diploma'],
    [`note.${surname}`]: ' As in the passport,\r\nplease. ',
    'note.document.diploma': 'Page 2 is missing.',
    explanation: 'Two things.',
  })

  equal(answer.status, 303)
  const standing = await caseOf(here, id)
  equal(standing?.state, 'returned')
  deepEqual(
    standing?.marks.map(({ note }) => note),
    ['As in the passport,\nplease.', 'Page 2 is missing.'],
  )
  const page = await (await officer.get(`/en/cases/${id}`)).text()
  for (const part of ['The clock is stopped', 'Page 2 is missing.', 'Two things.']) {
    ok(page.includes(part), part)
  }
  ok(
    (await (await ana.get(`/en/applications/${id}/correct`)).text()).includes('Page 2 is missing.'),
  )
  const letters = await here.db.selectFrom('letter').select('code').orderBy('writtenAt').execute()
  ok(letters.some(({ code }) => code === 'application-returned'))
})

test('what is wrong with the form is said beside it, and everything typed stays', async (t) => {
  const here = await house(t)
  const { id, keys, send } = await opened(here)
  const [one = '', two = ''] = keys
  const cases: readonly (readonly [string, Form, RegExp])[] = [
    ['nothing marked', { explanation: 'Look again.' }, /Tick at least one answer or document/],
    ['a tick without a note', { mark: one }, /Write what is wrong with “Surname”/],
    ['a note of spaces', { mark: one, [`note.${one}`]: ' \n ' }, /Write what is wrong with/],
    ['a note without a tick', { mark: one, [`note.${one}`]: 'a', [`note.${two}`]: 'b' }, /no tick/],
    ['a long note', { mark: one, [`note.${one}`]: 'x'.repeat(10_000) }, /Shorten the text/],
    ['a broken note', { mark: one, [`note.${one}`]: 'x\uFFFD' }, /cannot be read/],
    ['a note in a wrong encoding', { mark: one, [`note.${one}`]: 'x\u0092y' }, /cannot be read/],
    [
      'a long explanation',
      { mark: one, [`note.${one}`]: 'a', explanation: 'y'.repeat(4001) },
      /Shorten the text for “General explanation/,
    ],
  ]

  for (const [name, form, words] of cases) {
    const answer = await send(form)
    const page = await answer.text()
    equal(answer.status, 400, name)
    match(page, words, name)
    match(page, /<title>Error: /, name)
  }
  const page = await (
    await send({ explanation: 'Look again.', [`note.${two}`]: 'kept note' })
  ).text()
  ok(page.includes('Look again.'))
  ok(page.includes('kept note'))
  equal((await caseOf(here, id))?.state, 'submitted')
})

test('a place that is not in the case cannot be marked', async (t) => {
  const here = await house(t)
  const { id, send } = await opened(here)
  const strange = ['person.x.surname', 'document.nothing', '__proto__', 'x'.repeat(10_000)]

  for (const mark of strange) {
    const answer = await send({ mark, [`note.${mark}`]: 'What is this?' })
    equal(answer.status, 400, mark.slice(0, 40))
  }
  equal((await caseOf(here, id))?.state, 'submitted')
})

test('of two presses at once one returns it, and both lead to the case', async (t) => {
  const here = await house(t)
  const { send } = await opened(here)
  const form = { mark: 'document.diploma', 'note.document.diploma': 'Page 2 is missing.' }

  const twice = await Promise.all([send(form), send(form)])

  deepEqual(
    twice.map(({ status }) => status),
    [303, 303],
  )
})

test('a return after the applicant took the application back is refused', async (t) => {
  const here = await house(t)
  const { id, ana, send } = await opened(here)
  const page = await (await ana.get(`/en/applications/${id}/withdraw`)).text()
  const version = /name="version" value="(\d+)"/.exec(page)?.[1]
  await ana.post(`/en/applications/${id}/withdraw`, { version: version ?? '', sure: 'yes' })
  equal((await caseOf(here, id))?.state, 'withdrawn')

  const answer = await send({ mark: 'document.diploma', 'note.document.diploma': 'Too late.' })

  equal(answer.status, 409)
  ok((await answer.text()).includes('“Withdrawn”'))
})

test('a form of 300,000 characters is too large', async (t) => {
  const here = await house(t)
  const { send } = await opened(here)

  const answer = await send({ explanation: 'x'.repeat(300_000) })

  equal(answer.status, 413)
})
