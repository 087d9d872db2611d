import type { DecisionRecord } from '#core/cases/decision-record.ts'
import { leadOf } from '#core/cases/duty.ts'
import { discloses, outcomeOf } from '#core/cases/life.ts'
import type { Mark } from '#core/cases/happenings.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { PROVISIONAL } from '#core/policy/basis.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { AskedFor } from '#portal/asked-for.tsx'
import { Contact } from '#portal/contact.tsx'
import { Contesting } from '#portal/contesting.tsx'
import {
  decisionPageWords,
  NEXT_CONCESSIONS,
  type DecisionPageWords,
} from '#portal/decision/words.ts'
import type { ToldOf } from '#portal/decision/told.ts'
import { Contests } from '#portal/contests.tsx'
import { DutyIsPaid, type DutyPaid } from '#portal/duty-paid.tsx'
import type { View } from '#portal/env.ts'
import type { OwnStatus } from '#portal/own-status.ts'
import { paths } from '#portal/paths.ts'
import { SetAside } from '#portal/set-aside.tsx'
import { Page } from '#portal/shell.tsx'
import { actOf } from '#telling/act/act.ts'
import { ActWhole } from '#telling/act/page.tsx'
import { lacksTranslation } from '#telling/act/reading.ts'
import { BasisMark, Clause, ProvisionalNote } from '#telling/basis.tsx'
import { statusTitle } from '#telling/case-words.ts'
import { formatDate } from '#telling/dates.ts'
import type { Reading } from '#telling/fact-values.ts'
import { WRITTEN_IN } from '#telling/officials-write.tsx'
import { Ways, waysAfter } from '#telling/ways.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Steps } from '#ui/ornaments.tsx'

type Props = Pick<ToldOf, 'decisions' | 'contests' | 'reading'> & {
  readonly view: View
  readonly id: string
  /** What was asked for in vain. */
  readonly marks: readonly Mark[]
  readonly gave?: OwnStatus | undefined
  /** What it gave is what the Program gives, with all that the Code attaches to it. */
  readonly isOfProgramme: boolean
  /** Whoever it is about can begin another such case. */
  readonly mayRepeat: boolean
  /** What it gave is paid for, where all of that is. */
  readonly paid: DutyPaid | undefined
  /** They can write to the Service in this case. */
  readonly mayWrite: boolean
  readonly on: IsoDate
}

type PartProps = Omit<Props, 'view'> & {
  readonly words: DecisionPageWords
  readonly language: Language
}

/** The answer first, then the act itself, then what the person can do. */
export const DecisionPage = ({ view, ...props }: Props) => {
  const { language } = view
  const words = decisionPageWords[language]
  const { id, decisions, reading } = props
  const [{ record }] = decisions
  const isFavourable = outcomeOf(reading.type, record.outcome)?.favourable === true
  const holds = decisions.some(({ setAsideOn }) => setAsideOn === undefined)
  const Then = isFavourable ? Favourable : Unfavourable
  return (
    <Page view={view} title={words.title} back={paths.application.to(language, { id })}>
      <Answer {...props} words={words} language={language} />
      <Contests contests={props.contests} language={language} />
      <Acts {...props} view={view} words={words} language={language} />
      {holds && <Then {...props} words={words} language={language} />}
      <ProvisionalNote language={language} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.letters.to(language, { id })}>
          {words.lettersLink}
        </a>
      </p>
    </Page>
  )
}

/** What was decided, in a sentence, and what there is to keep of it. */
const Answer = ({ words, language, ...props }: PartProps) => {
  const { decisions, reading, gave, id, paid } = props
  const [{ setAsideOn }] = decisions
  const rule = outcomeOf(reading.type, decisions[0].record.outcome)
  const [lead, then] = [false, paid !== undefined].map((is) => rule && leadOf(rule, is)?.[language])
  const { outcome } = actOf(decisions[0].record, { ...reading, language })
  const gives = rule?.favourable === true
  return (
    <section class={`kc-answer kc-answer--${gives ? 'good' : 'against'}`}>
      <Steps />
      {setAsideOn !== undefined && <SetAside on={setAsideOn} language={language} />}
      <p class="kc-answer__word">{outcome.word}</p>
      <h1 class="kc-answer__title">{outcome.sentence}</h1>
      {outcome.meaning.map((sentence) => (
        <p class="kc-answer__lead">{sentence === lead ? then : sentence}</p>
      ))}
      <DutyIsPaid paid={paid} language={language} />
      {gave?.isInForce === true && (
        <>
          <p class="kc-answer__lead">
            {words.validUntil}:{' '}
            <strong>{formatDate(gave.status.validUntil, language, 'plain')}</strong>
          </p>
          <ButtonLink href={paths.statusDocument.to(language, { id })}>{words.download}</ButtonLink>
          <p class="govuk-hint">{words.downloadHint}</p>
        </>
      )}
      {setAsideOn === undefined && discloses(reading.type, decisions[0].record.outcome) && (
        <ButtonLink href={paths.copy.to(language, { id })}>{words.copy}</ButtonLink>
      )}
    </section>
  )
}

