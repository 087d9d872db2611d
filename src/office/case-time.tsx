import { isRecorded } from '#core/cases/asked.ts'
import { obligatoryAwaited } from '#core/cases/consulted.ts'
import { serviceOf } from '#core/policy/systems.ts'
import { deemedOn, type AppealDays } from '#core/cases/appeal.ts'
import { lateWhenExtended } from '#core/cases/dues.ts'
import { erasedAfter } from '#core/cases/erased-after.ts'
import { openTasks } from '#core/cases/tasks.ts'
import type { IsoDate } from '#core/dated.ts'
import { toldOf } from '#core/deadlines/clock.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { termOf } from '#core/policy/procedure.ts'
import { askOf, hasEnded, roleAsked } from '#core/cases/life.ts'
import { bodyName } from '#office/assessment.tsx'
import { awaitedIn, runningClock, turnSeen } from '#office/case-turn.ts'
import type { OpenCase } from '#office/open-case.ts'
import { timeLeft } from '#office/time-left.ts'
import { thereText } from '#office/forwarded.tsx'
import { officeWords } from '#office/words.ts'
import { amount } from '#telling/amounts.ts'
import { formatCountedDay, formatDate } from '#telling/dates.ts'
import { stepName } from '#telling/case-words.ts'
import { ClockStops } from '#telling/due.tsx'
import { nextText } from '#telling/next.ts'
import { roleName } from '#telling/roles.ts'
import { SummaryList } from '#ui/summary-list.tsx'

type Props = { readonly open: OpenCase; readonly language: OfficeLanguage }

/** Where a page leads to it. */
export const NEXT_ID = 'next'

/** What it is called there. */
export const nextTitle = (language: OfficeLanguage): string => timeWords[language].next

type NextProps = Props & {
  /** Until when what was decided can be fought, where it did not give what was asked for. */
  readonly contest: AppealDays | undefined
  readonly names: ReadonlyMap<string, string>
}

