import type { IsoMoment } from '#core/dated.ts'
import { millisecondsBetween } from '#platform/calendar.ts'

/** What the clocks said at one moment: the database's, and how far that of a process is ahead. */
export type TimeSeen = { readonly at: IsoMoment; readonly aheadMs: number }

/** Why nobody can tell what time it is: at least one clock is wrong, or may be. */
export const DOUBTS = ['apart', 'long-gap', 'backward'] as const
export type Doubt = (typeof DOUBTS)[number]

const APART_MS_MAX = 2 * 60_000
const GAP_MS_MAX = 3 * 86_400_000

/**
 * What speaks against the time that was seen, beside the last that was trusted. A clock that jumps
 * takes the machine's database along, so that the two agree: it shows in the time between two runs.
 */
export function doubtOf(
  { at, aheadMs }: TimeSeen,
  trusted: TimeSeen | undefined,
): Doubt | undefined {
  if (isApart(aheadMs) && isApart(aheadMs - (trusted?.aheadMs ?? 0))) return 'apart'
  if (!trusted) return undefined
  const passedMs = millisecondsBetween(trusted.at, at)
  if (passedMs < -APART_MS_MAX) return 'backward'
  return passedMs > GAP_MS_MAX ? 'long-gap' : undefined
}

/** What is trusted from now on: a difference that was confirmed serves for as long as it lasts. */
export const trustedAfter = (
  { at, aheadMs }: TimeSeen,
  before: TimeSeen | undefined,
): TimeSeen => ({
  at,
  aheadMs: isApart(aheadMs) ? (before?.aheadMs ?? 0) : 0,
})

const isApart = (milliseconds: number): boolean => Math.abs(milliseconds) > APART_MS_MAX
