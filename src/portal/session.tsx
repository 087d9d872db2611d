import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { inTransaction, type Tx } from '#platform/database.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { SignInPage } from '#portal/sign-in-page.tsx'
import { accountById } from '#records/accounts.ts'
import { endSession, seeSession, startSession } from '#records/sessions.ts'

const TABLE = 'portalSession'

/** The cookie; over https its name binds it to this host and to https. */
function cookieName(c: PortalContext): string {
  return isSecure(c) ? '__Host-kecid' : 'kecid'
}

const isSecure = (c: PortalContext): boolean => c.var.house.portalUrl.startsWith('https:')

/** Finds out who is signed in; pages that need somebody say so with `signedInOnly`. */
export const whoIsIt: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const token = getCookie(c, cookieName(c))
  if (token !== undefined) {
    const { db, master, clock, sessionHours } = c.var.house
    const account = await inTransaction(db, async (tx) => {
      const id = await seeSession(tx, TABLE, { token, at: clock.now(), idleHours: sessionHours })
      return id === undefined ? undefined : accountById(tx, master, id)
    })
    c.set('account', account)
  }
  await next()
}

/**
 * Sends whoever is not signed in to the sign-in and back. A form that was on its way is carried
 * along, so that what was typed survives a session that ended.
 */
export const signedInOnly: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const { account, language } = c.var
  if (account) {
    c.set('applicant', account)
    return next()
  }
  const signIn = paths.signIn.to(language)
  const url = new URL(c.req.url)
  const here = `${url.pathname}${url.search}`
  if (c.req.method === 'GET') return c.redirect(`${signIn}?next=${encodeURIComponent(here)}`, 303)
  const kept = await keptForm(c)
  return c.html(<SignInPage view={viewOf(c)} next={here} kept={kept} away />, 401)
}

/** The fields of a form that could not be dealt with now, to be sent again; files cannot be kept. */
export async function keptForm(c: PortalContext): Promise<readonly (readonly [string, string])[]> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return []
  const body = await c.req.parseBody({ all: true })
  return Object.entries(body).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) =>
      typeof each === 'string' && name !== 'password' ? [[name, each] as const] : [],
    ),
  )
}

export async function signIn(c: PortalContext, tx: Tx, accountId: string): Promise<string> {
  const { clock, sessionHours } = c.var.house
  const token = await startSession(tx, TABLE, {
    ownerId: accountId,
    at: clock.now(),
    idleHours: sessionHours,
  })
  setCookie(c, cookieName(c), token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    path: '/',
  })
  return `${cookieName(c)}=${token}`
}

export async function signOut(c: PortalContext): Promise<void> {
  const token = getCookie(c, cookieName(c))
  if (token !== undefined) {
    await inTransaction(c.var.house.db, (tx) => endSession(tx, TABLE, token))
  }
  deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) })
}
