import type { Typed } from '#core/answers/typed.ts'
import { scoresOf } from '#core/cases/answers-given.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Finding } from '#core/policy/evaluate.ts'
import type { Criterion } from '#core/policy/scoring.ts'
import { nameOfStep } from '#office/case-actions.ts'
import type { FieldErrors } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import type { Asking } from '#office/step-handler.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import type { CaseDocument } from '#records/documents.ts'
import { Clause } from '#telling/basis.tsx'
import { findingPoints, findingSentences } from '#telling/explanation.tsx'
import type { Reading } from '#telling/fact-values.ts'
import { Details } from '#ui/details.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { Evidence } from './evidence.tsx'
import { bounded, pointsName, reasonName } from './points-form.ts'
import { pointsWords, type PointsWords } from './points-words.ts'

type Props = {
  readonly view: View
  readonly open: OpenCase
  readonly step: string
  /** Of this body. */
  readonly criteria: readonly Criterion[]
  readonly documents: readonly CaseDocument[]
  readonly reading: Reading
  /** What the self-assessment makes of the answers, criterion by criterion. */
  readonly findings: readonly Finding[]
  readonly typed: Typed
  readonly later: Asking['later']
  readonly errors: FieldErrors
}

/** The claim beside its evidence: only the criteria of this body, and nothing of the others. */
export const PointsPage = (props: Props) => {
  const { view, open, step, criteria, reading, errors } = props
  const { language } = view
  const words = pointsWords[language]
  const scores = scoresOf(open.found.standing)
  const wording = { ...reading, reader: 'office', fields: reading.scoring.fields } as const
  return (
    <StepPage view={view} open={open} title={nameOfStep(open, step, language)} errors={errors}>
      <div class="kc-split">
        <section class="kc-split__pane">
          <p class="govuk-body">{words.lead}</p>
          {criteria.some(({ code }) => scores[code]) && <InsetText>{words.standing}</InsetText>}
          <StepForm view={view} open={open} step={step} later={props.later}>
            {criteria.map((criterion) => (
              <CriterionFields {...props} criterion={criterion} words={words} />
            ))}
          </StepForm>
        </section>
        <Evidence {...props} wording={wording} words={words} />
      </div>
    </StepPage>
  )
}

type CriterionProps = Props & {
  readonly criterion: Criterion
  readonly words: PointsWords
}

const CriterionFields = (props: CriterionProps) => {
  const { view, criterion, words, typed, errors, findings, reading } = props
  const { code } = criterion
  const finding = findings.find((each) => each.criterion === code)
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        {criterion.title[view.language]}
      </legend>
      <p class="govuk-body">
        <strong>{words.considers}:</strong> {criterion.considers[view.language]}
      </p>
      <Clause
        laws={reading.laws}
        basis={basisOf(criterion, 'pointsMax')}
        language={view.language}
      />
      <TextInput
        name={pointsName(code)}
        label={bounded(words.points, criterion)}
        value={typed[pointsName(code)]?.[0]}
        error={errorAt(errors, pointsName(code), view)}
        inputmode="numeric"
        autocomplete="off"
        width={3}
      />
      <Textarea
        name={reasonName(code)}
        label={words.reason}
        hint={words.reasonHint}
        value={typed[reasonName(code)]?.[0]}
        error={errorAt(errors, reasonName(code), view)}
        rows={4}
      />
      {finding && <Suggestion finding={finding} reading={reading} words={words} />}
    </fieldset>
  )
}

/** Beside the field, never in it: a number that stands there already is a number nobody weighed. */
const Suggestion = ({
  finding,
  reading,
  words,
}: {
  readonly finding: Finding
  readonly reading: Reading
  readonly words: PointsWords
}) => (
  <Details summary={words.estimate}>
    <p class="govuk-body">
      <strong>{findingPoints(finding, reading.language)}</strong>
    </p>
    {findingSentences(finding, reading).map((sentence) => (
      <p class="govuk-body">{sentence}</p>
    ))}
    <p class="govuk-body-s">{words.estimateNote}</p>
  </Details>
)
