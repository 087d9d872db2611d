import type { OfficeLanguage } from '#core/language.ts'

const en = {
  when: 'When',
  unchosen: 'No time is chosen yet',
  came: 'Came on {day}',
  missed: 'Did not come on {day}, and has not chosen another time yet',
  list: 'List of that day',
  choose: 'Choose a time for them, or give one back',
  lead: 'For people who cannot choose a time online. They are written to, and what you do counts as no change of theirs.',
  cancel: 'Give this time back',
  free: 'Free times',
  take: 'They come at this time',
  waits: 'A time can be chosen once the step before it is done.',
  noPlace: 'No place is named in the rules where people can come for this.',
  noTime: 'No time is free in the next weeks.',
  'no-time': 'Choose a time',
  'nobody-chosen': 'Choose who comes',
  'not-free': 'That time is not free any more. Choose another',
} as const

export type VisitWords = Readonly<Record<keyof typeof en, string>>

export const visitWords: Readonly<Record<OfficeLanguage, VisitWords>> = {
  en,
  az: {
    when: 'Nə vaxt',
    unchosen: 'Vaxt hələ seçilməyib',
    came: 'Gəldiyi gün: {day}',
    missed: 'Gəlmədiyi gün: {day}, başqa vaxtı hələ seçməyib',
    list: 'Həmin günün siyahısı',
    choose: 'Onlar üçün vaxt seçin və ya vaxtı ləğv edin',
    lead: 'Vaxtı onlayn seçə bilməyənlər üçün. Onlara məktub göndərilir, sizin seçiminiz isə onların dəyişikliyi kimi sayılmır.',
    cancel: 'Bu vaxtı ləğv edin',
    free: 'Boş vaxtlar',
    take: 'Bu vaxtda gəlirlər',
    waits: 'Vaxt bundan əvvəlki addım bitəndə seçilə bilər.',
    noPlace: 'Qaydalarda bunun üçün gəlmək olan yer göstərilməyib.',
    noTime: 'Yaxın həftələrdə boş vaxt yoxdur.',
    'no-time': 'Vaxt seçin',
    'nobody-chosen': 'Kimin gəldiyini seçin',
    'not-free': 'Bu vaxt artıq boş deyil. Başqasını seçin',
  },
}
