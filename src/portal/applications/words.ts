import type { Language } from '#core/language.ts'

const en = {
  title: 'Your applications',
  empty:
    'You have not started an application yet. It takes about an hour. You can stop at any time: what you save is kept.',
  begin: 'Start an application',
  goOn: 'Continue your application',
  look: 'Open',
  number: 'Number',
  none: 'Not submitted yet',
  changed: 'Last change',
  oneAtATime:
    'You already have an application in progress. You can start another once it is decided or withdrawn.',
} as const

export type ApplicationsWords = Readonly<Record<keyof typeof en, string>>

export const applicationsWords: Readonly<Record<Language, ApplicationsWords>> = {
  en,
  az: {
    title: 'Müraciətləriniz',
    empty:
      'Hələ müraciətə başlamamısınız. Müraciəti doldurmaq təxminən bir saat vaxt aparır. İstədiyiniz vaxt dayana bilərsiniz: yadda saxladığınız qalır.',
    begin: 'Müraciətə başlayın',
    goOn: 'Müraciətinizə davam edin',
    look: 'Açın',
    number: 'Nömrə',
    none: 'Hələ təqdim edilməyib',
    changed: 'Son dəyişiklik',
    oneAtATime:
      'Davam edən müraciətiniz var. Ona dair qərar veriləndən və ya onu geri götürəndən sonra yenisinə başlaya bilərsiniz.',
  },
  tr: {
    title: 'Başvurularınız',
    empty:
      'Henüz bir başvuruya başlamadınız. Başvuru yaklaşık bir saat sürer. İstediğiniz zaman ara verebilirsiniz: kaydettikleriniz saklanır.',
    begin: 'Başvuruya başlayın',
    goOn: 'Başvurunuza devam edin',
    look: 'Aç',
    number: 'Numara',
    none: 'Henüz gönderilmedi',
    changed: 'Son değişiklik',
    oneAtATime:
      'Devam eden bir başvurunuz var. Karara bağlandığında ya da geri çekildiğinde yenisine başlayabilirsiniz.',
  },
  ru: {
    title: 'Ваши обращения',
    empty:
      'Вы ещё не начали обращение. Это займёт около часа. Можно остановиться в любой момент: сохранённое останется.',
    begin: 'Начать обращение',
    goOn: 'Продолжить обращение',
    look: 'Открыть',
    number: 'Номер',
    none: 'Ещё не подано',
    changed: 'Последнее изменение',
    oneAtATime:
      'У вас есть незавершённое обращение. Новое можно начать, когда по нему примут решение или вы его отзовёте.',
  },
}
