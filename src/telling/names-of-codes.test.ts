import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { SPOKEN_LANGUAGES } from '#core/facts/code-lists.ts'
import { COUNTRY_CODES, ISSUER_CODES, NATIONALITY_CODES } from '#core/facts/countries.ts'
import { LANGUAGES } from '#core/language.ts'
import { formatNumber } from '#telling/formatters.ts'
import {
  countriesSorted,
  countryName,
  issuersSorted,
  languageName,
  languagesSorted,
  nationalitiesSorted,
} from '#telling/names-of-codes.ts'

test('every code has a name of its own in each language, with a capital letter', () => {
  for (const language of LANGUAGES) {
    const countries = ISSUER_CODES.map((code) => countryName(code, language))
    const languages = SPOKEN_LANGUAGES.map((code) => languageName(code, language))
    for (const names of [countries, languages]) {
      equal(new Set(names).size, names.length)
      deepEqual(
        names.filter((name) => !/^\p{Lu}/u.test(name) || /^[A-Z]{2,3}$/.test(name)),
        [],
      )
    }
  }
})

test('a country is named as its readers name it', () => {
  const cases = [
    ['AZE', ['Azərbaycan', 'Azerbaycan', 'Azerbaijan', 'Азербайджан']],
    ['TUR', ['Türkiyə', 'Türkiye', 'Türkiye', 'Турция']],
    ['KOR', ['Cənubi Koreya', 'Güney Kore', 'South Korea', 'Южная Корея']],
    ['PSE', ['Fələstin', 'Filistin', 'Palestine', 'Палестина']],
    ['CYM', ['Kayman adaları', 'Cayman Adaları', 'Cayman Islands', 'Острова Кайман']],
    ['ALA', ['Aland adaları', 'Åland Adaları', 'Åland Islands', 'Аландские острова']],
    [
      'XXA',
      ['Vətəndaşlığı olmayan şəxs', 'Vatansız kişi', 'Stateless person', 'Лицо без гражданства'],
    ],
  ] as const
  deepEqual(
    cases.map(([code]) => [code, LANGUAGES.map((language) => countryName(code, language))]),
    cases,
  )
})

test('a language is named as it stands alone in a list', () => {
  const cases = [
    ['az', ['Azərbaycan dili', 'Azerbaycanca', 'Azerbaijani', 'Азербайджанский']],
    ['en', ['İngilis dili', 'İngilizce', 'English', 'Английский']],
    ['he', ['İvrit', 'İbranice', 'Hebrew', 'Иврит']],
  ] as const
  deepEqual(
    cases.map(([code]) => [code, LANGUAGES.map((language) => languageName(code, language))]),
    cases,
  )
})

test('lists hold every code once, in the alphabet of the reader', () => {
  for (const language of LANGUAGES) {
    const lists: readonly [readonly { code: string; name: string }[], readonly string[]][] = [
      [countriesSorted(language), COUNTRY_CODES],
      [nationalitiesSorted(language), NATIONALITY_CODES],
      [issuersSorted(language), ISSUER_CODES],
      [languagesSorted(language), SPOKEN_LANGUAGES],
    ]
    for (const [named, codes] of lists) {
      deepEqual(named.map(({ code }) => code).sort(), [...codes].sort())
    }
  }
  for (const language of LANGUAGES) equal(languagesSorted(language).at(-1)?.code, 'mis')
  const place = (language: 'az' | 'tr', code: string) =>
    countriesSorted(language).findIndex((each) => each.code === code)
  // In Azerbaijani ə follows e and x follows h; in Turkish ç follows c.
  equal(place('az', 'ETH') < place('az', 'AFG') && place('az', 'AFG') < place('az', 'FIN'), true)
  equal(place('az', 'HND') < place('az', 'HRV') && place('az', 'HRV') < place('az', 'IDN'), true)
  equal(place('tr', 'DJI') < place('tr', 'CHN') && place('tr', 'CHN') < place('tr', 'DNK'), true)
})

test('numbers are written with the signs of the language', () => {
  deepEqual(
    LANGUAGES.map((language) => formatNumber(1_234_567.5, language)),
    ['1.234.567,5', '1.234.567,5', '1,234,567.5', '1\u00A0234\u00A0567,5'],
  )
  equal(formatNumber(0, 'az'), '0')
})
