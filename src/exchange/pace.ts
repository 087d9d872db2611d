import type { Limits, System } from '#core/policy/systems.ts'

/**
 * How fast systems are asked: of each only so much at once and in a minute, so that one that is
 * slow takes no room of the others; one that fails again and again is left alone for a while, and
 * then asked once before it is asked everything. Time and chance are arguments.
 */

/** How a system stands, as all processes know it. */
export type Known = {
  readonly failures: number
  /** In milliseconds since 1970. */
  readonly openUntil: number | undefined
  readonly isOff: boolean
}

/** What this process does with it: how much is under way, and when it began what it asked last. */
export type Busy = { readonly underWay: number; readonly begun: readonly number[] }

export const IDLE: Busy = { underWay: 0, begun: [] }

/** One question more is under way. */
export const begins = ({ underWay, begun }: Busy, now: number): Busy => ({
  underWay: underWay + 1,
  begun: [...lately(begun, now), now],
})

/** One question less. */
export const ends = ({ underWay, begun }: Busy): Busy => ({ underWay: underWay - 1, begun })

/** For how many questions there is room now. */
export function roomFor(
  { state, limits }: Pick<System, 'state' | 'limits'>,
  {
    known,
    busy,
    now,
  }: { readonly known?: Known | undefined; readonly busy: Busy; readonly now: number },
): number {
  if (state !== 'connected' || known?.isOff === true) return 0
  if (known?.openUntil !== undefined && now < known.openUntil) return 0
  const isTried = (known?.failures ?? 0) >= limits.failuresMax
  const atOnce = (isTried ? 1 : limits.atOnceMax) - busy.underWay
  const inMinute = limits.perMinuteMax - lately(busy.begun, now).length
  return Math.max(0, Math.min(atOnce, inMinute))
}

const lately = (begun: readonly number[], now: number): readonly number[] =>
  begun.filter((at) => at > now - MINUTE_MS)

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** What a try came to that was no answer. */
export type Came = 'waits' | 'refused' | 'unreachable' | 'unintelligible'

/**
 * After how long the same is asked again. Nobody waits for it, so it is never given up: longer each
 * time, and not all at once. What was refused is the same tomorrow, or somebody sees to it.
 */
export function againAfter(came: Came, tries: number, chance: () => number): number {
  const { firstMs, mostMs } = TRIES[came]
  const wait = Math.min(firstMs * 2 ** Math.min(tries - 1, 20), mostMs)
  return Math.round(wait * (0.5 + chance() / 2))
}

const TRIES: Readonly<Record<Came, { readonly firstMs: number; readonly mostMs: number }>> = {
  waits: { firstMs: 10_000, mostMs: 30 * MINUTE_MS },
  unreachable: { firstMs: 5000, mostMs: 15 * MINUTE_MS },
  unintelligible: { firstMs: MINUTE_MS, mostMs: DAY_MS },
  refused: { firstMs: DAY_MS, mostMs: DAY_MS },
}

/** When it is left alone, and for how long. */
export const restOf = ({ failuresMax, restSeconds }: Limits) => ({ failuresMax, restSeconds })
