import type { Language } from '#core/language.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Lists } from '#core/policy/policy.ts'
import type { Fact, FactCode, Scoring } from '#core/policy/scoring.ts'
import { amount, yearsAndMonths } from '#telling/amounts.ts'
import { formatNumber } from '#telling/formatters.ts'

/** What words about an evaluation are made from: scoring, acts, lists and reader. */
export type Reading = {
  readonly scoring: Scoring
  readonly laws: Laws
  readonly lists: Lists
  readonly language: Language
}

/** The short name of a fact, or its code where the scoring no longer knows it. */
export function factLabel(code: FactCode, { scoring, language }: Reading): string {
  return factOf(code, scoring)?.label[language] ?? code
}

/** A fact's value in words: "8 years 4 months", "C1", "Master’s degree or equivalent". */
export function factValue(code: FactCode, value: number | string, reading: Reading): string {
  const fact = factOf(code, reading.scoring)
  if (typeof value === 'number') {
    if (fact?.kind === 'months') return yearsAndMonths(value, reading.language)
    return formatNumber(value, reading.language)
  }
  return (fact && codeName(fact, value, reading)) ?? value
}

/** Months are counted in months; anything else has no unit of its own. */
export function thresholdText(code: FactCode, value: number, reading: Reading): string {
  return factOf(code, reading.scoring)?.kind === 'months' && value % 12 === 0
    ? amount(value / 12, 'years', reading.language)
    : factValue(code, value, reading)
}

function codeName(fact: Fact, code: string, reading: Reading): string | undefined {
  const { scoring, lists, language } = reading
  const own = fact.options?.find((option) => option.code === code)
  if (own) return own.label[language]
  const { list } = fact
  if (list === undefined) return undefined
  switch (list) {
    case 'fields':
      return scoring.fields.find((field) => field.code === code)?.title[language]
    case 'occupations':
      return lists.occupations.find((each) => each.code === code)?.title[language]
    case 'education':
      return lists.education.find((each) => each.code === code)?.title[language]
    case 'cefr':
      return /^[a-c][12]$/.test(code) ? code.toUpperCase() : NO_KNOWLEDGE[language]
  }
}

const factOf = (code: FactCode, scoring: Scoring): Fact | undefined =>
  scoring.facts.find((fact) => fact.code === code)

const NO_KNOWLEDGE = {
  az: 'bilik yoxdur',
  tr: 'bilgisi yok',
  en: 'none',
  ru: 'нет',
} as const satisfies Record<Language, string>
