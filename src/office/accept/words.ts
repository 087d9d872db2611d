import type { OfficeLanguage } from '#core/language.ts'

const en = {
  intro: 'The application is complete. When you accept it, these bodies are asked.',
  caption: 'Who gives the points of each criterion',
  criterion: 'Criterion',
  scorer: 'Gives the points',
  points: 'Points at most',
  scoringDue: 'Points are due by {day}.',
  objections: 'May object: {bodies}. Their answer is due by {day}.',
  noObjections: 'No body is asked whether it objects.',
  nobody: 'nobody',
  'no-scorer': 'No body is named for the criterion “{criterion}” in the field of this application.',
} as const

export type AcceptWords = Readonly<Record<keyof typeof en, string>>

export const acceptWords: Readonly<Record<OfficeLanguage, AcceptWords>> = {
  en,
  az: {
    intro: 'Müraciət tamdır. İndi bu orqanlara sorğu göndərilir.',
    caption: 'Hər meyar üzrə balı kim verir',
    criterion: 'Meyar',
    scorer: 'Balı verən orqan',
    points: 'Ən çox bal',
    scoringDue: 'Bal vermək üçün son gün: {day}.',
    objections: 'Etiraz edə bilər: {bodies}. Cavab üçün son gün: {day}.',
    noObjections: 'Heç bir orqandan rəy istənilmir.',
    nobody: 'heç kim',
    'no-scorer': 'Bu müraciətin sahəsi üzrə «{criterion}» meyarı üçün orqan göstərilməyib.',
  },
}
