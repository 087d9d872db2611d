import { basisOf, type Basis } from '#core/policy/basis.ts'
import type { Scored } from '#core/policy/policy.ts'
import type { Criterion } from '#core/policy/scoring.ts'
import { EstimateRules } from '#portal/criteria/estimate-rules.tsx'
import { criteriaWords } from '#portal/criteria/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import type { ProgrammeReading } from '#portal/programme.ts'
import { Page } from '#portal/shell.tsx'
import { BasisMark, Clause, ProvisionalNote } from '#telling/basis.tsx'
import { isNamed, publicBodyName } from '#telling/bodies.ts'
import { formatDate } from '#telling/dates.ts'
import { compareIn } from '#telling/formatters.ts'
import { TermText } from '#telling/term-text.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import type { Child } from '#ui/markup.ts'
import { SummaryList } from '#ui/summary-list.tsx'

type Props = {
  readonly view: View
  readonly reading: ProgrammeReading
  readonly description: Scored
}
type PartProps = Omit<Props, 'view'>

const SECTIONS = ['criteria', 'bodies', 'terms', 'grounds'] as const

/** The law of the Program for everybody to read: nothing is written by hand but the headings. */
export const CriteriaPage = ({ view, ...part }: Props) => {
  const { language } = view
  const words = criteriaWords[language]
  return (
    <Page view={view} title={words.title} description={words.description}>
      <h1 class="govuk-heading-xl">{words.title}</h1>
      <div class="kc-side">
        <nav class="kc-side__quiet" aria-labelledby="contents">
          <h2 class="govuk-heading-s" id="contents">
            {words.contents}
          </h2>
          <ul class="govuk-list">
            {SECTIONS.map((section) => (
              <li>
                <a class="govuk-link" href={`#${section}`}>
                  {words[section]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="kc-side__text">
          <Summary {...part} />
          <CriteriaList {...part} />
          <Bodies {...part} />
          <Terms {...part} />
          <Grounds {...part} />
          <ButtonLink href={paths.estimate.to(language)}>{words.estimate}</ButtonLink>
        </div>
      </div>
    </Page>
  )
}

const Mark = ({ reading, basis }: { reading: ProgrammeReading; basis: Basis }) => (
  <BasisMark laws={reading.laws} basis={basis} language={reading.language} />
)

const SectionTitle = ({ id, children }: { id: (typeof SECTIONS)[number]; children?: Child }) => (
  <h2 class="govuk-heading-l" id={id}>
    {children}
  </h2>
)

const Summary = ({ reading }: PartProps) => {
  const { procedure, scoring, laws, language } = reading
  const words = criteriaWords[language]
  const objection = procedure.grounds.find(({ holds }) => holds === 'objection')
  const clause = { laws, language, explained: true }
  return (
    <>
      <p class="govuk-body-l">
        {words.lead
          .replace('{passMark}', String(scoring.passMark))
          .replace('{total}', String(scoring.pointsTotal))}
      </p>
      <Clause {...clause} what={words.passMark} basis={basisOf(scoring, 'passMark')} />
      <Clause {...clause} what={words.total} basis={basisOf(scoring, 'pointsTotal')} />
      {objection && (
        <Clause {...clause} what={words.objection} basis={basisOf(objection, 'holds')} />
      )}
      <p class="govuk-body-s">
        {words.rules}: {scoring.title[language]}. {words.since}:{' '}
        {formatDate(scoring.inForceFrom, language, 'plain')}{' '}
        <Mark reading={reading} basis={basisOf(scoring, 'inForceFrom')} />
      </p>
      <ProvisionalNote language={language} />
    </>
  )
}

const CriteriaList = (part: PartProps) => {
  const { scoring, language } = part.reading
  return (
    <>
      <SectionTitle id="criteria">{criteriaWords[language].criteria}</SectionTitle>
      {scoring.criteria.map((criterion) => (
        <section aria-labelledby={criterion.code}>
          <h3 class="govuk-heading-m" id={criterion.code}>
            {criterion.title[language]}
          </h3>
          <p class="govuk-body-s">
            <Mark reading={part.reading} basis={basisOf(criterion, 'title')} />
          </p>
          <SummaryList rows={rowsOf(criterion, part)} />
          <Details summary={criteriaWords[language].estimateRules}>
            <p>
              {criteriaWords[language].estimateNote}{' '}
              <Mark reading={part.reading} basis={basisOf(criterion, 'estimate')} />
            </p>
            <EstimateRules rule={criterion.estimate} reading={part.reading} />
          </Details>
        </section>
      ))}
    </>
  )
}

function rowsOf(criterion: Criterion, { reading, description }: PartProps) {
  const { procedure, language } = reading
  const words = criteriaWords[language]
  const { pointsMin, pointsMax, scoredBy, considers } = criterion
  const scorer =
    scoredBy === 'field-body'
      ? words.fieldBody
      : publicBodyName(procedure.bodies, scoredBy, language)
  const evidence = description.type.checklist
    .filter(({ code }) => criterion.evidence.includes(code))
    .map(({ title }) => title[language])
  const range = words.range.replace('{min}', String(pointsMin)).replace('{max}', String(pointsMax))
  const row = (
    key: string,
    text: string,
    property: 'pointsMax' | 'considers' | 'scoredBy' | 'evidence',
  ) => ({
    key,
    value: (
      <>
        {text} <Mark reading={reading} basis={basisOf(criterion, property)} />
      </>
    ),
  })
  return [
    row(words.points, range, 'pointsMax'),
    row(words.considers, considers[language], 'considers'),
    row(words.scoredBy, scorer, 'scoredBy'),
    row(words.evidence, evidence.join('; ') || words.noEvidence, 'evidence'),
  ]
}

const Bodies = ({ reading }: PartProps) => {
  const { procedure, scoring, language } = reading
  const words = criteriaWords[language]
  const { bodies, objectionBodies = [], decisionBody } = procedure
  const nameOf = (code: string) => publicBodyName(bodies, code, language)
  const named = objectionBodies.filter((code) => isNamed(bodies, code))
  const compare = compareIn(language)
  const fields = scoring.fields.toSorted((one, other) =>
    compare(one.title[language], other.title[language]),
  )
  return (
    <>
      <SectionTitle id="bodies">{words.bodies}</SectionTitle>
      {decisionBody !== undefined && objectionBodies.length > 0 && (
        <p class="govuk-body">
          {words.bodiesLead.replace('{body}', nameOf(decisionBody))}{' '}
          <Mark reading={reading} basis={basisOf(procedure, 'objectionBodies')} />
        </p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {named.map((code) => (
          <li>{nameOf(code)}</li>
        ))}
        {named.length < objectionBodies.length && <li>{words.otherBodies}</li>}
      </ul>
      <p class="govuk-body">{words.fieldsLead}</p>
      <SummaryList
        rows={fields.map((field) => ({
          key: field.title[language],
          value: (
            <>
              {nameOf(field.body)} <Mark reading={reading} basis={basisOf(field, 'body')} />
            </>
          ),
        }))}
      />
    </>
  )
}

const Terms = ({ reading }: PartProps) => {
  const { procedure, laws, language } = reading
  const words = criteriaWords[language]
  const times = (text: string, count: number) => text.replace('{times}', String(count))
  const further: readonly (readonly [Basis, string])[] = [
    [basisOf(procedure, 'extensionTimes'), times(words.extensions, procedure.extensionTimes)],
    [basisOf(procedure, 'returnsMax'), times(words.returns, procedure.returnsMax)],
    ...(procedure.clockStopsWhileReturned
      ? [[basisOf(procedure, 'clockStopsWhileReturned'), words.clockStops] as const]
      : []),
    ...(procedure.silenceOfObjectionBody === 'no-objection'
      ? [[basisOf(procedure, 'silenceOfObjectionBody'), words.silence] as const]
      : []),
  ]
  return (
    <>
      <SectionTitle id="terms">{words.terms}</SectionTitle>
      <p class="govuk-body">{words.termsLead}</p>
      <SummaryList
        rows={procedure.terms.map((term) => ({
          key: term.title[language],
          value: <TermText term={term} laws={laws} language={language} />,
        }))}
      />
      <ul class="govuk-list govuk-list--bullet">
        {further.map(([basis, text]) => (
          <li>
            {text} <Mark reading={reading} basis={basis} />
          </li>
        ))}
      </ul>
    </>
  )
}

const Grounds = ({ reading }: PartProps) => {
  const { procedure, language } = reading
  const words = criteriaWords[language]
  return (
    <>
      <SectionTitle id="grounds">{words.grounds}</SectionTitle>
      <p class="govuk-body">{words.groundsLead}</p>
      <SummaryList
        rows={procedure.grounds
          .filter(({ kind }) => kind === 'refusal')
          .map((ground) => ({
            key: (
              <>
                {ground.title[language]} <Mark reading={reading} basis={basisOf(ground, 'title')} />
              </>
            ),
            value: (
              <>
                {ground.remedy[language]}{' '}
                <Mark reading={reading} basis={basisOf(ground, 'remedy')} />
              </>
            ),
          }))}
      />
    </>
  )
}
