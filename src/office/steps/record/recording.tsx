import { accountOf } from '#core/cases/account.ts'
import { first, isReadable } from '#core/answers/typed.ts'
import { answer, recordedSince, taskOf } from '#core/cases/answering.ts'
import type { RecordOption } from '#core/cases/asked-kinds.ts'
import { askOf } from '#core/cases/life.ts'
import type { IsoDate } from '#core/dated.ts'
import { refuse } from '#core/outcome.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { nameOfStep } from '#office/case-actions.ts'
import { REASON_MAX, type FieldErrors } from '#office/case-step.ts'
import { dayIn, dayTyped, DayField } from '#office/day-field.tsx'
import { Duties } from '#office/duties.tsx'
import type { View } from '#office/env.ts'
import { reasonText } from '#office/refusals.tsx'
import type { Asking, StepHandler } from '#office/step-handler.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import { byPerson, invoicesOf, type Invoice } from '#records/invoices.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths } from '#telling/duty.tsx'
import { Radios } from '#ui/choices.tsx'
import { Textarea } from '#ui/textarea.tsx'

/** That something happened, or what a register says: a choice, its day and a note. */
export const recording: StepHandler = {
  look: () => 'case-page',
  page: async (asking, errors) => {
    const { view, open, rule, typed } = asking
    const { language } = view
    const words = recordWords[language]
    return (
      <StepPage
        view={view}
        open={open}
        title={nameOfStep(open, rule.code, language)}
        errors={errors}
      >
        <Paying view={view} owed={await owedIn(asking)} />
        <StepForm view={view} open={open} step={rule.code}>
          <Radios
            name="option"
            legend={words.option}
            legendSize="s"
            value={typed['option']?.[0]}
            error={errorAt(errors, 'option', view)}
            options={optionsIn(asking).map(({ code, title }) => ({
              value: code,
              label: title[language],
            }))}
          />
          <DayField
            view={view}
            name="on"
            legend={words.on}
            hint={sinceText(asking, 'onHint')}
            typed={typed}
            usual={open.law.on}
            errors={errors}
          />
          <Textarea
            name="note"
            id="note"
            label={words.note}
            hint={words.noteHint}
            value={typed['note']?.[0]}
            error={errorAt(errors, 'note', view)}
            rows={4}
          />
        </StepForm>
      </StepPage>
    )
  },
  kept: (asking) => {
    const { typed, view } = asking
    const words = recordWords[view.language]
    const chosen = optionsIn(asking).find(({ code }) => code === first(typed, 'option'))
    return [
      { label: words.option, text: chosen?.title[view.language] ?? '' },
      { label: words.on, text: dayTyped(typed, 'on') },
      { label: words.note, text: first(typed, 'note') },
    ]
  },
  decide: (asking) => {
    const { open, rule, typed } = asking
    const errors = errorsIn(asking)
    const on = dayIn(typed, 'on')
    if (on === undefined || Object.keys(errors).length > 0) {
      return refuse({ reason: 'form', errors })
    }
    return answer(open.found.standing, open.law, {
      step: rule.code,
      recorded: { option: first(typed, 'option'), on },
      reason: first(typed, 'note'),
    })
  },
}

/** What is asked for by the step, where it records a payment. */
const owedIn = async ({ tx, open, rule }: Asking): Promise<readonly Invoice[]> =>
  askOf(open.law.type, rule.code)?.kind === 'payment' ? invoicesOf(tx, open.found.standing.id) : []

/** What was owed, what was paid and what is left, and what is said of that by whoever records. */
const Paying = ({ view, owed }: { readonly view: View; readonly owed: readonly Invoice[] }) => {
  const { language } = view
  const [first] = owed
  if (first === undefined) return null
  const rest = byPerson(owed).reduce((sum, each) => sum + accountOf(each).rest, 0)
  const { currency } = first
  return (
    <>
      <Duties view={view} owed={owed} />
      {rest > 0 && (
        <p class="govuk-body">
          {recordWords[language].onPaper.replace('{amount}', () =>
            hundredths({ hundredths: rest, currency }, language),
          )}
        </p>
      )}
    </>
  )
}

const optionsIn = ({ open, rule }: Asking): readonly RecordOption[] =>
  askOf(open.law.type, rule.code)?.options ?? []

const sinceIn = ({ open, rule }: Asking): IsoDate => {
  const { standing } = open.found
  const task = taskOf(standing, rule.code, open.law.by)
  return task ? recordedSince(standing, open.law.type, task) : open.law.on
}

const sinceText = (asking: Asking, words: 'onHint' | 'on-missing'): string => {
  const { language } = asking.view
  return recordWords[language][words].replace('{since}', () =>
    formatDate(sinceIn(asking), language, 'plain'),
  )
}

function errorsIn(asking: Asking): FieldErrors {
  const { open, typed, view } = asking
  const { language } = view
  const words = recordWords[language]
  const on = dayIn(typed, 'on')
  const note = first(typed, 'note')
  return {
    ...(optionsIn(asking).some(({ code }) => code === first(typed, 'option'))
      ? {}
      : { option: words['option-missing'] }),
    ...(on !== undefined && on >= sinceIn(asking) && on <= open.law.on
      ? {}
      : { on: sinceText(asking, 'on-missing') }),
    ...(note.length > REASON_MAX ? { note: reasonText('too-long', language) } : {}),
    ...(isReadable(note) ? {} : { note: reasonText('bad-characters', language) }),
  }
}

const en = {
  option: 'What do you record?',
  on: 'On which day was it so?',
  onHint: 'Any day from {since} until today.',
  onPaper:
    'If you record that it was paid, all that is left counts as paid on paper: {amount}. It cannot be recorded in part.',
  note: 'Note',
  noteHint: 'If something has to be added, such as the number of a receipt.',
  'option-missing': 'Choose what you record',
  'on-missing': 'Enter a day from {since} until today',
} as const

const recordWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    option: 'Nəyi qeyd edirsiniz?',
    on: 'Bu hansı gün olub?',
    onHint: '{since} tarixindən bu günədək istənilən gün.',
    onPaper:
      'Ödənildiyini qeyd etsəniz, qalanın hamısı kağız qəbzlə ödənilmiş sayılır: {amount}. Bir hissəsini qeyd etmək olmur.',
    note: 'Qeyd',
    noteHint: 'Əlavə nəsə yazmaq lazımdırsa, məsələn, qəbzin nömrəsi.',
    'option-missing': 'Nəyi qeyd etdiyinizi seçin',
    'on-missing': '{since} tarixindən bu günədək olan bir günü yazın',
  },
}
