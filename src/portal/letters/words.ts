import type { Language } from '#core/language.ts'

const en = {
  title: 'Letters',
  lead: 'Every letter about this case. Each time we also write to your email address; of what is decided, given, owed or paid we say there only that there is a letter here.',
  empty:
    'There are no letters yet. When something happens to your application, we write to you here and by email.',
  written: 'Written on',
  'in-az': 'In Azerbaijani: a letter stays in the language in which it was written.',
  'in-tr': 'In Turkish: a letter stays in the language in which it was written.',
  'in-en': 'In English: a letter stays in the language in which it was written.',
  'in-ru': 'In Russian: a letter stays in the language in which it was written.',
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
    lead: 'Bu iş üzrə bütün məktublar. Hər dəfə e-poçt ünvanınıza da yazırıq; qərar, icazə, rüsum və ödənişlər barədə orada yalnız burada məktub olduğunu bildiririk.',
    empty:
      'Hələ məktub yoxdur. Müraciətinizlə bağlı yenilik olanda sizə burada və e-poçtla yazacağıq.',
    written: 'Yazılıb',
    'in-az': 'Azərbaycan dilində: məktub yazıldığı dildə qalır.',
    'in-tr': 'Türk dilində: məktub yazıldığı dildə qalır.',
    'in-en': 'İngilis dilində: məktub yazıldığı dildə qalır.',
    'in-ru': 'Rus dilində: məktub yazıldığı dildə qalır.',
    sent: 'E-poçtla göndərilib',
    waiting: 'E-poçt ünvanınıza göndərilir',
    later: 'E-poçt ünvanınıza göndərilmə vaxtı',
    refused:
      'Bunu e-poçtla göndərə bilmədik: poçt serveri ünvanınızı qəbul etmir. Məktubları burada oxuyun.',
  },
  tr: {
    title: 'Bildirimler',
    lead: 'Bu dosyayla ilgili bütün bildirimler. Her seferinde e-posta adresinize de yazıyoruz; karar, izin, harç ve ödemelerle ilgili olarak orada yalnızca burada bir bildirim olduğunu söylüyoruz.',
    empty:
      'Henüz bildirim yok. Başvurunuzla ilgili bir gelişme olduğunda size burada ve e-postayla ' +
      'yazacağız.',
    written: 'Yazıldı',
    'in-az': 'Azerbaycanca: bildirim, yazıldığı dilde kalır.',
    'in-tr': 'Türkçe: bildirim, yazıldığı dilde kalır.',
    'in-en': 'İngilizce: bildirim, yazıldığı dilde kalır.',
    'in-ru': 'Rusça: bildirim, yazıldığı dilde kalır.',
    sent: 'E-postayla gönderildi',
    waiting: 'E-posta adresinize gönderiliyor',
    later: 'E-posta adresinize gönderim zamanı',
    refused:
      'Bunu e-postayla gönderemedik: posta sunucusu adresinizi kabul etmiyor. Bildirimleri burada okuyun.',
  },
  ru: {
    title: 'Письма',
    lead: 'Все письма по этому делу. Каждый раз мы пишем и на вашу электронную почту; о решениях, о том, что вам выдано, о пошлине и оплате там сказано только, что здесь есть письмо.',
    empty:
      'Писем пока нет. Когда по обращению будут новости, мы напишем вам здесь и на ' +
      'электронную почту.',
    written: 'Написано',
    'in-az': 'На азербайджанском языке: письмо остаётся на том языке, на котором написано.',
    'in-tr': 'На турецком языке: письмо остаётся на том языке, на котором написано.',
    'in-en': 'На английском языке: письмо остаётся на том языке, на котором написано.',
    'in-ru': 'На русском языке: письмо остаётся на том языке, на котором написано.',
    sent: 'Отправлено на электронную почту',
    waiting: 'Отправляется на вашу электронную почту',
    later: 'Отправка на вашу электронную почту',
    refused:
      'Отправить это на почту не удалось: почтовый сервер не принимает ваш адрес. Читайте письма здесь.',
  },
}
