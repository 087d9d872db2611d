/** Says of each field whether a value may stand in it. */
export type Fields = Readonly<Record<string, (value: unknown) => boolean>>

/** True for an object with all of these fields and no other, each holding what it may. */
export function hasExactly(fields: Fields, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const given = new Map<string, unknown>(Object.entries(value))
  const wanted = Object.entries(fields)
  return given.size === wanted.length && wanted.every(([name, holds]) => holds(given.get(name)))
}
