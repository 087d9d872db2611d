import type { Language, OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'Invite to act for themselves',
  who: '{role}, in case {number}. Of age since {date}.',
  lead: 'Whoever acted for them as a child does not act for them any more. With an account of their own they go on as the same person, with all that they hold and all that was applied for.',
  ask: 'Look at their passport before you send this. They say their date of birth and the number of their travel document themselves, as a case has them.',
  waits: 'An invitation is open until {time}. Another one takes its place.',
  email: 'Their email address',
  emailWrong: 'Enter their email address, for example ben@example.com',
  unknown: 'No case has their date of birth as it was said when they were brought along.',
  ownAddress: 'This is the address of an official. Enter their own.',
  language: 'Language of the email',
  button: 'Send the invitation',
} as const

export type HandOverWords = Readonly<Record<keyof typeof en, string>>

export const handOverWords: Readonly<Record<OfficeLanguage, HandOverWords>> = {
  en,
  az: {
    title: 'Özü hərəkət etsin deyə dəvət edin',
    who: '{role}, {number} nömrəli işdə. 18 yaşının tamam olduğu gün: {date}.',
    lead: 'Uşaq ikən onun əvəzinə hərəkət edən şəxs artıq onun əvəzinə hərəkət etmir. Öz şəxsi kabineti ilə o, həmin şəxs kimi davam edir, onda olan və müraciət edilən hər şeylə birlikdə.',
    ask: 'Dəvəti göndərməzdən əvvəl pasportuna baxın. O, doğum tarixini və səyahət sənədinin nömrəsini işdə olduğu kimi özü yazır.',
    waits: 'Bu vaxta qədər açıq dəvət var: {time}. Yenisi onun yerini tutur.',
    email: 'Onun e-poçt ünvanı',
    emailWrong: 'Onun e-poçt ünvanını yazın, məsələn, ben@example.com',
    unknown: 'Heç bir işdə əlavə edilərkən deyilən doğum tarixi yoxdur.',
    ownAddress: 'Bu, vəzifəli şəxsin ünvanıdır. Onun öz ünvanını yazın.',
    language: 'Məktubun dili',
    button: 'Dəvəti göndərin',
  },
}

/** Languages as their readers call them. */
export const IN_LANGUAGE: Readonly<Record<Language, string>> = {
  az: 'Azərbaycanca',
  tr: 'Türkçe',
  en: 'English',
  ru: 'Русский',
}
