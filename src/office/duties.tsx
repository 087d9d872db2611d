import type { OfficeLanguage } from '#core/language.ts'
import type { View } from '#office/env.ts'
import { findingWords } from '#office/payments/words.ts'
import type { Invoice } from '#records/invoices.ts'
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
  const words = dutyWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      {owed.map((invoice) => (
        <SummaryList
          rows={[
            { key: words.number, value: invoice.number },
            {
              key: words.amount,
              value: `${money(invoice, language)}, ${words[invoice.state]}`,
            },
            { key: words.due, value: formatDate(invoice.dueOn, language, 'full') },
            ...invoice.payments.map((payment) => ({
              key: payment.kind === 'payment' ? words.payment : words.refund,
              value: [
                hundredths(payment, language),
                formatDate(payment.on, language, 'full'),
                `${words.receipt} ${payment.receipt}`,
                ...payment.looked.map(({ kind }) => findingWords[language][kind]),
              ].join(', '),
            })),
          ]}
        />
      ))}
    </section>
  )
}

const en = {
  title: 'Duty',
  number: 'Invoice',
  amount: 'Amount',
  due: 'Last day to pay',
  open: 'not paid',
  paid: 'paid',
  recorded: 'recorded by an official',
  withdrawn: 'not owed any more',
  payment: 'Paid',
  refund: 'Paid back',
  receipt: 'receipt',
} as const

const dutyWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    title: 'Rüsum',
    number: 'Ödəniş nömrəsi',
    amount: 'Məbləğ',
    due: 'Ödəmək üçün son gün',
    open: 'ödənilməyib',
    paid: 'ödənilib',
    recorded: 'məsul şəxs qeyd edib',
    withdrawn: 'artıq ödənilməli deyil',
    payment: 'Ödənilib',
    refund: 'Qaytarılıb',
    receipt: 'qəbz',
  },
}
