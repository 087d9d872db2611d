import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { inTransaction } from '#platform/database.ts'
import { readCase } from '#records/cases.ts'
import { statusOf } from '#records/statuses.ts'
import { begun, familyHouse, invited, personForm, withChild } from '#test/family.ts'
import type { Applicant, TestHouse } from '#test/house.ts'
import { state, taken } from '#test/life-parts.ts'
import { sent } from '#test/signed-case.ts'
import { familyType } from '#test/toy-family.ts'
import type { Visitor } from '#test/visitor.ts'

/** The purpose is asked of whoever begins alone; what is marked goes back to whose it is. */
const returning: CaseType = {
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
    { code: 'give-up', kind: 'end', ...taken(['returned'], 'applicant'), to: 'withdrawn' },
  ],
}

type Family = {
  readonly here: TestHouse
  readonly ana: Applicant
  readonly ben: Applicant
  readonly id: string
}

/** Ana, her husband Ben, who has an account of his own, and Lia, who is eleven. */
async function family(t: TestContext): Promise<Family> {
  const here = await familyHouse(t, returning)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ana)
  const link = await invited(here, ana, { id, email: ben.email })
  equal((await ben.post(link)).status, 303)
  equal((await withChild(ana, id, ['27', '3', '2015'])).status, 303)
  return { here, ana, ben, id }
}

async function fill(visitor: Visitor, part: string, block: string, form: object): Promise<void> {
  const answer = await visitor.post(`/en/applications/${part}/answers/${block}`, {
    ...form,
    version: '0',
  })
  equal(answer.status, 303, await answer.text())
}

const born = (year: string) => ({ 'born-on-day': '27', 'born-on-month': '3', 'born-on-year': year })

async function filled({ ana, ben, id }: Family): Promise<void> {
  const ferreira = (given: string, paper: string, year: string) => ({
    ...personForm('Ferreira', given),
    paper,
    ...born(year),
  })
  await fill(ana, `${id}~1`, 'person', ferreira('Ana', 'CD123456', '1987'))
  await fill(ana, `${id}~1`, 'purpose', { purpose: 'To work.' })
  await fill(ana, `${id}~3`, 'person', ferreira('Lia', 'CD123458', '2015'))
  await fill(ben, `${id}~2`, 'person', ferreira('Benedito', 'CD123457', '1985'))
}

async function sentIn(all: Family): Promise<void> {
  await filled(all)
  const { ana, ben, id } = all
  equal((await ben.post(`/en/applications/${id}/submit`)).status, 303)
  const answer = await ana.post(`/en/applications/${id}/submit`)
  equal(answer.status, 303, await answer.text())
}

const htmlOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text()

test('nobody sends in what is of another adult: they confirm their part, and then it goes', async (t) => {
  const all = await family(t)
  await filled(all)
  const { here, ana, ben, id } = all

  const early = await ana.post(`/en/applications/${id}/submit`)
  equal(early.status, 409)
  match(await early.text(), /Not everybody has confirmed their own part yet/)
  doesNotMatch(await htmlOf(ana, `/en/applications/${id}/check`), /Benedito/)
  equal((await ana.get(`/en/applications/${id}~2`)).status, 404)
  equal((await ben.get(`/en/applications/${id}~1/answers/person`)).status, 404)
  equal((await ben.get(`/en/applications/${id}~3`)).status, 404)
  doesNotMatch(await htmlOf(ana, `/en/applications/${id}~3`), /answers\/purpose/)

  const check = await htmlOf(ben, `/en/applications/${id}/check`)
  match(check, /Benedito/)
  match(check, /This is right, and I agree/)
  equal((await ben.post(`/en/applications/${id}/submit`)).status, 303)
  match(await htmlOf(ana, `/en/applications/${id}`), /Confirmed/)
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)

  const parts = await here.db.selectFrom('eventPart').select(['subject', 'sealed']).execute()
  equal(new Set(parts.map(({ subject }) => subject)).size, 3)
  equal(
    parts.some(({ sealed }) => sealed?.includes('Ferreira') === true),
    false,
  )
})

test('what is marked goes back to whose it is, and the case goes on once all of it is mended', async (t) => {
  const all = await family(t)
  await sentIn(all)
  const { here, ana, ben, id } = all
  const officer = await here.office('officer@kecid.example')
  const page = await htmlOf(officer, `/en/cases/${id}/steps/return`)
  match(page, /Spouse: Benedito Ferreira/)
  const mark = /value="(2\.person\.[^"]*\.surname)"/.exec(page)?.[1] ?? ''
  ok(mark)
  const marked = { mark, [`note.${mark}`]: 'Not as in the passport.', explanation: 'One thing.' }
  const answer = await sent(officer, `/en/cases/${id}/steps/return`, marked)
  equal(answer.status, 303, await answer.text())

  doesNotMatch(await htmlOf(ana, `/en/applications/${id}`), /Not as in the passport/)
  const early = await ana.post(`/en/applications/${id}/submit`)
  equal(early.status, 409)
  match(await early.text(), /Not everybody has confirmed their own part yet/)

  const correct = `/en/applications/${id}~2/correct`
  const form = await htmlOf(ben, correct)
  const field = /name="([^"]*surname)"/.exec(form)?.[1] ?? ''
  const version = /name="version" value="([^"]*)"/.exec(form)?.[1] ?? ''
  const mended = await ben.post(correct, { [field]: 'Ferreira-Lopes', version, press: 'send' })
  equal(mended.status, 303, await mended.text())
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)

  const seen = await htmlOf(officer, `/en/cases/${id}`)
  match(seen, /Ferreira-Lopes/)
  match(seen, /Lia/)
})

/** An official proposes for each, and another one decides. */
async function decided({ here, id }: Family): Promise<void> {
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
  }
}

test('each has a decision of their own, reads it, and holds what it gave', async (t) => {
  const all = await family(t)
  await sentIn(all)
  await decided(all)
  const { here, ana, ben, id } = all

  const hers = await htmlOf(ana, `/en/applications/${id}~1/decision`)
  match(hers, /Ana does no harm/)
  doesNotMatch(hers, /Benedito|too young/)
  match(await htmlOf(ana, `/en/applications/${id}~3/decision`), /Lia is too young/)
  equal((await ana.get(`/en/applications/${id}~2/decision`)).status, 404)
  const his = await htmlOf(ben, `/en/applications/${id}~2/decision`)
  match(his, /Benedito does none either/)
  doesNotMatch(his, /Ana does no harm|too young/)

  const { owned } = here
  const numbers = await inTransaction(owned.db, async (tx) => {
    const found = await readCase(tx, owned.keys, id)
    const subjects = found?.standing.parties.map((party) => party.id) ?? []
    const held: (string | undefined)[] = []
    for (const partyId of subjects) {
      const key = found?.several?.keyOf(partyId)
      held.push(key && (await statusOf(tx, id, { key, partyId }))?.number)
    }
    return held
  })
  match(numbers[0] ?? '', /^FAM-S-2026-\d{6}-1$/)
  match(numbers[1] ?? '', /^FAM-S-2026-\d{6}-2$/)
  equal(numbers[2], undefined)
  const letters = await here.db.selectFrom('letter').select(['party', 'subject']).execute()
  deepEqual(
    letters.filter(({ party, subject }) => party !== subject),
    [],
  )
})
