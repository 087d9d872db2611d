import type { Language } from '#core/language.ts'

const en = {
  title: 'Letters',
  lead: 'Every letter about this case. We also send each one to your email address.',
  empty:
    'There are no letters yet. When something happens to your application, we write to you here and by email.',
  written: 'Written on',
  sent: 'Sent by email on',
  waiting: 'On its way to your email address',
  later: 'Goes to your email address on',
  refused:
    'We could not send this by email: the mail server refuses your address. Read your letters here.',
} as const

export type LettersWords = Readonly<Record<keyof typeof en, string>>

export const lettersWords: Readonly<Record<Language, LettersWords>> = {
  en,
  az: {
    title: 'Məktublar',
    lead: 'Bu iş üzrə bütün məktublar. Hər birini e-poçt ünvanınıza da göndəririk.',
    empty:
      'Hələ məktub yoxdur. Müraciətinizlə bağlı yenilik olanda sizə burada və e-poçtla yazacağıq.',
    written: 'Yazılıb',
    sent: 'E-poçtla göndərilib',
    waiting: 'E-poçt ünvanınıza göndərilir',
    later: 'E-poçt ünvanınıza göndərilmə vaxtı',
    refused:
      'Bunu e-poçtla göndərə bilmədik: poçt serveri ünvanınızı qəbul etmir. Məktubları burada oxuyun.',
  },
  tr: {
    title: 'Bildirimler',
    lead: 'Bu dosyayla ilgili bütün bildirimler. Her birini e-posta adresinize de gönderiyoruz.',
    empty:
      'Henüz bildirim yok. Başvurunuzla ilgili bir gelişme olduğunda size burada ve e-postayla ' +
      'yazacağız.',
    written: 'Yazıldı',
    sent: 'E-postayla gönderildi',
    waiting: 'E-posta adresinize gönderiliyor',
    later: 'E-posta adresinize gönderim zamanı',
    refused:
      'Bunu e-postayla gönderemedik: posta sunucusu adresinizi kabul etmiyor. Bildirimleri burada okuyun.',
  },
  ru: {
    title: 'Письма',
    lead: 'Все письма по этому делу. Каждое мы отправляем и на вашу электронную почту.',
    empty:
      'Писем пока нет. Когда по обращению будут новости, мы напишем вам здесь и на ' +
      'электронную почту.',
    written: 'Написано',
    sent: 'Отправлено на электронную почту',
    waiting: 'Отправляется на вашу электронную почту',
    later: 'Отправка на вашу электронную почту',
    refused:
      'Отправить это на почту не удалось: почтовый сервер не принимает ваш адрес. Читайте письма здесь.',
  },
}
