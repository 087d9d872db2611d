import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { inTransaction } from '#platform/database.ts'
import { BUSY_SECONDS, hashPassword, verifyPassword } from '#platform/passwords.ts'
import { clientAddress } from '#portal/client-address.ts'
import type { PortalContext } from '#portal/env.ts'
import { accountSigningIn, emailKey, setPassword, type Account } from '#records/accounts.ts'
import {
  addressLimits,
  countAttempts,
  takeBackAttempts,
  WRONG_SIGN_INS,
  type Limit,
} from '#records/attempts.ts'
import { unfilled, waiting, type SignInRefusal } from '#telling/sign-in.ts'

export type Credentials = { readonly email: string; readonly password: string }

/**
 * Whose credentials these are. Every try is counted before it is weighed, and an address without
 * an account takes as long as a wrong password. Hashing happens outside of any transaction.
 */
export async function trySignIn(
  c: PortalContext,
  { email, password }: Credentials,
): Promise<Outcome<Account, SignInRefusal>> {
  const empty = unfilled({ email, password })
  if (empty) return refuse(empty)
  const { door, master, clock } = c.var.house
  const at = clock.now()
  const limits = limitsOf(c, email)
  const { reached, account } = await inTransaction(door, async (tx) => ({
    reached: await countAttempts(tx, limits, at),
    account: await accountSigningIn(tx, master, email),
  }))
  if (reached) return refuse(waiting(reached))

  const verdict = await verifyPassword(password, account?.passwordHash)
  if (verdict === 'busy') {
    // It was not weighed, so it was no guess.
    await inTransaction(door, (tx) => takeBackAttempts(tx, limits, at))
    return refuse({ reason: 'busy', seconds: BUSY_SECONDS })
  }
  if (verdict === 'wrong' || !account) return refuse({ reason: 'wrong' })

  const stronger = verdict === 'right-but-weak' ? await hashPassword(password) : undefined
  await inTransaction(door, async (tx) => {
    await takeBackAttempts(tx, limits, at)
    if (stronger?.ok === true) {
      await setPassword(tx, { accountId: account.id, passwordHash: stronger.hash, at })
    }
  })
  return agree(account)
}

function limitsOf(c: PortalContext, email: string): readonly Limit[] {
  const from = { address: emailKey(email), client: clientAddress(c) }
  return addressLimits('sign-in of an applicant', from, WRONG_SIGN_INS)
}
