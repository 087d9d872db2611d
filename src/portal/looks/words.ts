import type { Language } from '#core/language.ts'

const en = {
  title: 'Who looked at your data',
  intro:
    'Every time an official opens your data, it is recorded here before the page is shown to them. Nobody can remove an entry.',
  none: 'Nobody has looked at your data yet.',
  looked: 'Looked at',
  case: 'your application',
  document: 'a document of yours',
  score: 'your application, to give points',
  opinion: 'your application, to say whether they object',
  decision: 'your application, to decide it',
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
    case: 'müraciətinizə',
    document: 'sənədinizə',
    score: 'bal vermək üçün müraciətinizə',
    opinion: 'etiraz olub-olmadığını bildirmək üçün müraciətinizə',
    decision: 'qərar vermək üçün müraciətinizə',
    older: 'Əvvəlki qeydlər',
  },
  tr: {
    title: 'Verilerinize kim baktı',
    intro:
      'Bir görevli verilerinizi her açtığında bu, sayfa ona gösterilmeden önce buraya yazılır. Hiç kimse bir kaydı silemez.',
    none: 'Henüz kimse verilerinize bakmadı.',
    looked: 'Baktı:',
    case: 'başvurunuza',
    document: 'bir belgenize',
    score: 'puan vermek için başvurunuza',
    opinion: 'itirazı olup olmadığını bildirmek için başvurunuza',
    decision: 'karar vermek için başvurunuza',
    older: 'Daha eski kayıtlar',
  },
  ru: {
    title: 'Кто смотрел ваши данные',
    intro:
      'Каждый раз, когда сотрудник открывает ваши данные, это записывается здесь ещё до того, как страница откроется. Удалить запись никто не может.',
    none: 'Пока никто не смотрел ваши данные.',
    looked: 'Открыто:',
    case: 'ваше обращение',
    document: 'ваш документ',
    score: 'ваше обращение, чтобы поставить баллы',
    opinion: 'ваше обращение, чтобы сообщить, есть ли возражение',
    decision: 'ваше обращение, чтобы принять решение',
    older: 'Более ранние записи',
  },
}
