import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import { first } from '#core/answers/typed.ts'
import type { Language } from '#core/language.ts'
import { actingOn, inTransaction, visited, type Database, type Tx } from '#platform/database.ts'
import { FORM_TOKEN, formToken, isToken, tokenLike } from '#platform/form-token.ts'
import { isPlainForm, isRead } from '#platform/guards.ts'
import { keepDevice } from '#platform/known-device.ts'
import { tokenHash } from '#platform/sealing.ts'
import { fieldsOf, secretOf, textsOf, typedOf } from '#platform/typed.ts'
import { trySignIn, type Credentials } from '#portal/credentials.ts'
import { devicesOf, viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { SIGN_IN_ALONG, SignInPage, type SignInProps } from '#portal/sign-in-page.tsx'
import { accountOf, comeByAddress, emailKey, type Account } from '#records/accounts.ts'
import { comeWith } from '#records/come.ts'
import { endSession, startSession } from '#records/sessions.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { answerTo } from '#telling/sign-in.ts'
import { IN_ANOTHER_LANGUAGE } from '#ui/shell-frame.tsx'

/** The cookie; over https its name binds it to this host and to https. */
function cookieName(c: PortalContext): string {
  return isSecure(c) ? '__Host-kecid' : 'kecid'
}

export const isSecure = (c: PortalContext): boolean => c.var.house.portalUrl.startsWith('https:')

/** Finds out who is signed in; pages that need somebody say so with `signedInOnly`. */
export const whoIsIt: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const token = getCookie(c, cookieName(c))
  if (token === undefined) return next()
  const { db, clock, sessionHours: idleHours, followPolicy } = c.var.house
  c.set('formToken', tokenLike(await tokenSent(c)))
  const by = { token, at: clock.now(), idleHours, isRead: isRead(c.req.method) }
  await visited(db, by, async (visit) => {
    if (visit) await followPolicy(visit.who.policy)
    if (visit) isHere(c, accountOf({ ...visit.who, id: visit.who.account }), visit.db)
    await next()
  })
}

/** From here on they act in whatever is asked of the database. */
function isHere(c: PortalContext, account: Account, db: Database): void {
  c.set('house', { ...c.var.house, db })
  c.set('account', account)
  c.set('formToken', formToken(c.var.house.secret, account))
}

/** Scripts send it in the head. The form for files is read elsewhere, and asked for it there. */
export const tokenSent = async (c: PortalContext): Promise<string> =>
  c.req.header(FORM_TOKEN) ?? (isKeepable(c) ? await secretOf(c.req, FORM_TOKEN) : '')

/** Whether this came from a page of whoever is signed in. */
export const isOwnForm = (c: PortalContext, sent: string): boolean =>
  isToken(sent, c.var.formToken ?? '')

/** A browser that still shows the cookie of a session that has ended. */
export const wasSignedIn = (c: PortalContext): boolean =>
  c.var.account === undefined && getCookie(c, cookieName(c)) !== undefined

/**
 * Sends whoever is not signed in to the sign-in and back. A form that was on its way is carried
 * along: it is sent once more to its own address, together with e-mail and password, and goes on
 * from here as if the session had never ended.
 */
export const signedInOnly: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const { account, language } = c.var
  const here = hereOf(c)
  const isPost = c.req.method === 'POST'
  const along = isPost ? await credentialsAlong(c) : undefined
  if (account && along?.isForAnotherLanguage !== true) {
    const isOwn = !isPost || isStreamed(c) || isOwnForm(c, await tokenSent(c))
    if (!isOwn) throw new HTTPException(403)
    c.set('applicant', account)
    return next()
  }
  if (!along) return signInFirst(c, language)
  const form = { next: here, kept: await formToSend(c), resend: isKeepable(c) }
  const page = { view: viewOf(c), ...form, away: wasSignedIn(c) }
  const { email } = along
  if (along.isForAnotherLanguage) return c.render(<SignInPage {...page} email={email} />)
  const tried = await trySignIn(c, along)
  if (!tried.ok) return refusedSignIn(c, { ...page, email, refusal: tried.refusal })
  await signIn(c, tried.value, email)
  c.set('applicant', tried.value)
  return next()
}

/** The sign-in, from there back to where they were going, and with them the form on its way. */
export async function signInFirst(c: PortalContext, language: Language): Promise<Response> {
  const here = hereOf(c)
  if (c.req.method !== 'POST') {
    return c.redirect(`${paths.signIn.to(language)}?next=${encodeURIComponent(here)}`, 303)
  }
  const form = { next: here, kept: await formToSend(c), resend: isKeepable(c) }
  const page = { view: viewOf(c), ...form, away: wasSignedIn(c) }
  return c.render(<SignInPage {...page} lost={isUpload(c)} />, 401)
}

