import { movesLeft, openFor, type Appointment } from '#core/appointments/choosing.ts'
import { appearancesIn, type Appearance } from '#core/appointments/visits.ts'
import type { Place } from '#core/appointments/places.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import type { Language } from '#core/language.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import type { OwnAnswers, OwnCase } from '#portal/own-case.ts'

/** Somebody who has to come, by the number of their part of the case and by name. */
export type Coming = { readonly id: string; readonly number: string; readonly name: string }

/** What whoever asks, and those for whom they act, have to come for. */
export type VisitAsked = Appearance & {
  readonly people: readonly Coming[]
  /** Others of the case who answer for themselves, and may have to come for the same. */
  readonly beside: readonly ActorId[]
  /** What was chosen for it, by any of them. */
  readonly before: readonly Appointment[]
}

/** Of each of their parts, what is asked there; one entry for each thing that people come for. */
export function visitsAsked(
  parts: readonly (OwnCase | OwnAnswers)[],
  visits: readonly Appointment[],
  language: Language,
): readonly VisitAsked[] {
  const asked = new Map<string, VisitAsked>()
  for (const [index, part] of parts.entries()) {
    const { found, context, taking } = part
    const { partyId: id, standing } = found
    const answersOf = () => lastFiled(standing)?.answers ?? {}
    for (const each of appearancesIn(standing, { law: context, answersOf, on: taking.on })) {
      if (!each.whose.includes(id)) continue
      const before = visits.filter(({ step }) => step === each.step)
      const known = asked.get(each.step)
      const name = found.several && 'kept' in part ? nameOfPart(part, language) : ''
      asked.set(each.step, {
        ...each,
        before,
        whose: [...(known?.whose ?? []), id],
        people: [...(known?.people ?? []), { id, number: String(index + 1), name }],
        // By what they have answered, which is not read here, nobody is asked of another.
        beside: each.visit.when === undefined ? besideIn(part) : [],
      })
    }
  }
  return [...asked.values()]
}

function besideIn({ found: { whole, standing }, context: { by } }: OwnCase): readonly ActorId[] {
  const { parties } = whole?.standing ?? standing
  return parties
    .filter(({ id, isSubject, left, by: acting }) => isSubject && !left && !acting && id !== by.id)
    .map(({ id }) => id)
}

/** Those of them who have still to come. */
export const stillComing = ({ people, whose, before }: VisitAsked): readonly Coming[] => {
  const open = openFor({ whose }, before)
  return people.filter(({ id }) => open.includes(id))
}

/** What somebody has chosen, and nobody has taken back. */
export const bookedOf = ({ before }: VisitAsked, id: string): Appointment | undefined =>
  before.find(({ party, state }) => party === id && state === 'booked')

/** They can choose no other time here: what they give back is gone, and what is gone stays so. */
export const isLastTime = (asked: VisitAsked, id: string): boolean =>
  movesLeft(asked, asked.before, id) < 0

/** Those who have still to come and can choose a time here. */
export const stillChoosing = (asked: VisitAsked): readonly Coming[] =>
  stillComing(asked).filter(({ id }) => !isLastTime(asked, id))

/** In place of a number: those who come beside them, of whom nothing else is known here. */
export const OTHERS = 'others'

/** They are offered while somebody has still to choose a first time, and come along with them. */
export const others = (asked: VisitAsked): readonly Coming[] =>
  asked.beside.length > 0 && stillChoosing(asked).some(({ id }) => !bookedOf(asked, id))
    ? [{ id: '', number: OTHERS, name: '' }]
    : []

/** Those who have no time, and whom the Service alone can give one. */
export const leftToAsk = (asked: VisitAsked): readonly Coming[] =>
  stillComing(asked).filter(({ id }) => isLastTime(asked, id) && !bookedOf(asked, id))

/** What can be done about a time here, or the words by which it is said why nothing can. */
export type Choice = 'choose' | 'move' | 'waits' | 'noPlace' | 'moved-too-often'

/** Asked by each page that leads to times, and by theirs: none leads to where there are none. */
export function choiceOf(asked: VisitAsked, places: readonly Place[]): Choice {
  if (asked.waits) return 'waits'
  const choosing = stillChoosing(asked)
  if (choosing.length === 0) return 'moved-too-often'
  if (!places.some(({ serves }) => serves.includes(asked.visit.for))) return 'noPlace'
  return choosing.every(({ id }) => bookedOf(asked, id)) ? 'move' : 'choose'
}
