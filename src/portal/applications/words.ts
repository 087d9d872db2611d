import type { Language } from '#core/language.ts'

const en = {
  title: 'Your applications',
  waiting: 'Waiting for your answer',
  applications: 'Applications',
  reviews: 'Complaints and reviews',
  data: 'Requests about your data',
  empty:
    'You have not started an application yet. It takes about an hour. You can stop at any time: what you save is kept.',
  beginTitle: 'Start something new',
  toMay: 'What you may do now, with which papers, and until when',
  shut: 'What else there is, and what it needs',
  begin: 'Start an application',
  asked: 'You can answer until',
  changed: 'Last change',
  erasedAfter: 'Everything is erased after this day:',
  erased: 'The time for keeping this is over: what you told us here was deleted.',
} as const

export type ApplicationsWords = Readonly<Record<keyof typeof en, string>>

export const applicationsWords: Readonly<Record<Language, ApplicationsWords>> = {
  en,
  az: {
    title: 'Müraciətləriniz',
    waiting: 'Cavabınız gözlənilir',
    applications: 'Müraciətlər',
    reviews: 'Şikayətlər və yoxlamalar',
    data: 'Məlumatlarınız barədə istəklər',
    empty:
      'Hələ müraciətə başlamamısınız. Müraciəti doldurmaq təxminən bir saat vaxt aparır. İstədiyiniz vaxt dayana bilərsiniz: yadda saxladığınız qalır.',
    beginTitle: 'Yeni müraciət',
    toMay: 'İndi nə edə bilərsiniz, hansı sənədlərlə və nə vaxtadək',
    shut: 'Başqa nə var və bunun üçün nə lazımdır',
    begin: 'Müraciətə başlayın',
    asked: 'Cavab verə biləcəyiniz son gün:',
    changed: 'Son dəyişiklik',
    erasedAfter: 'Bu gündən sonra hər şey silinir:',
    erased: 'Saxlama müddəti bitib: burada bildirdikləriniz silinib.',
  },
  tr: {
    title: 'Başvurularınız',
    waiting: 'Yanıtınız bekleniyor',
    applications: 'Başvurular',
    reviews: 'Şikâyetler ve incelemeler',
    data: 'Verilerinizle ilgili talepler',
    empty:
      'Henüz bir başvuruya başlamadınız. Başvuru yaklaşık bir saat sürer. İstediğiniz zaman ara verebilirsiniz: kaydettikleriniz saklanır.',
    beginTitle: 'Yeni başvuru',
    toMay: 'Şimdi neler yapabilirsiniz, hangi belgelerle ve ne zamana kadar',
    shut: 'Başka neler var ve bunun için ne gerekir',
    begin: 'Başvuruya başlayın',
    asked: 'Yanıt verebileceğiniz son gün:',
    changed: 'Son değişiklik',
    erasedAfter: 'Bu günden sonra her şey silinir:',
    erased: 'Saklama süresi doldu: burada bildirdikleriniz silindi.',
  },
  ru: {
    title: 'Ваши обращения',
    waiting: 'Ждём вашего ответа',
    applications: 'Обращения',
    reviews: 'Жалобы и проверки',
    data: 'Просьбы о ваших данных',
    empty:
      'Вы ещё не начали заполнять обращение. Это займёт около часа. Можно остановиться в любой момент: сохранённое останется.',
    beginTitle: 'Новое обращение',
    toMay: 'Что вам сейчас доступно, с какими документами и до какого дня',
    shut: 'Что есть ещё и что для этого нужно',
    begin: 'Начать обращение',
    asked: 'Ответить можно не позднее',
    changed: 'Последнее изменение',
    erasedAfter: 'После этого дня всё удаляется:',
    erased: 'Срок хранения истёк: то, что вы здесь сообщили, удалено.',
  },
}
