import { first, isReadable } from '#core/answers/typed.ts'
import { answer, REPLY_MAX } from '#core/cases/answering.ts'
import type { IsoDate } from '#core/dated.ts'
import { refuse } from '#core/outcome.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { nameOfStep } from '#office/case-actions.ts'
import type { FieldErrors } from '#office/case-step.ts'
import { dayIn, dayTyped, DayField } from '#office/day-field.tsx'
import { Proposed } from '#office/proposed.tsx'
import { reasonText } from '#office/refusals.tsx'
import type { Asking, StepHandler } from '#office/step-handler.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import { Checkbox } from '#ui/choices.tsx'
import { Textarea } from '#ui/textarea.tsx'

/** What a party sent on paper, entered for them with the day on which it came. */
export const entering: StepHandler = {
  look: () => 'case-page',
  page: ({ view, open, rule, typed }, errors) => {
    const { language } = view
    const words = replyWords[language]
    return (
      <StepPage
        view={view}
        open={open}
        title={nameOfStep(open, rule.code, language)}
        errors={errors}
      >
        <p class="govuk-body">{words.lead}</p>
        <Proposed open={open} language={language} />
        <StepForm view={view} open={open} step={rule.code}>
          <Textarea
            name="text"
            id="text"
            label={words.text}
            hint={words.textHint}
            value={typed['text']?.[0]}
            error={errorAt(errors, 'text', view)}
            rows={10}
          />
          <Checkbox
            name="nothing"
            value="yes"
            label={words.nothing}
            checked={first(typed, 'nothing') === 'yes'}
          />
          <DayField
            view={view}
            name="came"
            legend={words.came}
            typed={typed}
            usual={open.law.on}
            errors={errors}
          />
        </StepForm>
      </StepPage>
    )
  },
  kept: ({ typed, view: { language } }) => [
    { label: replyWords[language].text, text: first(typed, 'text') },
    { label: replyWords[language].came, text: dayTyped(typed, 'came') },
  ],
  decide: (asking) => {
    const { open, rule, typed } = asking
    const cameOn = dayIn(typed, 'came')
    const errors = errorsIn(asking, cameOn)
    if (cameOn === undefined || Object.keys(errors).length > 0) {
      return refuse({ reason: 'form', errors })
    }
    const isNothing = first(typed, 'nothing') === 'yes'
    const reply = isNothing ? ('nothing' as const) : { text: first(typed, 'text') }
    return answer(open.found.standing, open.law, { step: rule.code, reply, cameOn })
  },
}

function errorsIn(
  { open: { found, law }, typed, view: { language } }: Asking,
  cameOn: IsoDate | undefined,
): FieldErrors {
  const words = replyWords[language]
  const text = first(typed, 'text')
  const isNothing = first(typed, 'nothing') === 'yes'
  const { stateSince } = found.standing
  const isPossible = cameOn !== undefined && cameOn >= stateSince && cameOn <= law.on
  return {
    ...((text === '') === isNothing ? {} : { text: isNothing ? words.both : words.neither }),
    ...(text.length > REPLY_MAX ? { text: words.long } : {}),
    ...(isReadable(text) ? {} : { text: reasonText('bad-characters', language) }),
    ...(isPossible ? {} : { came: words.day }),
  }
}

const en = {
  lead: 'Enter what came by post or was brought here, word for word. The person reads it in their account.',
  text: 'What the person says',
  textHint: 'In the language in which they wrote it.',
  nothing: 'They have nothing to add',
  came: 'The day on which it came',
  neither: 'Write what the person says, or tick that they have nothing to add',
  both: 'Clear the box, or do not tick that they have nothing to add',
  long: 'Write at most 10,000 characters',
  day: 'Enter the day on which it came, from the day on which the person was asked until today',
} as const

const replyWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    lead: 'Poçtla gələn və ya gətirilən cavabı olduğu kimi yazın. Şəxs onu şəxsi kabinetində oxuyur.',
    text: 'Şəxs nə deyir',
    textHint: 'Yazdığı dildə.',
    nothing: 'Əlavə sözü yoxdur',
    came: 'Gəldiyi gün',
    neither: 'Şəxsin dediklərini yazın və ya əlavə sözü olmadığını işarələyin',
    both: 'Yazdıqlarınızı silin və ya əlavə sözü olmadığını işarələməyin',
    long: 'Ən çoxu 10.000 simvol yazın',
    day: 'Cavabın gəldiyi günü yazın: şəxsdən soruşulan gündən bu günədək',
  },
}
