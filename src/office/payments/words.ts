import type { DIFFERENCES, Finding } from '#core/cases/paying.ts'
import type { OfficeLanguage } from '#core/language.ts'

export type Kind = Finding | (typeof DIFFERENCES)[number]

/** What an official has to look at in a payment. */
export const findingWords: Readonly<Record<OfficeLanguage, Readonly<Record<Kind, string>>>> = {
  en: {
    unknown: 'paid for an invoice that is not ours',
    currency: 'paid in another currency',
    withdrawn: 'paid after nothing was owed any more',
    twice: 'paid twice',
    'too-little': 'too little was paid',
    'too-much': 'too much was paid',
    late: 'paid after the last day',
    refunded: 'paid back, and less is left than is owed',
    'only-here': 'noted here, and not in the book of the portal',
    'only-there': 'in the book of the portal, and not told to us that day',
    otherwise: 'stands otherwise in the book of the portal',
  },
  az: {
    unknown: 'bizim olmayan nömrə üzrə ödənilib',
    currency: 'başqa valyuta ilə ödənilib',
    withdrawn: 'ödəmək lazım olmadığı halda ödənilib',
    twice: 'iki dəfə ödənilib',
    'too-little': 'az ödənilib',
    'too-much': 'artıq ödənilib',
    late: 'son gündən sonra ödənilib',
    refunded: 'qaytarılıb, qalan məbləğ rüsumdan azdır',
    'only-here': 'burada qeyd olunub, portalın siyahısında yoxdur',
    'only-there': 'portalın siyahısında var, həmin gün bizə bildirilməyib',
    otherwise: 'portalın siyahısında başqa cürdür',
  },
}

const en = {
  title: 'Payments',
  lead: 'What is not as it should be in a payment, for an official to decide. Nothing here ends what somebody holds.',
  none: 'There is nothing to look at.',
  what: 'What',
  amount: 'Amount',
  day: 'Day',
  of: 'Case',
  receipt: 'Receipt',
  nothing: 'Nothing follows',
  payBack: 'It is to be paid back',
  days: 'Days held against the portal',
  daysNone: 'No day was held against the portal yet.',
  dayRow: '{here} noted here, {there} in the book of the portal, {differing} different',
} as const

export type PaymentsWords = Readonly<Record<keyof typeof en, string>>

export const paymentsWords: Readonly<Record<OfficeLanguage, PaymentsWords>> = {
  en,
  az: {
    title: 'Ödənişlər',
    lead: 'Ödənişlərdə qaydasında olmayanlar, qərarı əməkdaş verir. Burada heç nə kiminsə icazəsinə son qoymur.',
    none: 'Baxılmalı heç nə yoxdur.',
    what: 'Nə olub',
    amount: 'Məbləğ',
    day: 'Gün',
    of: 'İş',
    receipt: 'Qəbz',
    nothing: 'Heç nə edilmir',
    payBack: 'Qaytarılmalıdır',
    days: 'Portal ilə tutuşdurulan günlər',
    daysNone: 'Hələ heç bir gün portal ilə tutuşdurulmayıb.',
    dayRow: 'burada {here}, portalın siyahısında {there}, fərqli {differing}',
  },
}
