import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { first, type Typed } from '#core/answers/typed.ts'
import { inTransaction } from '#platform/database.ts'
import { localPath } from '#platform/local-path.ts'
import { BUSY_SECONDS, verifyPassword } from '#platform/passwords.ts'
import { askedOf, secretOf, typedOf } from '#platform/typed.ts'
import { clientAddress } from '#office/client-address.ts'
import { KEYS_COOKIE, viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { isSecure, signIn, signOut } from '#office/session.tsx'
import { KeptPage, SignInPage, type SignInRefusal } from '#office/sign-in-page.tsx'
import { DEMONSTRATION_PASSWORD } from '#records/demonstration-officials.ts'
import { countAttempts, takeBackAttempts, type Limit } from '#records/attempts.ts'
import { emailKey } from '#records/accounts.ts'
import { officialByEmail, type Official } from '#records/officials.ts'
import { done, isAfterSignIn } from '#telling/done.tsx'

export const signInRoute = new Hono<OfficeEnv>()

signInRoute.get(paths.signIn.pattern, (c) => {
  const { language, visitor } = c.var
  const next = localPath(askedOf(c.req, 'next'), [language])
  if (visitor) return c.redirect(next ?? paths.work.to(language), 303)
  const noCookie = next !== undefined && isAfterSignIn(next)
  const where = next === undefined ? {} : { next }
  return c.html(<SignInPage view={viewOf(c)} noCookie={noCookie} {...where} />)
})

signInRoute.post(paths.signIn.pattern, async (c) => {
  const typed = await typedOf(c.req)
  const { language } = c.var
  const next = localPath(first(typed, 'next'), [language])
  const kept = keptIn(typed)
  const found = await recognised(c, typed)
  if (!found.ok) {
    const email = first(typed, 'email')
    const where = next === undefined ? {} : { next }
    if (found.refusal === 'busy') c.header('retry-after', String(BUSY_SECONDS))
    return c.html(
      <SignInPage view={viewOf(c)} refusal={found.refusal} email={email} kept={kept} {...where} />,
      STATUS[found.refusal],
    )
  }
  await inTransaction(c.var.house.db, (tx) => signIn(c, tx, found.official.id))
  if (next === undefined || kept.length === 0) {
    return done(c, next ?? paths.work.to(language), 'signed-in')
  }
  // Whoever signs in may be somebody else: nothing is done in a name before its owner says so.
  c.set('visitor', found.official)
  return c.html(<KeptPage view={viewOf(c)} next={next} kept={kept} />)
})

signInRoute.post(paths.signOut.pattern, async (c) => {
  await signOut(c)
  return done(c, paths.signIn.to(c.var.language), 'signed-out')
})

signInRoute.post(paths.keys.pattern, async (c) => {
  const typed = await typedOf(c.req)
  const { language } = c.var
  const wanted = first(typed, 'wanted') === 'on' ? 'on' : 'off'
  const lasting = { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: YEAR_SECONDS } as const
  setCookie(c, KEYS_COOKIE, wanted, { ...lasting, secure: isSecure(c) })
  return done(c, localPath(first(typed, 'next'), [language]) ?? paths.work.to(language), 'saved')
})

const YEAR_SECONDS = 31_536_000
const STATUS = { wrong: 400, 'too-often': 429, busy: 503 } as const

type Recognised =
  | { readonly ok: true; readonly official: Official }
  | { readonly ok: false; readonly refusal: SignInRefusal }

const no = (refusal: SignInRefusal): Recognised => ({ ok: false, refusal })

/**
 * The same answer, after the same work, for an unknown address and a wrong password. The password
 * of invented officials stands on the page, so that nothing is guessed and nothing counted.
 */
async function recognised(c: OfficeContext, typed: Typed): Promise<Recognised> {
  const { db, master, demonstration } = c.var.house
  const email = first(typed, 'email')
  const password = await secretOf(c.req, 'password')
  const isPublic = demonstration && password === DEMONSTRATION_PASSWORD
  const [limits, at] = [isPublic ? [] : limitsOf(c, email), c.var.house.clock.now()]
  const known = await inTransaction(db, async (tx) => {
    if (!(await countAttempts(tx, limits, at))) return 'too-often'
    return (await officialByEmail(tx, master, email)) ?? 'nobody'
  })
  if (known === 'too-often') return no('too-often')
  const official = known === 'nobody' ? undefined : known
  const verdict = await verifyPassword(password, official?.passwordHash)
  if (verdict === 'busy') {
    // It was not weighed, so it was no guess.
    await inTransaction(db, (tx) => takeBackAttempts(tx, limits, at))
    return no('busy')
  }
  if (verdict === 'wrong' || !official) return no('wrong')
  return official.isDemonstration && !demonstration ? no('wrong') : { ok: true, official }
}

const TRIES = { timesMax: 10, windowMinutes: 15 } as const
/** One address may be a whole building. */
const TRIES_BY_CLIENT = { timesMax: 60, windowMinutes: 15 } as const

const limitsOf = (c: OfficeContext, email: string): readonly Limit[] => [
  { kind: 'office-sign-in', subject: emailKey(email), ...TRIES },
  { kind: 'office-sign-in-client', subject: clientAddress(c), ...TRIES_BY_CLIENT },
]

type Kept = readonly (readonly [string, string])[]

const KEPT = 'kept.'

const keptIn = (typed: Typed): Kept =>
  Object.entries(typed).flatMap(([name, values]) =>
    name.startsWith(KEPT) ? values.map((value) => [name.slice(KEPT.length), value] as const) : [],
  )
