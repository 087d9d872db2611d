import type { OfficeLanguage } from '#core/language.ts'

const en = {
  intro: 'When you take this step, these bodies are asked.',
  warning: 'Warning',
  again:
    'This was asked before and answered by {count}. If you ask again, those answers no longer count.',
  introPeople: 'When you take this step, these people are asked.',
  person: '{what}: {who} ({count}), by {day}',
  caption: 'Who gives the points of each criterion',
  criterion: 'Criterion',
  scorer: 'Gives the points',
  points: 'Points at most',
  scoringDue: 'Points are due by {day}.',
  objections: 'May object: {bodies}. Their answer is due by {day}.',
  noObjections: 'No body is asked whether it objects.',
  nobody: 'nobody',
} as const

export type AskWords = Readonly<Record<keyof typeof en, string>>

export const askWords: Readonly<Record<OfficeLanguage, AskWords>> = {
  en,
  az: {
    intro: 'Bu addımla aşağıdakı orqanlara sorğu göndərilir.',
    warning: 'Diqqət',
    again:
      'Bu artıq soruşulub, cavab verənlərin sayı: {count}. Yenidən soruşsanız, həmin cavablar nəzərə alınmayacaq.',
    introPeople: 'Bu addımla aşağıdakı şəxslərdən cavab istənilir.',
    person: '{what}: {who} ({count}), son gün: {day}',
    caption: 'Hər meyar üzrə balı kim verir',
    criterion: 'Meyar',
    scorer: 'Balı verən orqan',
    points: 'Ən çox bal',
    scoringDue: 'Bal vermək üçün son gün: {day}.',
    objections: 'Etiraz edə bilər: {bodies}. Cavab üçün son gün: {day}.',
    noObjections: 'Heç bir orqandan rəy istənilmir.',
    nobody: 'heç kim',
  },
}
