import { doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { readHouse } from '#test/house.ts'
import { recognitionBy } from '#test/policies.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;')

test('the page says all of the law in force, in the words of its reader', async () => {
  const { portal, faces } = await readHouse()
  const procedure = recognitionBy(faces.portal.policy)
  const [scoring] = [...faces.portal.policy.scorings.current.values()]
  for (const language of LANGUAGES) {
    const page = await portal.get(`/${language}/criteria`)
    const markup = (await page.text()).replaceAll('\u00ad', '')
    equal(page.status, 200)
    const said = [
      ...(scoring?.criteria ?? []).flatMap(({ title, considers }) => [title, considers]),
      ...(procedure?.terms ?? []).map(({ title }) => title),
      ...(scoring?.fields ?? []).map(({ title }) => title),
      ...(procedure?.grounds ?? [])
        .filter(({ kind }) => kind === 'refusal')
        .flatMap(({ title, remedy }) => [title, remedy]),
    ]
    for (const text of said) equal(markup.includes(escaped(text[language])), true, text[language])
    doesNotMatch(markup, /undefined|\{\w+\}/)
  }
})

test('what leads into the page stands before what it lists', async () => {
  const { portal } = await readHouse()
  const markup = await (await portal.get('/en/criteria')).text()
  const listed = /aria-labelledby="contents"[\s\S]*?<\/nav>/.exec(markup)
  const ids = [...(listed?.[0] ?? '').matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id)
  equal(ids.length > 1, true)
  for (const id of ids) equal(markup.indexOf(`id="${id}"`) > (listed?.index ?? Infinity), true, id)
})

test('every value says its clause or that it is provisional, which is explained', async () => {
  const { portal } = await readHouse()
  const markup = await (await portal.get('/en/criteria')).text()
  match(markup, /0 to 35 <span class="kc-clause">Decision 99\/2025, criterion 1<\/span>/)
  match(markup, /0 to 25 <span class="kc-provisional">Provisional<\/span>/)
  match(markup, /20 working days <span class="kc-clause">Decision 99\/2025<\/span>/)
  match(
    markup,
    /10 working days <span[^>]*>Decision 99\/2025<\/span> kind of days: <span class="kc/,
  )
  match(markup, /7 working days <span class="kc-provisional"/)
  match(markup, /No objection: Decision 99\/2025/)
  equal(markup.match(/has not published the values/g)?.length, 1)
})

test('the way in which the estimate counts can be read in full', async () => {
  const { portal } = await readHouse()
  const markup = await (await portal.get('/en/criteria')).text()
  match(markup, /From 3 years: 9 points/)
  match(markup, /Head of a department or organisation: 10 points/)
  match(markup, /Each counts for 4 points, up to 8 in total\./)
})

test('a fresh page is within its weight', async () => {
  const { portal } = await readHouse()
  for (const language of LANGUAGES) {
    const page = await portal.get(`/${language}/criteria`, { 'accept-encoding': 'gzip' })
    equal(page.headers.get('content-encoding'), 'gzip')
    equal((await page.arrayBuffer()).byteLength <= 12 * 1024, true)
  }
})
