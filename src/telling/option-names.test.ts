import { deepEqual, equal, notEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '#core/language.ts'
import type { FormField } from '#core/policy/case-type.ts'
import { choicesOf } from '#telling/option-names.ts'
import { toyScoring } from '#test/toy-rules.ts'

const LONG: readonly FormField['kind'][] = [
  'country',
  'countries',
  'issuer',
  'language',
  'cefr',
  'education',
  'occupation',
  'field',
]
const ENTRIES = [{ code: 'x', title: { az: 'A', tr: 'B', en: 'C', ru: 'D' } }]
const LISTS = { education: [...ENTRIES], occupations: [...ENTRIES] }

test('every page of a language is given the same list, which nothing can change', () => {
  for (const kind of LONG) {
    const [first, again, other] = (['en', 'en', 'az'] as const).map((language: Language) =>
      choicesOf({ kind }, { language, reader: 'office', lists: LISTS, fields: toyScoring.fields }),
    )
    equal(first, again, kind)
    notEqual(first, other, kind)
    ok(Object.isFrozen(first) && first !== undefined && first.length > 1, kind)
    equal(first[0]?.text, '', 'nothing is chosen first')
  }
})

test('fields are offered in the reader’s alphabet, and levels of education from the lowest', () => {
  const titles = [
    ['s', 'Çevre', 'Environment'],
    ['t', 'Enerji', 'Energy'],
    ['u', 'Cam', 'Glass'],
  ].map(([code = '', tr = '', en = '']) => ({ code, title: { az: tr, tr, en, ru: en } }))
  const fields = titles.map((each) => ({ ...each, body: 'works', basis: {} }))
  const codes = (kind: FormField['kind'], language: Language) =>
    choicesOf(
      { kind },
      { language, reader: 'applicant', lists: { education: titles, occupations: [] }, fields },
    )
      .slice(1)
      .map(({ value }) => value)

  deepEqual(codes('field', 'tr'), ['u', 's', 't'])
  deepEqual(codes('field', 'en'), ['t', 's', 'u'])
  deepEqual(codes('education', 'tr'), ['s', 't', 'u'])
})
