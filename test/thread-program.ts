import { serveThread } from '#platform/thread.ts'

/** What a thread of the tests is asked: to be busy for a while, and to fail. */
type Chore = { readonly milliseconds: number; readonly fails?: true }

export const chore = serveThread(async ({ milliseconds, fails }: Chore) => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
  if (fails) throw new Error('torn')
  return new TextEncoder().encode(String(milliseconds))
})
