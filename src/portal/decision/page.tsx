import { outcomeOf } from '#core/cases/life.ts'
import type { DecisionRecord } from '#core/cases/decision-record.ts'
import type { Mark } from '#core/cases/standing.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import { PROVISIONAL } from '#core/policy/basis.ts'
import { Appeal } from '#portal/appeal.tsx'
import { AskedFor } from '#portal/asked-for.tsx'
import type { Contest } from '#core/cases/appeal.ts'
import type { IsoDate } from '#core/dated.ts'
import { Contesting } from '#portal/decision/contest/contest-form.tsx'
import type { Contest as ContestWay } from '#portal/decision/contest/contests.ts'
import { contestWords } from '#portal/decision/contest/words.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import {
  decisionPageWords,
  NEXT_CONCESSIONS,
  type DecisionPageWords,
} from '#portal/decision/words.ts'
import type { View } from '#portal/env.ts'
import type { OwnStatus } from '#portal/own-status.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { BasisMark, Clause, ProvisionalNote } from '#telling/basis.tsx'
import { statusTitle } from '#telling/case-words.ts'
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
import { Ways } from '#telling/ways.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { InsetText } from '#ui/inset-text.tsx'

type Props = {
  readonly view: View
  readonly id: string
  readonly record: DecisionRecord
  readonly reading: DecisionReading
  /** Of an unfavourable decision. */
  readonly contest?: Contest | undefined
  readonly calendars: Calendars
  /** What was asked for in vain. */
  readonly marks: readonly Mark[]
  readonly gave?: OwnStatus | undefined
  /** What it gave is what the Program gives, with all that the Code attaches to it. */
  readonly isOfProgramme: boolean
  /** Whoever it is about can begin another such case. */
  readonly mayRepeat: boolean
  /** What can be begun about it. */
  readonly contests: readonly ContestWay[]
  readonly on: IsoDate
  readonly setAsideOn?: IsoDate | undefined
}

type PartProps = Omit<Props, 'view'> & {
  readonly words: DecisionPageWords
}

/** The answer first, then why, then what the person can do. */
export const DecisionPage = ({ view, ...props }: Props) => {
  const { language } = view
  const words = decisionPageWords[language]
  const { id, record, reading, setAsideOn } = props
  const isFavourable = outcomeOf(reading.type, record.outcome)?.favourable === true
  const Text = isFavourable ? Favourable : Unfavourable
  return (
    <Page view={view} title={words.title} back={paths.application.to(language, { id })}>
      {setAsideOn !== undefined && (
        <InsetText>
          {contestWords[language].setAside.replace(
            '{day}',
            formatDate(setAsideOn, language, 'plain'),
          )}
        </InsetText>
      )}
      <Text {...props} words={words} />
      {language !== 'az' && <Act {...props} words={words} />}
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
const Act = ({ words, ...props }: PartProps) => {
  const { record, contest, calendars } = props
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
          {contest && <Appeal reading={reading} calendars={calendars} {...contest} />}
        </div>
      </Details>
    </section>
  )
}

const Favourable = ({ words, ...props }: PartProps) => {
  const { id, record, reading, gave, isOfProgramme } = props
  const { language } = reading
  return (
    <>
      <DecisionAnswer record={record} reading={reading}>
        {gave?.isInForce === true && (
          <>
            <p class="kc-answer__lead">
              {words.validUntil}:{' '}
              <strong>{formatDate(gave.status.validUntil, language, 'plain')}</strong>
            </p>
            <ButtonLink href={paths.statusDocument.to(language, { id })}>
              {words.download}
            </ButtonLink>
            <p class="govuk-hint">{words.downloadHint}</p>
          </>
        )}
      </DecisionAnswer>
      {gave?.held.endedAs !== undefined && (
        <InsetText>
          <strong>{words.statusNow}:</strong> {statusTitle(gave.kind, gave.held, language)}
        </InsetText>
      )}
      {gave?.isInForce === true && isOfProgramme && <Next words={words} reading={reading} />}
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

const Unfavourable = ({ words, ...props }: PartProps) => {
  const { id, record, reading, contest, calendars, marks, mayRepeat, contests, on } = props
  const around = { record, reading }
  return (
    <>
      <DecisionAnswer record={record} reading={reading} />
      <DecisionGrounds {...around} />
      <DecisionPoints {...around} />
      <DecisionReasoning record={record} reading={reading} />
      {marks.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{words.askedFor}</h2>
          <AskedFor marks={marks} type={reading.type} language={reading.language} />
        </section>
      )}
      {reading.scoring && <ToPassMark words={words} scoring={reading.scoring} {...around} />}
      {contest && (
        <Appeal
          reading={reading}
          calendars={calendars}
          {...contest}
          contesting={
            <Contesting
              language={reading.language}
              id={id}
              contests={contests}
              until={contest.days.councilUntil}
              on={on}
            />
          }
        />
      )}
      {mayRepeat && <Again words={words} {...around} />}
    </>
  )
}

type ToPassMarkProps = Pick<PartProps, 'words' | 'record' | 'reading'> & {
  readonly scoring: Scoring
}

const ToPassMark = ({ words, record, reading, scoring }: ToPassMarkProps) => {
  const ways = waysAfter(record, reading, scoring)
  if (ways === undefined) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.waysTitle}</h2>
      <p class="govuk-body">{words.waysLead}</p>
      <Ways ways={ways} reading={{ ...reading, scoring }} />
    </section>
  )
}

/** Each ground says when; where there is none, nothing has to be waited for. */
const Again = ({ words, record, reading }: Pick<PartProps, 'words' | 'record' | 'reading'>) => {
  const { laws, language } = reading
  return (
    <section>
      <h2 class="govuk-heading-m">{words.againTitle}</h2>
      <p class="govuk-body">
        {record.grounds.length > 0 ? words.again : words.againNow}{' '}
        <BasisMark laws={laws} basis={PROVISIONAL} language={language} />
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.applications.to(language)}>
          {words.againLink}
        </a>
      </p>
    </section>
  )
}
