import { PAYS_BACK } from '#core/cases/paying.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { findingWords, paymentsWords } from '#office/payments/words.ts'
import { Page } from '#office/shell.tsx'
import type { DayHeld, PaymentQuestion } from '#records/payment-questions.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths } from '#telling/duty.tsx'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

type Props = {
  readonly view: View
  readonly questions: readonly PaymentQuestion[]
  readonly days: readonly DayHeld[]
  /** Whether whoever reads may say what follows. */
  readonly decides: boolean
}

/** What is not as it should be in payments, the oldest first; and how the days agreed. */
export const PaymentsPage = (props: Props) => {
  const { view, questions, days } = props
  const words = paymentsWords[view.language]
  return (
    <Page view={view} title={words.title}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      {questions.length === 0 && <p class="govuk-body">{words.none}</p>}
      {questions.map((question) => (
        <One {...props} question={question} />
      ))}
      <h2 class="govuk-heading-m">{words.days}</h2>
      {days.length === 0 ? (
        <p class="govuk-body">{words.daysNone}</p>
      ) : (
        <SummaryList
          rows={days.map(({ day, here, there, differing }) => ({
            key: formatDate(day, view.language, 'full'),
            value: words.dayRow
              .replace('{here}', () => String(here))
              .replace('{there}', () => String(there))
              .replace('{differing}', () => String(differing)),
          }))}
        />
      )}
    </Page>
  )
}

const capital = (text: string, language: string): string =>
  `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}`

const One = ({ view, question, decides }: Props & { readonly question: PaymentQuestion }) => {
  const { language } = view
  const words = paymentsWords[language]
  const { id, kind, paid, of, day } = question
  const what = findingWords[language][kind]
  const isOfMoney = PAYS_BACK.some((each) => each === kind)
  return (
    <form method="post" action={paths.payments.to(language)} id={`q-${id}`}>
      <input type="hidden" name="question" value={id} />
      <h2 class="govuk-heading-s">{capital(what, language)}</h2>
      <SummaryList
        rows={[
          { key: words.day, value: formatDate(day, language, 'full') },
          ...(paid ? [{ key: words.amount, value: hundredths(paid, language) }] : []),
          { key: words.receipt, value: paid?.receipt ?? question.transaction },
          ...(of
            ? [
                {
                  key: words.of,
                  value: (
                    <a class="govuk-link" href={paths.case.to(language, { id: of.id })}>
                      {of.number}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {decides && (
        <ButtonGroup>
          <Button variant="secondary" name="answer" value="nothing">
            {words.nothing}
          </Button>
          {isOfMoney && (
            <Button variant="secondary" name="answer" value="pay-back">
              {words.payBack}
            </Button>
          )}
        </ButtonGroup>
      )}
    </form>
  )
}
