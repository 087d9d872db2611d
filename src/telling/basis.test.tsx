import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import type { Laws } from '#core/policy/laws.ts'
import { BasisMark, basisText, Clause, ProvisionalNote } from '#telling/basis.tsx'
import { say } from '#test/toy-rules.ts'
import { render } from '#ui/markup.ts'

const law = (id: string, kind: string) => ({
  id,
  kind,
  title: say(id),
  short: { ...say(`Act ${id}`), en: `The Act ${id}` },
  clauses: [],
  source: 'made up',
})
const laws: Laws = { laws: [law('code', 'code'), law('order', 'order')] }

test('a basis names the act, and the clause in the way of that act', () => {
  const cases = [
    ['code', 'en', 'The Act code'],
    ['code/64.0.20', 'en', 'The Act code, article 64.0.20'],
    ['code/64.0.20', 'az', 'Act code, maddə 64.0.20'],
    ['code/64.0.20', 'ru', 'Act code, статья 64.0.20'],
    ['order/2.1', 'en', 'The Act order, item 2.1'],
    ['order/criterion-1', 'en', 'The Act order, criterion 1'],
    ['order/criterion-1', 'tr', 'Act order, kriter 1'],
    ['order/criterion-1', 'ru', 'Act order, критерий 1'],
    ['provisional', 'en', 'Provisional'],
    ['gone/7', 'en', 'gone, item 7'],
  ] as const
  for (const [basis, language, expected] of cases) equal(basisText(laws, basis, language), expected)
})

test('a clause is text beside the value; a provisional one says why, or the page does', () => {
  const official = render(<Clause laws={laws} basis="code/1" language="en" what="Pass mark" />)
  match(official, /<p class="kc-clause">Pass mark: The Act code, article 1<\/p>/)
  const alone = render(<Clause laws={laws} basis="provisional" language="en" />)
  match(alone, /kc-provisional">Provisional<\/span> The State Migration Service has not published/)
  const explained = render(<Clause laws={laws} basis="provisional" language="en" explained />)
  equal(explained, '<p class="govuk-body-s"><span class="kc-provisional">Provisional</span></p>')
})

test('the mark is explained in every language, once for a page', () => {
  const notes = LANGUAGES.map((language) => render(<ProvisionalNote language={language} />))
  for (const note of notes) match(note, /kc-provisional.*\p{L}{4}/su)
  equal(new Set(notes).size, LANGUAGES.length)
})

test('in a line of text a basis is a quiet mark, or the clause', () => {
  const mark = (basis: string) => render(<BasisMark laws={laws} basis={basis} language="en" />)
  equal(mark('provisional'), '<span class="kc-provisional">Provisional</span>')
  equal(mark('code/7'), '<span class="kc-clause">The Act code, article 7</span>')
})
