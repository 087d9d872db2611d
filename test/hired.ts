import { putOfficials, type Hiring } from '#records/officials.ts'
import type { TestHouse } from '#test/house.ts'

/** Somebody who works in the office from now on, or in other roles; gives the party. */
export async function hired(
  { faces, clock }: TestHouse,
  hiring: Omit<Hiring, 'at'>,
): Promise<string> {
  const house = { ...faces.office, jobs: faces.jobs.db }
  const [id = ''] = await putOfficials(house, [{ ...hiring, at: clock.now() }])
  return id
}
