import { forget } from '#jobs/forget.ts'
import { inTransaction } from '#platform/database.ts'
import { startSession } from '#records/sessions.ts'
import type { Applicant, TestHouse } from '#test/house.ts'

/** A session of the present day, where the clock has gone on since the last one. */
export async function signInAgain({ faces, clock }: TestHouse, who: Applicant): Promise<void> {
  const seen = { accountId: who.account.id, at: clock.now(), idleHours: 1 }
  const token = await inTransaction(faces.portal.door, (tx) => startSession(tx, seen))
  who.cookies.set('kecid', token)
}

/** What the hourly job forgets, forgotten now. */
export const forgetNow = async ({ faces }: TestHouse): Promise<void> => {
  const mailer = { send: () => Promise.reject(new Error('forgetting sends nothing')) }
  await forget.work({ house: faces.jobs, mailer }, {})
}
