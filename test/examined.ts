import { atOffice, takes, type PermitHouse } from '#test/permits.ts'
import type { Form } from '#test/visitor.ts'

/** What officials do with what somebody asks for by hand, each page of it as it is taken. */

/** One official proposes it, and another one signs. */
export async function isDecided(all: PermitHouse, id: string, proposed: Form): Promise<void> {
  const [officer, signer] = [await atOffice(all, 'officer'), await atOffice(all, 'signer')]
  await takes(officer, `/en/cases/${id}/steps/draft-decision`, proposed)
  await takes(signer, `/en/cases/${id}/steps/sign`)
  for (const somebody of [officer, signer]) await somebody.context.close()
}

/** The bodies that are asked have nothing against it. */
export async function nobodyObjects(
  all: PermitHouse,
  id: string,
  bodies: readonly string[] = ['dtx', 'din'],
): Promise<void> {
  for (const body of bodies) {
    const asked = await atOffice(all, `objection.${body}`)
    await takes(asked, `/en/cases/${id}/steps/give-opinion`, { objects: 'no' })
    await asked.context.close()
  }
}

/** What an official records, each step with what was found. */
export async function isRecorded(
  all: PermitHouse,
  id: string,
  records: Readonly<Record<string, string>>,
): Promise<void> {
  const officer = await atOffice(all, 'officer')
  for (const [step, option] of Object.entries(records)) {
    await takes(officer, `/en/cases/${id}/steps/record-${step}`, { option })
  }
  await officer.context.close()
}

export async function isAccepted(all: PermitHouse, id: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/accept`)
  await officer.context.close()
}

/** Fingerprints are taken, the duty is paid and the card is theirs: the case is over. */
export const isHandedOver = (all: PermitHouse, id: string): Promise<void> =>
  isRecorded(all, id, { fingerprints: 'taken', duty: 'paid', card: 'handed-over' })

/** As it was asked for, nobody is heard: one official proposes it and another decides. */
export async function isAnnulled(
  all: PermitHouse,
  proposing: string,
  grounds: string,
): Promise<void> {
  const [officer, signer] = [await atOffice(all, 'officer'), await atOffice(all, 'signer')]
  await takes(officer, proposing, { grounds, reasoning: 'Şəxs bunu özü xahiş edib.' })
  const id = /cases\/([\w-]+)/.exec(officer.page.url())?.[1] ?? ''
  await takes(signer, `/en/cases/${id}/steps/annul`)
  for (const somebody of [officer, signer]) await somebody.context.close()
  await all.home.runJobs()
}

/** Where it is proposed to annul what was given by that case. */
export async function proposingFor(all: PermitHouse, id: string): Promise<string> {
  const officer = await atOffice(all, 'officer')
  await officer.go(`/en/cases/${id}`)
  await officer.click('Start an annulment')
  const { pathname } = new URL(officer.page.url())
  await officer.context.close()
  return pathname
}
