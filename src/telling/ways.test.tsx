import { doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { shortestWays } from '#core/policy/ways.ts'
import type { Reading } from '#telling/fact-values.ts'
import { Ways } from '#telling/ways.tsx'
import { toyLaws, toyScoring } from '#test/toy-rules.ts'
import { render } from '#ui/markup.ts'

const reading: Reading = {
  scoring: toyScoring,
  laws: toyLaws,
  lists: { education: [], occupations: [] },
  language: 'en',
}

test('a way says each change with the least time, the whole time and the sum after it', () => {
  const ways = shortestWays(toyScoring, { months: 60, level: '7', patents: 2, language: 'none' })
  const markup = render(<Ways ways={ways} reading={reading} />)
  match(markup, /Option 1: at least 1 year 3 months/)
  match(markup, /Reach B2\. This takes at least 1 year 3 months\./)
  match(markup, /The estimate would then be 71 points\./)
})

test('ways promise nothing, and where there is none it is said', () => {
  const facts = { months: 60, level: '7', patents: 0, language: 'none' }
  for (const language of LANGUAGES) {
    const some = render(
      <Ways ways={shortestWays(toyScoring, facts)} reading={{ ...reading, language }} />,
    )
    const none = render(<Ways ways={[]} reading={{ ...reading, language }} />)
    doesNotMatch(some + none, /undefined|\{value\}/)
    match(some, /govuk-body-s/)
    match(none, /70/)
    equal(none.includes('<ul'), false)
  }
})
