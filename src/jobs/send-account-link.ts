import { z } from 'zod'
import type { Handler, Tools } from '#jobs/job.ts'
import { laidOut } from '#jobs/mail-layout.tsx'
import { inTransaction } from '#platform/database.ts'
import { tokenHash } from '#platform/sealing.ts'
import { linkToSend, openLinkToken } from '#records/accounts.ts'
import type { Jobs } from '#records/jobs.ts'
import { accountMail } from '#telling/account-mails.ts'

type Payload = Jobs['send-account-link']

/** Mails the link by which an address is confirmed or a new password is chosen. */
export const sendAccountLink: Handler<Payload> = {
  payload: z.object({
    account: z.uuid(),
    purpose: z.enum(['confirm', 'reset', 'already-registered']),
    sealedToken: z.base64url(),
  }),
  needsTrustedTime: false,
  work: async (tools, payload) => {
    const mail = await mailOf(tools, payload)
    if (!mail) return
    // Whoever typed an address that nobody has is still on the page that says to check it.
    const sending = await tools.mailer.send(mail)
    if (sending === 'undeliverable')
      tools.house.log.info('mail refused', { job: 'send-account-link' })
  },
}

/** Undefined: there is no such account, or the link has been used or run out meanwhile. */
function mailOf({ house }: Tools, { account: accountId, purpose, sealedToken }: Payload) {
  const { db, secret, keys, clock, portalUrl } = house
  return inTransaction(db, async (tx) => {
    const token = openLinkToken(secret, { accountId, sealedToken })
    const link = await linkToSend(tx, keys, { token, at: clock.now() })
    if (!link) return undefined
    const { to, language } = link
    const text = accountMail(purpose, { portalUrl, language, token })
    return {
      id: `link-${tokenHash(token).toString('hex').slice(0, 32)}`,
      to,
      ...laidOut(text, house, language),
    }
  })
}
