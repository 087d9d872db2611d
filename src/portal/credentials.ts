import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { inTransaction } from '#platform/database.ts'
import { trierOf } from '#platform/known-device.ts'
import { BUSY_SECONDS, hashPassword, verifyPassword } from '#platform/passwords.ts'
import { devicesOf, type PortalContext } from '#portal/env.ts'
import {
  accountSigningIn,
  comeByAddress,
  emailKey,
  strengthenPassword,
  type Account,
} from '#records/accounts.ts'
import { countAttempts, signInLimits, takeBackAttempts } from '#records/attempts.ts'
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
  const { door, secret, clock } = c.var.house
  const at = clock.now()
  const counting = { secret, at }
  const limits = signInLimits(trierOf(c, devicesOf(c), emailKey(email)))
  const { reached, account } = await inTransaction(door, async (tx) => ({
    reached: await countAttempts(tx, limits, counting),
    account: await accountSigningIn(tx, secret, email),
  }))
  if (reached) return refuse(waiting(reached))

  const verdict = await verifyPassword(password, account?.passwordHash)
  if (verdict === 'busy') {
    // It was not weighed, so it was no guess.
    await inTransaction(door, (tx) => takeBackAttempts(tx, limits, counting))
    return refuse({ reason: 'busy', seconds: BUSY_SECONDS })
  }
  if (verdict === 'wrong' || !account) return refuse({ reason: 'wrong' })

  const stronger = verdict === 'right-but-weak' ? await hashPassword(password) : undefined
  const from = account.passwordHash
  await inTransaction(door, async (tx) => {
    await takeBackAttempts(tx, limits, counting)
    if (stronger?.ok === true && from !== undefined) {
      await comeByAddress(tx, secret, email)
      await strengthenPassword(tx, { accountId: account.id, from, to: stronger.hash })
    }
  })
  return agree(account)
}
