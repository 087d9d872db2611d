import type { Tier } from '#core/cases/duty.ts'
import { CEFR_LEVELS } from '#core/facts/code-lists.ts'
import { onceEach, type Language } from '#core/language.ts'
import type { FormField } from '#core/policy/case-type.ts'
import type { Lists, Titled } from '#core/policy/policy.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import type { SelectOption } from '#ui/select.tsx'
import { amount } from '#telling/amounts.ts'
import { compareIn } from '#telling/formatters.ts'
import { cefrName } from '#telling/language-levels.ts'
import {
  countriesSorted,
  issuersSorted,
  languagesSorted,
  nationalitiesSorted,
} from '#telling/names-of-codes.ts'

/** One answer that can be chosen, in words. */
export type OptionName = { readonly code: string; readonly name: string }

type Reader = 'applicant' | 'office'

/** Where the words of codes come from. */
export type Wording = {
  readonly language: Language
  /** Some titles speak to the applicant; officials read about them. */
  readonly reader: Reader
  readonly lists: Lists
  readonly fields: Scoring['fields']
  /** How soon a case can be asked to be answered. */
  readonly tiers?: readonly Tier[]
}

type Question = Pick<FormField, 'kind' | 'options' | 'means'>

/** Every answer that a question of choice can have, in the order in which it is offered. */
export function optionsOf(
  field: Question,
  { language, lists, fields, tiers = [] }: Wording,
): readonly OptionName[] {
  switch (field.kind) {
    case 'country':
      return countriesSorted(language)
    case 'countries':
      return nationalitiesSorted(language)
    case 'issuer':
      return issuersSorted(language)
    case 'language':
      return languagesSorted(language)
    case 'cefr':
      return levels(language)
    case 'education':
      return titled(lists.education, language)
    case 'occupation':
      return titled(lists.occupations, language)
    case 'field':
      return titled(fields, language, 'by-name')
    case 'yes-no':
      return ['yes', 'no'].map((code) => ({ code, name: yesOrNo(code, language) }))
    case 'choice':
    case 'text':
    case 'long-text':
    case 'name':
    case 'machine-name':
    case 'document-number':
    case 'date':
    case 'partial-date':
    case 'month':
    case 'email':
    case 'phone':
    case 'link':
    case 'whole-number':
    case 'declaration':
    case 'consent':
      return (field.options ?? []).map(({ code, label }) => {
        const tier = field.means === 'requested-tier' && tiers.find((each) => each.code === code)
        const name = tier ? inTime(label[language], tier, language) : label[language]
        return { code, name }
      })
  }
}

/** A tier is called by the time that it means, which stands in the procedure alone. */
const inTime = (label: string, { term }: Tier, language: Language): string =>
  `${label}: ${amount(term.length, term.unit, language)}`

/** The same for a list to choose from, nothing chosen first; a long list is always the same. */
export function choicesOf(field: Question, wording: Wording): readonly SelectOption[] {
  const names = optionsOf(field, wording)
  const known = choices.get(names)
  if (known) return known
  const listed = names.map(({ code, name }) => ({ value: code, text: name }))
  const made = Object.freeze([{ value: '', text: '' }, ...listed])
  choices.set(names, made)
  return made
}

const choices = new WeakMap<readonly OptionName[], readonly SelectOption[]>()

/** The words for a code that was chosen, or the code itself where nobody knows it any more. */
export function optionName(field: Question, code: string, wording: Wording): string {
  return optionsOf(field, wording).find((option) => option.code === code)?.name ?? code
}

export const yesOrNo = (code: string, language: Language): string =>
  code === 'yes' ? YES_NO[language].yes : YES_NO[language].no

const levels = onceEach((language): readonly OptionName[] =>
  CEFR_LEVELS.map((code) => ({ code, name: cefrName(code, language) })),
)

/** A list that goes from low to high, or by kinds, stays as policy has it; a mere list does not. */
function titled(
  entries: readonly Titled[],
  language: Language,
  order: 'as-given' | 'by-name' = 'as-given',
): readonly OptionName[] {
  const known = titles.get(entries)
  if (known) return known(language)
  const made = onceEach((each) => {
    const names = entries.map(({ code, title }) => ({ code, name: title[each] }))
    const compare = compareIn(each)
    return order === 'by-name'
      ? names.toSorted((one, other) => compare(one.name, other.name))
      : names
  })
  titles.set(entries, made)
  return made(language)
}

const titles = new WeakMap<readonly Titled[], (language: Language) => readonly OptionName[]>()

const YES_NO = {
  az: { yes: 'Bəli', no: 'Xeyr' },
  tr: { yes: 'Evet', no: 'Hayır' },
  en: { yes: 'Yes', no: 'No' },
  ru: { yes: 'Да', no: 'Нет' },
} as const