function hereOf(c: PortalContext): string {
  const { pathname, search } = new URL(c.req.url)
  return `${pathname}${search}`
}

/** The sign-in page again, with what was typed and why it did not succeed. */
export function refusedSignIn(
  c: PortalContext,
  props: SignInProps & { readonly refusal: NonNullable<SignInProps['refusal']> },
): Response | Promise<Response> {
  const { status, seconds } = answerTo(props.refusal)
  if (seconds !== undefined) c.header('retry-after', String(seconds))
  return c.render(<SignInPage {...props} />, status)
}

/** Uploads are streamed, so there is no form to keep; their own bound is where they are read. */
export function isKeepable(c: PortalContext): boolean {
  const isPost = c.req.method === 'POST'
  return isPost && isPlainForm(c.req.header('content-type')) && !isStreamed(c)
}

const isStreamed = (c: PortalContext): boolean => c.req.path.endsWith('/documents')

const isUpload = (c: PortalContext): boolean =>
  (c.req.header('content-type') ?? '').startsWith('multipart/form-data')

type Along = Credentials & { readonly isForAnotherLanguage: boolean }

async function credentialsAlong(c: PortalContext): Promise<Along | undefined> {
  if (!isKeepable(c)) return undefined
  const typed = await typedOf(c.req)
  const isAlong = Object.values(SIGN_IN_ALONG).every((name) => typed[name]?.[0] !== undefined)
  if (!isAlong) return undefined
  const password = await secretOf(c.req, SIGN_IN_ALONG.password)
  const email = first(typed, SIGN_IN_ALONG.email)
  return { email, password, isForAnotherLanguage: isForAnotherLanguage(typed) }
}

/** What is sent along with a form and is not part of it. */
const NOT_KEPT: readonly string[] = ['password', FORM_TOKEN, ...Object.values(SIGN_IN_ALONG)]

/** The fields of a form that could not be dealt with now, to be sent again, without files. */
export async function keptForm(c: PortalContext): Promise<readonly (readonly [string, string])[]> {
  if (!isKeepable(c)) return []
  return fieldsOf(await textsOf(c.req), NOT_KEPT)
}

/**
 * The same on the page of the sign-in, which promises to save it. Its own buttons say that they are
 * for another language; what a button of the form itself had said would be taken for theirs.
 */
async function formToSend(c: PortalContext): Promise<readonly (readonly [string, string])[]> {
  return (await keptForm(c)).filter(([name]) => name !== IN_ANOTHER_LANGUAGE)
}

/** The session that this browser had, whoever's it was, is over; a new one begins. */
export async function signIn(c: PortalContext, account: Account, email: string): Promise<void> {
  const { door, secret } = c.var.house
  const token = await inTransaction(door, async (tx) => {
    await comeByAddress(tx, secret, email)
    return beginSession(c, tx, account)
  })
  keepSession(c, token, { account, email })
}

/** The first half of a sign-in, for a transaction that does more. */
export async function beginSession(c: PortalContext, tx: Tx, account: Account): Promise<string> {
  const { clock, keys, sessionHours } = c.var.house
  const before = getCookie(c, cookieName(c))
  if (before !== undefined) await endSession(tx, before)
  const { id: accountId, partyId } = account
  const at = clock.now()
  return startSession(tx, keys, { accountId, partyId, at, idleHours: sessionHours })
}

/** Whoever has the session of this browser acts at the door from now on. */
export const comeBySession = (c: PortalContext, tx: Tx): Promise<void> =>
  comeWith(tx, 'session', tokenHash(getCookie(c, cookieName(c)) ?? ''))

/** The second half, for when the transaction has succeeded. */
export function keepSession(
  c: PortalContext,
  token: string,
  { account, email }: { readonly account: Account; readonly email: string },
): void {
  setCookie(c, cookieName(c), token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    path: '/',
  })
  keepDevice(c, devicesOf(c), emailKey(email))
  const { db, clock } = c.var.house
  isHere(c, account, actingOn(db, { token, at: clock.now() }))
}

export async function signOut(c: PortalContext): Promise<void> {
  const token = getCookie(c, cookieName(c))
  if (token !== undefined) {
    await inTransaction(c.var.house.door, (tx) => endSession(tx, token))
  }
  deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) })
}
