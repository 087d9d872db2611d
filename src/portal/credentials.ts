import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { inTransaction } from '#platform/database.ts'
import { hashPassword, verifyPassword } from '#platform/passwords.ts'
import { clientAddress } from '#portal/client-address.ts'
import type { PortalContext } from '#portal/env.ts'
import type { SignInRefusal } from '#portal/sign-in-page.tsx'
import { accountByEmail, emailKey, setPassword, type Account } from '#records/accounts.ts'
import { countAttempts, takeBackAttempts, type Limit } from '#records/attempts.ts'

export type Credentials = { readonly email: string; readonly password: string }

const TRIES_MAX = 10
const WINDOW_MINUTES = 15

/**
 * Whose credentials these are. Every try is counted before it is weighed, and an address without
 * an account takes as long as a wrong password. Hashing happens outside of any transaction.
 */
export async function trySignIn(
  c: PortalContext,
  { email, password }: Credentials,
): Promise<Outcome<Account, SignInRefusal>> {
  const { db, master, clock } = c.var.house
  const at = clock.now()
  const limits = limitsOf(c, email)
  const { mayTry, account } = await inTransaction(db, async (tx) => ({
    mayTry: await countAttempts(tx, limits, at),
    account: await accountByEmail(tx, master, email),
  }))
  if (!mayTry) return refuse('too-often')

  const verdict = await verifyPassword(password, account?.passwordHash)
  if (verdict === 'busy') {
    // It was not weighed, so it was no guess.
    await inTransaction(db, (tx) => takeBackAttempts(tx, limits, at))
    return refuse('busy')
  }
  if (verdict === 'wrong' || !account) return refuse('wrong')

  const stronger = verdict === 'right-but-weak' ? await hashPassword(password) : undefined
  await inTransaction(db, async (tx) => {
    await takeBackAttempts(tx, limits, at)
    if (stronger?.ok === true) {
      await setPassword(tx, { accountId: account.id, passwordHash: stronger.hash, at })
    }
  })
  return agree(account)
}

function limitsOf(c: PortalContext, email: string): readonly Limit[] {
  const limit = { timesMax: TRIES_MAX, windowMinutes: WINDOW_MINUTES }
  return [
    { ...limit, kind: 'sign-in of an address', subject: emailKey(email) },
    { ...limit, kind: 'sign-in from a client', subject: clientAddress(c) },
  ]
}
