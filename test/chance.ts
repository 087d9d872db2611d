/** Chance that is the same from the same seed (mulberry32). */
export type Chance = {
  readonly below: (most: number) => number
  readonly of: <Entry>(entries: readonly Entry[]) => Entry | undefined
  readonly some: <Entry>(entries: readonly Entry[]) => readonly Entry[]
}

export function chanceFrom(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    below,
    of: (entries) => entries[below(entries.length)],
    some: (entries) => entries.filter(() => next() < 0.5),
  }
}
