/** Recognitions that were written, by message and by what it says: nobody is named in it. */
export type Recognitions = Map<string, string>

/** Keeps so many in memory; of too many the oldest is forgotten. */
export function remember<Value>(
  kept: Map<string, Value>,
  { key, value, max }: { readonly key: string; readonly value: Value; readonly max: number },
): void {
  kept.set(key, value)
  const [oldest] = kept.keys()
  if (kept.size > max && oldest !== undefined) kept.delete(oldest)
}
