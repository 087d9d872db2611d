import { isLanguage, type Language } from '#core/language.ts'

/** The first language of the reader that we speak, or English: most who come are from abroad. */
export function wantedLanguage(accepted: string): Language {
  for (const each of accepted.split(',')) {
    const code = each.trim().slice(0, 2).toLowerCase()
    if (isLanguage(code)) return code
  }
  return 'en'
}
