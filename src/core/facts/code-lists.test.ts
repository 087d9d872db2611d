import { deepEqual, equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import {
  CEFR_LEVELS,
  cefrAtLeast,
  EDUCATION_LEVELS,
  educationAtLeast,
  isCefr,
  isEducationLevel,
  isOccupation,
  isSpokenLanguage,
  majorGroupOf,
  OCCUPATION_MAJOR_GROUPS,
  OCCUPATIONS,
  SPOKEN_LANGUAGES,
} from '#core/facts/code-lists.ts'
import {
  codeInZone,
  COUNTRIES,
  COUNTRY_CODES,
  countryOfTwoLetters,
  isCountry,
  isIssuer,
  isNationality,
  isWithoutNationality,
  ISSUER_CODES,
} from '#core/facts/countries.ts'
import { LANGUAGES } from '#core/language.ts'

type Entry = { readonly code: string; readonly title: Readonly<Record<string, string>> }

function policy(file: string, list: string): readonly Entry[] {
  const text = readFileSync(new URL(`../../../policy/${file}`, import.meta.url), 'utf8')
  return (parse(text) as Record<string, readonly Entry[]>)[list] ?? []
}

test('no code stands twice in a list', () => {
  const lists: readonly (readonly string[])[] = [
    ISSUER_CODES,
    Object.values(COUNTRIES),
    SPOKEN_LANGUAGES,
    CEFR_LEVELS,
    EDUCATION_LEVELS,
    OCCUPATIONS,
    OCCUPATION_MAJOR_GROUPS,
  ]
  for (const list of lists) equal(new Set(list).size, list.length)
})

test('the countries are the 249 of ISO 3166-1 and Kosovo, three letters with two', () => {
  equal(COUNTRY_CODES.length, 250)
  for (const [three, two] of Object.entries(COUNTRIES)) {
    equal(/^[A-Z]{3} [A-Z]{2}$/.test(`${three} ${two}`), true)
    equal(countryOfTwoLetters(two), three)
  }
  equal(COUNTRIES.AZE, 'AZ')
  equal(countryOfTwoLetters('DE'), 'DEU')
  equal(countryOfTwoLetters('XX'), undefined)
})

test('a country, a nationality and an issuer are told apart', () => {
  const cases = [
    // code, country, nationality, issuer
    ['AZE', true, true, true],
    ['GBR', true, true, true],
    ['GBN', false, true, true],
    ['XXA', false, true, true],
    ['RKS', true, true, true],
    ['UNO', false, false, true],
    ['XPO', false, false, true],
    ['AZ', false, false, false],
    ['aze', false, false, false],
    ['UTO', false, false, false],
    ['D', false, false, false],
    ['', false, false, false],
    ['toString', false, false, false],
  ] as const
  deepEqual(
    cases.map(([code]) => [code, isCountry(code), isNationality(code), isIssuer(code)]),
    cases,
  )
})

test('the code in a machine-readable zone is read as the zone writes it', () => {
  const cases = [
    ['AZE', 'AZE'],
    ['D<<', 'DEU'],
    ['DEU', 'DEU'],
    ['RKS', 'RKS'],
    ['XKX', 'RKS'],
    ['UNO', 'UNO'],
    ['<<<', undefined],
    ['UTO', undefined],
    ['d<<', undefined],
    ['constructor', undefined],
  ] as const
  deepEqual(
    cases.map(([field]) => [field, codeInZone(field)]),
    cases,
  )
})

test('stateless persons and refugees are without a nationality, the unspecified are not', () => {
  deepEqual((['XXA', 'XXB', 'XXC', 'XXX', 'AZE'] as const).map(isWithoutNationality), [
    true,
    true,
    true,
    false,
    false,
  ])
})

test('the languages of the portal are the first that can be spoken', () => {
  deepEqual(SPOKEN_LANGUAGES.slice(0, LANGUAGES.length), ['az', 'tr', 'en', 'ru'])
  equal(isSpokenLanguage('pt'), true)
  equal(isSpokenLanguage('PT'), false)
  equal(isSpokenLanguage(''), false)
})

test('levels are compared in their order', () => {
  const cases = [
    ['a1', 'a2', false],
    ['b2', 'b2', true],
    ['c1', 'b2', true],
    ['b2', 'c1', false],
    ['c2', 'a1', true],
  ] as const
  deepEqual(
    cases.map(([level, least]) => [level, least, cefrAtLeast(level, least)]),
    cases,
  )
  deepEqual(
    [educationAtLeast('5', '6'), educationAtLeast('6', '6'), educationAtLeast('8', '6')],
    [false, true, true],
  )
})

test('what is not in a list is not a code of it', () => {
  deepEqual(['b2', 'B2', 'c3', ''].map(isCefr), [true, false, false, false])
  deepEqual(['8', '9', '08', ''].map(isEducationLevel), [true, false, false, false])
  deepEqual(['25', '15', '2', '251', ''].map(isOccupation), [true, false, false, false, false])
})

test('every occupation belongs to the major group of its first digit', () => {
  equal(OCCUPATIONS.length, 43)
  equal(majorGroupOf('25'), '2')
  equal(majorGroupOf('01'), '0')
  deepEqual([...new Set(OCCUPATIONS.map(majorGroupOf))], OCCUPATION_MAJOR_GROUPS)
})

test('the titles in policy are of the same codes in the same order, in every language', () => {
  const lists = [
    [EDUCATION_LEVELS, policy('education.yaml', 'levels')],
    [OCCUPATION_MAJOR_GROUPS, policy('occupations.yaml', 'majorGroups')],
    [OCCUPATIONS, policy('occupations.yaml', 'subMajorGroups')],
  ] as const
  for (const [codes, entries] of lists) {
    deepEqual(
      entries.map(({ code }) => code),
      codes,
    )
    for (const language of LANGUAGES) {
      const titles = entries.map(({ title }) => title[language]?.trim() ?? '')
      equal(titles.includes(''), false)
      equal(new Set(titles).size, codes.length)
    }
  }
})
