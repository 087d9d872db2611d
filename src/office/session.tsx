import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import type { OfficeLanguage } from '#core/language.ts'
import { actingOn, inTransaction, visited, type Database, type Tx } from '#platform/database.ts'
import { FORM_TOKEN, formToken, isToken, tokenLike } from '#platform/form-token.ts'
import { isPlainForm, isRead } from '#platform/guards.ts'
import { keepDevice } from '#platform/known-device.ts'
import { fieldsOf, secretOf, textsOf } from '#platform/typed.ts'
import { devicesOf, viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { SignInPage } from '#office/sign-in-page.tsx'
import { emailKey } from '#records/accounts.ts'
import { officialComes, officialOf, type Official } from '#records/officials.ts'
import { endSession, startSession } from '#records/sessions.ts'

/** The cookie; over https its name binds it to this host and to https. */
function cookieName(c: OfficeContext): string {
  return isSecure(c) ? '__Host-kecid-office' : 'kecid-office'
}

export const isSecure = (c: OfficeContext): boolean => c.var.house.officeUrl.startsWith('https:')

/** Finds out who is signed in; pages that need somebody say so with `signedInOnly`. */
export const whoIsIt: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  const token = getCookie(c, cookieName(c))
  if (token === undefined) return next()
  const { db, secret, clock, demonstration, followPolicy } = c.var.house
  const { sessionHours: idleHours } = c.var.house
  c.set('formToken', tokenLike(await tokenSent(c)))
  const by = { token, at: clock.now(), idleHours, isRead: isRead(c.req.method) }
  await visited(db, by, async (visit) => {
    if (visit) await followPolicy(visit.who.policy)
    // Whoever has no role on this day is nobody here.
    if (visit?.who.roles && (demonstration || !visit.who.isDemonstration)) {
      isHere(c, officialOf({ ...visit.who, accountId: visit.who.account }, secret), visit.db)
    }
    await next()
  })
}

/** From here on this official is signed in, and acts in whatever is asked of the database. */
function isHere(c: OfficeContext, official: Official, db: Database): void {
  c.set('house', { ...c.var.house, db })
  c.set('visitor', official)
  c.set('formToken', formToken(c.var.house.secret, { id: official.accountId }))
}

/** The same as of a session that has just begun. */
export const isHereBy = (c: OfficeContext, official: Official, token: string): void =>
  isHere(c, official, actingOn(c.var.house.db, { token, at: c.var.house.clock.now() }))

const tokenSent = async (c: OfficeContext): Promise<string> =>
  isKeepable(c) ? secretOf(c.req, FORM_TOKEN) : ''

/** A browser that still shows the cookie of a session that has ended. */
export const wasSignedIn = (c: OfficeContext): boolean =>
  c.var.visitor === undefined && getCookie(c, cookieName(c)) !== undefined

/**
 * Sends whoever is not signed in to the sign-in and back. A form that was on its way is carried
 * along, so that what was typed survives a session that ended.
 */
export const signedInOnly: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  const { visitor, language } = c.var
  if (visitor) {
    const isOwn = c.req.method !== 'POST' || isToken(await tokenSent(c), c.var.formToken ?? '')
    if (!isOwn) throw new HTTPException(403)
    c.set('official', visitor)
    return next()
  }
  return signInFirst(c, language)
}

/** The sign-in, and from there back to where they wanted to go. */
export async function signInFirst(c: OfficeContext, language: OfficeLanguage): Promise<Response> {
  const url = new URL(c.req.url)
  const here = `${url.pathname}${url.search}`
  if (c.req.method === 'GET') {
    return c.redirect(`${paths.signIn.to(language)}?next=${encodeURIComponent(here)}`, 303)
  }
  const kept = await keptForm(c)
  return c.render(
    <SignInPage view={viewOf(c)} next={here} kept={kept} away={wasSignedIn(c)} />,
    401,
  )
}

/** The fields of a form that could not be dealt with now, to be sent again. */
export async function keptForm(c: OfficeContext): Promise<readonly (readonly [string, string])[]> {
  return isKeepable(c) ? fieldsOf(await textsOf(c.req), ['password', FORM_TOKEN]) : []
}

const isKeepable = (c: OfficeContext): boolean => isPlainForm(c.req.header('content-type'))

/** The token of the session that begins. */
export async function signIn(
  c: OfficeContext,
  tx: Tx,
  ...[{ id: partyId, accountId }, email]: readonly [official: Official, email: string]
): Promise<string> {
  const { clock, keys, secret, sessionHours } = c.var.house
  await officialComes(tx, secret, email)
  const before = getCookie(c, cookieName(c))
  if (before !== undefined) await endSession(tx, before)
  const token = await startSession(tx, keys, {
    accountId,
    partyId,
    at: clock.now(),
    idleHours: sessionHours,
  })
  setCookie(c, cookieName(c), token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    path: '/',
  })
  keepDevice(c, devicesOf(c), emailKey(email))
  return token
}

export async function signOut(c: OfficeContext): Promise<void> {
  const token = getCookie(c, cookieName(c))
  if (token !== undefined) {
    await inTransaction(c.var.house.door, (tx) => endSession(tx, token))
  }
  deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) })
}
