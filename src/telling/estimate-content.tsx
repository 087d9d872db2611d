import { Estimate, estimateSentence } from '#telling/estimate.tsx'
import type { EstimateForm } from '#telling/estimate-form.ts'
import { errorText, EstimateQuestions } from '#telling/estimate-questions.tsx'
import type { EstimatePageWords } from '#telling/estimate-words.ts'
import type { Reading } from '#telling/fact-values.ts'
import { ButtonLink } from '#ui/button.tsx'
import type { Child } from '#ui/markup.ts'

/** Where answers are counted: in the browser, or by us when its scripts are off. */
export type CountedAt = 'here' | 'there'

/** The words and addresses of the page around an estimate, in the reader's language. */
export type EstimateSurroundings = {
  readonly words: EstimatePageWords
  readonly action: string
  readonly register: { readonly href: string; readonly text: string }
  readonly error: string
  readonly errorTitle: string
  /** What the window is called, with {title} in it. */
  readonly documentTitle: string
}

type ContentProps = {
  readonly form: EstimateForm
  readonly reading: Reading
  readonly around: EstimateSurroundings
  readonly countedAt: CountedAt
}

/** All that is wrong with the answers, each with the box to mend. */
export const estimateErrors = (
  { errors }: EstimateForm,
  { language }: Reading,
  { words }: EstimateSurroundings,
) =>
  errors.map((error) => ({
    text: errorText(error, language, words),
    href: `#${error.box}`,
  }))

const isAnswered = ({ asked, errors }: EstimateForm): boolean => asked && errors.length === 0

/** The page is called by what the answers come to, once they come to something. */
export const estimateTitle = (
  form: EstimateForm,
  reading: Reading,
  { words }: EstimateSurroundings,
): string => (isAnswered(form) ? estimateSentence(form.facts, reading) : words.title)

/** The whole page under its error summary: the result, once there is one, and the questions. */
export const EstimateContent = ({ form, reading, around, countedAt }: ContentProps) => {
  const { words } = around
  return (
    <>
      {isAnswered(form) ? (
        <>
          <Estimate facts={form.facts} reading={reading}>
            <p class="kc-answer__lead">{words.applyText}</p>
            <ButtonLink href={around.register.href}>{around.register.text}</ButtonLink>
          </Estimate>
          <h2 class="govuk-heading-l">{words.again}</h2>
        </>
      ) : (
        <>
          <h1 class="govuk-heading-xl">{words.title}</h1>
          <p class="govuk-body-l">{words.lead}</p>
        </>
      )}
      <div class="kc-side">
        <div class="kc-side__text">
          <EstimateQuestions
            form={form}
            reading={reading}
            words={words}
            action={around.action}
            errorPrefix={around.error}
          >
            <Counted at="here" truly={countedAt}>
              <p class="govuk-hint">{words.hereTitle}.</p>
            </Counted>
            <Counted at="there" truly={countedAt}>
              <p class="govuk-hint">{words.thereTitle}.</p>
            </Counted>
          </EstimateQuestions>
        </div>
        <div class="kc-side__quiet">
          <Counted at="here" truly={countedAt}>
            <h2 class="govuk-heading-s">{words.hereTitle}</h2>
            <p class="govuk-body-s">{words.here}</p>
          </Counted>
          <Counted at="there" truly={countedAt}>
            <h2 class="govuk-heading-s">{words.thereTitle}</h2>
            <p class="govuk-body-s">{words.there}</p>
          </Counted>
          <h2 class="govuk-heading-s">{words.openTitle}</h2>
          <p class="govuk-body-s">{words.open}</p>
        </div>
      </div>
    </>
  )
}

type CountedProps = {
  readonly at: CountedAt
  readonly truly: CountedAt
  readonly children: Child
}

/** Both truths are on the page and one is shown, so that the script that changes it can say so. */
const Counted = ({ at, truly, children }: CountedProps) => (
  <div data-kc-counted={at} hidden={at !== truly}>
    {children}
  </div>
)
