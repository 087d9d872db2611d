import { first } from '#core/answers/typed.ts'
import { deemedOn } from '#core/cases/appeal.ts'
import { tell, type HandedOver } from '#core/cases/telling.ts'
import { isIsoDate, type IsoDate } from '#core/dated.ts'
import { readDate } from '#core/facts/written-date.ts'
import { refuse } from '#core/outcome.ts'
import { nameOfStep } from '#office/case-actions.ts'
import type { FieldErrors } from '#office/case-step.ts'
import { refusalText } from '#office/refusals.tsx'
import type { Asking, StepHandler } from '#office/step-handler.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import { wordingOf } from '#office/wording.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { meansName } from '#telling/means.ts'
import { Radios } from '#ui/choices.tsx'
import { DateInput } from '#ui/date-input.tsx'
import { tellWords } from './words.ts'

/** By which ways an official hands something over. */
const HANDED = ['in-person', 'post'] as const satisfies readonly HandedOver['means'][]

/** The first box of the day, which an error leads to. */
const DAY_BOX = 'on-day'

/** That a decision was handed over on paper, as of the day on which it was. */
export const telling: StepHandler = {
  page: (asking, errors) => <TellPage asking={asking} errors={errors} />,
  decide: (asking) => {
    const { c, open, rule, view } = asking
    const { language } = view
    const words = tellWords[language]
    const [means, on] = [meansIn(asking), dayIn(asking)]
    if (means === undefined || on === undefined) {
      const errors = {
        ...(means === undefined ? { means: words['means-missing'] } : {}),
        ...(on === undefined ? { [DAY_BOX]: words['on-missing'] } : {}),
      }
      return refuse({ reason: 'form', errors })
    }
    const told = tell(open.found.standing, open.law, { step: rule.code, handed: { means, on } })
    if (told.ok || told.refusal.reason !== 'told-outside') return told
    const wording = wordingOf(c, open.description)
    const text = refusalText(told.refusal, { open, language, wording })
    return refuse({ reason: 'form', errors: { [DAY_BOX]: text } })
  },
}

const meansIn = ({ typed }: Asking): HandedOver['means'] | undefined =>
  HANDED.find((each) => each === first(typed, 'means'))

const boxesIn = ({ typed }: Asking) => ({
  day: first(typed, 'on-day'),
  month: first(typed, 'on-month'),
  year: first(typed, 'on-year'),
})

function dayIn(asking: Asking): IsoDate | undefined {
  const read = readDate(boxesIn(asking), 'day')
  return read.ok && isIsoDate(read.date) ? read.date : undefined
}

type Props = { readonly asking: Asking; readonly errors: FieldErrors }

const TellPage = ({ asking, errors }: Props) => {
  const { view, open, rule, typed } = asking
  const { language } = view
  const { calendars } = open.law
  const words = tellWords[language]
  const { decided } = open.found.standing
  const deemed = decided && deemedOn(open.law, decided.on)
  return (
    <StepPage view={view} open={open} title={nameOfStep(open, rule.code, language)} errors={errors}>
      <p class="govuk-body">{words.lead}</p>
      {deemed !== undefined && (
        <p class="govuk-body">
          {words.deemed.replace(
            '{day}',
            formatCountedDay(deemed, { language, calendars, style: 'plain' }),
          )}
        </p>
      )}
      <StepForm view={view} open={open} step={rule.code}>
        <Radios
          name="means"
          legend={words.means}
          legendSize="s"
          value={typed['means']?.[0]}
          error={errorAt(errors, 'means', view)}
          options={HANDED.map((means) => ({ value: means, label: meansName(means, language) }))}
        />
        <DateInput
          id="on"
          name="on"
          legend={words.on}
          legendSize="s"
          hint={words.hint}
          labels={{ day: words.day, month: words.month, year: words.year }}
          value={boxesIn(asking)}
          error={errorAt(errors, DAY_BOX, view)}
        />
      </StepForm>
    </StepPage>
  )
}