/** Where an official's words are still to be translated: how that is asked for, while days run. */
const Untranslated = ({ view, words, language, decisions, id, mayWrite }: ActsProps) => {
  if (!decisions.some(({ record }) => lacksTranslation(record, language))) return null
  return (
    <InsetText>
      <p class="govuk-body">
        {words.untranslated} {mayWrite ? words.askHere : words.askByMail}
      </p>
      {decisions.some(({ contest }) => contest !== undefined) && (
        <p class="govuk-body">{words.daysGoOn}</p>
      )}
      {mayWrite ? (
        <ButtonLink href={paths.messages.to(language, { id })}>{words.askLink}</ButtonLink>
      ) : (
        <p class="govuk-body">
          <Contact view={view} />
        </p>
      )}
    </InsetText>
  )
}

type ActsProps = PartProps & Pick<Props, 'view'>

/** The act itself, whole, beside what is only a translation of it. */
const Acts = (props: ActsProps) => {
  const { words, language, decisions, reading, id, on } = props
  return (
    <section>
      {language !== WRITTEN_IN && (
        <>
          <h2 class="govuk-heading-m">{words.actTitle}</h2>
          <p class="govuk-body">{words.translation}</p>
          <p class="govuk-body">{words.help}</p>
          <Clause
            laws={reading.laws}
            language={language}
            basis="administrative-proceedings-2005/27"
          />
          <Untranslated {...props} />
        </>
      )}
      {decisions.map(({ id: decision, record, contest, ways, setAsideOn }) => (
        <>
          {decisions.length > 1 && setAsideOn !== undefined && (
            <SetAside on={setAsideOn} language={language} />
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={paths.act.to(language, { id, decision })}>
              {words.actDownload}
            </a>
          </p>
          <ActWhole
            record={record}
            reading={{ ...reading, contest: setAsideOn === undefined ? contest : undefined }}
            reads={language}
            page={language}
          />
          <Contesting
            language={language}
            action={paths.contest.to(language, { id, decision })}
            ways={ways}
            listed
            until={contest?.days?.councilUntil}
            on={on}
          />
        </>
      ))}
    </section>
  )
}

const Favourable = ({ words, language, ...props }: PartProps) => {
  const { reading, gave, isOfProgramme } = props
  return (
    <>
      {gave?.held.endedAs !== undefined && (
        <InsetText>
          <strong>{words.statusNow}:</strong> {statusTitle(gave.kind, gave.held, language)}
        </InsetText>
      )}
      {gave?.isInForce === true && isOfProgramme && (
        <Next words={words} laws={reading.laws} language={language} />
      )}
    </>
  )
}

const Next = ({
  words,
  laws,
  language,
}: Pick<PartProps, 'words' | 'language'> & Pick<Reading, 'laws'>) => (
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

const Unfavourable = ({ words, language, ...props }: PartProps) => {
  const { decisions, reading, marks, mayRepeat } = props
  const [{ record }] = decisions
  const around = { words, language, record, reading }
  return (
    <>
      {marks.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{words.askedFor}</h2>
          <AskedFor marks={marks} type={reading.type} language={language} />
        </section>
      )}
      {reading.scoring && <ToPassMark {...around} scoring={reading.scoring} />}
      {mayRepeat && <Again {...around} />}
    </>
  )
}

type AfterProps = Pick<PartProps, 'words' | 'language' | 'reading'> & {
  readonly record: DecisionRecord
}

const ToPassMark = ({
  words,
  language,
  record,
  reading,
  scoring,
}: AfterProps & { readonly scoring: Scoring }) => {
  const ways = waysAfter(record, reading, scoring)
  if (ways === undefined) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.waysTitle}</h2>
      <p class="govuk-body">{words.waysLead}</p>
      <Ways ways={ways} reading={{ ...reading, scoring, language }} />
    </section>
  )
}

/** Each ground says when; where there is none, nothing has to be waited for. */
const Again = ({ words, language, record, reading: { laws } }: AfterProps) => (
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
