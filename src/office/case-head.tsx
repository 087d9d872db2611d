import { toldOf, type Clock } from '#core/deadlines/clock.ts'
import type { IsoDate } from '#core/dated.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { TermCode } from '#core/policy/procedure.ts'
import { outcomeIn } from '#core/cases/standing.ts'
import { caseActions } from '#office/case-actions.ts'
import { recallAsked, runningClock, turnSeen } from '#office/case-turn.ts'
import { placeOf, withBack } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import type { OpenCase } from '#office/open-case.ts'
import { ThereTag } from '#office/there.tsx'
import { StateTag } from '#office/state-tag.tsx'
import { leftText, stoppedText, timeLeft, type TimeLeft } from '#office/time-left.ts'
import { amount } from '#telling/amounts.ts'
import { formatCountedDay } from '#telling/dates.ts'

type Props = { readonly view: View; readonly open: OpenCase }

type HeadProps = Props & {
  /** Who has the next move. */
  readonly has: string | undefined
  /** Officials to whom it was assigned, who do not have it. */
  readonly assigned: readonly string[]
  /** Whom it is about, as another case of theirs names them. */
  readonly knownAs: string | undefined
  /** Which mission was asked, and in which language. */
  readonly asked: string | undefined
  /** Cards of holders on whose status rests what those hold whom it is about. */
  readonly cards: readonly { readonly number: string }[]
}

/** Number, state and time of a case, and what may be done now; stays in view while one reads. */
export const CaseHead = ({ view, open, has, assigned, knownAs, asked, cards }: HeadProps) => {
  const { language } = view
  const words = headWords[language]
  const { standing } = open.found
  const { term, dueOn, there } = turnSeen(open)
  const clock = runningClock(open)
  return (
    <header class="kc-case-head">
      <div class="kc-case-head__who">
        <p class="kc-case-head__number">{open.description.type.title[language]}</p>
        <h1 class="kc-case-head__name">{standing.number}</h1>
      </div>
      <dl class="kc-case-head__facts">
        <div>
          <dt>{words.state}</dt>
          <dd>
            {there === undefined ? (
              <StateTag
                stood={{ state: standing.state, outcome: outcomeIn(standing) }}
                type={open.description.type}
                language={language}
              />
            ) : (
              <ThereTag isAskedBack={recallAsked(open) !== undefined} language={language} />
            )}
          </dd>
        </div>
        <Fact label={words.about} said={knownAs} />
        <Fact label={words.asked} said={asked} />
        {cards.length > 0 && (
          <div>
            <dt>{words.card}</dt>
            <dd>
              <Cards view={view} cards={cards} />
            </dd>
          </div>
        )}
        <Fact label={words.has} said={has} />
        <Fact label={words.assigned} said={assigned.join(', ')} />
        {dueOn !== undefined && (
          <TimeFact
            label={words.stepDue}
            day={dayText(open, dueOn, language)}
            left={leftUntil(open, dueOn, { term, language })}
          />
        )}
        {clock && term !== open.law.type.clock?.term && (
          <AnswerDue open={open} clock={clock} language={language} />
        )}
      </dl>
      <ActionLinks view={view} open={open} />
    </header>
  )
}

/** Nothing, where there is nothing to say. */
const Fact = ({
  label,
  said = '',
}: {
  readonly label: string
  readonly said?: string | undefined
}) =>
  said === '' ? null : (
    <div>
      <dt>{label}</dt>
      <dd>{said}</dd>
    </div>
  )

/** So many stand in view while one reads; the others are folded away under their count. */
const CARDS_OPEN = 3

const Cards = ({ view, cards }: Pick<HeadProps, 'view' | 'cards'>) => {
  const [open, folded] = [cards.slice(0, CARDS_OPEN), cards.slice(CARDS_OPEN)]
  const links = (some: HeadProps['cards'], isFirst = false) =>
    some.map((card, index) => (
      <>
        {index > 0 && ', '}
        <CardLink view={view} {...card} isFirst={isFirst && index === 0} />
      </>
    ))
  return (
    <>
      {links(open, true)}
      {folded.length > 0 && (
        <details>
          <summary>
            {headWords[view.language].moreCards.replace('{count}', String(folded.length))}
          </summary>
          {links(folded)}
        </details>
      )}
    </>
  )
}

