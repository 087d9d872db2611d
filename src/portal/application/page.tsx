import type { IsoDate } from '#core/dated.ts'
import type { Clock } from '#core/deadlines/clock.ts'
import type { AppealDays } from '#core/lifecycle/appeal.ts'
import type { Mark, Recorded } from '#core/lifecycle/application.ts'
import type { Action, Role, State } from '#core/lifecycle/lifecycle.ts'
import { Appeal } from '#portal/appeal.tsx'
import { AskedFor, History } from '#portal/application/history.tsx'
import { applicationWords, type ApplicationWords } from '#portal/application/words.ts'
import { Contact } from '#portal/contact.tsx'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { ProvisionalNote } from '#telling/basis.tsx'
import { formatDate } from '#telling/dates.ts'
import type { DecisionReading } from '#telling/decision.tsx'
import { roleName } from '#telling/roles.ts'
import { stateForApplicant } from '#telling/states.ts'
import { InsetText } from '#ui/inset-text.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Steps } from '#ui/ornaments.tsx'
import { TaskList } from '#ui/task-list.tsx'

export type Part = {
  readonly title: string
  readonly href: string
  readonly progress: 'to-do' | 'begun' | 'done'
}

type DraftProps = {
  readonly view: View
  readonly id: string
  readonly title: string
  readonly parts: readonly Part[]
  readonly documents: Part
  readonly complete: boolean
  /** The last day on which saving something keeps it, once its owner was told. */
  readonly goesAfter?: IsoDate | undefined
}

/** A draft is a list of things to do, each with how far it is. */
export const DraftPage = ({
  view,
  id,
  title,
  parts,
  documents,
  complete,
  goesAfter,
}: DraftProps) => {
  const { language } = view
  const words = applicationWords[language]
  const task = ({ title: text, href, progress }: Part) => ({
    title: text,
    href,
    status: statusOf(progress, words),
  })
  return (
    <Page view={view} title={title} back={paths.applications.to(language)}>
      <h1 class="govuk-heading-l">{title}</h1>
      {goesAfter === undefined ? null : (
        <InsetText>
          {words.draftGoes} {formatDate(goesAfter, language, 'plain')}
        </InsetText>
      )}
      <p class="govuk-body-l">{words.intro}</p>
      <h2 class="govuk-heading-m">{words.answers}</h2>
      <TaskList items={parts.map(task)} idPrefix="answers" />
      <h2 class="govuk-heading-m">{words.documents}</h2>
      <TaskList items={[task(documents)]} idPrefix="documents" />
      <h2 class="govuk-heading-m">{words.send}</h2>
      <TaskList
        idPrefix="send"
        items={[
          {
            title: words.check,
            href: paths.check.to(language, { id }),
            status: complete
              ? { text: words.toDo, tag: 'blue' }
              : { text: words.begun, tag: 'grey' },
          },
        ]}
      />
      {goesAfter === undefined ? <p class="govuk-body-s">{words.draftEnds}</p> : null}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.discard.to(language, { id })}>
          {words.discard}
        </a>
      </p>
    </Page>
  )
}

function statusOf(progress: Part['progress'], words: ApplicationWords) {
  if (progress === 'done') return { text: words.done }
  return progress === 'begun'
    ? { text: words.begun, tag: 'yellow' as const }
    : { text: words.toDo, tag: 'blue' as const }
}

export type StatusProps = {
  readonly view: View
  readonly id: string
  readonly number: string
  readonly state: State
  readonly owner?: Role | undefined
  readonly stepDueOn?: IsoDate | undefined
  readonly clock?: Clock | undefined
  readonly history: readonly Recorded[]
  readonly reading: Omit<DecisionReading, 'language'>
  /** What was asked for in vain, where the application was closed for that. */
  readonly closed?: readonly Mark[] | undefined
  /** The last day to answer a proposal to annul the status. */
  readonly heardOn?: IsoDate | undefined
  /** Where it ended without a decision that has a page of its own. */
  readonly appeal?: AppealDays | undefined
  readonly actions: readonly Action[]
  readonly decided: boolean
}

