import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES, type Language } from '#core/language.ts'
import { STEPS } from '#portal/pages/steps-words.ts'
import { accessibilityTexts, privacyTexts, type Text } from '#portal/pages/texts.ts'
import { house, readHouse } from '#test/house.ts'
import { recognitionBy } from '#test/policies.ts'

test('every page of text is there in every language, under one heading', async () => {
  const { portal } = await readHouse()
  for (const language of LANGUAGES) {
    for (const path of ['how-it-works', 'privacy', 'accessibility']) {
      const page = await portal.get(`/${language}/${path}`)
      const markup = await page.text()
      equal(page.status, 200)
      equal(markup.match(/<h1/g)?.length, 1)
      doesNotMatch(markup, /undefined|\{\w+\}/)
    }
  }
})

test('what is said of one’s data leads to a copy of it, which is asked for where the page says', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const page = await (await ana.get('/en/privacy')).text()
  const [, to = ''] = /href="([^"]+)">\s*Ask for a copy of your data/.exec(page) ?? []
  equal(to, '/en/who-looked#ask')
  const asked = await (await ana.get('/en/who-looked')).text()
  match(asked, /<h2[^>]*id="ask"[^>]*>[\s\S]*value="data-access"/)
})

test('the texts say the same in every language: as many sections, as many paragraphs', () => {
  const shapeOf = (texts: Readonly<Record<Language, Text>>) =>
    LANGUAGES.map((language) => texts[language].sections.map(({ paragraphs }) => paragraphs.length))
  for (const texts of [privacyTexts, accessibilityTexts]) {
    for (const shape of shapeOf(texts)) deepEqual(shape, shapeOf(texts)[0])
  }
})

test('each step says its times from the procedure in force, with the clause or the mark', async () => {
  const { portal, faces } = await readHouse()
  const procedure = recognitionBy(faces.portal.policy)
  const markup = await (await portal.get('/en/how-it-works')).text()
  for (const code of STEPS.flatMap(({ terms }) => terms)) {
    const term = procedure?.terms.find((each) => each.code === code)
    equal(markup.includes(term?.title.en ?? 'no such term'), true, code)
  }
  match(markup, /20 working days <span class="kc-clause">Decision 99\/2025<\/span>/)
  match(markup, /3 working days <span class="kc-provisional">/)
})

test('a page that promises no cookie sets none', async () => {
  const { visitor } = await readHouse()
  const stranger = visitor()
  const page = await stranger.get('/en/privacy')
  deepEqual(page.headers.getSetCookie(), [])
  doesNotMatch(await page.text(), /(?:src|href)="https?:/)
})

test('whoever reads what is done with their data reads each occasion on which registers are asked', async () => {
  const { portal } = await readHouse()
  for (const [language, said] of [
    ['az', /Statusunuzla bağlı iş başlayanda/],
    ['tr', /Statünüzle ilgili bir dosya açıldığında/],
    ['en', /When a case about your status begins/],
    ['ru', /Когда начинается дело о вашем статусе/],
  ] as const) {
    match(await (await portal.get(`/${language}/privacy`)).text(), said)
  }
})

test('where one is asked to write to the Service, its address stands, and says if it is invented', async () => {
  const { portal } = await readHouse()
  for (const path of ['/en/privacy', '/en/accessibility', '/en/criteria']) {
    const markup = await (await portal.get(path)).text()
    match(markup, /<a href="mailto:service@kecid\.example">[^<]*<\/a> \([^)]*invented\)/)
  }
})
