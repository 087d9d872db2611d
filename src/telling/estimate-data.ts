import { assert } from '#core/assert.ts'
import { LANGUAGES, type Words } from '#core/language.ts'
import type { Basis } from '#core/policy/basis.ts'
import { lawOf } from '#core/policy/basis.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import type { EstimateSurroundings } from '#telling/estimate-content.tsx'
import type { Reading } from '#telling/fact-values.ts'

/** What a page carries so that its estimate can be made in the browser. */
export type EstimateData = { readonly reading: Reading; readonly around: EstimateSurroundings }

/** The element of the page that carries it. */
export const ESTIMATE_DATA_ID = 'estimate-data'

/**
 * The data as text for a script element: only what an estimate reads, and its words in the reader's
 * language alone. `<` is escaped, so that no word can end the element.
 */
export function writeEstimateData({ reading, around }: EstimateData): string {
  const { language } = reading
  const inOneLanguage = (_key: string, value: unknown): unknown =>
    isWords(value) ? { said: value[language] } : value
  const data = { reading: partNeeded(reading), around }
  return JSON.stringify(data, inOneLanguage).replaceAll('<', '\\u003c')
}

/** The same data; each text stands in for those of the languages that were left out. */
export function readEstimateData(text: string): EstimateData {
  const data: unknown = JSON.parse(text, (_key, value: unknown) =>
    isSaid(value) ? inEveryLanguage(value.said) : value,
  )
  assert(isEstimateData(data), 'the page carries what its estimate reads')
  return data
}

function partNeeded({ scoring, laws, lists, language }: Reading): Reading {
  const reads = (list: string) => scoring.facts.some((fact) => fact.list === list)
  const named = lawsNamed(scoring)
  return {
    language,
    scoring: {
      ...scoring,
      title: NOTHING_SAID,
      criteria: scoring.criteria.map((each) => ({
        ...each,
        considers: NOTHING_SAID,
        evidence: [],
      })),
      fields: reads('fields') ? scoring.fields.map((each) => ({ ...each, basis: {} })) : [],
    },
    laws: {
      laws: laws.laws
        .filter(({ id }) => named.includes(id))
        .map(({ id, short, kind }) => ({ id, short, kind, title: short, clauses: [], source: '' })),
    },
    lists: {
      education: reads('education') ? lists.education : [],
      occupations: reads('occupations') ? lists.occupations : [],
    },
  }
}

/** The acts that the pass mark and the criteria rest on: an estimate names no others. */
const lawsNamed = ({ basis, criteria }: Scoring): readonly string[] =>
  [basis, ...criteria.map((criterion) => criterion.basis)]
    .flatMap((each): readonly Basis[] => Object.values(each))
    .flatMap((each) => lawOf(each)?.law ?? [])

const inEveryLanguage = (text: string): Words => ({ az: text, tr: text, en: text, ru: text })

const NOTHING_SAID = inEveryLanguage('')

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isWords = (value: unknown): value is Words =>
  isObject(value) && LANGUAGES.every((language) => typeof value[language] === 'string')

const isSaid = (value: unknown): value is { readonly said: string } =>
  isObject(value) && typeof value['said'] === 'string'

/** Our own server wrote it into our own page: this tells it from the data of another page. */
const isEstimateData = (value: unknown): value is EstimateData =>
  isObject(value) && isObject(value['reading']) && isObject(value['around'])
