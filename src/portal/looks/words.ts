import type { Language } from '#core/language.ts'

const en = {
  title: 'Who looked at your data',
  intro:
    'Every time an official opens your data, it is written down here before the page is shown to them. Nobody can take an entry away.',
  none: 'Nobody has looked at your data yet.',
  looked: 'Looked at',
  case: 'Your application',
  document: 'A document of yours',
  score: 'Your application, to give points',
  opinion: 'Your application, to say whether they object',
  decision: 'Your application, to decide it',
  older: 'Older entries',
} as const

export type LooksWords = Readonly<Record<keyof typeof en, string>>

export const looksWords: Readonly<Record<Language, LooksWords>> = {
  en,
  az: {
    title: 'Məlumatlarınıza kim baxıb',
    intro:
      'Əməkdaş məlumatlarınızı hər dəfə açanda, səhifə ona göstərilməzdən əvvəl bura yazılır. Heç kim qeydi silə bilməz.',
    none: 'Hələ heç kim məlumatlarınıza baxmayıb.',
    looked: 'Baxıb:',
    case: 'Müraciətinizə',
    document: 'Sənədinizə',
    score: 'Bal vermək üçün müraciətinizə',
    opinion: 'Etiraz olub-olmadığını bildirmək üçün müraciətinizə',
    decision: 'Qərar vermək üçün müraciətinizə',
    older: 'Əvvəlki qeydlər',
  },
  tr: {
    title: 'Verilerinize kim baktı',
    intro:
      'Bir memur verilerinizi her açtığında, sayfa ona gösterilmeden önce buraya yazılır. Hiç kimse bir kaydı silemez.',
    none: 'Henüz kimse verilerinize bakmadı.',
    looked: 'Baktı:',
    case: 'Başvurunuza',
    document: 'Bir belgenize',
    score: 'Puan vermek için başvurunuza',
    opinion: 'Itiraz olup olmadığını bildirmek için başvurunuza',
    decision: 'Karar vermek için başvurunuza',
    older: 'Daha eski kayıtlar',
  },
  ru: {
    title: 'Кто смотрел ваши данные',
    intro:
      'Каждый раз, когда сотрудник открывает ваши данные, это записывается здесь ещё до того, как он увидит страницу. Удалить запись никто не может.',
    none: 'Пока никто не смотрел ваши данные.',
    looked: 'Смотрел(а):',
    case: 'Ваше обращение',
    document: 'Ваш документ',
    score: 'Ваше обращение, чтобы поставить баллы',
    opinion: 'Ваше обращение, чтобы сказать, есть ли возражение',
    decision: 'Ваше обращение, чтобы принять решение',
    older: 'Более ранние записи',
  },
}
