import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { trierOf, type Trier } from '#platform/known-device.ts'
import { installationKey, openText, seal } from '#platform/sealing.ts'
import { devicesOf, type PortalContext } from '#portal/env.ts'
import { addLink, emailKey, sealLinkToken, type LinkPurpose } from '#records/accounts.ts'
import {
  countAttempt,
  countAttempts,
  limitsOf,
  windowEnd,
  type Limit,
  type Reached,
} from '#records/attempts.ts'
import { enqueue, type Jobs } from '#records/jobs.ts'

const ASKED_MAX = { timesMax: 5, windowMinutes: 60 } as const
/** Whoever asks: as many as a mailbox can bear. */
const MAILBOX_MAX = { timesMax: 10, windowMinutes: 60 } as const
/** A second press of the button within the same minute sends no second mail. */
const ONE_A_MINUTE = { timesMax: 1, windowMinutes: 1 } as const

/** Whether a link is to be sent, and from when on another one can be. */
export type Asking =
  | { readonly may: 'send' | 'not-yet'; readonly again: IsoMoment }
  | { readonly may: 'not'; readonly reached: Reached }

/**
 * Mails go to people who did not ask as well, so asking for them has an end. It is counted for the
 * address, whether or not it has an account, so that what is said of it tells nobody who has one.
 * Whoever else asked for it keeps nobody out: where the mailbox has had enough, each of the links
 * lies in it, and works; and whoever has used one has a device that is known, and passes.
 * It is counted together with the sending, so that nothing is said to have gone that did not.
 */
export function askForLink(
  c: PortalContext,
  { email, what }: { readonly email: string; readonly what: 'account' | 'password' },
  send: (tx: Tx) => Promise<void>,
): Promise<Asking> {
  const { door, secret, clock } = c.var.house
  const trier = trierOf(c, devicesOf(c), emailKey(email))
  // Whoever asked for a password where there is no account was sent nothing, and may begin one.
  const mailbox = ofMailbox(trier, ONE_A_MINUTE)
  const once = { ...mailbox, kind: `${mailbox.kind}, ${what}` }
  const limits = [
    ...limitsOf({ kind: 'link', of: 'address', subject: trier.owner, ...trier }, [ASKED_MAX]),
    ...(trier.device === undefined ? [ofMailbox(trier, MAILBOX_MAX)] : []),
  ]
  const counting = { secret, at: clock.now() }
  return inTransaction(door, async (tx) => {
    const reached = await countAttempts(tx, limits, counting)
    if (reached) return { may: 'not', reached }
    const may = (await countAttempt(tx, once, counting)) ? 'send' : 'not-yet'
    if (may === 'send') await send(tx)
    return { may, again: windowEnd(once, counting.at) }
  })
}

const ofMailbox = ({ owner }: Trier, often: Pick<Limit, 'timesMax' | 'windowMinutes'>): Limit => ({
  kind: 'link to a mailbox',
  of: 'address',
  subject: owner,
  ...often,
})

type Sending = {
  readonly accountId: string
  readonly purpose: LinkPurpose
  readonly mail: Jobs['send-account-link']['purpose']
}

/** A link is made and mailed, or neither. */
export async function sendLink(
  c: PortalContext,
  tx: Tx,
  { accountId, purpose, mail }: Sending,
): Promise<void> {
  const { secret, clock } = c.var.house
  const token = await addLink(tx, { accountId, purpose, at: clock.now() })
  const sealedToken = sealLinkToken(secret, { accountId, token })
  const payload = { account: accountId, purpose: mail, sealedToken }
  await enqueue(tx, { task: 'send-account-link', payload })
}

const COOKIE = 'kecid-sent-to'
const KEPT_SECONDS = 1800
const PLACE = 'cookie.sent_to'

const ASKED = z.object({
  email: z.string(),
  may: z.enum(['send', 'not-yet']),
  again: z.string().transform(isoMoment),
})
/** What this browser asked for a short while ago. */
export type Asked = z.infer<typeof ASKED>

/** For the page after the redirect, sealed: an address in a URL would end up in logs. */
export function keepAsked(c: PortalContext, asked: Asked): void {
  const { secret, portalUrl } = c.var.house
  const plain = JSON.stringify(asked)
  const sealed = seal(installationKey(secret, PLACE), { place: PLACE, plain })
  setCookie(c, COOKIE, sealed.toString('base64url'), {
    httpOnly: true,
    sameSite: 'Lax',
    secure: portalUrl.startsWith('https:'),
    path: '/',
    maxAge: KEPT_SECONDS,
  })
}

export function keptAsked(c: PortalContext): Asked | undefined {
  const cookie = getCookie(c, COOKIE)
  if (cookie === undefined || cookie === '') return undefined
  try {
    const sealed = Buffer.from(cookie, 'base64url')
    const plain = openText(installationKey(c.var.house.secret, PLACE), { place: PLACE, sealed })
    return ASKED.parse(JSON.parse(plain))
  } catch {
    return undefined // a cookie that is not ours says nothing
  }
}

export function forgetAsked(c: PortalContext): void {
  if (getCookie(c, COOKIE) === undefined) return
  deleteCookie(c, COOKIE, { path: '/', secure: c.var.house.portalUrl.startsWith('https:') })
}
