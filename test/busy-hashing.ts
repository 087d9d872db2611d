import { availableParallelism } from 'node:os'
import { verifyPassword } from '#platform/passwords.ts'

const hash = (costs: string): string =>
  `$argon2id$v=19$${costs},p=1$AAAAAAAAAAAAAAAAAAAAAA$${'A'.repeat(43)}`
/** As much as a stored hash may ask of us: takes a second or two. */
const LONG = hash('m=262144,t=10')
const SHORT = hash('m=8,t=1')
const WAITING = 30

/** What people meet while as many sign in as can; afterwards nobody does. */
export async function whileAllAreSigningIn<Value>(work: () => Promise<Value>): Promise<Value> {
  const others = [
    ...Array.from({ length: Math.max(1, availableParallelism() - 1) }, () => LONG),
    ...Array.from({ length: WAITING }, () => SHORT),
  ].map((each) => verifyPassword('nobody', each))
  const value = await work()
  await Promise.all(others)
  return value
}
