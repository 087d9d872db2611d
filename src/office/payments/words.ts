import type { Question } from '#core/cases/paying.ts'
import type { OfficeLanguage } from '#core/language.ts'

/** What an official has to look at in payments. */
export const findingWords: Readonly<Record<OfficeLanguage, Readonly<Record<Question, string>>>> = {
  en: {
    unknown: 'paid for an invoice that is not ours',
    currency: 'paid in another currency',
    withdrawn: 'paid after nothing was owed any more',
    twice: 'paid twice',
    'too-little': 'too little was paid',
    'too-much': 'too much was paid',
    late: 'paid after the last day',
    refunded: 'paid back, and less is left than is owed',
    'refund-differs': 'paid back otherwise than was asked',
    'decided-anew': 'decided anew, and less is owed than was paid',
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
    'refund-differs': 'tələb edildiyindən başqa cür qaytarılıb',
    'decided-anew': 'yenidən qərar verilib, rüsum ödəniləndən azdır',
    'only-here': 'burada qeyd olunub, portalın siyahısında yoxdur',
    'only-there': 'portalın siyahısında var, həmin gün bizə bildirilməyib',
    otherwise: 'portalın siyahısında başqa cürdür',
  },
}

const en = {
  title: 'Payments',
  lead: 'What is not as it should be in what somebody owes and paid, for an official to decide. What is pressed answers all that is open in it. Nothing here ends what somebody holds.',
  none: 'There is nothing to look at.',
  open: 'To look at',
  of: 'Case',
  receipt: 'receipt',
  nothing: 'Nothing follows',
  payBack: 'Pay back {amount}',
  days: 'Days held against the portal',
  daysNone: 'No day was held against the portal yet.',
  dayRow: '{here} noted here, {there} in the book of the portal, {differing} different',
} as const

export type PaymentsWords = Readonly<Record<keyof typeof en, string>>

export const paymentsWords: Readonly<Record<OfficeLanguage, PaymentsWords>> = {
  en,
  az: {
    title: 'Ödənişlər',
    lead: 'Rüsum və ödənişlərdə qaydasında olmayanlar, qərarı əməkdaş verir. Düymə açıq olanların hamısına cavab verir. Burada heç nə kiminsə icazəsinə son qoymur.',
    none: 'Baxılmalı heç nə yoxdur.',
    open: 'Baxılmalıdır',
    of: 'İş',
    receipt: 'qəbz',
    nothing: 'Heç nə edilmir',
    payBack: '{amount} qaytarın',
    days: 'Portal ilə tutuşdurulan günlər',
    daysNone: 'Hələ heç bir gün portal ilə tutuşdurulmayıb.',
    dayRow: 'burada {here}, portalın siyahısında {there}, fərqli {differing}',
  },
}
