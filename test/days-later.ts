import { isoMoment } from '#core/dated.ts'
import { forget } from '#jobs/forget.ts'
import { sessionOf, type Applicant, type TestHouse } from '#test/house.ts'

/** A session of the present day, where the clock has gone on since the last one. */
export async function signInAgain({ owned }: TestHouse, who: Applicant): Promise<void> {
  who.cookies.set('kecid', await sessionOf(owned, who.account))
}

/** It is the morning of that day, and each of these signs in again. */
export async function wakesOn(
  home: TestHouse,
  day: string,
  who: readonly Applicant[],
): Promise<void> {
  home.clock.set(isoMoment(`${day}T06:00:00.000Z`))
  await home.runJobs()
  for (const each of who) await signInAgain(home, each)
}

/** What the hourly job forgets, forgotten now. */
export const forgetNow = async ({ faces }: TestHouse): Promise<void> => {
  const mailer = { send: () => Promise.reject(new Error('forgetting sends nothing')) }
  await forget.work({ house: faces.jobs, mailer }, {})
}
