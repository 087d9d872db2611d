import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'Who comes',
  lead: 'People who chose a time to come in person, by place and day.',
  noPlaces: 'No place is named in the rules where people can come, so nobody can choose a time.',
  place: 'Place',
  day: 'Day',
  show: 'Show',
  before: 'Day before',
  after: 'Day after',
  nobody: 'Nobody comes on this day.',
  time: 'Time',
  who: 'Who',
  case: 'Case',
  for: 'For',
  state: 'Came',
  booked: 'Expected',
  came: 'Came',
  missed: 'Did not come',
  mark: 'Record for {number}, {time}',
  print: 'This page prints as the list of the day.',
  gone: 'That cannot be recorded any more: look at the list again',
} as const

export type ComingWords = Readonly<Record<keyof typeof en, string>>

export const comingWords: Readonly<Record<OfficeLanguage, ComingWords>> = {
  en,
  az: {
    title: 'Kim gəlir',
    lead: 'Şəxsən gəlmək üçün vaxt seçənlər, yer və gün üzrə.',
    noPlaces: 'Qaydalarda gəlmək üçün yer göstərilməyib, ona görə heç kim vaxt seçə bilmir.',
    place: 'Yer',
    day: 'Gün',
    show: 'Göstərin',
    before: 'Əvvəlki gün',
    after: 'Növbəti gün',
    nobody: 'Bu gün heç kim gəlmir.',
    time: 'Saat',
    who: 'Kim',
    case: 'İş',
    for: 'Nə üçün',
    state: 'Gəlib',
    booked: 'Gözlənilir',
    came: 'Gəlib',
    missed: 'Gəlməyib',
    mark: '{number}, {time} üçün qeyd edin',
    print: 'Bu səhifə günün siyahısı kimi çap olunur.',
    gone: 'Bunu artıq qeyd etmək olmur: siyahıya yenidən baxın',
  },
}
