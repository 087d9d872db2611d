import { seatedFrom, type Choosing, type Taken } from '#core/appointments/free.ts'
import type { Appearance } from '#core/appointments/visits.ts'
import type { Place } from '#core/appointments/places.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import type { StepCode } from '#core/cases/life.ts'
import type { IsoMoment } from '#core/dated.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'

/** A time that somebody chose, and what became of it. */
export type Appointment = {
  readonly id: string
  readonly party: ActorId
  readonly step: StepCode
  readonly place: string
  readonly startsAt: IsoMoment
  readonly state: 'booked' | 'moved' | 'cancelled' | 'called-off' | 'came' | 'missed'
  /** An official of the Service has made it so, for whoever comes. */
  readonly byService?: true
}

/** When somebody comes, before it is written. */
export type Chosen = Pick<Appointment, 'party' | 'place' | 'startsAt'>

/** Why a time is not theirs. */
export type ChooseRefusal =
  /** Nobody of those is asked to come for it. */
  | { readonly reason: 'not-asked' }
  /** Something else has to be done before. */
  | { readonly reason: 'waits' }
  | { readonly reason: 'nobody-chosen' }
  | { readonly reason: 'moved-too-often'; readonly times: number }
  /** It is taken, or nobody is seen then. */
  | { readonly reason: 'not-free' }

/** For whom somebody chooses, where, and from when on. */
export type Wish = {
  readonly whose: readonly ActorId[]
  readonly place: Place
  readonly start: IsoMoment
  /** By an official for them: that is no move of theirs, and they ask for it when none is left. */
  readonly byService?: true
}

/**
 * When each of some people comes, the first at that moment and the others right after. What they
 * had chosen before gives way to it, so often as the type says.
 */
export function choose(
  appearance: Appearance,
  { whose, place, start, byService }: Wish,
  {
    before,
    ...around
  }: Omit<Choosing, 'place' | 'from'> & {
    /** What was chosen in the case for the same, by whomever. */
    readonly before: readonly Appointment[]
  },
): Outcome<readonly Chosen[], ChooseRefusal> {
  const { visit } = appearance
  if (whose.length === 0) return refuse({ reason: 'nobody-chosen' })
  const open = openFor(appearance, before)
  if (!whose.every((id) => open.includes(id)) || !place.serves.includes(visit.for)) {
    return refuse({ reason: 'not-asked' })
  }
  if (appearance.waits) return refuse({ reason: 'waits' })
  if (byService !== true && whose.some((id) => movesLeft(appearance, before, id) < 0)) {
    return refuse({ reason: 'moved-too-often', times: visit.moves })
  }
  const own = before.filter(({ party, state }) => whose.includes(party) && state === 'booked')
  const taken = without(around.taken, own, place)
  const { from } = appearance
  const seated = seatedFrom({ ...around, taken, place, from }, start, whose.length)
  if (seated === undefined) return refuse({ reason: 'not-free' })
  return agree(
    seated.map((startsAt, index) => ({ party: whose[index] ?? '', place: place.code, startsAt })),
  )
}

/** Those who have still to come, whether or not they have chosen when. */
export const openFor = (
  { whose }: Pick<Appearance, 'whose'>,
  before: readonly Appointment[],
): readonly ActorId[] =>
  whose.filter((id) => !before.some(({ party, state }) => party === id && state === 'came'))

/**
 * How often somebody may still move what they chose; below none, they cannot even choose again what
 * they gave back.
 */
export function movesLeft(
  { visit }: Pick<Appearance, 'visit'>,
  before: readonly Appointment[],
  id: ActorId,
): number {
  const own = before.filter(({ party }) => party === id)
  const changed = own.filter(
    ({ state, byService }) => byService !== true && (state === 'moved' || state === 'cancelled'),
  ).length
  const isBooked = own.some(({ state }) => state === 'booked')
  return visit.moves - changed - (isBooked ? 1 : 0)
}

/** As it is once these seats are given back. */
export function without(
  taken: Taken,
  own: readonly Pick<Appointment, 'place' | 'startsAt'>[],
  { code }: Pick<Place, 'code'>,
): Taken {
  const free = own.filter(({ place }) => place === code)
  return new Map(
    [...taken].map(([moment, people]) => [
      moment,
      people - free.filter(({ startsAt }) => startsAt === moment).length,
    ]),
  )
}
