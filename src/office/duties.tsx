import { accountOf, payingBackOf } from '#core/cases/account.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { accountRows } from '#office/account-rows.ts'
import type { View } from '#office/env.ts'
import { findingWords } from '#office/payments/words.ts'
import { byPerson, type Invoice, type Invoices } from '#records/invoices.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths, money } from '#telling/duty.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

type Props = {
  readonly view: View
  readonly owed: readonly Invoice[]
}

/** What is owed for what the case gave, and what was paid; of a permit, in the case about it. */
export const Duties = ({ view: { language }, owed }: Props) => {
  if (owed.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{dutyWords[language].title}</h2>
      {byPerson(owed).map((invoices) => (
        <SummaryList rows={rowsOf(invoices, language)} />
      ))}
    </section>
  )
}

/** The invoices of one person, what all of them come to, and each payment. */
function rowsOf(invoices: Invoices, language: OfficeLanguage) {
  const words = dutyWords[language]
  const account = accountOf(invoices)
  const payingBack = payingBackOf(invoices, account)
  const asked = invoices.flatMap((invoice) => [
    { key: words.number, value: invoice.number },
    { key: words.amount, value: `${money(invoice, language)}, ${standsIn(invoice, words)}` },
    ...(invoice.state === 'open'
      ? [{ key: words.due, value: formatDate(invoice.dueOn, language, 'full') }]
      : []),
  ])
  const payments = invoices.flatMap((invoice) => invoice.payments)
  return [
    ...asked,
    ...accountRows({ invoices, account, payingBack }, language),
    ...payments.map((payment) => ({
      key: payment.kind === 'payment' ? words.payment : words.refund,
      value: [
        hundredths(payment, language),
        formatDate(payment.on, language, 'full'),
        `${words.receipt} ${payment.receipt}`,
        ...payment.looked.map(({ kind }) => findingWords[language][kind]),
      ].join(', '),
    })),
  ]
}

const standsIn = ({ state, stands, notTaken }: Invoice, words: DutyWords): string =>
  stands === 'gone' ? words.gone : words[notTaken ? 'notTaken' : state]

const en = {
  title: 'Duty',
  number: 'Invoice',
  amount: 'Amount',
  due: 'Last day to pay',
  open: 'not paid',
  notTaken: 'not paid, and the payment portal does not take it',
  paid: 'paid',
  recorded: 'recorded by an official',
  withdrawn: 'not owed any more',
  payment: 'Paid',
  refund: 'Paid back',
  receipt: 'receipt',
  gone: 'its decision does not hold',
} as const

type DutyWords = Readonly<Record<keyof typeof en, string>>

const dutyWords: Readonly<Record<OfficeLanguage, DutyWords>> = {
  en,
  az: {
    title: 'Rüsum',
    number: 'Ödəniş nömrəsi',
    amount: 'Məbləğ',
    due: 'Ödəmək üçün son gün',
    open: 'ödənilməyib',
    notTaken: 'ödənilməyib, ödəniş portalı da qəbul etmir',
    paid: 'ödənilib',
    recorded: 'məsul şəxs qeyd edib',
    withdrawn: 'artıq ödənilməli deyil',
    payment: 'Ödənilib',
    refund: 'Qaytarılıb',
    receipt: 'qəbz',
    gone: 'qərarı qüvvədə deyil',
  },
}
