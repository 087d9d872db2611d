import { z } from 'zod'
import { assert } from '#core/assert.ts'
import type { Policy } from '#core/policy/policy.ts'
import type { Handler, Tools } from '#jobs/job.ts'
import { laidOut } from '#jobs/mail-layout.tsx'
import { inTransaction } from '#platform/database.ts'
import type { Jobs } from '#records/jobs.ts'
import { letterToSend, markSent, type Sending } from '#records/letters.ts'
import { mailOfLetter } from '#telling/letter-mails.ts'
import { linkMail } from '#telling/link-mail.ts'
import type { MailText } from '#telling/mails.ts'

/** Tells of a letter by e-mail; it stands in the account whether this succeeds or not. */
export const sendLetter: Handler<Jobs['send-letter']> = {
  payload: z.object({ letter: z.uuid() }),
  needsTrustedTime: false,
  work: async (tools, { letter: id }) => {
    const mail = await mailOf(tools, id)
    if (!mail) return
    // Outside of any transaction: a mail server may take its time.
    const sending = await tools.mailer.send(mail)
    const { db, clock } = tools.house
    const refused = sending === 'undeliverable'
    await inTransaction(db, (tx) => markSent(tx, id, { at: clock.now(), refused }))
  },
}

/** Undefined: it was sent or refused already, or whoever it was for is not there any more. */
function mailOf({ house }: Tools, id: string) {
  const { db, keys, policy, portalUrl } = house
  return inTransaction(db, async (tx) => {
    const letter = await letterToSend(tx, keys, id)
    if (!letter) return undefined
    const { to, language } = letter
    return { id, to, ...laidOut(textOf(policy, letter, portalUrl), house, language) }
  })
}

function textOf({ types }: Policy, { values, ...letter }: Sending, portalUrl: string): MailText {
  if (values === undefined) return linkMail({ portalUrl, language: letter.language })
  const type = types.get(values.typeHash)
  assert(type !== undefined, 'every type that a case rests on is kept')
  return mailOfLetter(type, { ...letter, values }, { portalUrl })
}
