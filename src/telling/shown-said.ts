import { isoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { formatDate } from '#telling/dates.ts'

const SHOWN = ['card-on', 'card-number', 'personal-number'] as const

type ShownSaid = {
  readonly meaning: (typeof SHOWN)[number]
  readonly label: string
  readonly text: string
}

/** What a register says of what was given, such as the number of a card, in words. */
export const shownSaid = (
  says: Readonly<Record<string, string>>,
  language: Language,
): readonly ShownSaid[] =>
  SHOWN.flatMap((meaning) => {
    const said = says[meaning]
    if (said === undefined) return []
    const text = meaning === 'card-on' ? formatDate(isoDate(said), language, 'plain') : said
    return [{ meaning, label: WORDS[language][meaning], text }]
  })

const WORDS = {
  en: {
    'card-on': 'Since',
    'card-number': 'Its number',
    'personal-number': 'Personal identification number (FİN)',
  },
  az: {
    'card-on': 'Bu tarixdən',
    'card-number': 'Nömrəsi',
    'personal-number': 'Fərdi identifikasiya nömrəsi (FİN)',
  },
  tr: {
    'card-on': 'Şu tarihten beri',
    'card-number': 'Numarası',
    'personal-number': 'Kişisel kimlik numarası (FİN)',
  },
  ru: {
    'card-on': 'С этого дня',
    'card-number': 'Её номер',
    'personal-number': 'Персональный идентификационный номер (FİN)',
  },
} as const satisfies Record<Language, unknown>
