import type { IsoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { AppealDays } from '#core/lifecycle/appeal.ts'
import type { DecisionRecord } from '#core/lifecycle/decision-record.ts'
import type { State } from '#core/lifecycle/lifecycle.ts'
import { PROVISIONAL } from '#core/policy/basis.ts'
import { Appeal } from '#portal/appeal.tsx'
import {
  decisionPageWords,
  NEXT_CONCESSIONS,
  type DecisionPageWords,
} from '#portal/decision/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { BasisMark, Clause, ProvisionalNote } from '#telling/basis.tsx'
import { formatDate } from '#telling/dates.ts'
import {
  DecisionAnswer,
  DecisionGrounds,
  DecisionPoints,
  DecisionReasoning,
  DecisionText,
  waysAfter,
  type DecisionReading,
} from '#telling/decision.tsx'
import { stateForApplicant } from '#telling/states.ts'
import { Ways } from '#telling/ways.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { InsetText } from '#ui/inset-text.tsx'

type Props = {
  readonly view: View
  readonly id: string
  readonly record: DecisionRecord
  readonly reading: DecisionReading
  readonly state: State
  readonly appeal: AppealDays
  readonly calendars: Calendars
  /** While the status is valid. */
  readonly validUntil?: IsoDate
}

type PartProps = Omit<Props, 'view'> & {
  readonly words: DecisionPageWords
}

/** The answer first, then why, then what the person can do. */
export const DecisionPage = ({ view, ...props }: Props) => {
  const { language } = view
  const words = decisionPageWords[language]
  const { id, record } = props
  const isRecognised = record.outcome === 'recognised'
  return (
    <Page view={view} title={words.title} back={paths.application.to(language, { id })}>
      {isRecognised ? (
        <Recognised {...props} words={words} />
      ) : (
        <Refused {...props} words={words} />
      )}
      {language !== 'az' && <Act {...props} words={words} isRecognised={isRecognised} />}
      <ProvisionalNote language={language} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.letters.to(language, { id })}>
          {words.lettersLink}
        </a>
      </p>
    </Page>
  )
}

/** The act itself, whole, beside what is only a translation of it. */
const Act = ({ words, isRecognised, ...props }: PartProps & { readonly isRecognised: boolean }) => {
  const { record, appeal, calendars } = props
  const { language } = props.reading
  const reading = { ...props.reading, language: 'az' } as const
  return (
    <section>
      <h2 class="govuk-heading-m">{words.actTitle}</h2>
      <p class="govuk-body">{words.translation}</p>
      <p class="govuk-body">{words.help}</p>
      <Clause laws={reading.laws} language={language} basis="administrative-proceedings-2005/27" />
      <Details summary={words.azTitle}>
        <div lang="az">
          <DecisionAnswer record={record} reading={reading} headingLevel="h2" />
          <DecisionText record={record} reading={reading} />
          {!isRecognised && (
            <Appeal reading={reading} calendars={calendars} claim="compel" days={appeal} />
          )}
        </div>
      </Details>
    </section>
  )
}

const Recognised = ({ words, ...props }: PartProps) => {
  const { id, record, reading, state, validUntil } = props
  const { language } = reading
  return (
    <>
      <DecisionAnswer record={record} reading={reading}>
        {validUntil !== undefined && (
          <>
            <p class="kc-answer__lead">
              {words.validUntil}: <strong>{formatDate(validUntil, language, 'plain')}</strong>
            </p>
            <ButtonLink href={paths.statusDocument.to(language, { id })}>
              {words.download}
            </ButtonLink>
            <p class="govuk-hint">{words.downloadHint}</p>
          </>
        )}
      </DecisionAnswer>
      {state !== 'recognised' && (
        <InsetText>
          <strong>{words.statusNow}:</strong> {stateForApplicant(state, language)}
        </InsetText>
      )}
      {validUntil !== undefined && <Next words={words} reading={reading} />}
      <DecisionText record={record} reading={reading} />
    </>
  )
}

const Next = ({
  words,
  reading: { laws, language },
}: {
  readonly words: DecisionPageWords
  readonly reading: DecisionReading
}) => (
  <section>
    <h2 class="govuk-heading-m">{words.nextTitle}</h2>
    <ul class="govuk-list">
      {NEXT_CONCESSIONS.map(({ text, basis }) => (
        <li>
          <p class="govuk-body">{words[text]}</p>
          <Clause laws={laws} basis={basis} language={language} />
        </li>
      ))}
      <li>
        <a class="govuk-link" href={paths.looks.to(language)}>
          {words.nextLooks}
        </a>
      </li>
    </ul>
  </section>
)

const Refused = ({ words, record, reading, appeal, calendars }: PartProps) => {
  const around = { record, reading }
  const ways = waysAfter(record, reading)
  const { language } = reading
  return (
    <>
      <DecisionAnswer record={record} reading={reading} />
      <DecisionGrounds {...around} />
      <DecisionPoints {...around} />
      <DecisionReasoning record={record} reading={reading} />
      {ways !== undefined && (
        <section>
          <h2 class="govuk-heading-m">{words.waysTitle}</h2>
          <p class="govuk-body">{words.waysLead}</p>
          <Ways ways={ways} reading={reading} />
        </section>
      )}
      <Appeal reading={reading} calendars={calendars} claim="compel" days={appeal} />
      <section>
        <h2 class="govuk-heading-m">{words.againTitle}</h2>
        <p class="govuk-body">
          {words.again} <BasisMark laws={reading.laws} basis={PROVISIONAL} language={language} />
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.applications.to(language)}>
            {words.againLink}
          </a>
        </p>
      </section>
    </>
  )
}
