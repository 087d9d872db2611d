import { answerMeaning, holds } from '#core/answers/asked.ts'
import { askedOf } from '#core/answers/asked-of.ts'
import type { Answers } from '#core/answers/answers.ts'
import { isAwaited } from '#core/cases/asked.ts'
import type { Visit } from '#core/cases/asked-kinds.ts'
import { rolesIn, type Law } from '#core/cases/context.ts'
import { awaitedHere } from '#core/cases/counting.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import { askOf, outcomeOf, type StepCode } from '#core/cases/life.ts'
import { isGivenTo } from '#core/cases/people.ts'
import { subjectsOf, type Standing } from '#core/cases/standing.ts'
import { ageOn, type IsoDate } from '#core/dated.ts'
import { addWorkingDays } from '#core/deadlines/working-days.ts'
import { isPartialDate, latest } from '#core/facts/partial-date.ts'

/** What people are asked to come in person for, and which of them. */
export type Appearance = {
  readonly step: StepCode
  readonly visit: Visit
  readonly whose: readonly ActorId[]
  /** Another has to be answered before a time for this one can be chosen. */
  readonly waits: boolean
  /** The first day on which they can come, where something has to be made before. */
  readonly from?: IsoDate
}

type Knowing = {
  readonly law: Pick<Law, 'type' | 'calendars'>
  readonly answersOf: (subject: ActorId) => Answers
  readonly on: IsoDate
}

/** What a case asks people to come for, as it stands on a day, and who has to. */
export function appearancesIn(
  standing: Standing,
  { law, answersOf, on }: Knowing,
): readonly Appearance[] {
  return awaitedHere(standing, law.type).flatMap(({ kind, step }): readonly Appearance[] => {
    const visit = askOf(law.type, step)?.visit
    if (kind !== 'appearance' || visit === undefined) return []
    const whose = comingIn(standing, visit, law).filter((subject) => {
      const answers = answersOf(subject)
      return (
        (visit.when === undefined || holds(visit.when, answers, {})) &&
        isOldEnough(visit, bornOn(standing, law, { subject, answers }), on)
      )
    })
    const before = standing.tasks.find((task) => task.step === visit.once)
    const waits = before !== undefined && isAwaited(before)
    const from = waits ? undefined : firstDay(standing, visit, law)
    return whose.length === 0 ? [] : [{ step, visit, whose, waits, ...(from && { from }) }]
  })
}

/** So many working days after what it waited for was recorded, or after what was decided. */
function firstDay(
  { tasks, decided, stateSince }: Standing,
  { once, afterDays }: Visit,
  { calendars }: Pick<Law, 'calendars'>,
): IsoDate | undefined {
  if (afterDays === undefined) return undefined
  const before = tasks.find((task) => task.step === once)?.answer
  const since = before?.recorded?.on ?? before?.on ?? decided?.on ?? stateSince
  return addWorkingDays(since, afterDays, calendars)
}

/**
 * Once something was decided, whoever was given something by it, or what the visit names; before,
 * everybody.
 */
function comingIn(
  standing: Standing,
  { outcomes }: Visit,
  { type }: Pick<Law, 'type'>,
): readonly ActorId[] {
  const { decided } = standing
  const there = subjectsOf(standing)
  if (decided === undefined) return there
  return decided.decisions.flatMap(({ subject, outcome }) => {
    const roles = rolesIn(standing, subject)
    const effects = outcomeOf(type, outcome)?.effects ?? []
    const isGiven =
      outcomes?.includes(outcome) ??
      effects.some((each) => each.effect === 'issue' && isGivenTo(each, roles))
    return isGiven && there.includes(subject) ? [subject] : []
  })
}

function bornOn(
  standing: Standing,
  { type }: Pick<Law, 'type'>,
  { subject, answers }: { readonly subject: ActorId; readonly answers: Answers },
): IsoDate | undefined {
  const born = answerMeaning(askedOf(type, standing, subject), answers, 'birth-date')
  return typeof born === 'string' && isPartialDate(born) ? latest(born) : undefined
}

/** Nobody is asked to come of whom it is not certain that they have to. */
const isOldEnough = ({ ageFrom }: Visit, born: IsoDate | undefined, on: IsoDate): boolean =>
  ageFrom === undefined || (born !== undefined && ageOn(born, on) >= ageFrom)
