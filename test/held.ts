import { equal } from 'node:assert/strict'
import type { TestHouse } from '#test/house.ts'
import { sent } from '#test/signed-case.ts'
import { placeOf, type Form } from '#test/visitor.ts'

const PROTECTION = 'data-protection@kecid.example'
const SIGNER = 'signer@kecid.example'

/** Each takes a step of a case, one after the other. */
export async function taken(
  here: TestHouse,
  id: string,
  steps: readonly (readonly [who: string, step: string, form: Form])[],
): Promise<void> {
  for (const [who, step, form] of steps) {
    const answer = await sent(await here.office(who), `/en/cases/${id}/steps/${step}`, form)
    equal(answer.status, 303, `${step} of ${who}: ${await answer.text()}`)
  }
}

/** What is kept of whoever has this case is held by two people; gives the case of that. */
export async function heldByCourt(here: TestHouse, of: string): Promise<string> {
  const officer = await here.office(PROTECTION)
  const about = `/en/cases/${of}/open/legal-hold`
  const form = { grounds: 'S1', reasoning: 'Məhkəmə tələb edir.', outcome: 'held' }
  const begun = await sent(officer, about, form)
  equal(begun.status, 303, await begun.text())
  const id = (placeOf(begun).split('?')[0] ?? '').split('/').at(-1) ?? ''
  await taken(here, id, [[SIGNER, 'sign-hold', {}]])
  return id
}

export const released = (here: TestHouse, id: string): Promise<void> =>
  taken(here, id, [
    [PROTECTION, 'propose-release', { reasoning: 'Səbəb aradan qalxıb.', outcome: 'released' }],
    [SIGNER, 'sign-release', {}],
  ])
