import type { OfficeLanguage } from '#core/language.ts'

const en = {
  when: 'When',
  unchosen: 'No time is chosen yet',
  came: 'Came on {day}',
  missed: 'Did not come on {day}, and has not chosen another time yet',
  list: 'List of that day',
} as const

export type VisitWords = Readonly<Record<keyof typeof en, string>>

export const visitWords: Readonly<Record<OfficeLanguage, VisitWords>> = {
  en,
  az: {
    when: 'Nə vaxt',
    unchosen: 'Vaxt hələ seçilməyib',
    came: '{day} gəlib',
    missed: '{day} gəlməyib, başqa vaxtı hələ seçməyib',
    list: 'Həmin günün siyahısı',
  },
}