/** What comes next in a case, who has to do it and by when. */
export const NextStep = ({ open, language, contest, names }: NextProps) => {
  const words = timeWords[language]
  const { type, procedure } = open.description
  const due = stillDue(open, language)
  // Nobody has to do anything, and yet it is not all over.
  const isOver =
    due.length > 0 && contest === undefined && hasEnded(type, open.found.standing.state)
  const bodies = new Set(
    awaitedIn(open).map(({ body, step }) => {
      if (body !== undefined) return bodyName(procedure, body, language)
      // Several may be for one and the same to record: which ones, says what is left.
      if (isRecorded(askOf(type, step)?.kind)) return stepName(type, step, language)
      return roleName(roleAsked(type, step) ?? '', type, language)
    }),
  )
  const registers = new Set(
    registersWaitedFor(open).map(
      (code) => serviceOf(open.description.systems, code)?.service.title[language] ?? code,
    ),
  )
  return (
    <section class="govuk-inset-text">
      <h2 class="govuk-heading-s" id={NEXT_ID}>
        {words.next}
      </h2>
      {(isOver ? due : [whatIsNext(open, { language, contest, names }), ...due]).map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
      {bodies.size > 0 && (
        <p class="govuk-body">{words.bodies.replace('{bodies}', [...bodies].join('; '))}</p>
      )}
      {registers.size > 0 && (
        <p class="govuk-body">
          {words.registers.replace('{registers}', [...registers].join('; '))}
        </p>
      )}
    </section>
  )
}

/** Registers without whose answer nothing can be given, for those who see the whole case. */
const registersWaitedFor = ({
  sight,
  found,
  description: { type },
}: OpenCase): readonly string[] =>
  sight.whole && found.standing.decided === undefined && !hasEnded(type, found.standing.state)
    ? obligatoryAwaited(found.standing).map(({ service }) => service)
    : []

/** What time still does about a decision, on which day: though no step of anybody is left. */
function stillDue(open: OpenCase, language: OfficeLanguage): readonly string[] {
  const { law, sight } = open
  const { standing } = open.found
  const { decided } = standing
  if (decided === undefined || !sight.whole) return []
  const { calendars } = law
  const said = (text: 'untold' | 'erased', day: IsoDate) =>
    timeWords[language][text].replace(
      '{day}',
      formatCountedDay(day, { language, calendars, style: 'full' }),
    )
  const isUntold = openTasks(standing, law).some(({ kind }) => kind === 'telling')
  const erased = decided.decisions.flatMap(
    ({ outcome }) => erasedAfter(law, { outcome, decidedOn: decided.on }) ?? [],
  )
  return [
    ...(isUntold ? [said('untold', deemedOn(law, decided.on))] : []),
    ...erased.map((day) => said('erased', day)),
  ]
}

function whatIsNext(open: OpenCase, { language, contest, names }: Omit<NextProps, 'open'>): string {
  const { type, procedure, calendars, on } = open.law
  const { owed, term, dueOn, there } = turnSeen(open)
  if (there !== undefined) return thereText(open, { there, language, names })
  const { state } = open.found.standing
  const unit = term === undefined ? undefined : termOf(procedure, term)?.unit
  const left = dueOn && timeLeft(dueOn, term, { today: on, calendars, procedure, language })
  const late = left?.urgency === 'late' ? left.text : undefined
  return nextText({ type, state, owed, dueOn, unit, late, contest }, { on, calendars, language })
}

/** That it was late before it was given more time, which the new day would hide. */
const LateBefore = ({ open, language }: Props) => (
  <>
    {lateWhenExtended(open.found.standing, open.law).map(({ on, days, unit }) => (
      <p class="govuk-body">
        {timeWords[language].late
          .replace('{days}', amount(days, unit, language))
          .replace('{day}', formatDate(on, language))}
      </p>
    ))}
  </>
)

/** The statutory clock as it reads today: stops, warnings and what is still provisional. */
export const ClockView = ({ open, language }: Props) => {
  const words = timeWords[language]
  const clock = runningClock(open)
  if (!clock) return <LateBefore open={open} language={language} />
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
          { key: words.extensions, value: String(open.found.standing.extended.length) },
        ]}
      />
      <LateBefore open={open} language={language} />
      {clock.stopped && (
        <ClockStops procedure={open.law.procedure} language={language}>
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
  bodies: 'Still awaited: {bodies}.',
  registers: 'Nothing can be given before this register answers: {registers}.',
  untold:
    'The person has not opened the decision, and no delivery of it is recorded; what is handed over besides, such as a card, does not count as that. Without either, it counts as delivered on {day}.',
  erased: 'If nothing stands against it then, what is kept of the person is erased after {day}.',
  clock: 'The statutory clock',
  due: 'Answer due',
  left: 'Time left for the answer',
  withoutStops: 'Due date without the stops',
  used: 'Days used',
  stopped: 'The clock is stopped while the applicant has the case back.',
  warning: '{percent}% of the time used on',
  extensions: 'Extensions so far',
  late: 'The case was {days} late when it was extended on {day}.',
  provisional:
    'The due date is counted by a calendar that may still change: not all public holidays for that year have been set.',
} as const

type TimeWords = Readonly<Record<keyof typeof en, string>>

const timeWords: Readonly<Record<OfficeLanguage, TimeWords>> = {
  en,
  az: {
    next: 'Növbəti addım',
    bodies: 'Hələ gözlənilir: {bodies}.',
    registers: 'Bu reyestr cavab verməyincə müsbət qərar vermək olmaz: {registers}.',
    untold:
      'Şəxs qərarı açmayıb və qərarın təqdim edildiyi qeyd olunmayıb; vəsiqə kimi ayrıca verilənlər bunu əvəz etmir. Bunlardan heç biri olmasa, qərarın təqdim edilmiş sayıldığı gün: {day}.',
    erased:
      'Buna mane olan bir şey yoxdursa, şəxs barəsində saxlanılanlar bu gündən sonra silinir: {day}.',
    clock: 'Baxılma müddəti',
    due: 'Cavab üçün son gün',
    left: 'Cavab üçün qalan vaxt',
    withoutStops: 'Dayanmalar olmasaydı',
    used: 'İstifadə olunan / bütün günlər',
    stopped: 'Müraciət düzəliş üçün müraciətçidə olduğu vaxt müddət dayanır.',
    warning: 'Müddətin {percent} faizinin bitdiyi gün',
    extensions: 'İndiyədək neçə dəfə uzadılıb',
    late: 'Müddət uzadılanda ({day}) iş artıq {days} gecikmişdi.',
    provisional:
      'Son gün dəyişə bilən təqvimlə hesablanıb: həmin ilin bütün qeyri-iş günləri hələ müəyyən edilməyib.',
  },
}
