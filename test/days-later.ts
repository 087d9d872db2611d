import { forget } from '#jobs/forget.ts'
import { sessionOf, type Applicant, type TestHouse } from '#test/house.ts'

/** A session of the present day, where the clock has gone on since the last one. */
export async function signInAgain({ owned }: TestHouse, who: Applicant): Promise<void> {
  who.cookies.set('kecid', await sessionOf(owned, who.account))
}

/** What the hourly job forgets, forgotten now. */
export const forgetNow = async ({ faces }: TestHouse): Promise<void> => {
  const mailer = { send: () => Promise.reject(new Error('forgetting sends nothing')) }
  await forget.work({ house: faces.jobs, mailer }, {})
}
