import { z } from 'zod'
import type { Handler, Tools } from '#jobs/job.ts'
import { laidOut } from '#jobs/mail-layout.tsx'
import { typeOf } from '#core/policy/policy.ts'
import { inTransaction } from '#platform/database.ts'
import { tokenHash } from '#platform/sealing.ts'
import { invitationToSend } from '#records/invitations.ts'
import type { Jobs } from '#records/jobs.ts'
import { invitationMail } from '#telling/invitation-mail.ts'

type Payload = Jobs['send-invitation']

/** Mails the link by which somebody joins a case. */
export const sendInvitation: Handler<Payload> = {
  payload: z.object({ invitation: z.uuid(), sealedToken: z.base64url() }),
  needsTrustedTime: false,
  work: async (tools, payload) => {
    const mail = await mailOf(tools, payload)
    if (!mail) return
    // Whoever invited sees that nobody has joined, and can look at the address again.
    const sending = await tools.mailer.send(mail)
    if (sending === 'undeliverable')
      tools.house.log.info('mail refused', { job: 'send-invitation' })
  },
}

/** Undefined: it was withdrawn, used or sent again meanwhile, or has run out. */
function mailOf({ house }: Tools, { invitation: id, sealedToken }: Payload) {
  const { db, policy, clock, portalUrl } = house
  return inTransaction(db, async (tx) => {
    const asked = { id, sealedToken, at: clock.now() }
    const found = await invitationToSend(tx, house, asked)
    if (!found) return undefined
    const { to, language, role, token, law, takesOver } = found
    const type = typeOf(policy, law)
    const text = invitationMail({ type, role, portalUrl, language, token, takesOver })
    return {
      id: `invitation-${tokenHash(token).toString('hex').slice(0, 32)}`,
      to,
      ...laidOut(text, house, language),
    }
  })
}