/** A submitted application: the answer first, then when, who, and what happened. */
export const StatusPage = (props: StatusProps) => {
  const { view, id, number, state, history, reading, actions, decided } = props
  const { appeal, closed, heardOn } = props
  const { language } = view
  const words = applicationWords[language]
  const title = stateForApplicant(state, language)
  return (
    <Page view={view} title={`${number}: ${title}`} back={paths.applications.to(language)}>
      <section class={`kc-answer kc-answer--${toneOf(state)}`}>
        <Steps />
        <p class="kc-answer__word">{number}</p>
        <h1 class="kc-answer__title">{title}</h1>
        <StatusFacts {...props} />
        {actions.includes('resubmit') && (
          <ButtonLink href={paths.correct.to(language, { id })}>{words.correct}</ButtonLink>
        )}
        {decided && (
          <ButtonLink href={paths.decision.to(language, { id })}>{words.readDecision}</ButtonLink>
        )}
      </section>
      <Journey state={state} words={words} />
      {closed && (
        <>
          <h2 class="govuk-heading-m">{words.askedFor}</h2>
          <AskedFor marks={closed} type={reading.type} language={language} />
        </>
      )}
      {heardOn !== undefined && (
        <InsetText>
          {words.hearing} <strong>{formatDate(heardOn, language, 'full')}</strong>.{' '}
          {words.hearingHow} <Contact view={view} />
        </InsetText>
      )}
      {appeal && (
        <>
          <Appeal reading={{ ...reading, language }} days={appeal} />
          <ProvisionalNote language={language} />
        </>
      )}
      <h2 class="govuk-heading-m">{words.history}</h2>
      <History history={history} rules={reading.rules} language={language} />
      <ul class="govuk-list">
        <Line href={paths.receipt.to(language, { id })} text={words.receipt} />
        <Line href={paths.check.to(language, { id })} text={words.answersSent} />
        <Line href={paths.letters.to(language, { id })} text={words.letters} />
        {state === 'recognised' && (
          <Line href={paths.statusDocument.to(language, { id })} text={words.download} />
        )}
        {actions.includes('withdraw') && (
          <Line href={paths.withdraw.to(language, { id })} text={words.withdraw} />
        )}
      </ul>
    </Page>
  )
}

const Line = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <li>
    <a class="govuk-link" href={href}>
      {text}
    </a>
  </li>
)

const StatusFacts = ({ view, clock, owner, stepDueOn, decided }: StatusProps) => {
  const { language } = view
  const words = applicationWords[language]
  if (decided || clock === undefined) return null
  if (owner === 'applicant') return <YourTurn words={words} view={view} by={stepDueOn} />
  const isMoved = clock.dueOn !== clock.dueOnWithoutStops
  return (
    <>
      <dl class="kc-answer__facts">
        <div>
          <dt>{words.dueOn}</dt>
          <dd>{formatDate(clock.dueOn, language, 'full')}</dd>
        </div>
        {owner !== undefined && (
          <div>
            <dt>{words.whoNow}</dt>
            <dd>
              {roleName(owner, language)}
              {stepDueOn !== undefined && stepDueOn !== clock.dueOn
                ? `, ${words.nextBy} ${formatDate(stepDueOn, language, 'plain')}`
                : ''}
            </dd>
          </div>
        )}
      </dl>
      {isMoved && (
        <p class="govuk-body-s">
          {words.dueStops} {formatDate(clock.dueOnWithoutStops, language, 'plain')}.
        </p>
      )}
      {clock.provisional && <p class="govuk-body-s">{words.dueProvisional}</p>}
    </>
  )
}

type TurnProps = {
  readonly view: View
  readonly words: ApplicationWords
  readonly by: IsoDate | undefined
}

/** While we wait for the applicant, their date counts and ours stands still. */
const YourTurn = ({ view: { language }, words, by }: TurnProps) =>
  by === undefined ? null : (
    <>
      <dl class="kc-answer__facts">
        <div>
          <dt>{words.yourTurn}</dt>
          <dd>{formatDate(by, language, 'full')}</dd>
        </div>
      </dl>
      <p class="govuk-body-s">{words.standsStill}</p>
    </>
  )

const toneOf = (state: State): string => {
  if (state === 'recognised') return 'good'
  if (state === 'refused' || state === 'annulled') return 'refused'
  return state === 'returned' || state === 'closing-proposed' ? 'act' : 'wait'
}

/** How far along each state is: sent, checked, scored, decided. */
const STAGES: Readonly<Partial<Record<State, number>>> = {
  submitted: 1,
  returned: 1,
  'closing-proposed': 1,
  'in-assessment': 2,
  'awaiting-decision': 3,
  'decision-drafted': 3,
  recognised: 4,
  refused: 4,
}

const Journey = ({ state, words }: { readonly state: State; readonly words: ApplicationWords }) => {
  const reached = STAGES[state]
  if (reached === undefined) return null
  const steps = [words.stepSent, words.stepChecked, words.stepScored, words.stepDecided]
  return (
    <ol class="kc-journey kc-journey--across">
      {steps.map((title, index) => (
        <li
          class={`kc-journey__step${index < reached ? ' kc-journey__step--done' : ''}${
            index === reached ? ' kc-journey__step--now' : ''
          }`}
          aria-current={index === reached ? 'step' : undefined}
        >
          <span class="kc-journey__title">{title}</span>
          <span class="kc-journey__state">
            {index < reached ? words.done : index === reached ? words.here : ''}
          </span>
        </li>
      ))}
    </ol>
  )
}