type CardProps = Pick<Props, 'view'> & { readonly number: string; readonly isFirst: boolean }

/** To the card, and from there back to the case. */
const CardLink = ({ view, number, isFirst }: CardProps) => {
  const { language } = view
  const cameFrom = placeOf(view)
  const key = isFirst ? CARD_KEY : undefined
  return (
    <a
      class="govuk-link"
      href={withBack({ cameFrom }, paths.holder.to(language, { number }))}
      data-kc-key={key}
      aria-keyshortcuts={view.keys ? key : undefined}
    >
      {number}
      {view.keys && key !== undefined && <> ({key})</>}
    </a>
  )
}

/** No step has this letter. */
const CARD_KEY = 'h'

type AnswerProps = {
  readonly open: OpenCase
  readonly clock: Clock
  readonly language: OfficeLanguage
}

/** The statutory day, second to that of the step; while the clock stands still, what is left. */
const AnswerDue = ({ open, clock, language }: AnswerProps) => {
  const words = headWords[language]
  const told = toldOf(clock)
  if (told.kind === 'day') {
    const term = open.law.type.clock?.term
    return (
      <TimeFact
        label={words.dueOn}
        day={dayText(open, told.on, language)}
        left={leftUntil(open, told.on, { term, language })}
      />
    )
  }
  const left = leftText(amount(told.days, told.unit, language), language)
  return (
    <TimeFact
      label={words.dueOn}
      day={stoppedText(language)}
      left={{ text: left, urgency: 'none' }}
    />
  )
}

const dayText = ({ law: { calendars } }: OpenCase, day: IsoDate, language: OfficeLanguage) =>
  formatCountedDay(day, { language, calendars, style: 'plain', remark: 'word' })

function leftUntil(
  { law: { calendars, procedure, on: today } }: OpenCase,
  day: IsoDate,
  { term, language }: { readonly term: TermCode | undefined; readonly language: OfficeLanguage },
): TimeLeft {
  return timeLeft(day, term, { today, calendars, procedure, language })
}

type FactProps = { readonly label: string; readonly day: string; readonly left: TimeLeft }

const TimeFact = ({ label, day, left }: FactProps) => (
  <div>
    <dt>{label}</dt>
    <dd class={left.urgency === 'none' ? undefined : `kc-case-head__clock--${left.urgency}`}>
      {day}: {left.text}
    </dd>
  </div>
)

const ActionLinks = ({ view, open }: Props) => {
  const actions = caseActions(open, view)
  if (actions.length === 0) return null
  return (
    <div class="kc-case-head__actions">
      {actions.map(({ name, href, key }, index) => (
        <a
          href={href}
          draggable={false}
          class={index === 0 ? 'govuk-button' : 'govuk-button govuk-button--secondary'}
          data-kc-key={key}
          aria-keyshortcuts={view.keys ? key : undefined}
        >
          {name}
          {view.keys && key !== undefined && <> ({key})</>}
        </a>
      ))}
    </div>
  )
}

const en = {
  state: 'State',
  about: 'About (name from another case)',
  asked: 'Mission asked, language of the answer',
  card: 'Holder’s card',
  moreCards: 'Others: {count}',
  has: 'With',
  assigned: 'Assigned to',
  stepDue: 'Step due',
  dueOn: 'Answer due',
} as const

type HeadWords = Readonly<Record<keyof typeof en, string>>

const headWords: Readonly<Record<OfficeLanguage, HeadWords>> = {
  en,
  az: {
    state: 'Vəziyyət',
    about: 'Kim haqqında (adı başqa işdən)',
    asked: 'Soruşulan nümayəndəlik, cavabın dili',
    card: 'Status sahibinin səhifəsi',
    moreCards: 'Digərləri: {count}',
    has: 'Kimdədir',
    assigned: 'Kimə həvalə olunub',
    stepDue: 'Addımın son günü',
    dueOn: 'Cavab üçün son gün',
  },
}
