import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES, type Language } from '#core/language.ts'
import type { CountedAt } from '#telling/estimate-content.tsx'
import { estimatePageWords } from '#telling/estimate-words.ts'
import { person, type Person } from '#test/browser.ts'
import { readHouse } from '#test/house.ts'
import type { Form } from '#test/visitor.ts'

/** An estimate by hand: counted in the browser where scripts run, and by the server where not. */
const SHORT = {
  'months-in-field-years': '2',
  'months-in-field-months': '7',
  'position-level': 'specialist',
  'education-level': '6',
  'education-top': 'no',
  patents: '1',
  publications: '5',
  awards: '2',
  projects: '3',
  memberships: '2',
  azerbaijani: 'none',
  english: 'b2',
  'other-language': 'c2',
  field: 'energy',
  occupation: '21',
}
const ENOUGH = {
  ...SHORT,
  'months-in-field-years': '14',
  'education-level': '8',
  azerbaijani: 'c2',
}
const OPEN = { patents: '1', english: 'c1' }
const WRONG = { ...SHORT, patents: '"><img src=x>', awards: '99', 'months-in-field-years': 'x' }

const RESULT = '#answer'
const SUMMARY = '.govuk-error-summary'

let served: Promise<string> | undefined

/** Nothing here is written anywhere, so all of it asks one house. */
function portal(): Promise<string> {
  served ??= readHouse().then(async ({ serve }) => (await serve()).portalUrl)
  return served
}

/** Somebody who has filled in the page and not yet pressed its button. */
async function ready(url: string, language: Language, scripts: boolean): Promise<Person> {
  const somebody = await person(url, { scripts })
  equal(await somebody.go(`/${language}/estimate`), 200)
  await somebody.page.waitForLoadState('networkidle')
  return somebody
}

async function answer(somebody: Person, answers: Form): Promise<void> {
  await somebody.fill(answers)
  await somebody.page.locator('main form button').click()
}

/** The page as it stands, but for where it was counted, what holds the focus and what lives. */
async function shown({ page }: Person): Promise<string> {
  const markup = await page.locator('main').innerHTML()
  return markup
    .replace(/<script[^]*?<\/script>/g, '')
    .replace(/ (?:hidden=""|tabindex="-1"|data-govuk-[a-z-]+-init="")/g, '')
    .trim()
}

function requestsOf({ page }: Person): readonly string[] {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  return requests
}

/** Where the answers are counted is on the page, and the other place is not. */
async function saysWhere(somebody: Person, language: Language, place: CountedAt): Promise<void> {
  const { hereTitle, thereTitle } = estimatePageWords[language]
  const text = await somebody.text()
  deepEqual(
    [text.includes(hereTitle), text.includes(thereTitle)],
    [place === 'here', place === 'there'],
  )
}

for (const language of LANGUAGES) {
  test(`in ${language} the browser says what the server says, and nothing leaves it`, async () => {
    const url = await portal()
    const here = await ready(url, language, true)
    const there = await person(url, { scripts: false })
    const address = here.page.url()
    const requests = requestsOf(here)
    await saysWhere(here, language, 'here')

    for (const [answers, news, status] of [
      [OPEN, RESULT, 200],
      [WRONG, SUMMARY, 400],
      [SHORT, RESULT, 200],
      [ENOUGH, RESULT, 200],
    ] as const) {
      await answer(here, answers)
      await here.page.locator(news).waitFor()
      const query = new URLSearchParams(answers).toString()
      equal(await there.go(`/${language}/estimate?${query}`), status)
      equal(await shown(here), await shown(there))
      await saysWhere(here, language, 'here')
      await saysWhere(there, language, 'there')
      equal(await here.page.title(), await there.page.title())
      equal(await here.page.locator(`${news}:focus`).count(), 1)
    }
    equal(here.page.url(), address)
    deepEqual(requests, [])
    for (const { context } of [here, there]) await context.close()
  })
}

test('without scripts the button sends the answers, and the server says what they add up to', async () => {
  const somebody = await ready(await portal(), 'en', false)
  await answer(somebody, SHORT)
  await somebody.page.waitForURL('**/en/estimate?**patents=1**')
  match(await somebody.text(), /short of the pass mark/)
  match(await somebody.text(), /The shortest ways to 70 points/)
})

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts, without sending them' : 'without scripts'
  test(`changing the language takes the answers along, ${how}`, async () => {
    const somebody = await ready(await portal(), 'en', scripts)
    const { page, context } = somebody
    const requests = requestsOf(somebody)
    await somebody.fill(OPEN)
    await somebody.press('Русский')
    await page.waitForURL('**/ru/estimate**')
    await page.locator('#patents').waitFor()
    equal(await page.locator('#patents').inputValue(), OPEN.patents)
    equal(await page.locator(RESULT).count(), 0)

    await page.locator('main form button').click()
    await page.locator(RESULT).waitFor()
    await page.locator('header').getByText('Türkçe').click()
    await page.waitForURL('**/tr/estimate**')
    await page.locator(RESULT).waitFor()
    equal(await page.locator('#patents').inputValue(), OPEN.patents)
    if (scripts)
      deepEqual(
        requests.filter((request) => request.includes('patents')),
        [],
      )
    if (scripts) equal(new URL(page.url()).hash, '')
    await context.close()
  })
}

test('a browser that cannot count lets the server do it, and the page says so', async () => {
  const url = await portal()
  const somebody = await person(url)
  await somebody.context.addInitScript('delete Array.prototype.toSorted')
  await somebody.go('/en/estimate')
  ok((await somebody.text()).includes(estimatePageWords.en.thereTitle))
  await answer(somebody, SHORT)
  await somebody.page.waitForURL('**/en/estimate?**')
  match(await somebody.text(), /short of the pass mark/)
})

test('nothing that is typed becomes part of the page, and its policies are kept', async () => {
  const url = await portal()
  const somebody = await ready(url, 'en', true)
  const complaints: string[] = []
  somebody.page.on('console', (message) => complaints.push(message.text()))
  somebody.page.on('pageerror', (error) => complaints.push(error.message))
  await answer(somebody, WRONG)
  await somebody.page.locator(SUMMARY).waitFor()

  equal(await somebody.page.locator('main img').count(), 0)
  equal(await somebody.page.locator('#patents').inputValue(), WRONG.patents)
  doesNotMatch(await somebody.text(), /undefined|NaN|\[object/)
  await somebody.page.locator(`${SUMMARY} a[href="#patents"]`).click()
  equal(await somebody.page.locator('#patents:focus').count(), 1)
  deepEqual(complaints, [])
})

test('a link of the summary shows the question with its error, and not the box alone', async () => {
  for (const scripts of [true, false]) {
    const { page, context, ...somebody } = await person(await portal(), { scripts, width: 320 })
    await somebody.go('/en/estimate')
    await answer({ page, context, ...somebody }, WRONG)
    await page.locator(`${SUMMARY} a[href="#patents"]`).press('Enter')
    for (const part of ['label[for="patents"]', '#patents-error', '#patents']) {
      const box = await page.locator(part).boundingBox()
      ok(box && box.y >= 0 && box.y + box.height <= 900, `${part} is in view: ${box?.y}`)
    }
    await context.close()
  }
})
