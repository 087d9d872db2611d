/** The languages of the portal, in the order in which they are offered. */
export const LANGUAGES = ['az', 'tr', 'en', 'ru'] as const
export type Language = (typeof LANGUAGES)[number]

/** The languages of the office. */
export const OFFICE_LANGUAGES = ['az', 'en'] as const satisfies readonly Language[]
export type OfficeLanguage = (typeof OFFICE_LANGUAGES)[number]

/** One text in every language of the portal. */
export type Words = Readonly<Record<Language, string>>

/** One text in the languages of the office. */
export type OfficeWords = Readonly<Record<OfficeLanguage, string>>

/** All of them, these first. */
export const languagesAfter = (first: readonly Language[]): readonly Language[] => [
  ...first,
  ...LANGUAGES.filter((language) => !first.includes(language)),
]

/** What is dear to make and alike for all readers of a language: made when first asked for. */
export function onceEach<Value>(
  make: (language: Language) => Value,
): (language: Language) => Value {
  const made = new Map<Language, { readonly value: Value }>()
  return (language) => {
    const known = made.get(language) ?? { value: make(language) }
    made.set(language, known)
    return known.value
  }
}

/** True for a language of the portal. */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text)
}

/** True for a language of the office. */
export function isOfficeLanguage(text: string): text is OfficeLanguage {
  return OFFICE_LANGUAGES.some((language) => language === text)
}
