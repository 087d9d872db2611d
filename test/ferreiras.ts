import { equal, match } from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { begun, familyHouse, invited, personForm, withChild } from '#test/family.ts'
import type { Applicant, TestHouse } from '#test/house.ts'
import { state, taken } from '#test/life-parts.ts'
import { sent } from '#test/signed-case.ts'
import { familyType } from '#test/toy-family.ts'
import type { Visitor } from '#test/visitor.ts'

/** The purpose is asked of whoever begins alone; what is marked goes back to whose it is. */
export const returning: CaseType = {
  ...familyType,
  blocks: familyType.blocks.map((block) =>
    block.code === 'purpose' ? { ...block, of: ['applicant'] } : block,
  ),
  states: [
    ...familyType.states,
    state('returned', 'with-person', { owner: 'applicant', clock: 'correction' }),
  ],
  steps: [
    ...familyType.steps,
    { code: 'return', kind: 'return', ...taken(['submitted'], 'case-officer'), to: 'returned' },
    {
      code: 'mend',
      kind: 'file',
      ...taken(['returned'], 'applicant', 'spouse', 'friend'),
      to: 'returned',
      part: true,
    },
    { code: 'resubmit', kind: 'file', ...taken(['returned'], 'applicant'), to: 'submitted' },
    {
      code: 'leave-returned',
      kind: 'end',
      ...taken(['returned'], 'applicant', 'spouse'),
      to: 'returned',
      leaves: 'subject',
    },
    { code: 'give-up', kind: 'end', ...taken(['returned'], 'applicant'), to: 'withdrawn' },
  ],
}

export type Family = {
  readonly here: TestHouse
  readonly ana: Applicant
  readonly ben: Applicant
  readonly id: string
}

/** Ana, her husband Ben, who has an account of his own, and Lia, who is eleven. */
export async function family(t: TestContext, opening = familyHouse(t, returning)): Promise<Family> {
  const here = await opening
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ana)
  const link = await invited(here, ana, { id, email: ben.email })
  equal((await ben.post(link)).status, 303)
  equal((await withChild(ana, id, ['27', '3', '2015'])).status, 303)
  return { here, ana, ben, id }
}

async function fill(visitor: Visitor, place: string, form: object): Promise<void> {
  const answer = await visitor.post(`/en/applications/${place}`, { version: '0', ...form })
  equal(answer.status, 303, await answer.text())
}

const born = (year: string) => ({ 'born-on-day': '27', 'born-on-month': '3', 'born-on-year': year })

export async function filled({ ana, ben, id }: Family): Promise<void> {
  const ferreira = (given: string, paper: string, year: string) => ({
    ...personForm('Ferreira', given),
    paper,
    ...born(year),
  })
  await fill(ana, `${id}~1/answers/person`, ferreira('Ana', 'CD123456', '1987'))
  await fill(ana, `${id}~1/answers/purpose`, { purpose: 'To work.' })
  // Her day of birth was said when she was brought along.
  const lia = { ...ferreira('Lia', 'CD123458', '2015'), version: '1' }
  await fill(ana, `${id}~3/answers/person`, lia)
  await fill(ben, `${id}~2/answers/person`, ferreira('Benedito', 'CD123457', '1985'))
}

export async function sentIn(all: Family): Promise<void> {
  await filled(all)
  const { ana, ben, id } = all
  equal((await ben.post(`/en/applications/${id}/submit`)).status, 303)
  const answer = await ana.post(`/en/applications/${id}/submit`)
  equal(answer.status, 303, await answer.text())
}

export const htmlOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text()

/** An official proposes for each, and another one decides. */
export async function decided({ here, id }: Family): Promise<void> {
  const officer = await here.office('officer@kecid.example')
  const signer = await here.office('signer@kecid.example')
  const proposal = {
    '1.outcome': 'recognised',
    '1.reasoning': 'Ana does no harm.',
    '2.outcome': 'recognised',
    '2.reasoning': 'Benedito does none either.',
    '3.grounds': 'C1',
    '3.reasoning': 'Lia is too young for comfort.',
  }
  for (const [who, step, form] of [
    [officer, 'draft-decision', proposal],
    [signer, 'sign', {}],
  ] as const) {
    const answer = await sent(who, `/en/cases/${id}/steps/${step}`, form)
    equal(answer.status, 303, await answer.text())
    if (step === 'sign') continue
    const proposed = await htmlOf(signer, `/en/cases/${id}`)
    match(proposed, /<h3[^>]*>Spouse: Benedito Ferreira<\/h3>.*does none either/s)
  }
}
