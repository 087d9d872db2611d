import type { Language } from '#core/language.ts'

const en = {
  title: 'Messages',
  lead: 'Ask about this application, or tell us something about it. What you write here changes none of your answers and is not a complaint.',
  you: 'You',
  text: 'Your message',
  hint: 'Write in the language that is easiest for you. Do not write passwords or card numbers. At most 4,000 characters.',
  until: 'The Service answers by',
  empty: 'Write your message',
  long: 'Shorten your message to 4,000 characters',
  unreadable: 'Remove the characters that cannot be read',
  stale: 'A new message has come since you opened this page. Read it; what you wrote is still here',
  same: 'You have just sent exactly this message. It was not sent twice',
  waits: 'You have written ten messages that are not answered yet. Please wait for an answer',
  closed: 'Nothing can be written in this application now.',
} as const

export type MessagesWords = Readonly<Record<keyof typeof en, string>>

export const messagesWords: Readonly<Record<Language, MessagesWords>> = {
  en,
  az: {
    title: 'Mesajlar',
    lead: 'Bu müraciət barədə sual verin və ya bizə nəsə bildirin. Burada yazdıqlarınız müraciətdəki cavablarınızı dəyişmir və şikayət sayılmır.',
    you: 'Siz',
    text: 'Mesajınız',
    hint: 'Sizə ən asan olan dildə yazın. Parol və kart nömrəsi yazmayın. Ən çoxu 4000 simvol.',
    until: 'Xidmətin cavab verəcəyi son gün:',
    empty: 'Mesajınızı yazın',
    long: 'Mesajınızı 4.000 simvola qədər qısaldın',
    unreadable: 'Oxunmayan simvolları silin',
    stale: 'Bu səhifəni açdığınızdan bəri yeni mesaj gəlib. Onu oxuyun; yazdığınız burada qalır',
    same: 'Bu mesajı artıq eynilə göndərmisiniz. İkinci dəfə göndərilmədi',
    waits: 'Hələ cavab verilməmiş on mesaj yazmısınız. Zəhmət olmasa, cavabı gözləyin',
    closed: 'Bu müraciət üzrə indi mesaj yazmaq olmur.',
  },
  tr: {
    title: 'Mesajlar',
    lead: 'Bu başvuru hakkında soru sorun ya da bize bir şey bildirin. Burada yazdıklarınız yanıtlarınızı değiştirmez ve şikâyet sayılmaz.',
    you: 'Siz',
    text: 'Mesajınız',
    hint: 'Size en kolay gelen dilde yazın. Parola ve kart numarası yazmayın. En fazla 4.000 karakter.',
    until: 'Göç Servisinin yanıt vereceği son gün:',
    empty: 'Mesajınızı yazın',
    long: 'Mesajınızı 4.000 karaktere kısaltın',
    unreadable: 'Okunamayan karakterleri silin',
    stale:
      'Bu sayfayı açtığınızdan beri yeni bir mesaj geldi. Onu okuyun; yazdığınız burada duruyor',
    same: 'Bu mesajı az önce aynen gönderdiniz. İkinci kez gönderilmedi',
    waits: 'Henüz yanıtlanmamış on mesaj yazdınız. Lütfen yanıtı bekleyin',
    closed: 'Bu başvuruda şu anda mesaj yazılamıyor.',
  },
  ru: {
    title: 'Сообщения',
    lead: 'Задайте вопрос об этом обращении или сообщите нам что-нибудь о нём. Написанное здесь не меняет ваших ответов и не считается жалобой.',
    you: 'Вы',
    text: 'Ваше сообщение',
    hint: 'Пишите на том языке, на котором вам удобнее. Не пишите паролей и номеров карт. Не более 4000 знаков.',
    until: 'Последний день для ответа Миграционной службы:',
    empty: 'Напишите сообщение',
    long: 'Сократите сообщение до 4000 знаков',
    unreadable: 'Удалите знаки, которые нельзя прочитать',
    stale:
      'С тех пор как вы открыли эту страницу, пришло новое сообщение. Прочитайте его; написанное вами осталось здесь',
    same: 'Вы только что отправили точно такое же сообщение. Второй раз оно не отправлено',
    waits: 'Вы написали десять сообщений, на которые ещё не ответили. Пожалуйста, дождитесь ответа',
    closed: 'Сейчас по этому обращению писать нельзя.',
  },
}
