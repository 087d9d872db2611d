import type { OfficeLanguage } from '#core/language.ts'
import { nameOfStep } from '#office/case-actions.ts'
import type { FieldErrors } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import { itemTitle, leading, partTitle, valueText } from '#telling/answers.tsx'
import { ClockStops } from '#telling/due.tsx'
import type { Wording } from '#telling/option-names.ts'
import { Checkboxes, type CheckboxOption } from '#ui/choices.tsx'
import { Details } from '#ui/details.tsx'
import { Textarea } from '#ui/textarea.tsx'
import {
  groupId,
  groupKey,
  noteName,
  placeName,
  type MarkablePlace,
  type ReturnForm,
} from './form.ts'
import { returnWords } from './words.ts'

export type ReturnProps = {
  readonly view: View
  readonly open: OpenCase
  readonly step: string
  readonly wording: Wording
  readonly places: readonly MarkablePlace[]
  /** What was sent, where the form is shown again. */
  readonly form: ReturnForm
  readonly errors: FieldErrors
}

/** Every answer and every document, each with a tick and a note. */
export const ReturnPage = (props: ReturnProps) => {
  const { view, open, step, wording, places, form, errors } = props
  const { language } = view
  const words = returnWords[language]
  return (
    <StepPage view={view} open={open} title={nameOfStep(open, step, language)} errors={errors}>
      <p class="govuk-body">{words.intro}</p>
      <ClockStops procedure={open.law.procedure} language={language}>
        {words.stops}
      </ClockStops>
      <StepForm view={view} open={open} step={step}>
        {groupsOf(places, wording).map((group) => (
          <MarkGroup group={group} filling={props} />
        ))}
        <Textarea
          name="explanation"
          label={words.explanation}
          hint={words.explanationHint}
          value={form.explanation}
          error={errorAt(errors, 'explanation', view)}
        />
      </StepForm>
    </StepPage>
  )
}

type GroupProps = { readonly group: Group; readonly filling: ReturnProps }

/**
 * Folded, so that the way by keyboard leads past what is right: the boxes of a group are there once
 * it is opened. A group with a tick is open, as a link from a fault has to find its box.
 */
const MarkGroup = ({ group: { key, title, places }, filling }: GroupProps) => (
  <Details
    id={groupId(key)}
    summary={title}
    open={places.some((place) => filling.form.ticked.has(place.key))}
  >
    <Checkboxes
      name="mark"
      id={`marks.${key}`}
      legend={<span class="govuk-visually-hidden">{title}</span>}
      small
      options={places.map((place) => markOption(place, filling))}
    />
  </Details>
)

type Group = {
  readonly key: string
  readonly title: string
  readonly places: readonly MarkablePlace[]
}

/** One group for each item of each block, and one for the documents. */
function groupsOf(places: readonly MarkablePlace[], wording: Wording): readonly Group[] {
  const groups = new Map<string, Group & { places: MarkablePlace[] }>()
  for (const place of places) {
    const key = groupKey(place)
    const group = groups.get(key) ?? { key, title: groupTitle(place, wording), places: [] }
    group.places.push(place)
    groups.set(key, group)
  }
  return [...groups.values()]
}

const groupTitle = (place: MarkablePlace, wording: Wording): string =>
  [place.person, titleOfGroup(place, wording)].filter(Boolean).join(' – ')

function titleOfGroup(place: MarkablePlace, wording: Wording): string {
  const language = officeLanguage(wording)
  if (place.kind === 'document') return returnWords[language].documents
  const { block, item } = place
  const title = partTitle(block, wording)
  return block.repeats ? `${title}: ${itemTitle(block, item.values, wording)}` : title
}

const officeLanguage = ({ language }: Wording): OfficeLanguage => (language === 'az' ? 'az' : 'en')

function markOption(
  place: MarkablePlace,
  { wording, form, errors, view }: ReturnProps,
): CheckboxOption {
  const { key } = place
  const name = placeName(place, view.language)
  return {
    value: key,
    id: `mark.${key}`,
    label:
      place.kind === 'document' ? (
        name
      ) : (
        <>
          {leading(name)} <strong dir="auto">{answerText(place, wording)}</strong>
        </>
      ),
    checked: form.ticked.has(key),
    conditional: (
      <Textarea
        name={noteName(key)}
        label={returnWords[view.language].note}
        rows={2}
        value={form.notes.get(key)}
        error={errorAt(errors, noteName(key), view)}
      />
    ),
  }
}

function answerText(
  { field, item }: Extract<MarkablePlace, { kind: 'field' }>,
  wording: Wording,
): string {
  const value = item.values[field.code]
  return value === undefined || value.length === 0 ? '–' : valueText(field, value, wording)
}
