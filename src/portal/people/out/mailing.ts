import type { Language } from '#core/language.ts'
import { inTransaction } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { peopleWords } from '#portal/people/words.ts'
import { emailKey } from '#records/accounts.ts'
import { countAttempts, type Limit, type Reached } from '#records/attempts.ts'
import { formatMomentInBaku } from '#telling/dates.ts'

/**
 * Mails go to people who did not ask, so asking for them has an end: of whoever invites, and of the
 * mailbox, whoever invites there. Undefined where one more may go.
 */
export function mayMail(c: PortalContext, email: string): Promise<Reached | undefined> {
  const { door, secret, clock } = c.var.house
  const limits: readonly Limit[] = [
    { kind: 'invitation by', of: 'address', subject: c.var.applicant.partyId, ...BY_ONE_MAX },
    { kind: 'invitation to', of: 'address', subject: emailKey(email), ...MAILBOX_MAX },
  ]
  const counting = { secret, at: clock.now() }
  return inTransaction(door, (tx) => countAttempts(tx, limits, counting))
}

/** A family is invited, an address mended, a mail sent once more. */
const BY_ONE_MAX = { timesMax: 20, windowMinutes: 1440 } as const
const MAILBOX_MAX = { timesMax: 5, windowMinutes: 1440 } as const

export const tooOftenText = ({ until }: Reached, language: Language): string =>
  peopleWords[language].tooOften.replace('{time}', formatMomentInBaku(until, language))
