import { isLanguage, type Language } from '#core/language.ts'

/** The languages of the reader that we speak, in the order in which they stand. */
export const wantedLanguages = (accepted: string): readonly Language[] =>
  accepted.split(',').flatMap((each) => {
    const code = each.trim().slice(0, 2).toLowerCase()
    return isLanguage(code) ? code : []
  })

/** The first of them, or English: most who come are from abroad. */
export const wantedLanguage = (accepted: string): Language => wantedLanguages(accepted)[0] ?? 'en'
