import type { Language } from '#core/language.ts'

/** A level of the Common European Framework in words: "B2 – independent". */
export function cefrName(code: string, language: Language): string {
  const level = code.toUpperCase()
  const words = CEFR_WORDS[language][code.slice(0, 1)]
  return words === undefined ? NO_LANGUAGE[language] : `${level} – ${words}`
}

const NO_LANGUAGE = { az: 'bilmirəm', tr: 'bilmiyorum', en: 'none', ru: 'не владею' } as const

/** The three stages of the Common European Framework. */
const CEFR_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  az: { a: 'sadə istifadə', b: 'müstəqil istifadə', c: 'sərbəst istifadə' },
  tr: { a: 'temel kullanım', b: 'bağımsız kullanım', c: 'ileri düzey' },
  en: { a: 'basic', b: 'independent', c: 'proficient' },
  ru: { a: 'элементарное владение', b: 'самостоятельное владение', c: 'свободное владение' },
}
