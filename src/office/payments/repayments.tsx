import type { Typed } from '#core/answers/typed.ts'
import type { IsoDate } from '#core/dated.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { DayField } from '#office/day-field.tsx'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { paymentsWords } from '#office/payments/words.ts'
import type { RepaymentWaiting } from '#records/repayments.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths } from '#telling/duty.tsx'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

/** What was typed of one that waits to be recorded, where it is no day that can be. */
export type Refused = { readonly id: string; readonly typed: Typed }

type Props = {
  readonly view: View
  readonly waiting: readonly RepaymentWaiting[]
  readonly today: IsoDate
  readonly wrongly?: Refused | undefined
  readonly decides: boolean
}

/** What no portal pays back, or would not: who does it records the day, or has it asked again. */
export const Repayments = (props: Props) => {
  const { view, waiting } = props
  if (waiting.length === 0) return null
  const words = paymentsWords[view.language]
  return (
    <>
      <h2 class="govuk-heading-m">{words.waiting}</h2>
      <p class="govuk-body">{words.waitingLead}</p>
      {waiting.map((repayment) => (
        <One {...props} repayment={repayment} />
      ))}
    </>
  )
}

/** The box of its day: there can be several on the page. */
export const dayName = (id: string): string => `on-${id}`

export const errorOf = ({ id, decidedOn }: RepaymentWaiting, language: OfficeLanguage) => ({
  text: sinceIn(paymentsWords[language].onMissing, decidedOn, language),
  href: `#${dayName(id)}-day`,
})

const sinceIn = (text: string, since: IsoDate, language: OfficeLanguage): string =>
  text.replace('{since}', () => formatDate(since, language, 'plain'))

const One = ({
  view,
  today,
  wrongly,
  decides,
  repayment,
}: Props & { readonly repayment: RepaymentWaiting }) => {
  const { language } = view
  const words = paymentsWords[language]
  const { id, of, decidedOn, asked } = repayment
  const name = dayName(id)
  const isWrong = wrongly?.id === id
  return (
    <form method="post" action={paths.payments.to(language)} id={`r-${id}`}>
      <input type="hidden" name="repayment" value={id} />
      <h3 class="govuk-heading-s">{hundredths(repayment, language)}</h3>
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
              ]
            : []),
          { key: words.amount, value: hundredths(repayment, language) },
          {
            key: words.open,
            value: asked
              ? words.refused
                  .replace('{tries}', () => String(asked.tries))
                  .replace('{code}', () => asked.code)
              : words.onPaper,
          },
          ...(asked ? [{ key: words.receipt, value: asked.receipt }] : []),
        ]}
      />
      {decides && (
        <>
          <DayField
            view={view}
            name={name}
            legend={words.on}
            hint={sinceIn(words.onHint, decidedOn, language)}
            typed={isWrong ? wrongly.typed : {}}
            usual={today}
            errors={isWrong ? { [name]: errorOf(repayment, language).text } : {}}
          />
          <ButtonGroup>
            <Button variant="secondary" name="act" value="record">
              {words.record}
            </Button>
            {asked && (
              <Button variant="secondary" name="act" value="again">
                {words.again}
              </Button>
            )}
          </ButtonGroup>
        </>
      )}
    </form>
  )
}
