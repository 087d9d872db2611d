import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { first, type Typed } from '#core/answers/typed.ts'
import { OFFICE_LANGUAGES } from '#core/language.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { inTransaction } from '#platform/database.ts'
import { trierOf } from '#platform/known-device.ts'
import { localPath, pathIn } from '#platform/local-path.ts'
import { BUSY_SECONDS, verifyPassword } from '#platform/passwords.ts'
import { askedOf, secretOf, typedOf } from '#platform/typed.ts'
import { devicesOf, KEYS_COOKIE, viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { ownPage } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { isHereBy, isSecure, signIn, signOut, wasSignedIn } from '#office/session.tsx'
import { KeptPage, SignInPage } from '#office/sign-in-page.tsx'
import { DEMONSTRATION_PASSWORD } from '#records/demonstration-officials.ts'
import { countAttempts, signInLimits, takeBackAttempts } from '#records/attempts.ts'
import { emailKey } from '#records/accounts.ts'
import { officialSigningIn, type Official } from '#records/officials.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done, isAfterSignIn } from '#telling/done.tsx'
import { answerTo, unfilled, waiting, type SignInRefusal } from '#telling/sign-in.ts'

export const signInRoute = new Hono<OfficeEnv>()

signInRoute.get(paths.signIn.pattern, (c) => {
  const { language, visitor } = c.var
  const next = localPath(askedOf(c.req, 'next'), [language])
  if (visitor) return c.redirect(next ?? ownPage(visitor.roles, language), 303)
  if (next === undefined) return c.render(<SignInPage view={viewOf(c)} />)
  const away = wasSignedIn(c)
  const noCookie = !away && isAfterSignIn(next)
  return c.render(<SignInPage view={viewOf(c)} next={next} away={away} noCookie={noCookie} />)
})

signInRoute.post(paths.signIn.pattern, async (c) => {
  const typed = await typedOf(c.req)
  const { language } = c.var
  if (isForAnotherLanguage(typed)) return c.render(inLanguage(c, typed))
  const next = localPath(first(typed, 'next'), [language])
  const kept = keptIn(typed)
  const found = await recognised(c, typed)
  if (!found.ok) {
    const { refusal } = found
    const { status, seconds } = answerTo(refusal)
    if (seconds !== undefined) c.header('retry-after', String(seconds))
    const again = { view: viewOf(c), email: first(typed, 'email'), kept, refusal }
    return c.render(<SignInPage {...again} {...(next === undefined ? {} : { next })} />, status)
  }
  const { door } = c.var.house
  const token = await inTransaction(door, (tx) => signIn(c, tx, found.value, first(typed, 'email')))
  if (next === undefined || kept.length === 0) {
    return done(c, next ?? ownPage(found.value.roles, language), 'signed-in')
  }
  // Whoever signs in may be somebody else: nothing is done in a name before its owner says so.
  isHereBy(c, found.value, token)
  return c.render(<KeptPage view={viewOf(c)} next={next} kept={kept} />)
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

/** The page that somebody wants to read in this language, with all that it carried in another. */
function inLanguage(c: OfficeContext, typed: Typed) {
  const { language, visitor } = c.var
  const place = localPath(first(typed, 'next'), OFFICE_LANGUAGES)
  const next = place === undefined ? place : pathIn(place, language)
  const [view, kept] = [viewOf(c), keptIn(typed)]
  if (visitor && next !== undefined) return <KeptPage view={view} next={next} kept={kept} />
  const where = next === undefined ? {} : { next }
  const [email, away] = [first(typed, 'email'), wasSignedIn(c)]
  return <SignInPage view={view} kept={kept} email={email} away={away} {...where} />
}

/**
 * The same answer, after the same work, for an unknown address and a wrong password. The password
 * of invented officials stands on the page, so that nothing is guessed and nothing counted.
 */
async function recognised(
  c: OfficeContext,
  typed: Typed,
): Promise<Outcome<Official, SignInRefusal>> {
  const { door, secret, demonstration } = c.var.house
  const email = first(typed, 'email')
  const password = await secretOf(c.req, 'password')
  const empty = unfilled({ email, password })
  if (empty) return refuse(empty)
  const isPublic = demonstration && password === DEMONSTRATION_PASSWORD
  const limits = isPublic ? [] : signInLimits(trierOf(c, devicesOf(c), emailKey(email)))
  const { clock } = c.var.house
  const counting = { secret, at: clock.now() }
  const { reached, official } = await inTransaction(door, async (tx) => ({
    reached: await countAttempts(tx, limits, counting),
    official: await officialSigningIn(tx, secret, { email, on: clock.today() }),
  }))
  if (reached) return refuse(waiting(reached))
  const verdict = await verifyPassword(password, official?.passwordHash)
  if (verdict !== 'wrong') {
    // What was not weighed was no guess, and what was right neither.
    await inTransaction(door, (tx) => takeBackAttempts(tx, limits, counting))
  }
  if (verdict === 'busy') return refuse({ reason: 'busy', seconds: BUSY_SECONDS })
  if (verdict === 'wrong' || !official) return refuse({ reason: 'wrong' })
  if (official.isDemonstration && !demonstration) return refuse({ reason: 'wrong' })
  return agree(official)
}

type Kept = readonly (readonly [string, string])[]

const KEPT = 'kept.'

const keptIn = (typed: Typed): Kept =>
  Object.entries(typed).flatMap(([name, values]) =>
    name.startsWith(KEPT) ? values.map((value) => [name.slice(KEPT.length), value] as const) : [],
  )
