import type { Child } from 'hono/jsx'
import type { IsoDate } from '#core/dated.ts'
import type { Clock } from '#core/deadlines/clock.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Mark, Recorded } from '#core/lifecycle/application.ts'
import type { Action, Role, State } from '#core/lifecycle/lifecycle.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Term } from '#core/policy/rule-set.ts'
import { Appeal, type Contest } from '#portal/appeal.tsx'
import { AskedFor, History } from '#portal/application/history.tsx'
import { applicationWords, type ApplicationWords } from '#portal/application/words.ts'
import { Contact } from '#portal/contact.tsx'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { Clause, ProvisionalNote } from '#telling/basis.tsx'
import { formatCountedDay, formatDate } from '#telling/dates.ts'
import type { DecisionReading } from '#telling/decision.tsx'
import { dueFact, Passed, WhatMoves, type PassedDay } from '#telling/due.tsx'
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
  /** What was just saved. */
  readonly about?: string | undefined
  readonly parts: readonly Part[]
  readonly documents: Part
  readonly complete: boolean
  /** What answers mean for who may apply. */
  readonly told?: Child
  /** The last day on which saving something keeps it, once its owner was told. */
  readonly goesAfter?: IsoDate | undefined
  readonly on: IsoDate
}

/** A draft is a list of things to do, each with how far it is. */
export const DraftPage = ({
  view,
  id,
  title,
  about,
  parts,
  documents,
  complete,
  told,
  goesAfter,
  on,
}: DraftProps) => {
  const { language } = view
  const words = applicationWords[language]
  const task = ({ title: text, href, progress }: Part) => ({
    title: text,
    href,
    status: statusOf(progress, words),
  })
  return (
    <Page view={view} title={title} about={about} back={paths.applications.to(language)}>
      <h1 class="govuk-heading-l">{title}</h1>
      {goesAfter === undefined ? null : (
        <InsetText>
          {words.draftGoes} {formatDate(goesAfter, language, 'plain')}
          {goesAfter < on && <Passed day="draft" language={language} />}
        </InsetText>
      )}
      {told}
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
  /** The time that its day is counted from. */
  readonly term?: Term | undefined
  readonly on: IsoDate
  readonly clock?: Clock | undefined
  readonly calendars: Calendars
  readonly history: readonly Recorded[]
  readonly reading: Omit<DecisionReading, 'language'>
  /** What was asked for in vain, where the application was closed for that. */
  readonly closed?: readonly Mark[] | undefined
  /** The last day to answer a proposal to annul the status. */
  readonly heardOn?: IsoDate | undefined
  /** Where it ended without a decision that has a page of its own. */
  readonly appeal?: Contest | undefined
  readonly actions: readonly Action[]
  readonly decided: boolean
}

/** A submitted application: the answer first, then when, who, and what happened. */
export const StatusPage = (props: StatusProps) => {
  const { view, id, number, state, history, reading, actions, decided } = props
  const { appeal, closed, heardOn, calendars } = props
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
          {words.hearing}{' '}
          <strong>{formatCountedDay(heardOn, { language, calendars, style: 'full' })}</strong>.{' '}
          {words.hearingHow} <Contact view={view} />
          {heardOn < props.on && <Passed day="hearing" language={language} />}
          <StepBasis {...props} />
        </InsetText>
      )}
      {appeal && (
        <>
          <Appeal reading={{ ...reading, language }} calendars={calendars} {...appeal} />
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

const StatusFacts = (props: StatusProps) => {
  const { view, clock, owner, stepDueOn, decided, calendars, reading } = props
  const { language } = view
  const words = applicationWords[language]
  if (decided || clock === undefined) return null
  const around = { language, calendars, rules: reading.rules }
  const answer = dueFact(clock, around)
  const isYours = owner === 'applicant'
  const isMoved = !clock.stopped && clock.dueOn !== clock.dueOnWithoutStops
  const ours = stepDueOn === clock.dueOn ? undefined : stepDueOn
  const passed = passedDay(props)
  const unit = props.term?.unit
  return (
    <>
      <dl class="kc-answer__facts">
        {isYours && stepDueOn !== undefined && (
          <div>
            <dt>{words.yourTurn}</dt>
            <dd>{formatCountedDay(stepDueOn, { language, calendars, style: 'full', unit })}</dd>
          </div>
        )}
        <div>
          <dt>{answer.name}</dt>
          <dd>{answer.value}</dd>
        </div>
        {!isYours && owner !== undefined && (
          <div>
            <dt>{words.whoNow}</dt>
            <dd>
              {roleName(owner, language)}
              {ours !== undefined && (
                <>
                  , {words.nextBy}{' '}
                  {formatCountedDay(ours, { language, calendars, style: 'plain', unit })}
                </>
              )}
            </dd>
          </div>
        )}
      </dl>
      {passed !== undefined && (
        <Passed day={passed} language={language}>
          {passed === 'yours' ? null : <Contact view={view} />}
        </Passed>
      )}
      {isMoved && (
        <p class="govuk-body-s">
          {words.dueStops}{' '}
          {formatCountedDay(clock.dueOnWithoutStops, { language, calendars, style: 'plain' })}.
        </p>
      )}
      {(isYours ? stepDueOn : ours) !== undefined && <StepBasis {...props} />}
      <WhatMoves clock={clock} reading={around} />
    </>
  )
}

/** Whoever can still send something back is told that first. */
function passedDay({ clock, stepDueOn, on, actions }: StatusProps): PassedDay | undefined {
  const isStepLate = stepDueOn !== undefined && stepDueOn < on
  if (isStepLate && actions.includes('resubmit')) return 'yours'
  if (clock?.overdue === true && !clock.stopped) return 'answer'
  return isStepLate ? 'step' : undefined
}

/** What the time of the present step rests on, since its day was counted from it. */
const StepBasis = ({ term, reading: { laws }, view: { language } }: StatusProps) =>
  term ? (
    <Clause
      laws={laws}
      language={language}
      basis={basisOf(term, 'length')}
      what={term.title[language]}
    />
  ) : null

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
