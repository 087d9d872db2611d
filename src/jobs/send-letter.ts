import { z } from 'zod'
import { assert } from '#core/assert.ts'
import type { Handler, Tools } from '#jobs/job.ts'
import { laidOut } from '#jobs/mail-layout.tsx'
import { inTransaction } from '#platform/database.ts'
import { accountOfParty, mailboxOf } from '#records/accounts.ts'
import type { Jobs } from '#records/jobs.ts'
import { markRefused, markSent, readLetter } from '#records/letters.ts'
import { renderLetter } from '#telling/letters.ts'

/** Sends a letter of a case by e-mail; it stands in the account whether this succeeds or not. */
export const sendLetter: Handler<Jobs['send-letter']> = {
  payload: z.object({ letter: z.uuid() }),
  needsTrustedTime: false,
  work: async (tools, { letter: id }) => {
    const mail = await mailOf(tools, id)
    if (!mail) return
    // Outside of any transaction: a mail server may take its time.
    const sending = await tools.mailer.send(mail)
    const { db, clock } = tools.house
    const mark = sending === 'sent' ? markSent : markRefused
    await inTransaction(db, (tx) => mark(tx, id, clock.now()))
  },
}

/** Undefined: it was sent or refused already, or whoever it was for is not there any more. */
function mailOf({ house }: Tools, id: string) {
  const { db, keys, policy, portalUrl } = house
  return inTransaction(db, async (tx) => {
    const letter = await readLetter(tx, keys, id)
    if (!letter || letter.sentAt !== undefined || letter.refusedAt !== undefined) return undefined
    const account = await accountOfParty(tx, letter.partyId)
    const to = account && (await mailboxOf(tx, keys, account))
    if (to === undefined) return undefined
    const type = policy.types.get(letter.values.typeHash)
    assert(type !== undefined, 'every type that a case rests on is kept')
    const text = renderLetter(type, letter, { portalUrl })
    return { id, to, ...(await laidOut(text, house, letter.language)) }
  })
}
