import type { Language } from '#core/language.ts'

/** Wherever somebody writes in a case of theirs: who wrote what, and why it was not taken. */
const en = {
  you: 'You',
  empty: 'Write your message',
  long: 'Shorten your message to 4,000 characters',
  unreadable: 'Remove the characters that cannot be read',
  stale: 'A new message has come since you opened this page. Read it; what you wrote is still here',
  same: 'You have just sent exactly this message. It was not sent twice',
  waits: 'You have written ten messages that are not answered yet. Please wait for an answer',
} as const

type WritingWords = Readonly<Record<keyof typeof en, string>>

export const writingWords: Readonly<Record<Language, WritingWords>> = {
  en,
  az: {
    you: 'Siz',
    empty: 'Mesajınızı yazın',
    long: 'Mesajınızı 4.000 simvola qədər qısaldın',
    unreadable: 'Oxunmayan simvolları silin',
    stale: 'Bu səhifəni açdığınızdan bəri yeni mesaj gəlib. Onu oxuyun; yazdığınız burada qalır',
    same: 'Bu mesajı artıq eynilə göndərmisiniz. İkinci dəfə göndərilmədi',
    waits: 'Hələ cavab verilməmiş on mesaj yazmısınız. Zəhmət olmasa, cavabı gözləyin',
  },
  tr: {
    you: 'Siz',
    empty: 'Mesajınızı yazın',
    long: 'Mesajınızı 4.000 karaktere kısaltın',
    unreadable: 'Okunamayan karakterleri silin',
    stale:
      'Bu sayfayı açtığınızdan beri yeni bir mesaj geldi. Onu okuyun; yazdığınız burada duruyor',
    same: 'Bu mesajı az önce aynen gönderdiniz. İkinci kez gönderilmedi',
    waits: 'Henüz yanıtlanmamış on mesaj yazdınız. Lütfen yanıtı bekleyin',
  },
  ru: {
    you: 'Вы',
    empty: 'Напишите сообщение',
    long: 'Сократите сообщение до 4000 знаков',
    unreadable: 'Удалите знаки, которые нельзя прочитать',
    stale:
      'С тех пор как вы открыли эту страницу, пришло новое сообщение. Прочитайте его; написанное вами осталось здесь',
    same: 'Вы только что отправили точно такое же сообщение. Второй раз оно не отправлено',
    waits: 'Вы написали десять сообщений, на которые ещё не ответили. Пожалуйста, дождитесь ответа',
  },
}
