import { isIsoDate } from '#core/dated.ts'
import type { DecisionRecord, ScoredCriterion } from '#core/cases/decision-record.ts'
import type { Law } from '#core/cases/context.ts'
import { outcomeOf } from '#core/cases/life.ts'
import { isOfficeLanguage } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { shortestWays, type Way } from '#core/policy/ways.ts'
import { partTitle } from '#telling/answers.tsx'
import { BasisMark, Clause } from '#telling/basis.tsx'
import { publicBodyName } from '#telling/bodies.ts'
import { formatDate } from '#telling/dates.ts'
import { officeTag, stateTag, stateTitle, type Stood } from '#telling/case-words.ts'
import { decisionWords } from '#telling/decision-words.ts'
import { PointsRow, PointsSum } from '#telling/explanation.tsx'
import type { Reading } from '#telling/fact-values.ts'
import type { Wording } from '#telling/option-names.ts'
import { WRITTEN_IN } from '#telling/officials-write.tsx'
import type { Child } from '#ui/markup.ts'
import { Steps } from '#ui/ornaments.tsx'
import { Written } from '#ui/written.tsx'

/**
 * A decision as its record tells it: the same for the signer before and the applicant after; of one
 * that no person reads officials are told in words of their own.
 */
export type DecisionReading = Omit<Reading, 'scoring'> &
  Pick<Wording, 'reader'> &
  Pick<Law, 'type' | 'procedure' | 'scoring'>

type Props = {
  readonly record: DecisionRecord
  readonly reading: DecisionReading
}

/** The answer, before anything else. */
export const DecisionAnswer = ({
  record,
  reading,
  headingLevel: Heading = 'h1',
  children,
}: Props & {
  readonly headingLevel?: 'h1' | 'h2'
  readonly children?: Child
}) => {
  const { language, procedure } = reading
  const words = decisionWords[language]
  const outcome = outcomeOf(reading.type, record.outcome)
  const gives = outcome?.favourable === true
  const stood = { state: '', outcome: record.outcome }
  const facts = [
    [words.number, record.number],
    [words.decidedOn, isIsoDate(record.decidedOn) ? formatDate(record.decidedOn, language) : ''],
    ...(procedure.decisionBody === undefined
      ? []
      : [[words.decidedBy, publicBodyName(procedure.bodies, procedure.decisionBody, language)]]),
    [words.signedBy, words.signer],
  ] as const
  return (
    <section class={`kc-answer kc-answer--${gives ? 'good' : 'refused'}`}>
      <Steps />
      <Outcome stood={stood} reading={reading} as={Heading} />
      {record.points !== null && record.passMark !== null && (
        <p class="kc-answer__lead">
          {words.sum(record.points, record.passMark)} {nobodyObjects(record) && words.noObjection}
        </p>
      )}
      {reading.reader !== 'office' && outcome?.lead && (
        <p class="kc-answer__lead">{outcome.lead[language]}</p>
      )}
      {children}
      <dl class="kc-answer__facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type OutcomeProps = Pick<Props, 'reading'> & {
  readonly stood: Stood
  readonly as: 'h1' | 'h2'
}

const Outcome = ({ stood, reading, as: Heading }: OutcomeProps) => {
  const { language, type, reader } = reading
  if (reader === 'office' && isOfficeLanguage(language)) {
    return <Heading class="kc-answer__title">{officeTag(stood, type, language)}</Heading>
  }
  return (
    <>
      <p class="kc-answer__word">{stateTag(stood, type, language)}</p>
      <Heading class="kc-answer__title">{stateTitle(stood, type, language)}</Heading>
    </>
  )
}

const nobodyObjects = ({ opinions }: DecisionRecord): boolean =>
  opinions.length > 0 && opinions.every(({ opinion }) => opinion !== 'objection')

/** What it rests on: each ground with its clause and what the person can do about it. */
export const DecisionGrounds = ({ record, reading }: Props) => {
  const { procedure, laws, language } = reading
  const words = decisionWords[language]
  const grounds = procedure.grounds.filter(({ code }) => record.grounds.includes(code))
  if (grounds.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.groundsTitle}</h2>
      {grounds.map((ground) => (
        <div class="kc-mark">
          <h3 class="govuk-heading-s">{ground.title[language]}</h3>
          <Clause
            laws={laws}
            language={language}
            basis={basisOf(ground, ground.holds === 'chosen' ? 'title' : 'holds')}
            explained
          />
          <p class="govuk-body">
            <strong>{words.remedy}.</strong> {ground.remedy[language]}{' '}
            <BasisMark laws={laws} language={language} basis={basisOf(ground, 'remedy')} />
          </p>
        </div>
      ))}
    </section>
  )
}

