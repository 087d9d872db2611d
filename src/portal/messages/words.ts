import type { Language } from '#core/language.ts'

const en = {
  title: 'Messages',
  lead: 'Ask about this application, or tell us something about it. What you write here changes none of your answers and is not a complaint.',
  text: 'Your message',
  hint: 'Write in the language that is easiest for you. Do not write passwords or card numbers. At most 4,000 characters.',
  until: 'The Service answers by',
  closed: 'Nothing can be written in this application now.',
} as const

export type MessagesWords = Readonly<Record<keyof typeof en, string>>

export const messagesWords: Readonly<Record<Language, MessagesWords>> = {
  en,
  az: {
    title: 'Mesajlar',
    lead: 'Bu müraciət barədə sual verin və ya bizə nəsə bildirin. Burada yazdıqlarınız müraciətdəki cavablarınızı dəyişmir və şikayət sayılmır.',
    text: 'Mesajınız',
    hint: 'Sizə ən asan olan dildə yazın. Parol və kart nömrəsi yazmayın. Ən çoxu 4000 simvol.',
    until: 'Xidmətin cavab verəcəyi son gün:',
    closed: 'Bu müraciət üzrə indi mesaj yazmaq olmur.',
  },
  tr: {
    title: 'Mesajlar',
    lead: 'Bu başvuru hakkında soru sorun ya da bize bir şey bildirin. Burada yazdıklarınız yanıtlarınızı değiştirmez ve şikâyet sayılmaz.',
    text: 'Mesajınız',
    hint: 'Size en kolay gelen dilde yazın. Parola ve kart numarası yazmayın. En fazla 4.000 karakter.',
    until: 'Göç Servisinin yanıt vereceği son gün:',
    closed: 'Bu başvuruda şu anda mesaj yazılamıyor.',
  },
  ru: {
    title: 'Сообщения',
    lead: 'Задайте вопрос об этом обращении или сообщите нам что-нибудь о нём. Написанное здесь не меняет ваших ответов и не считается жалобой.',
    text: 'Ваше сообщение',
    hint: 'Пишите на том языке, на котором вам удобнее. Не пишите паролей и номеров карт. Не более 4000 знаков.',
    until: 'Последний день для ответа Миграционной службы:',
    closed: 'Сейчас по этому обращению писать нельзя.',
  },
}
