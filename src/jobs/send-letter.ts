import { z } from 'zod'
import { assert } from '#core/assert.ts'
import type { Handler, Tools } from '#jobs/job.ts'
import { laidOut } from '#jobs/mail-layout.tsx'
import { inTransaction } from '#platform/database.ts'
import type { Jobs } from '#records/jobs.ts'
import { letterToSend, markSent } from '#records/letters.ts'
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
    const type = policy.types.get(letter.values.typeHash)
    assert(type !== undefined, 'every type that a case rests on is kept')
    const text = renderLetter(type, letter, { portalUrl })
    return { id, to: letter.to, ...laidOut(text, house, letter.language) }
  })
}
