import type { OfficeLanguage } from '#core/language.ts'
import { caseAddress, wayBack, wayToCase, withBack } from '#office/back.ts'
import { nameOfStep } from '#office/case-actions.ts'
import { tokenOf, type FieldErrors } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import { addressOf, nameInPart, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import type { Asking } from '#office/step-handler.ts'
import { officeWords } from '#office/words.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { Button, ButtonGroup, type ButtonVariant } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import type { Child } from '#ui/markup.ts'

export type StepFormProps = {
  readonly view: View
  readonly open: OpenCase
  /** The step that is taken. */
  readonly step: string
  readonly variant?: ButtonVariant
  /** It may be handed in later. */
  readonly later?: Asking['later']
  readonly children?: Child
}

/** The form of one step; it carries what the page was made from. */
export const StepForm = ({ view, open, step, variant, later, children }: StepFormProps) => (
  <form method="post" action={stepAddress(view, open, step)} novalidate>
    {later?.draft && (
      <InsetText>
        {LATER[view.language].saved.replace(
          '{moment}',
          formatMomentInBaku(later.draft.savedAt, view.language),
        )}
      </InsetText>
    )}
    <input type="hidden" name="version" value={tokenOf(open, { code: step })} />
    {children}
    <ButtonGroup>
      <Button variant={variant} preventDoubleClick>
        {nameOfStep(open, step, view.language)}
      </Button>
      {later && (
        <Button variant="secondary" name={SAVE_FOR_LATER} value="yes">
          {LATER[view.language].save}
        </Button>
      )}
      <a class="govuk-link" href={caseAddress(view, open.found.standing.id)}>
        {officeWords[view.language].cancel}
      </a>
    </ButtonGroup>
  </form>
)

/** The name of the button that keeps what is written, and takes no step. */
export const SAVE_FOR_LATER = 'later'

const LATER: Readonly<Record<OfficeLanguage, Readonly<Record<'save' | 'saved', string>>>> = {
  az: {
    save: 'Hələlik yadda saxlayın',
    saved: '{moment} yadda saxlanılıb. Bunu yalnız siz görürsünüz, hələ heç nə göndərilməyib.',
  },
  en: {
    save: 'Save for later',
    saved: 'Saved on {moment}. Only you see this, and nothing has been handed in yet.',
  },
}

/** Where a step is taken; of a case that is only about to begin, where it begins. */
function stepAddress(view: View, { found, begins }: OpenCase, step: string): string {
  const { id } = found.standing
  const address =
    begins === undefined
      ? paths.step.to(view.language, { id, step })
      : paths.open.to(view.language, { id: addressOf(begins.from), type: begins.type })
  return withBack(view, address)
}

export type StepPageProps = {
  readonly view: View
  readonly open: OpenCase
  readonly title: string
  readonly errors?: FieldErrors
  /** It shows what stands side by side. */
  readonly wide?: boolean
  readonly children?: Child
}

/** A page about one step of one case. */
export const StepPage = ({ view, open, title, errors = {}, wide, children }: StepPageProps) => (
  <Page
    view={view}
    title={`${title}, ${numberOf(open)}`}
    errors={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))}
    back={[wayToCase(view, open.found.standing.id), wayBack(view)]}
  >
    <p class="govuk-caption-l">{captionOf(open, view)}</p>
    <h1 class="govuk-heading-l">{title}</h1>
    <div class="govuk-grid-row">
      <div class={`govuk-grid-column-${wide === true ? 'full' : 'two-thirds'}`}>{children}</div>
    </div>
  </Page>
)

/** What is wrong with a field, beside it. */
export const errorAt = (errors: FieldErrors, field: string, { language }: View) => {
  const text = errors[field]
  return text === undefined ? undefined : { text, prefix: officeWords[language].error }
}

/** A case that is about to begin has no number yet: what it is about has one. */
const numberOf = ({ found: { standing }, begins }: OpenCase): string => {
  const { about = begins?.from.found.standing.number ?? '', number = about } = standing
  return number
}

/** Where one begins, who it would be about as well. */
const captionOf = (open: OpenCase, { language }: View): string =>
  [numberOf(open), open.begins && nameInPart(open.begins.from, language)].filter(Boolean).join(', ')
