import type { IsoDate } from '#core/dated.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { accountRows } from '#office/account-rows.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { errorOf, Repayments, type Refused } from '#office/payments/repayments.tsx'
import { findingWords, paymentsWords } from '#office/payments/words.ts'
import { Untold } from '#office/payments/untold.tsx'
import { Page } from '#office/shell.tsx'
import type { Answered, DayHeld, PaymentLine, PaymentQuestion } from '#records/payment-questions.ts'
import type { RepaymentWaiting } from '#records/repayments.ts'
import type { UntoldInvoice } from '#records/untold-invoices.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths } from '#telling/duty.tsx'
import { lastOf } from '#telling/paid.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

/** Why what was pressed was not taken, where nobody has answered it. */
export type Late = 'gone' | 'sum-changed'

type Props = {
  readonly view: View
  readonly lines: readonly PaymentLine[]
  readonly days: readonly DayHeld[]
  readonly waiting: readonly RepaymentWaiting[]
  readonly untold: readonly UntoldInvoice[]
  readonly today: IsoDate
  /** What was typed and not taken, of one that waits to be recorded. */
  readonly wrongly?: Refused | undefined
  readonly late?: Late | Answered | undefined
  /** By the id of whoever was faster. */
  readonly names: ReadonlyMap<string, string>
  /** Whether whoever reads may say what follows. */
  readonly decides: boolean
}

/**
 * What is not as it should be in payments, a line for each person in a case, the oldest first; and
 * how the days agreed.
 */
export const PaymentsPage = (props: Props) => {
  const { view, lines, days } = props
  const words = paymentsWords[view.language]
  return (
    <Page view={view} title={words.title} errors={errorsIn(props)}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      {lines.length === 0 && <p class="govuk-body">{words.none}</p>}
      {lines.map((line) => (
        <One {...props} line={line} />
      ))}
      <Untold {...props} />
      <Repayments {...props} />
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

function errorsIn({ view: { language }, waiting, wrongly, late, names }: Props) {
  const words = paymentsWords[language]
  const wrong = waiting.find(({ id }) => id === wrongly?.id)
  if (wrong) return [errorOf(wrong, language)]
  if (late === undefined) return []
  if (typeof late === 'string') return [{ text: words[late] }]
  const text = words.answered
    .replace('{answer}', () => words[`answer-${late.answer}`])
    .replace('{name}', () => names.get(late.by) ?? words.official)
    .replace('{day}', () => formatDate(late.on, language, 'plain'))
  return [{ text }]
}

const capital = (text: string, language: string): string =>
  `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}`

/** What the account asks for by itself: not what was paid back since, nor what nobody can pay. */
function restAsked({ of }: PaymentLine): number {
  const last = of && lastOf(of.invoices)
  return last?.state === 'open' && !last.notTaken ? (of?.account.rest ?? 0) : 0
}

type RestProps = { readonly line: PaymentLine; readonly language: OfficeLanguage }

const Rest = ({ line, language }: RestProps) => {
  const [{ of }, rest] = [line, restAsked(line)]
  if (!of || rest === 0) return null
  const sum = hundredths({ ...of.account, hundredths: rest }, language)
  const text = paymentsWords[language].restAsked
    .replace('{amount}', () => sum)
    .replace('{day}', () => formatDate(lastOf(of.invoices).dueOn, language, 'plain'))
  return <p class="govuk-body">{text}</p>
}

const One = ({ view, line, decides }: Props & { readonly line: PaymentLine }) => {
  const { language } = view
  const words = paymentsWords[language]
  const { questions, of, back } = line
  const isShort = restAsked(line) > 0 && questions.every(({ kind }) => kind === 'too-little')
  const [{ id }] = questions
  const title = [of?.invoices.at(-1)?.number ?? findingWords[language][questions[0].kind]]
  return (
    <form method="post" action={paths.payments.to(language)} id={`q-${id}`}>
      <input type="hidden" name="question" value={id} />
      <input type="hidden" name="amount" value={back.hundredths} />
      <h2 class="govuk-heading-s">{capital(title.join(''), language)}</h2>
      <SummaryList
        rows={[
          ...(of
            ? [
                {
                  key: words.of,
                  value: (
                    <a class="govuk-link" href={paths.case.to(language, { id: of.caseId })}>
                      {of.number}
                    </a>
                  ),
                },
                ...accountRows(of, language),
              ]
            : []),
          {
            key: words.open,
            value: (
              <ul class="govuk-list">
                {questions.map((question) => (
                  <li>{capital(askedIn(question, language), language)}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Rest line={line} language={language} />
      {decides && back.byHand && (
        <p class="govuk-body">
          {words.byHand.replace('{amount}', () =>
            hundredths({ ...back, ...back.byHand }, language),
          )}
        </p>
      )}
      {decides && (
        <ButtonGroup>
          <Button variant="secondary" name="answer" value="nothing">
            {isShort ? words.restStays : words.nothing}
          </Button>
          {back.hundredths > 0 && (
            <Button variant="secondary" name="answer" value="pay-back">
              {words.payBack.replace('{amount}', () => hundredths(back, language))}
            </Button>
          )}
        </ButtonGroup>
      )}
    </form>
  )
}

/** What there is to look at, of how much, on which day and by which receipt. */
const askedIn = (
  { kind, paid, day, transaction }: PaymentQuestion,
  language: OfficeLanguage,
): string => {
  const receipt = paid?.receipt ?? transaction
  return [
    findingWords[language][kind],
    ...(paid ? [hundredths(paid, language)] : []),
    formatDate(day, language, 'full'),
    ...(receipt === undefined ? [] : [`${paymentsWords[language].receipt} ${receipt}`]),
  ].join(', ')
}
