import type { IsoDate } from '#core/dated.ts'
import { toldOf } from '#core/deadlines/clock.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { isWithBodies } from '#core/lifecycle/assess.ts'
import { stepDueOn, stepTerm, turnOf } from '#core/lifecycle/dues.ts'
import { bodyName } from '#office/assessment.tsx'
import { runningClock } from '#office/case-head.tsx'
import type { OpenCase } from '#office/open-case.ts'
import { opinionsSeen, scoresSeen } from '#office/sight.ts'
import { timeLeft } from '#office/time-left.ts'
import { officeWords } from '#office/words.ts'
import { amount } from '#telling/amounts.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { ClockStops } from '#telling/due.tsx'
import { roleName } from '#telling/roles.ts'
import { SummaryList } from '#ui/summary-list.tsx'

type Props = { readonly open: OpenCase; readonly language: OfficeLanguage }

/** What comes next in a case, who has to do it and by when. */
export const NextStep = ({ open, language }: Props) => {
  const words = timeWords[language]
  const awaited = awaitedBodies(open, language)
  return (
    <section class="govuk-inset-text">
      <h2 class="govuk-heading-s">{words.next}</h2>
      <p class="govuk-body">{nextText(open, language)}</p>
      {awaited.length > 0 && (
        <p class="govuk-body">{words.bodies.replace('{bodies}', awaited.join('; '))}</p>
      )}
    </section>
  )
}

function nextText(open: OpenCase, language: OfficeLanguage): string {
  const words = timeWords[language]
  const { found, law } = open
  const { application } = found
  const { scorers, objectors } = owing(open)
  const owed = { points: scorers.length > 0, opinions: objectors.length > 0 }
  const { owner } = turnOf(application, law, owed)
  if (owner === undefined) return words.ended
  if (owner === 'system') return words.runs
  const who = roleName(owner, language)
  const due = stepDueOn(application, law, law.on)
  if (due === undefined) return words.owner.replace('{who}', who)
  const { calendars, rules, on: today } = law
  const { unit } = stepTerm(application, law) ?? {}
  const day = formatCountedDay(due, { language, calendars, style: 'full', unit })
  const { text, urgency } = timeLeft(due, { today, calendars, rules, language })
  return words.ownerBy
    .replace('{who}', who)
    .replace('{day}', urgency === 'late' ? `${day} (${text})` : day)
}

/** Who has not answered yet, as far as the reader may know. */
const owing = ({ found, sight }: Pick<OpenCase, 'found' | 'sight'>) => ({
  scorers: scoresSeen(sight).filter(({ given }) => !given),
  objectors: opinionsSeen(sight, found.history).filter(({ opinion }) => opinion === 'awaited'),
})

function awaitedBodies(open: OpenCase, language: OfficeLanguage) {
  const { found, law, description } = open
  if (!isWithBodies(law.lifecycle, found.application.state)) return []
  const { scorers, objectors } = owing(open)
  const codes = new Set([...scorers, ...objectors].map(({ body }) => body))
  return [...codes].map((code) => bodyName(description.rules, code, language))
}

/** The statutory clock as it reads today: stops, warnings and what is still provisional. */
export const ClockView = ({ open, language }: Props) => {
  const words = timeWords[language]
  const clock = runningClock(open)
  if (!clock) return null
  const { calendars } = open.law
  const day = (on: IsoDate) => formatCountedDay(on, { language, calendars, style: 'full' })
  const told = toldOf(clock)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.clock}</h2>
      <SummaryList
        rows={[
          told.kind === 'day'
            ? { key: words.due, value: day(told.on) }
            : { key: words.left, value: amount(told.days, told.unit, language) },
          ...(clock.stopped || clock.dueOnWithoutStops === clock.dueOn
            ? []
            : [{ key: words.withoutStops, value: day(clock.dueOnWithoutStops) }]),
          { key: words.used, value: `${clock.usedDays} / ${clock.totalDays}` },
          ...(clock.stopped ? [] : clock.warnings).map(({ share, on }) => ({
            key: words.warning.replace('{percent}', String(Math.round(share * 100))),
            value: day(on),
          })),
          { key: words.extensions, value: String(open.found.application.extensions) },
        ]}
      />
      {clock.stopped && (
        <ClockStops rules={open.law.rules} language={language}>
          {words.stopped}
        </ClockStops>
      )}
      {clock.provisional && (
        <p class="govuk-body">
          <span class="kc-provisional">{officeWords[language].provisional}</span>{' '}
          {words.provisional}
        </p>
      )}
    </section>
  )
}

const en = {
  next: 'What comes next',
  ended: 'The case has ended. Nobody has to do anything.',
  runs: 'The status is valid. Nobody has to do anything.',
  owner: 'Next to act: {who}.',
  ownerBy: 'Next to act: {who}, by {day}.',
  bodies: 'Still awaited: {bodies}.',
  clock: 'The statutory clock',
  due: 'Answer due',
  left: 'Time left for the answer',
  withoutStops: 'Due date without the stops',
  used: 'Days used',
  stopped: 'The clock is stopped while the applicant has the case back.',
  warning: '{percent}% of the time used on',
  extensions: 'Extensions so far',
  provisional:
    'The due date is counted by a calendar that may still change: not all public holidays for that year have been set.',
} as const

type TimeWords = Readonly<Record<keyof typeof en, string>>

const timeWords: Readonly<Record<OfficeLanguage, TimeWords>> = {
  en,
  az: {
    next: 'Növbəti addım',
    ended: 'İş başa çatıb. Heç kimdən heç nə gözlənilmir.',
    runs: 'Status qüvvədədir. Heç kimdən heç nə gözlənilmir.',
    owner: 'Gözlənilən: {who}.',
    ownerBy: 'Gözlənilən: {who}, son gün: {day}.',
    bodies: 'Hələ gözlənilir: {bodies}.',
    clock: 'Baxılma müddəti',
    due: 'Cavab üçün son gün',
    left: 'Cavab üçün qalan vaxt',
    withoutStops: 'Dayanmalar olmasaydı',
    used: 'İstifadə olunan / bütün günlər',
    stopped: 'Müraciət düzəliş üçün müraciətçidə olduğu vaxt müddət dayanır.',
    warning: 'Müddətin {percent} faizinin bitdiyi gün',
    extensions: 'İndiyədək neçə dəfə uzadılıb',
    provisional:
      'Son gün dəyişə bilən təqvimlə hesablanıb: həmin ilin bütün qeyri-iş günləri hələ müəyyən edilməyib.',
  },
}
