import type { Language } from '#core/language.ts'
import type { CopiedCase, CopiedInvoice } from '#telling/copy/copy.ts'
import { Facts, type Fact } from '#telling/copy/facts.tsx'
import type { CopyWords } from '#telling/copy/words.ts'
import { formatDate, formatMomentInBaku } from '#telling/dates.ts'
import { hundredths, money } from '#telling/duty.tsx'

type Words = { readonly words: CopyWords; readonly language: Language }

/** What registers say of what was given. */
export const ShownPart = ({ shown, words, language }: Words & Pick<CopiedCase, 'shown'>) =>
  shown.length === 0 ? null : (
    <>
      <h3>{words.shown}</h3>
      {shown.map(({ at, system, service, result, says }) => (
        <div class="box">
          <h4>{`${system.name}, ${service.name}`}</h4>
          <p class="soft">{formatMomentInBaku(at, language)}</p>
          <p>{result.name}</p>
          <Facts facts={says.map(({ question, answer }): Fact => [question, answer])} />
        </div>
      ))}
    </>
  )

/** What is owed for what was decided, and what was paid for it. */
export const InvoicesPart = ({
  invoices,
  words,
  language,
}: Words & Pick<CopiedCase, 'invoices'>) =>
  invoices.length === 0 ? null : (
    <>
      <h3>{words.invoices}</h3>
      {invoices.map((invoice) => (
        <div class="box">
          <Facts
            facts={[
              [words.number, invoice.number],
              [words.amount, money(invoice, language)],
              [words.whose, whoseOf(invoice, words)],
              [words.dueOn, formatDate(invoice.due_on, language, 'plain')],
              [words.state, invoice.state.name],
              ...invoice.payments.map((payment): Fact => [
                payment.is === 'payment' ? words.paid : words.paidBack,
                [
                  formatDate(payment.on, language, 'plain'),
                  hundredths(payment, language),
                  `${words.receipt} ${payment.receipt}`,
                  payment.transaction,
                ].join(', '),
              ]),
            ]}
          />
          {invoice.said.map((text) => (
            <p>{text}</p>
          ))}
        </div>
      ))}
    </>
  )

/** For somebody else they pay, or another pays for them. */
const whoseOf = (
  { is_about_you: isAboutYou, you_pay: youPay }: CopiedInvoice,
  words: CopyWords,
): string => (isAboutYou ? (youPay ? words.you : words.paidByOther) : words.paidForOther)
