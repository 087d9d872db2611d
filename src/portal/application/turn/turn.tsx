import type { Context } from '#core/cases/context.ts'
import { hasEnded, type StepRule } from '#core/cases/life.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Clock } from '#core/deadlines/clock.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Language } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Term } from '#core/policy/procedure.ts'
import { applicationWords } from '#portal/application/words.ts'
import { Contact } from '#portal/contact.tsx'
import type { View } from '#portal/env.ts'
import type { Case } from '#records/read-case.ts'
import { Clause } from '#telling/basis.tsx'
import { formatCountedDay } from '#telling/dates.ts'
import { dueFact, Passed, WhatMoves, type PassedDay } from '#telling/due.tsx'

/** Who has to move now, and whether that is whoever reads this. */
export type Turn = {
  readonly who?: string | undefined
  readonly isYours: boolean
  readonly dueOn?: IsoDate | undefined
  /** The time that its day is counted from. */
  readonly term?: Term | undefined
}

type Props = {
  readonly view: View
  readonly found: Case
  readonly context: Context
  readonly laws: Laws
  readonly turn: Turn
  /** While an answer is still to come. */
  readonly clock?: Clock | undefined
  /** The steps that whoever reads this may take now. */
  readonly steps: readonly StepRule[]
}

/** Whose turn it is, by when, and by when an answer is due. */
export const StatusFacts = (props: Props) => {
  const { view, clock, turn, context } = props
  const { language } = view
  const { calendars, procedure, type } = context
  const words = applicationWords[language]
  if (clock === undefined) return <WhoNow {...props} />
  const around = { language, calendars, procedure, type }
  const answer = dueFact(clock, around)
  const { who, isYours, dueOn, term } = turn
  const isMoved = !clock.stopped && clock.dueOn !== clock.dueOnWithoutStops
  const ours = dueOn === clock.dueOn ? undefined : dueOn
  const passed = passedDay(props)
  const counted = { language, calendars, unit: term?.unit }
  return (
    <>
      <dl class="kc-answer__facts">
        {isYours && dueOn !== undefined && (
          <div>
            <dt>{words.yourTurn}</dt>
            <dd>{formatCountedDay(dueOn, { ...counted, style: 'full' })}</dd>
          </div>
        )}
        <div>
          <dt>{answer.name}</dt>
          <dd>{answer.value}</dd>
        </div>
        <WhoNext turn={{ who, isYours, term, dueOn: ours }} {...around} />
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
      {(isYours ? dueOn : ours) !== undefined && <StepBasis {...props} />}
      <WhatMoves clock={clock} reading={around} />
    </>
  )
}

/** Of what nobody asked for, and what has no day for an answer, it is told who has to move. */
const WhoNow = ({ turn, found: { standing }, context, view: { language } }: Props) => {
  const { calendars, type } = context
  if (standing.decided || hasEnded(type, standing.state) || turn.isYours) return null
  if (turn.who === undefined) return null
  return (
    <dl class="kc-answer__facts">
      <WhoNext turn={turn} language={language} calendars={calendars} />
    </dl>
  )
}

type WhoProps = Pick<Props, 'turn'> & {
  readonly language: Language
  readonly calendars: Calendars
}

const WhoNext = ({ turn: { who, isYours, dueOn, term }, language, calendars }: WhoProps) => {
  if (isYours || who === undefined) return null
  const words = applicationWords[language]
  const counted = { language, calendars, unit: term?.unit }
  return (
    <div>
      <dt>{words.whoNow}</dt>
      <dd>
        {who}
        {dueOn !== undefined && (
          <>
            , {words.nextBy} {formatCountedDay(dueOn, { ...counted, style: 'plain' })}
          </>
        )}
      </dd>
    </div>
  )
}

/** Whether whoever may take these steps can send something in. */
export const mayFile = (steps: readonly StepRule[]): boolean =>
  steps.some(({ kind }) => kind === 'file')

/** Whoever can still send something back is told that first. */
function passedDay({ clock, turn: { dueOn }, context, steps }: Props): PassedDay | undefined {
  const isStepLate = dueOn !== undefined && dueOn < context.on
  if (isStepLate && mayFile(steps)) return 'yours'
  if (clock?.overdue === true && !clock.stopped) return 'answer'
  return isStepLate ? 'step' : undefined
}

/** What the time of the present step rests on, since its day was counted from it. */
export const StepBasis = ({
  turn,
  laws,
  view: { language },
}: Pick<Props, 'turn' | 'laws' | 'view'>) =>
  turn.term ? (
    <Clause
      laws={laws}
      language={language}
      basis={basisOf(turn.term, 'length')}
      what={turn.term.title[language]}
    />
  ) : null
