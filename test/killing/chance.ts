/** Numbers that look drawn and are the same for the same seed (mulberry32). */
export type Chance = {
  /** A whole number from 0 to one below. */
  readonly below: (limit: number) => number
  readonly shuffled: <Each>(list: readonly Each[]) => readonly Each[]
}

export function chance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    shuffled: (list) =>
      list
        .map((each) => ({ each, place: next() }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ each }) => each),
  }
}
