import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { house, readHouse } from '#test/house.ts'

const EVERYTHING = {
  'months-in-field-years': '15',
  'months-in-field-months': '',
  'position-level': 'head',
  'education-level': '8',
  'education-top': 'yes',
  patents: '2',
  publications: '5',
  awards: '2',
  projects: '3',
  memberships: '2',
  azerbaijani: 'c2',
  english: 'c2',
  'other-language': 'c2',
  field: 'energy',
  occupation: '21',
}
const at = (answers: Readonly<Record<string, string>>, language = 'en') =>
  `/${language}/estimate?${new URLSearchParams(answers).toString()}`

const withoutData = (markup: string) =>
  markup.replace(/<script type="application[^]*?<\/script>/, '')

test('the form asks every fact of the scoring in force once, in every language', async () => {
  const { portal, faces } = await readHouse()
  const [scoring] = [...faces.portal.policy.scorings.current.values()]
  for (const language of LANGUAGES) {
    const page = await portal.get(`/${language}/estimate`)
    const markup = await page.text()
    equal(page.status, 200)
    for (const { code, kind } of scoring?.facts ?? []) {
      const name = kind === 'months' ? `${code}-years` : code
      equal(new Set(markup.match(new RegExp(`name="${name}"`, 'g'))).size, 1)
    }
    match(markup, /method="get"/)
    doesNotMatch(withoutData(markup), /undefined|\{points\}|kc-answer/)
  }
})

test('whoever has everything reaches the pass mark, and is told that people decide', async () => {
  const { portal } = await readHouse()
  const page = await portal.get(at(EVERYTHING))
  const markup = await page.text()
  equal(page.status, 200)
  match(markup, /100 of 100 points/)
  match(markup, /By this estimate you reach the pass mark of 70/)
  match(markup, /<title>By this estimate you reach the pass mark of 70 – /)
  match(markup, /<h1[^>]*>\s*By this estimate you reach the pass mark of 70\s*<\/h1>/)
  equal(markup.match(/<h1/g)?.length, 1)
  match(markup, /an estimate and not a decision/)
  match(markup, /Pass mark: Decision 99\/2025/)
  match(markup, /name="robots" content="noindex"/)
  doesNotMatch(markup, /shortest ways/)
})

test('whoever falls short sees by how much, and the shortest ways', async () => {
  const { portal } = await readHouse()
  const short = { ...EVERYTHING, 'months-in-field-years': '2', 'position-level': 'specialist' }
  const markup = await (
    await portal.get(at({ ...short, 'education-level': '6', azerbaijani: 'none' }))
  ).text()
  match(markup, /you are \d+ points? short of the pass mark/)
  match(markup, /The shortest ways to 70 points/)
  match(markup, /nothing is promised/)
  match(markup, /kc-provisional/)
  match(markup, /has not published the values that carry this mark/)
})

test('an open question leaves its criterion open, and what was answered is counted', async () => {
  const { portal } = await readHouse()
  const { english: _, ...open } = EVERYTHING
  const markup = await (await portal.get(at({ ...open, 'months-in-field-years': '' }))).text()
  match(markup, /Not answered yet: English\./)
  match(markup, /A few more answers are needed/)
  match(markup, /\d+ of 100 points so far/)
  match(markup, /not counted yet \(at most \d+\)/)
  doesNotMatch(markup, /shortest ways/)
})

test('who cannot reach the mark is told so without counting open questions as nothing', async () => {
  const { portal } = await readHouse()
  const low = { ...EVERYTHING, 'months-in-field-years': '0', 'position-level': 'specialist' }
  const { english: _, ...open } = { ...low, 'education-level': '6', azerbaijani: 'none' }
  const nothing = { patents: '0', publications: '0', awards: '0', projects: '0', memberships: '0' }
  const markup = await (await portal.get(at({ ...open, ...nothing }))).text()
  match(markup, /Even with the best answers to the open questions/)
  match(markup, /Answer the open questions too/)
  doesNotMatch(markup, /points short/)
})

test('a wrong answer is 400 in every language, with everything typed still there', async () => {
  const { portal } = await readHouse()
  for (const language of LANGUAGES) {
    const page = await portal.get(at({ ...EVERYTHING, patents: '"><b>x', awards: '99' }, language))
    const markup = await page.text()
    equal(page.status, 400)
    match(markup, /govuk-error-summary/)
    match(markup, /href="#patents"/)
    match(markup, /id="awards-error"/)
    const [, asked = 'no label'] = /<label[^>]*for="awards"[^>]*>([^<]*)/.exec(markup) ?? []
    const [, said = 'no error'] = /<a href="#awards">([^<]*)/.exec(markup) ?? []
    ok(said.includes(asked.trim()), `${said} names the question on the page: ${asked}`)
    match(markup, /value="&quot;&gt;&lt;b&gt;x"/)
    match(markup, /value="15"/)
    match(markup, /<option value="energy" selected/)
    doesNotMatch(markup, /kc-answer__title/)
  }
})

test('an estimate asks nothing of the database and leaves nothing in the log', async (t) => {
  const { portal, logged, faces } = await house(t)
  await Promise.all([faces.portal.db.destroy(), faces.portal.door.destroy()])
  equal((await portal.get(at(EVERYTHING))).status, 200)
  deepEqual(logged, [])
})

test('before there is a result, changing the language takes along what is typed', async () => {
  const { portal } = await readHouse()
  const empty = await (await portal.get('/en/estimate')).text()
  match(empty, /<button[^>]*form="estimate"[^>]*formaction="\/ru\/estimate"/)
  doesNotMatch(empty, /content="noindex"/)

  const moved = await portal.get(
    at({ patents: 'x', awards: '2', 'in-another-language': 'ru' }, 'ru'),
  )
  const markup = await moved.text()
  equal(moved.status, 200)
  match(markup, /id="patents"[^>]*value="x"/)
  match(markup, /id="awards"[^>]*value="2"/)
  match(markup, /content="noindex"/)
  doesNotMatch(withoutData(markup), /kc-answer__title|govuk-error-summary/)
})

test('the links to the other languages keep the answers', async () => {
  const { portal } = await readHouse()
  const markup = await (await portal.get(at({ patents: '3' }))).text()
  match(markup, /href="\/ru\/estimate\?patents=3"/)
})
