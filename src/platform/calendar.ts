import { type IsoDate, type IsoMoment, dayInBaku, isoMoment } from '#core/dated.ts'

/** Where the time comes from. This file is the only one that asks the machine for it. */
export type Clock = {
  readonly now: () => IsoMoment
  /** The day it is in Baku. */
  readonly today: () => IsoDate
}

/** A clock that stands still until it is moved. */
export type FixedClock = Clock & {
  readonly set: (moment: IsoMoment) => void
  readonly advance: (milliseconds: number) => void
}

export const systemClock: Clock = {
  now: () => momentOf(Date.now()),
  today: () => dayInBaku(momentOf(Date.now())),
}

export function fixedClock(start: IsoMoment): FixedClock {
  let moment = start
  return {
    now: () => moment,
    today: () => dayInBaku(moment),
    set: (other) => {
      moment = other
    },
    advance: (milliseconds) => {
      moment = later(moment, milliseconds)
    },
  }
}

/** Milliseconds since the beginning of 1970, as cookies, tokens and file systems count. */
export const epochOf = (moment: IsoMoment): number => Date.parse(moment)

/** Parts of a millisecond are dropped. */
export const momentOf = (epochMilliseconds: number): IsoMoment =>
  isoMoment(new Date(Math.floor(epochMilliseconds)).toISOString())

export const later = (moment: IsoMoment, milliseconds: number): IsoMoment =>
  momentOf(epochOf(moment) + milliseconds)

export const millisecondsBetween = (from: IsoMoment, to: IsoMoment): number =>
  epochOf(to) - epochOf(from)

/** For packages that accept nothing else. */
export const dateObjectOf = (moment: IsoMoment): Date => new Date(moment)
