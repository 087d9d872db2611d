import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { evaluate, type Facts } from '#core/policy/evaluate.ts'
import { Findings, findingSentences, PointsSum } from '#telling/explanation.tsx'
import { factLabel, factValue, type Reading } from '#telling/fact-values.ts'
import { say, toyLaws, toyScoring } from '#test/toy-rules.ts'
import { render } from '#ui/markup.ts'

const reading: Reading = {
  scoring: toyScoring,
  laws: toyLaws,
  lists: { education: [], occupations: [] },
  language: 'en',
}
const sentencesOf = (facts: Facts, criterion: string, language: Reading['language'] = 'en') => {
  const finding = evaluate(toyScoring, facts).findings.find((each) => each.criterion === criterion)
  return finding ? findingSentences(finding, { ...reading, language }) : []
}

test('a band says what counted, what it gave, and from where on it would be more', () => {
  deepEqual(sentencesOf({ months: 96 }, 'EXP'), [
    'Months of work: 8 years. 30 of 50 points. With 10 years or more it would be 50.',
  ])
  deepEqual(sentencesOf({ months: 120 }, 'EXP'), ['Months of work: 10 years. 50 of 50 points.'])
  deepEqual(sentencesOf({ months: 0 }, 'EXP'), [
    'Months of work: 0 months. 0 of 50 points. With 2 years or more it would be 10.',
  ])
})

test('a count says what each gives, and a level is said as its certificate says it', () => {
  deepEqual(sentencesOf({ patents: 2, language: 'c1' }, 'ACH'), [
    'Patents: 2. 10 of 15 points. Each counts for 5 points.',
    'Azerbaijani: C1. 8 of 10 points.',
  ])
})

test('a missing fact is named, and its criterion is open instead of worth nothing', () => {
  const evaluation = evaluate(toyScoring, { patents: 1, months: 24 })
  deepEqual(sentencesOf({ patents: 1 }, 'ACH'), [
    'Patents: 1. 5 of 15 points. Each counts for 5 points.',
    'Not answered yet: Azerbaijani. Without an answer this criterion is not in the sum.',
  ])
  const markup = render(<Findings findings={evaluation.findings} reading={reading} />)
  match(markup, /not counted yet \(at most 20\)/)
  doesNotMatch(markup, /0 of 20 points/)
})

test('points above what the criterion can give are said to be cut', () => {
  const said = sentencesOf({ patents: 3, language: 'c2' }, 'ACH')
  equal(
    said.at(-1),
    'Together this is more than the criterion can give, so it counts as 20 points.',
  )
  equal(sentencesOf({ patents: 2, language: 'c2' }, 'ACH').length, 2)
})

test('an evaluation is explained in every language without a gap', () => {
  const facts = { months: 100, level: '7', patents: 3, language: 'c2' }
  for (const language of LANGUAGES) {
    const { findings } = evaluate(toyScoring, facts)
    const markup = render(<Findings findings={findings} reading={{ ...reading, language }} />)
    doesNotMatch(markup, /undefined|\{|\}/)
    equal(markup.match(/kc-points__row/g)?.length, toyScoring.criteria.length)
  }
})

test('every criterion names what its most and its estimate rest on', () => {
  const [first, ...others] = toyScoring.criteria
  const scoring = {
    ...toyScoring,
    criteria: first
      ? [{ ...first, basis: { ...first.basis, pointsMax: 'toy-act/1' } }, ...others]
      : [],
  }
  const { findings } = evaluate(scoring, {})
  const markup = render(
    <Findings findings={findings} reading={{ ...reading, scoring }} explained />,
  )
  match(markup, /Maximum points: Toy Act, item 1/)
  equal(markup.match(/kc-provisional/g)?.length, toyScoring.criteria.length)
})

test('the sum stands against the pass mark, in words and not only in colour', () => {
  const shown = (points: number, verdict: 'passes' | 'fails') =>
    render(<PointsSum points={points} total={100} passMark={70} language="en" verdict={verdict} />)
  match(shown(70, 'passes'), /kc-points__sum--passed.*70 of 100 points.*Pass mark: 70/s)
  const open = render(
    <PointsSum points={9} total={100} passMark={70} language="en" verdict="undecided" isOpen />,
  )
  match(open, /9 of 100 points so far/)
  match(shown(69, 'fails'), /kc-points__sum--below.*69 of 100 points.*Pass mark: 70/s)
})

test('a value is said by its list, and a code that nobody knows is shown as it is', () => {
  const scoring = {
    ...toyScoring,
    facts: ['fields', 'occupations', 'education', 'cefr'].flatMap((list) => {
      const [, , , language] = toyScoring.facts
      return language ? [{ ...language, code: list, label: say(list), list: list as 'fields' }] : []
    }),
  }
  const lists = {
    education: [{ code: '7', title: say('Master') }],
    occupations: [{ code: '21', title: say('Engineers') }],
  }
  const cases = [
    ['fields', 'bridges', 'Bridges'],
    ['fields', 'gone', 'gone'],
    ['occupations', '21', 'Engineers'],
    ['education', '7', 'Master'],
    ['education', 'none', 'none'],
    ['cefr', 'b2', 'B2'],
    ['cefr', 'none', 'none'],
    ['unheard-of', 'x', 'x'],
  ] as const
  for (const [fact, code, expected] of cases) {
    equal(factValue(fact, code, { ...reading, scoring, lists }), expected)
  }
  equal(factLabel('unheard-of', reading), 'unheard-of')
})

test('hostile text in an answer is shown as text', () => {
  const { findings } = evaluate(toyScoring, { level: '<script>alert(1)</script>' })
  doesNotMatch(render(<Findings findings={findings} reading={reading} />), /<script/)
})
