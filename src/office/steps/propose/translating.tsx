import { first } from '#core/answers/typed.ts'
import { scoresOf } from '#core/cases/answers-given.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import type { Translation } from '#core/cases/told.ts'
import { isLanguage, type Language } from '#core/language.ts'
import { reasonIn, type FieldErrors, type Kept } from '#office/case-step.ts'
import { reasonText } from '#office/refusals.tsx'
import { ruleAs, type Asking, type AskingOfOne } from '#office/step-handler.ts'
import { errorAt } from '#office/step-page.tsx'
import { languageName } from '#telling/names-of-codes.ts'
import { WRITTEN_IN } from '#telling/officials-write.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { Written } from '#ui/written.tsx'
import { proposeWords } from './words.ts'

/** Whether the person reads what is decided of this, and so the reasoning. */
export function isRead({ open, rule }: Asking): boolean {
  const { to } = ruleAs(rule, 'propose')
  const decides = open.law.type.steps.find(
    ({ kind, from }) => kind === 'decide' && from.includes(to),
  )
  return decides !== undefined && audienceOf(decides, 'decide') === 'person'
}

/** What a form about a translation carries: the language it was asked for in. */
const READS = 'reads'
const REASONING = 'translation.reasoning'
const reasonName = (criterion: string): string => `translation.reason.${criterion}`

/**
 * The language of the person, where they read of it and read another one than that of the act. What
 * was typed is in the language that was asked for, though they may have chosen another since.
 */
function languageOf(asking: Asking): Language | undefined {
  const asked = first(asking.typed, READS)
  const reads = isLanguage(asked) ? asked : asking.open.found.reader.language
  return isRead(asking) && reads !== WRITTEN_IN ? reads : undefined
}

/** A text that was written already, by an expert. */
type Reason = {
  readonly criterion: string
  readonly title: string
  readonly reason: string
}

function reasonsIn({ open, view }: Asking): readonly Reason[] {
  const criteria = open.law.scoring?.criteria ?? []
  const scores = scoresOf(open.found.standing)
  return criteria.flatMap(({ code, title }) => {
    const reason = scores[code]?.reason ?? ''
    return reason === '' ? [] : [{ criterion: code, title: title[view.language], reason }]
  })
}

/** The translation as it was typed; what was left empty was not translated. */
export function translationIn(asking: Asking): { readonly translation?: Translation } {
  const language = languageOf(asking)
  if (language === undefined) return {}
  const { reason: reasoning } = reasonIn(asking.typed, REASONING)
  const reasons = reasonsIn(asking).flatMap(({ criterion }) => {
    const { reason } = reasonIn(asking.typed, reasonName(criterion))
    return reason === '' ? [] : [[criterion, reason] as const]
  })
  return {
    translation: {
      language,
      ...(reasoning === '' ? {} : { reasoning }),
      reasons: Object.fromEntries(reasons),
    },
  }
}

type FieldOf = { readonly name: string; readonly label: string; readonly original?: string }

/** One field for each text; the reasoning is written beside its own. */
function fieldsIn(asking: Asking): readonly FieldOf[] {
  const words = proposeWords[asking.view.language]
  return [
    { name: REASONING, label: words.reasoningTranslated },
    ...reasonsIn(asking).map(({ criterion, title, reason }) => ({
      name: reasonName(criterion),
      label: words.reasonTranslated.replace('{criterion}', title),
      original: reason,
    })),
  ]
}

/** What cannot be taken of it; that something is left out is no fault. */
export function translationErrors(asking: Asking): FieldErrors {
  if (languageOf(asking) === undefined) return {}
  const { language } = asking.view
  return Object.fromEntries(
    fieldsIn(asking).flatMap(({ name, label }) => {
      const { problem } = reasonIn(asking.typed, name)
      return problem === undefined || problem === 'missing'
        ? []
        : [[name, `${label}: ${reasonText(problem, language)}`] as const]
    }),
  )
}

/** What was typed of it, in words. */
export const translationKept = (asking: Asking): readonly Kept[] =>
  fieldsIn(asking)
    .map(({ name, label }) => ({ label, text: first(asking.typed, name) }))
    .filter(({ text }) => text !== '')

type Props = {
  readonly asking: AskingOfOne
  readonly errors: FieldErrors
  /** What was translated for a proposal that did not stand. */
  readonly before: Translation | undefined
}

/** Each text that the person will read, in their language: written, confirmed or left out. */
export const Translating = ({ asking, errors, before }: Props) => {
  const into = languageOf(asking)
  if (into === undefined) return null
  const { view, typed, prefix } = asking
  const { language } = view
  const words = proposeWords[language]
  const told = before?.language === into ? before : undefined
  const was: Readonly<Record<string, string | undefined>> = {
    [REASONING]: told?.reasoning,
    ...Object.fromEntries(
      Object.entries(told?.reasons ?? {}).map(([code, text]) => [reasonName(code), text]),
    ),
  }
  const name = languageName(into, language)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.translation.replace('{language}', name)}</h2>
      <p class="govuk-body">{words.translationLead}</p>
      <input type="hidden" name={`${prefix}${READS}`} value={into} />
      {fieldsIn(asking).map(({ name: field, label, original }) => (
        <>
          {original !== undefined && (
            <Written
              as="div"
              class="govuk-inset-text kc-value"
              language={WRITTEN_IN}
              page={language}
            >
              {original}
            </Written>
          )}
          <Textarea
            name={`${prefix}${field}`}
            id={`${prefix}${field}`}
            label={label}
            labelSize="s"
            value={typed[field]?.[0] ?? was[field]}
            error={errorAt(errors, `${prefix}${field}`, view)}
            rows={original === undefined ? 5 : 4}
          />
        </>
      ))}
    </section>
  )
}