/** The sum against the pass mark, then every criterion with who gave its points, and why. */
export const DecisionPoints = ({ record, reading }: Props) => {
  const { scoring, laws, language } = reading
  const words = decisionWords[language]
  const { points, passMark } = record
  if (scoring === undefined || passMark === null) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.pointsTitle}</h2>
      {points === null ? (
        <p class="govuk-body">{words.notScored}</p>
      ) : (
        <PointsSum
          points={points}
          total={scoring.pointsTotal}
          passMark={passMark}
          language={language}
          verdict={points >= passMark ? 'passes' : 'fails'}
        >
          <Clause
            laws={laws}
            language={language}
            basis={basisOf(scoring, 'passMark')}
            what={words.passMark}
            explained
          />
        </PointsSum>
      )}
      <ol class="kc-points">
        {record.criteria.map((scored) => (
          <ScoredRow scored={scored} scoring={scoring} reading={reading} />
        ))}
      </ol>
    </section>
  )
}

type ScoredProps = Omit<Props, 'record'> & {
  readonly scored: ScoredCriterion
  readonly scoring: Scoring
}

const ScoredRow = ({ scored, scoring, reading }: ScoredProps) => {
  const { procedure, laws, language, type } = reading
  const words = decisionWords[language]
  const criterion = scoring.criteria.find(({ code }) => code === scored.criterion)
  const evidence = scored.evidence.map((kind) => {
    const rule = type.checklist.find(({ code }) => code === kind)
    return rule ? partTitle(rule, reading) : kind
  })
  return (
    <PointsRow
      title={criterion?.title[language] ?? scored.criterion}
      language={language}
      points={scored.points}
      pointsMax={scored.pointsMax}
    >
      <p class="kc-points__reason">
        <strong>{words.reason}:</strong> <Written>{scored.reason}</Written>
      </p>
      <p class="kc-points__reason">
        {words.givenBy}: {publicBodyName(procedure.bodies, scored.body, language)}.
        {evidence.length > 0 && ` ${words.evidence}: ${evidence.join('; ')}.`}
      </p>
      <div class="kc-points__reason">
        <Clause laws={laws} language={language} basis={scored.clause} explained />
      </div>
    </PointsRow>
  )
}

export const DecisionReasoning = ({
  record,
  reading,
}: {
  readonly record: DecisionRecord
  readonly reading: Pick<Reading, 'language'>
}) => {
  if (record.reasoning === '') return null // time proposed it, and wrote nothing
  const words = decisionWords[reading.language]
  return (
    <section>
      <h2 class="govuk-heading-m">{words.reasoningTitle}</h2>
      <Written as="div" class="govuk-inset-text" language={WRITTEN_IN} page={reading.language}>
        {record.reasoning.split(/\n\s*\n/).map((paragraph) => (
          <p class="govuk-body">{paragraph}</p>
        ))}
      </Written>
      <p class="govuk-body-s">{words.reasoningWho}</p>
    </section>
  )
}

/** All that the decision itself says after its answer. */
export const DecisionText = (props: Props) => (
  <>
    <DecisionGrounds {...props} />
    <DecisionPoints {...props} />
    <DecisionReasoning record={props.record} reading={props.reading} />
  </>
)

/** Ways from the given points to the pass mark, where points alone were what was missing. */
export function waysAfter(
  record: DecisionRecord,
  { procedure }: Pick<DecisionReading, 'procedure'>,
  scoring: Scoring,
): readonly Way[] | undefined {
  const grounds = procedure.grounds.filter(({ code }) => record.grounds.includes(code))
  if (grounds.length === 0) return undefined
  if (grounds.some(({ holds }) => holds !== 'points-below-pass-mark')) return undefined
  const given = Object.fromEntries(
    record.criteria.map(({ criterion, points }) => [criterion, points]),
  )
  return shortestWays(scoring, record.facts, given)
}
