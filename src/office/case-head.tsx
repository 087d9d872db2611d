import { toldOf, type Clock } from '#core/deadlines/clock.ts'
import { clockOf } from '#core/lifecycle/dues.ts'
import { caseActions } from '#office/case-actions.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { leftText, stoppedText, timeLeft, type TimeLeft } from '#office/time-left.ts'
import { actionName } from '#telling/action-names.ts'
import { amount } from '#telling/amounts.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { StateTag } from '#office/state-tag.tsx'
import type { OfficeLanguage } from '#core/language.ts'

type Props = { readonly view: View; readonly open: OpenCase }

/** Number, state and time of a case, and what may be done now; stays in view while one reads. */
export const CaseHead = ({ view, open }: Props) => {
  const { language } = view
  const words = headWords[language]
  const { application } = open.found
  const clock = runningClock(open)
  const told = clock && toldOf(clock)
  return (
    <header class="kc-case-head">
      <div class="kc-case-head__who">
        <p class="kc-case-head__number">{open.description.type.title[language]}</p>
        <h1 class="kc-case-head__name">{application.number}</h1>
      </div>
      <dl class="kc-case-head__facts">
        <div>
          <dt>{words.state}</dt>
          <dd>
            <StateTag state={application.state} language={language} />
          </dd>
        </div>
        {clock && (
          <>
            {told?.kind === 'day' && (
              <div>
                <dt>{words.dueOn}</dt>
                <dd>
                  {formatCountedDay(told.on, {
                    language,
                    calendars: open.law.calendars,
                    style: 'plain',
                    remark: 'word',
                  })}
                </dd>
              </div>
            )}
            <TimeFact left={leftOf(open, clock, language)} label={words.left} />
            <div>
              <dt>{words.days}</dt>
              <dd>{`${clock.usedDays} / ${clock.totalDays}`}</dd>
            </div>
          </>
        )}
      </dl>
      <ActionLinks view={view} open={open} />
    </header>
  )
}

/** The statutory clock while it matters: until the decision or another end. */
export function runningClock({ found, law, description }: OpenCase): Clock | undefined {
  const { application } = found
  const { states } = description.type.lifecycle
  const ends = states.find(({ state }) => state === application.state)?.ends ?? false
  if (ends || application.decided) return undefined
  return clockOf(application, law, law.on)
}

function leftOf({ law }: OpenCase, clock: Clock, language: OfficeLanguage): TimeLeft {
  const { rules, calendars, on } = law
  const told = toldOf(clock)
  if (told.kind === 'left') {
    const left = leftText(amount(told.days, told.unit, language), language)
    return { text: `${stoppedText(language)}: ${left}`, urgency: 'none' }
  }
  return timeLeft(told.on, { today: on, calendars, rules, language })
}

const TimeFact = ({ left, label }: { readonly left: TimeLeft; readonly label: string }) => (
  <div>
    <dt>{label}</dt>
    <dd class={left.urgency === 'none' ? undefined : `kc-case-head__clock--${left.urgency}`}>
      {left.text}
    </dd>
  </div>
)

const ActionLinks = ({ view, open }: Props) => {
  const actions = caseActions(open, view.language)
  if (actions.length === 0) return null
  return (
    <div class="kc-case-head__actions">
      {actions.map(({ action, href, key }, index) => (
        <a
          href={href}
          draggable={false}
          class={index === 0 ? 'govuk-button' : 'govuk-button govuk-button--secondary'}
          data-kc-key={key}
          aria-keyshortcuts={view.keys ? key : undefined}
        >
          {actionName(action, view.language)}
          {view.keys && <> ({key})</>}
        </a>
      ))}
    </div>
  )
}

const en = {
  state: 'State',
  dueOn: 'Answer due',
  left: 'Time left',
  days: 'Days used',
} as const

type HeadWords = Readonly<Record<keyof typeof en, string>>

const headWords: Readonly<Record<OfficeLanguage, HeadWords>> = {
  en,
  az: {
    state: 'Vəziyyət',
    dueOn: 'Cavab üçün son gün',
    left: 'Qalan vaxt',
    days: 'İstifadə olunan gün',
  },
}
