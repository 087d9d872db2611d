import type { OfficeLanguage } from '#core/language.ts'
import type { ReturnRefusal } from '#core/lifecycle/examine.ts'
import type { Stale } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import { filedIn, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusalText } from '#office/refusals.tsx'
import type { PageError } from '#office/shell.tsx'
import { StepForm, StepPage } from '#office/step-page.tsx'
import { officeWords } from '#office/words.ts'
import { actionName } from '#telling/action-names.ts'
import { itemTitle, leading, partTitle, questionName, valueText } from '#telling/answers.tsx'
import { ClockStops } from '#telling/due.tsx'
import type { Wording } from '#telling/option-names.ts'
import { Checkboxes, type CheckboxOption } from '#ui/choices.tsx'
import { Details } from '#ui/details.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { markablePlaces, noteName, type MarkablePlace, type ReturnForm } from './form.ts'
import { returnWords } from './words.ts'

export type ReturnProps = {
  readonly view: View
  readonly open: OpenCase
  readonly wording: Wording
  /** What was sent, where the form is shown again. */
  readonly form?: ReturnForm
}

/** Every answer and every document, each with a tick and a note. */
export const ReturnPage = ({ view, open, wording, form }: ReturnProps) => {
  const { language } = view
  const words = returnWords[language]
  const { rules, type } = open.description
  const places = markablePlaces(type, filedIn(open.found.history))
  const { id } = open.found.application
  return (
    <StepPage
      view={view}
      open={open}
      title={actionName('return', language)}
      errors={form ? errorsOf(form, places, language) : []}
    >
      <p class="govuk-body">{words.intro}</p>
      <ClockStops rules={rules} language={language}>
        {words.stops}
      </ClockStops>
      <StepForm view={view} open={open} action="return" to={paths.return.to(language, { id })}>
        {groupsOf(places, wording).map((group) => (
          <MarkGroup group={group} filling={{ wording, form, language }} />
        ))}
        <Textarea
          name="explanation"
          label={words.explanation}
          hint={words.explanationHint}
          value={form?.explanation}
          error={fieldError(form && explanationText(form, language), language)}
        />
      </StepForm>
    </StepPage>
  )
}

type GroupProps = { readonly group: Group; readonly filling: Filling }

/**
 * Folded, so that the way by keyboard leads past what is right: the boxes of a group are there once
 * it is opened. A group with a tick is open, as a link from a fault has to find its box.
 */
const MarkGroup = ({ group: { key, title, places }, filling }: GroupProps) => (
  <Details
    id={groupId(key)}
    summary={title}
    open={places.some((place) => filling.form?.ticked.has(place.key))}
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

const groupId = (key: string): string => `group.${key}`

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

const groupKey = (place: MarkablePlace): string =>
  place.kind === 'field' ? `${place.block.code}.${place.item.id}` : 'documents'

function groupTitle(place: MarkablePlace, wording: Wording): string {
  const language = officeLanguage(wording)
  if (place.kind === 'document') return returnWords[language].documents
  const { block, item } = place
  const title = partTitle(block, wording)
  return block.repeats ? `${title}: ${itemTitle(block, item.values, wording)}` : title
}

const officeLanguage = ({ language }: Wording): OfficeLanguage => (language === 'az' ? 'az' : 'en')

type Filling = {
  readonly wording: Wording
  readonly form: ReturnForm | undefined
  readonly language: OfficeLanguage
}

function markOption(place: MarkablePlace, { wording, form, language }: Filling): CheckboxOption {
  const { key } = place
  const name = placeName(place, language)
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
    checked: form?.ticked.has(key) ?? false,
    conditional: (
      <Textarea
        name={noteName(key)}
        label={returnWords[language].note}
        rows={2}
        value={form?.notes.get(key)}
        error={fieldError(form && problemText(form, place, language), language)}
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

const placeName = (place: MarkablePlace, language: OfficeLanguage): string =>
  place.kind === 'field'
    ? questionName(place.field, { language, reader: 'office' })
    : partTitle(place.rule, { language, reader: 'office' })

const fieldError = (text: string | undefined, language: OfficeLanguage) =>
  text === undefined ? undefined : { text, prefix: officeWords[language].error }

function problemText(
  form: ReturnForm,
  place: MarkablePlace,
  language: OfficeLanguage,
): string | undefined {
  const problem = form.problems.get(place.key)
  return problem && returnWords[language][problem].replace('{place}', placeName(place, language))
}

function explanationText(form: ReturnForm, language: OfficeLanguage): string | undefined {
  const { explanationProblem } = form
  const words = returnWords[language]
  return explanationProblem && words[explanationProblem].replace('{place}', words.explanation)
}

function errorsOf(
  form: ReturnForm,
  places: readonly MarkablePlace[],
  language: OfficeLanguage,
): readonly PageError[] {
  const [first] = places
  const nothing = {
    text: returnWords[language]['nothing-marked'],
    href: `#${first ? groupId(groupKey(first)) : 'explanation'}`,
  }
  const explained = explanationText(form, language)
  return [
    ...(form.ticked.size === 0 ? [nothing] : []),
    ...places.flatMap((place) => {
      const text = problemText(form, place, language)
      return text === undefined ? [] : [{ text, href: `#${noteName(place.key)}` }]
    }),
    ...(explained === undefined ? [] : [{ text: explained, href: '#explanation' }]),
  ]
}

/** Refusals that the form itself cannot mend. */
type FinalRefusal = Exclude<ReturnRefusal, { reason: 'nothing-marked' | 'mark-without-note' }>

export function returnRefusal(refusal: FinalRefusal | Stale, language: OfficeLanguage): string {
  switch (refusal.reason) {
    case 'returned-too-often':
      return returnWords[language][refusal.reason].replace('{times}', String(refusal.times))
    case 'not-in-this-state':
    case 'not-your-role':
    case 'another-person-must':
    case 'stale':
      return refusalText(refusal, language)
  }
}
