import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { inTransaction, type Tx } from '#platform/database.ts'
import { installationKey, openText, seal } from '#platform/sealing.ts'
import { clientAddress } from '#portal/client-address.ts'
import type { PortalContext } from '#portal/env.ts'
import {
  addLink,
  askedJustNow,
  emailKey,
  sealLinkToken,
  type LinkPurpose,
} from '#records/accounts.ts'
import { countAttempts } from '#records/attempts.ts'
import { enqueue, type Jobs } from '#records/jobs.ts'

const ASKED_MAX = 5
const ASKED_BY_CLIENT_MAX = 20
const WINDOW_MINUTES = 60

/** Mails go to people who did not ask as well, so asking for them has an end. */
export function mayAskForLink(c: PortalContext, email: string): Promise<boolean> {
  const { db, clock } = c.var.house
  const [windowMinutes, address, client] = [WINDOW_MINUTES, emailKey(email), clientAddress(c)]
  const limits = [
    { kind: 'link to an address', subject: address, timesMax: ASKED_MAX, windowMinutes },
    { kind: 'link from a client', subject: client, timesMax: ASKED_BY_CLIENT_MAX, windowMinutes },
  ]
  return inTransaction(db, (tx) => countAttempts(tx, limits, clock.now()))
}

type Sending = {
  readonly accountId: string
  readonly purpose: LinkPurpose
  readonly mail: Jobs['send-account-link']['purpose']
}

/** A link is made and mailed, or neither; a second press of the button sends no second mail. */
export async function sendLink(
  c: PortalContext,
  tx: Tx,
  { accountId, purpose, mail }: Sending,
): Promise<void> {
  const { master, clock } = c.var.house
  const at = clock.now()
  if (await askedJustNow(tx, { accountId, at })) return
  const token = await addLink(tx, { accountId, purpose, at })
  const sealedToken = sealLinkToken(master, { accountId, token })
  const payload = { account: accountId, purpose: mail, sealedToken }
  await enqueue(tx, { task: 'send-account-link', payload })
}

const COOKIE = 'kecid-sent-to'
const KEPT_SECONDS = 1800
const PLACE = 'cookie.sent_to'

/** For the page after the redirect, sealed: an address in a URL would end up in logs. */
export function keepAddress(c: PortalContext, email: string): void {
  const { master, portalUrl } = c.var.house
  const sealed = seal(installationKey(master, PLACE), { place: PLACE, plain: email })
  setCookie(c, COOKIE, sealed.toString('base64url'), {
    httpOnly: true,
    sameSite: 'Lax',
    secure: portalUrl.startsWith('https:'),
    path: '/',
    maxAge: KEPT_SECONDS,
  })
}

/** The address that a link was asked for in this browser, if that was a short while ago. */
export function keptAddress(c: PortalContext): string | undefined {
  const cookie = getCookie(c, COOKIE)
  if (cookie === undefined || cookie === '') return undefined
  try {
    const sealed = Buffer.from(cookie, 'base64url')
    return openText(installationKey(c.var.house.master, PLACE), { place: PLACE, sealed })
  } catch {
    return undefined // a cookie that is not ours says nothing
  }
}

export function forgetAddress(c: PortalContext): void {
  if (getCookie(c, COOKIE) === undefined) return
  deleteCookie(c, COOKIE, { path: '/', secure: c.var.house.portalUrl.startsWith('https:') })
}
