/** Holds a promise that only our own mistake can break; it stays on in production. */
export function assert(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new Error(`Broken promise: ${promise}`)
}
