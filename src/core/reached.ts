/** Everything that is reached from these, one after the other. */
export function reachedFrom(
  starts: readonly string[],
  on: (state: string) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [...starts]
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (reached.has(state)) continue
    reached.add(state)
    waiting.push(...on(state))
  }
  return reached
}
