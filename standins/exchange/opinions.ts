import type { IsoDate, IsoMoment } from '#core/dated.ts'
import { millisecondsBetween, type Clock } from '#platform/calendar.ts'
import { remember } from '#standins/exchange/memory.ts'

/** Of a case by its number: whom it is about is nobody's business here. */
export type Waiting = {
  readonly id: string
  readonly case: string
  readonly since: IsoMoment
}
type Opinion = {
  readonly objects: 'yes' | 'no'
  readonly reason?: string
  readonly on: IsoDate
}
type Kept = Waiting & { readonly given?: Opinion }

/** Where an official of the other body would sit. */
export type OpinionDesk = {
  /** The same message again is the same request; without an opinion it waits. */
  readonly ask: (id: string, about: string) => Opinion | undefined
  readonly waiting: () => readonly Waiting[]
  /** False where nothing of that id waits any more. */
  readonly give: (id: string, opinion: Omit<Opinion, 'on'>) => boolean
}

const KEPT_MAX = 2000

/** What nobody answers within the seconds is not objected to, so that a demonstration moves on. */
export function opinionDesk(clock: Clock, seconds: () => number): OpinionDesk {
  const kept = new Map<string, Kept>()
  const settle = (one: Kept): Kept => {
    const isDue = millisecondsBetween(one.since, clock.now()) >= seconds() * 1000
    if (one.given !== undefined || !isDue) return one
    const settled: Kept = { ...one, given: { objects: 'no', on: clock.today() } }
    kept.set(one.id, settled)
    return settled
  }
  return {
    ask: (id, about) => {
      const known = kept.get(id)
      if (known) return settle(known).given
      const received = { id, case: about, since: clock.now() }
      remember(kept, { key: id, value: received, max: KEPT_MAX })
      return settle(received).given
    },
    waiting: () =>
      [...kept.values()]
        .map(settle)
        .filter(({ given }) => given === undefined)
        .map(({ id, case: about, since }) => ({ id, case: about, since })),
    give: (id, opinion) => {
      const known = kept.get(id)
      if (known === undefined || settle(known).given !== undefined) return false
      kept.set(id, { ...known, given: { ...opinion, on: clock.today() } })
      return true
    },
  }
}
