import { equal } from 'node:assert/strict'
import type { Applicant, TestHouse } from '#test/house.ts'
import { sent } from '#test/signed-case.ts'

/** People who ask for a copy of what is kept of them, and officials who answer, by their pages. */
export const PROTECTION = 'data-protection@kecid.example'
export const SIGNER = 'signer@kecid.example'

type Proposed = Readonly<Record<string, string>>

/** Asks on the page about the data; gives the case. */
async function askedForCopy(who: Applicant): Promise<string> {
  const begun = await who.post('/en/who-looked', { type: 'data-access' })
  equal(begun.status, 303)
  const id = (begun.headers.get('location') ?? '').split('?')[0]?.split('/').at(-1) ?? ''
  const base = `/en/applications/${id}`
  equal((await who.post(`${base}/answers/request`, { note: '', version: '0' })).status, 303)
  equal((await who.post(`${base}/submit`)).status, 303)
  return id
}

export async function proposedCopy(
  kecid: TestHouse,
  who: Applicant,
  form: Proposed,
): Promise<string> {
  const id = await askedForCopy(who)
  const said = { reasoning: 'Şəxsiyyət təsdiqlənib.', ...form }
  const propose = `/en/cases/${id}/steps/propose`
  equal((await sent(await kecid.office(PROTECTION), propose, said)).status, 303)
  return id
}

/** Given, and the decision opened. */
export async function givenCopy(kecid: TestHouse, who: Applicant): Promise<string> {
  const id = await proposedCopy(kecid, who, { outcome: 'given' })
  equal((await sent(await kecid.office(SIGNER), `/en/cases/${id}/steps/sign`)).status, 303)
  equal((await who.get(`/en/applications/${id}/decision`)).status, 200)
  return id
}
