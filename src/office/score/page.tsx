import type { Finding } from '#core/policy/evaluate.ts'
import type { Criterion, EstimateRule } from '#core/policy/rule-set.ts'
import { basisOf } from '#core/policy/basis.ts'
import { criteriaOf } from '#core/lifecycle/assess.ts'
import { DocumentsList } from '#office/documents-list.tsx'
import type { View } from '#office/env.ts'
import type { Filed } from '#core/lifecycle/filed.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { pointsName, reasonName, type ScoreErrors } from '#office/score/form.ts'
import { scoreWords, type ScoreWords } from '#office/score/words.ts'
import { StepForm, StepPage } from '#office/step-page.tsx'
import type { Typed } from '#core/answers/typed.ts'
import { officeWords } from '#office/words.ts'
import type { CaseDocument } from '#records/documents.ts'
import { AnswersView } from '#telling/answers.tsx'
import { Clause } from '#telling/basis.tsx'
import { findingPoints, findingSentences } from '#telling/explanation.tsx'
import type { Reading } from '#telling/fact-values.ts'
import { Details } from '#ui/details.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { Textarea } from '#ui/textarea.tsx'

export type ScorePageProps = {
  readonly view: View
  readonly open: OpenCase
  readonly filed: Filed
  readonly documents: readonly CaseDocument[]
  readonly reading: Reading
  /** What the self-assessment makes of the answers, criterion by criterion. */
  readonly findings: readonly Finding[]
  readonly typed: Typed
  readonly errors: ScoreErrors
}

/** The claim beside its evidence: only the criteria of this body, and nothing of the others. */
export const ScorePage = (props: ScorePageProps) => {
  const { view, open } = props
  const words = scoreWords[view.language]
  const criteria = ownCriteria(open)
  const given = criteria.some(({ code }) => open.found.application.scores[code] !== undefined)
  return (
    <StepPage
      view={view}
      open={open}
      title={given ? words.correctTitle : words.title}
      errors={pageErrors(props, criteria)}
    >
      <div class="kc-split">
        <section class="kc-split__pane">
          <p class="govuk-body">{words.lead}</p>
          {given && <InsetText>{words.standing}</InsetText>}
          <StepForm
            view={view}
            open={open}
            action="score"
            to={paths.score.to(view.language, { id: open.found.application.id })}
          >
            {criteria.map((criterion) => (
              <CriterionFields {...props} criterion={criterion} words={words} />
            ))}
          </StepForm>
        </section>
        <Evidence {...props} criteria={criteria} words={words} />
      </div>
    </StepPage>
  )
}

function ownCriteria({ found, law }: OpenCase): readonly Criterion[] {
  const own = criteriaOf(found.application, law.by.body ?? '')
  return law.rules.criteria.filter(({ code }) => own.includes(code))
}

function pageErrors({ view, errors }: ScorePageProps, criteria: readonly Criterion[]) {
  const words = scoreWords[view.language]
  return criteria.flatMap((criterion) => {
    const { code, title } = criterion
    const before = `${title[view.language]}: `
    const [points, reason] = [errors.points[code], errors.reasons[code]]
    return [
      ...(points
        ? [{ text: before + bounded(words[points], criterion), href: `#${pointsName(code)}` }]
        : []),
      ...(reason ? [{ text: before + words[reason], href: `#${reasonName(code)}` }] : []),
    ]
  })
}

const bounded = (text: string, { pointsMin, pointsMax }: Criterion): string =>
  text.replace('{min}', String(pointsMin)).replace('{max}', String(pointsMax))

type CriterionProps = ScorePageProps & {
  readonly criterion: Criterion
  readonly words: ScoreWords
}

const CriterionFields = (props: CriterionProps) => {
  const { view, criterion, words, typed, errors, findings, reading } = props
  const { code } = criterion
  const prefix = officeWords[view.language].error
  const [points, reason] = [errors.points[code], errors.reasons[code]]
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
        error={points && { prefix, text: bounded(words[points], criterion) }}
        inputmode="numeric"
        autocomplete="off"
        width={3}
      />
      <Textarea
        name={reasonName(code)}
        label={words.reason}
        hint={words.reasonHint}
        value={typed[reasonName(code)]?.[0]}
        error={reason && { prefix, text: words[reason] }}
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
  readonly words: ScoreWords
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

type EvidenceProps = ScorePageProps & {
  readonly criteria: readonly Criterion[]
  readonly words: ScoreWords
}

const Evidence = ({ view, open, filed, documents, criteria, words, reading }: EvidenceProps) => {
  const { type, rules } = open.description
  const blocks = new Set(criteria.flatMap(({ estimate }) => blocksOf(estimate, reading)))
  const relevant = { ...type, blocks: type.blocks.filter(({ code }) => blocks.has(code)) }
  const { language } = view
  const wording = {
    language,
    reader: 'office',
    lists: reading.lists,
    fields: rules.fields,
  } as const
  return (
    <section class="kc-split__pane kc-split__pane--beside" aria-label={words.evidence}>
      <h2 class="govuk-heading-m">{words.documents}</h2>
      <DocumentsList
        view={view}
        caseId={open.found.application.id}
        type={type}
        documents={documents}
        kinds={criteria.flatMap(({ evidence }) => evidence)}
      />
      <h2 class="govuk-heading-m">{words.answers}</h2>
      <AnswersView type={relevant} answers={filed.answers} wording={wording} />
    </section>
  )
}

/** The blocks of answers that a criterion's facts are read from. */
function blocksOf(rule: EstimateRule, reading: Reading): readonly string[] {
  if (rule.kind === 'sum') return rule.of.flatMap((each) => blocksOf(each, reading))
  const fact = reading.rules.facts.find(({ code }) => code === rule.fact)
  return fact ? [fact.from.block] : []
}
