import type { Language } from '#core/language.ts'

/** That it is too soon to complain that nothing was decided. */
const en = {
  tooSoonTitle: 'You cannot complain yet that nothing was decided',
  tooSoon:
    'The last day for our answer has not passed, the clock stands still, or there is a decision already. Your case says how it stands and by when we answer.',
  toCase: 'See your case',
} as const

export type ContestWords = Readonly<Record<keyof typeof en, string>>

export const contestWords: Readonly<Record<Language, ContestWords>> = {
  en,
  az: {
    tooSoonTitle: 'Qərar verilmədiyindən hələ şikayət etmək olmaz',
    tooSoon:
      'Cavab üçün son gün keçməyib, müddət dayandırılıb və ya qərar artıq var. İşin vəziyyəti və cavab üçün son gün öz səhifəsində yazılıb.',
    toCase: 'İşə baxın',
  },
  tr: {
    tooSoonTitle: 'Karar verilmediğinden henüz şikâyet edilemez',
    tooSoon:
      'Yanıt için son gün geçmedi, süre durduruldu veya zaten bir karar var. Dosyanın durumu ve yanıt için son gün kendi sayfasında yazılıdır.',
    toCase: 'Dosyayı görün',
  },
  ru: {
    tooSoonTitle: 'Жаловаться на то, что решения нет, пока нельзя',
    tooSoon:
      'Последний день для ответа ещё не прошёл, срок приостановлен или решение уже есть. На странице дела написано, на каком оно этапе и до какого дня мы ответим.',
    toCase: 'Посмотреть дело',
  },
}
