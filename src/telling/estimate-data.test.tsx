import { deepEqual, doesNotMatch, equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LANGUAGES, type Language, type Words } from '#core/language.ts'
import type { Facts } from '#core/policy/evaluate.ts'
import { Estimate } from '#telling/estimate.tsx'
import { readEstimateData, writeEstimateData } from '#telling/estimate-data.ts'
import { estimatePageWords } from '#telling/estimate-words.ts'
import type { Reading } from '#telling/fact-values.ts'
import { toyLaws, toyScoring } from '#test/toy-rules.ts'
import { render } from '#ui/markup.ts'

const inTurn = (text: string): Words => ({
  az: `${text} az`,
  tr: `${text} tr`,
  en: `${text} en`,
  ru: `${text} ru`,
})

/** Texts that differ between the languages, so that one cannot stand in for another unseen. */
function readingIn(language: Language): Reading {
  const scoring = {
    ...toyScoring,
    criteria: toyScoring.criteria.map((each) => ({ ...each, title: inTurn(each.code) })),
    facts: toyScoring.facts.map((each) => ({ ...each, label: inTurn(each.code) })),
  }
  return { scoring, laws: toyLaws, lists: { education: [], occupations: [] }, language }
}

const aroundIn = (language: Language) => ({
  words: estimatePageWords[language],
  action: '/estimate',
  register: { href: '/register', text: 'Register' },
  error: 'Error',
  errorTitle: 'There is a problem',
  documentTitle: 'Estimate',
})

const written = (language: Language, reading = readingIn(language)) =>
  writeEstimateData({ reading, around: aroundIn(language) })

const FACTS: fc.Arbitrary<Facts> = fc
  .record(
    {
      months: fc.integer({ min: 0, max: 180 }),
      level: fc.constantFrom('none', '6', '7', '8'),
      patents: fc.integer({ min: 0, max: 50 }),
      language: fc.constantFrom('none', 'a1', 'b2', 'c1', 'c2'),
    },
    { requiredKeys: [] },
  )
  .map((facts) => Object.fromEntries(Object.entries(facts)))

test('what the page carries tells every estimate in the same words as the whole scoring', () => {
  for (const language of LANGUAGES) {
    const whole = readingIn(language)
    const { reading: carried, around } = readEstimateData(written(language))

    deepEqual(around, aroundIn(language))
    fc.assert(
      fc.property(FACTS, (facts) => {
        equal(
          render(<Estimate facts={facts} reading={carried} />),
          render(<Estimate facts={facts} reading={whole} />),
        )
      }),
      { numRuns: 25 },
    )
  }
})

test('the page carries the words of one language, and nothing that an estimate does not read', () => {
  const text = written('ru')

  ok(text.includes(`${toyScoring.criteria[0]?.code ?? ''} ru`))
  for (const other of ['az', 'tr', 'en']) doesNotMatch(text, new RegExp(`\\w ${other}"`))
  const { laws } = readEstimateData(text).reading
  deepEqual(
    laws.laws.map(({ id, clauses, source }) => [id, clauses, source]),
    [['toy-act', [], '']],
  )
})

test('no word can end the element that carries it, and every word comes back as it was', () => {
  const hostile = '</script><script>alert(1)</script><!-- "said" \u2028 \\u003c'
  const reading = readingIn('en')
  const scoring = { ...reading.scoring, criteria: reading.scoring.criteria.slice(0, 1) }
  const [criterion] = scoring.criteria
  ok(criterion)
  const title = { ...inTurn(''), en: hostile }
  const text = written('en', {
    ...reading,
    scoring: { ...scoring, criteria: [{ ...criterion, title }] },
  })

  doesNotMatch(text, /</)
  equal(readEstimateData(text).reading.scoring.criteria[0]?.title.en, hostile)
})

test('the data of something else is our own fault, and is said at once', () => {
  for (const text of ['null', '[]', '"reading"', '{"reading":1}', '{"around":{}}']) {
    throws(() => readEstimateData(text), /Broken promise/)
  }
})
