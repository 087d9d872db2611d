/** Something whose speed is asked for: runs for a while and gives what it did in a second. */
export type Runner = () => Promise<number>

/**
 * The median of each over rounds in which all take their turn, so that whatever else the machine
 * does meets them alike.
 */
export async function interleaved(
  runners: readonly Runner[],
  rounds: number,
): Promise<readonly number[]> {
  const found = runners.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, run] of runners.entries()) found[index]?.push(await run())
  }
  return found.map(median)
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** The same numbers in every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** How much was done, and how much in a second. */
export type Drained = { readonly done: number; readonly rate: number }

/** So many at a time until nothing or no time is left. */
export async function drained(
  work: readonly (() => Promise<void>)[],
  { atOnce, msMax }: { readonly atOnce: number; readonly msMax: number },
): Promise<Drained> {
  const waiting = work.values()
  const began = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const each of waiting) {
        await each()
        done += 1
        if (performance.now() - began > msMax) return
      }
    }),
  )
  return { done, rate: (done * 1000) / (performance.now() - began) }
}
