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
  restAsked:
    'The rest is asked for by itself: {amount}. They read that, and can pay it in the payment portal until {day}. If they do not, a case about it is opened.',
  restStays: 'Leave it so, the rest stays to be paid',
  'answer-nothing': 'nothing follows',
  'answer-pay-back': 'what is too much is paid back',
  'answer-paid-back': 'it was paid back by hand',
  answered: 'This was answered already: {answer}. By {name}, on {day}.',
  official: 'an official',
  gone: 'This does not wait for anybody any more: it was settled since you opened the page.',
  'sum-changed': 'The sum has changed since you opened the page. It is shown as it is now.',
  payBack: 'Pay back {amount}',
  byHand:
    '{amount} of it was paid on paper, and no portal pays that back. It then waits on this page until it is recorded by hand.',
  waiting: 'To be paid back',
  waitingLead:
    'What was paid on paper is paid back by hand. So is what the payment portal refuses to pay back, if trying again does not help.',
  amount: 'Amount',
  onPaper: 'paid on paper',
  refused: 'the portal was asked {tries} times, and answered last: {code}',
  on: 'On which day was it paid back?',
  onHint: 'Once it was. Not before {since}, when it was decided.',
  onMissing: 'Enter the day on which it was paid back. Not before {since}, and not in the future',
  record: 'It was paid back by hand',
  again: 'Ask the portal again',
  untold: 'Not taken by the payment portal',
  untoldLead:
    'Whoever has to pay cannot do it there, and reads that the Service has to tell them how. No case is opened by itself because it is not paid. Ask the portal again, or write to them and record their receipt in the case.',
  due: 'Last day to pay',
  asked: 'It was asked to take',
  owed: 'that it is owed',
  notOwed: 'that it is not owed any more',
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
    restAsked:
      'Qalan məbləğ özü tələb olunur: {amount}. Bunu oxuyurlar və ödəniş portalında ödəyə bilərlər, son gün: {day}. Ödəməsələr, bununla bağlı iş açılır.',
    restStays: 'Belə qalsın, qalan məbləğ ödənilməlidir',
    'answer-nothing': 'heç nə edilmir',
    'answer-pay-back': 'artıq ödənilən qaytarılır',
    'answer-paid-back': 'portaldan kənar qaytarılıb',
    answered: 'Buna artıq cavab verilib: {answer}. Cavab verən: {name}, gün: {day}.',
    official: 'əməkdaş',
    gone: 'Bu artıq heç kimi gözləmir: səhifəni açdıqdan sonra həll olunub.',
    'sum-changed': 'Səhifəni açdıqdan sonra məbləğ dəyişib. İndi olduğu kimi göstərilir.',
    payBack: '{amount} qaytarın',
    byHand:
      'Ondan {amount} kağız qəbzlə ödənilib, portal onu qaytarmır. Qaytarıldığı qeyd edilənə qədər bu səhifədə gözləyir.',
    waiting: 'Qaytarılmalıdır',
    waitingLead:
      'Kağız qəbzlə ödənilən portaldan kənar qaytarılır. Portalın qaytarmaqdan imtina etdiyi də, yenidən soruşmaq kömək etmirsə, belə qaytarılır.',
    amount: 'Məbləğ',
    onPaper: 'kağız qəbzlə ödənilib',
    refused: 'portaldan {tries} dəfə soruşulub, son cavabı: {code}',
    on: 'Hansı gün qaytarılıb?',
    onHint: 'Qaytarılandan sonra. Qərar verilən gündən, {since}, tez deyil.',
    onMissing: 'Qaytarıldığı günü yazın. {since} tarixindən tez və gələcəkdə ola bilməz',
    record: 'Portaldan kənar qaytarılıb',
    again: 'Portaldan yenidən soruşun',
    untold: 'Ödəniş portalı qəbul etmir',
    untoldLead:
      'Ödəməli olan orada ödəyə bilmir və necə ödəyəcəyini Xidmətin bildirməli olduğunu oxuyur. Ödənilmədiyi üçün iş özü açılmır. Portaldan yenidən soruşun və ya ona yazın və qəbzini işdə qeyd edin.',
    due: 'Ödəmək üçün son gün',
    asked: 'Portala nə bildirilib',
    owed: 'rüsum ödənilməlidir',
    notOwed: 'rüsum artıq ödənilməli deyil',
    days: 'Portal ilə tutuşdurulan günlər',
    daysNone: 'Hələ heç bir gün portal ilə tutuşdurulmayıb.',
    dayRow: 'burada {here}, portalın siyahısında {there}, fərqli {differing}',
  },
}
