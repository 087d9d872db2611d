import type { Account, PayingBack } from '#core/cases/account.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { Invoices } from '#records/invoices.ts'
import { hundredths } from '#telling/duty.tsx'

type Of = {
  readonly invoices: Invoices
  readonly account: Account
  readonly payingBack: PayingBack
}

/** How somebody stands with what a case costs them, by the same numbers as they read. */
export function accountRows(
  { invoices, account, payingBack }: Of,
  language: OfficeLanguage,
): readonly { readonly key: string; readonly value: string }[] {
  const words = WORDS[language]
  const { currency, owed, paid, rest, tooMuch, isAnew } = account
  const { waiting, byHand } = payingBack
  const asked = invoices.reduce((sum, { onPaper }) => sum + onPaper, 0)
  const row = (key: string, amount: number, always = false) =>
    amount > 0 || always
      ? [{ key, value: hundredths({ hundredths: amount, currency }, language) }]
      : []
  return [
    ...(isAnew ? [{ key: words.owed, value: words.anew }] : row(words.owed, owed, true)),
    ...row(words.paid, paid, true),
    ...row(words.onPaper, asked),
    ...row(words.rest, rest),
    ...row(words.tooMuch, tooMuch),
    ...row(words.waiting, waiting - byHand),
    ...row(words.byHand, byHand),
  ]
}

const WORDS = {
  en: {
    owed: 'Owed',
    anew: 'it is decided anew, and what was paid counts then',
    paid: 'Paid, less what was paid back',
    onPaper: 'Of that on paper',
    rest: 'Still to be paid',
    tooMuch: 'Paid too much',
    waiting: 'Being paid back',
    byHand: 'To be paid back by hand',
  },
  az: {
    owed: 'Rüsum',
    anew: 'yenidən qərar verilir, ödənilən onda nəzərə alınır',
    paid: 'Ödənilib, qaytarılan çıxılmaqla',
    onPaper: 'Ondan kağız qəbzlə',
    rest: 'Qalıb',
    tooMuch: 'Artıq ödənilib',
    waiting: 'Qaytarılır',
    byHand: 'Portaldan kənar qaytarılmalıdır',
  },
} as const satisfies Record<OfficeLanguage, unknown>
