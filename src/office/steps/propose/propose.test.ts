import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { readCase } from '#records/read-case.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { ENGINEER, sent, versionOn } from '#test/signed-case.ts'

const PLAYING = { answers: ENGINEER, field: 'energy' } as const
const REASONING = { reasoning: 'Ballar sənədlərlə təsdiqlənir.' } as const

test('with the pass mark reached and no ground chosen, the draft recognises', async (t) => {
  const here = await house(t)
  const id = await caseIn('awaiting-decision', here, await here.signedUpApplicant(), PLAYING)
  const officer = await here.office('officer@kecid.example')

  const page = await (await officer.get(`/en/cases/${id}/steps/draft-decision`)).text()
  equal((await sent(officer, `/en/cases/${id}/steps/draft-decision`, REASONING)).status, 303)

  ok(page.includes('kc-points__sum--passed'))
  equal(/value="R1"/.test(page), false, 'a ground that does not hold is not offered')
  deepEqual(await draft(here, id), { outcome: 'recognised', grounds: [] })
})

test('below the pass mark the ground follows by itself, and the draft refuses', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('awaiting-decision', here, ana, { ...PLAYING, share: 0.6 })
  const officer = await here.office('officer@kecid.example')

  const page = await (await officer.get(`/en/cases/${id}/steps/draft-decision`)).text()
  equal((await sent(officer, `/en/cases/${id}/steps/draft-decision`, REASONING)).status, 303)

  match(page, /This ground follows from the case<\/p><p class="govuk-body">R1\. /)
  equal(/<input[^>]*value="R1"/.test(page), false, 'and cannot be unticked')
  deepEqual(await draft(here, id), { outcome: 'refused', grounds: ['R1'] })
})

test('a chosen ground refuses whatever the points; one that is untrue is not taken', async (t) => {
  const here = await house(t)
  const id = await caseIn('awaiting-decision', here, await here.signedUpApplicant(), PLAYING)
  const officer = await here.office('officer@kecid.example')
  const page = `/en/cases/${id}/steps/draft-decision`

  equal((await sent(officer, page, { ...REASONING, grounds: 'R1' })).status, 409)
  equal((await sent(officer, page, { ...REASONING, grounds: 'R2' })).status, 409)
  equal((await sent(officer, page, { ...REASONING, grounds: 'A1' })).status, 409)
  equal((await sent(officer, page, { ...REASONING, grounds: ['R3', 'R4'] })).status, 303)
  deepEqual(await draft(here, id), { outcome: 'refused', grounds: ['R3', 'R4'] })
})

test('before scoring there is only refusal, on a ground that needs no points', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant(), PLAYING)
  const officer = await here.office('officer@kecid.example')
  const page = `/en/cases/${id}/steps/draft-decision`

  const html = await (await officer.get(page)).text()
  ok(html.includes('No points have been given yet'))
  equal(html.includes('value="R2"'), false)
  const empty = await sent(officer, page, REASONING)
  equal(empty.status, 400)
  match(await empty.text(), /Choose at least one ground/)
  equal((await sent(officer, page, { ...REASONING, grounds: 'R4' })).status, 303)
  deepEqual(await draft(here, id), { outcome: 'refused', grounds: ['R4'] })
})

test('without reasoning nothing is drafted, and what was chosen is still chosen', async (t) => {
  const here = await house(t)
  const id = await caseIn('awaiting-decision', here, await here.signedUpApplicant(), PLAYING)
  const officer = await here.office('officer@kecid.example')

  for (const reasoning of ['', '  \n', 'x'.repeat(4001), '\uFFFD']) {
    const answer = await sent(officer, `/en/cases/${id}/steps/draft-decision`, {
      reasoning,
      grounds: 'R3',
    })
    equal(answer.status, 400)
    match(await answer.text(), /<input[^>]*value="R3"[^>]*checked/)
  }
  equal(await draft(here, id), undefined)
})

test('what the rules refuse comes back with everything typed, and is sent from there', async (t) => {
  const here = await house(t)
  const id = await caseIn('awaiting-decision', here, await here.signedUpApplicant(), PLAYING)
  const officer = await here.office('officer@kecid.example')
  const page = `/en/cases/${id}/steps/draft-decision`

  const refused = await sent(officer, page, { reasoning: 'Long thought over.', grounds: 'R6' })
  const html = await refused.text()

  equal(refused.status, 409)
  match(html, /govuk-error-summary[\s\S]*?cannot be: Date of birth/)
  match(html, /<textarea[^>]*name="reasoning"[^>]*>Long thought over\.</)
  match(html, /<input[^>]*value="R6"[^>]*checked/)
  const [, version = ''] = /name="version" value="([^"]+)"/.exec(html) ?? []
  const once = { reasoning: 'Long thought over.', grounds: 'R4', version }
  equal((await officer.post(page, once)).status, 303)
  deepEqual(await draft(here, id), { outcome: 'refused', grounds: ['R4'] })
})

test('only a case officer drafts, from a page that is not stale, and once', async (t) => {
  const here = await house(t)
  const id = await caseIn('awaiting-decision', here, await here.signedUpApplicant(), PLAYING)
  const officer = await here.office('officer@kecid.example')
  const signer = await here.office('signer@kecid.example')
  const page = `/en/cases/${id}/steps/draft-decision`
  const version = await versionOn(officer, page)

  equal((await signer.get(page)).status, 404)
  equal((await signer.post(page, { ...REASONING, version })).status, 404)
  const said = { reasoning: 'Kept to copy.', grounds: 'R4' }
  const stale = await officer.post(page, { ...said, version: '0' })
  equal(stale.status, 409)
  const kept = await stale.text()
  for (const part of ['Kept to copy.', 'Entry to the country is restricted'])
    ok(kept.includes(part))
  const twice = [1, 2].map(() => officer.post(page, { ...REASONING, version }))
  deepEqual(
    (await Promise.all(twice)).map(({ status }) => status),
    [303, 303],
  )
})

test('a ground that an answer contradicts is shown with the answer, and cannot be chosen', async (t) => {
  const here = await house(t)
  const id = await caseIn('awaiting-decision', here, await here.signedUpApplicant(), PLAYING)
  const officer = await here.office('officer@kecid.example')
  const page = `/en/cases/${id}/steps/draft-decision`

  const html = await (await officer.get(page)).text()

  const answer = 'Date of birth: 27 March 1987'
  match(html, /value="R6"[^>]*disabled/)
  ok(html.includes(`Cannot be: ${answer}`))
  doesNotMatch(html, /value="R7"[^>]*disabled/, 'another citizenship proves nothing')
  const forced = await sent(officer, page, { ...REASONING, grounds: 'R6' })
  equal(forced.status, 409)
  ok((await forced.text()).includes(answer))
  equal(await draft(here, id), undefined)
})

async function draft({ owned: office }: TestHouse, id: string): Promise<unknown> {
  const found = await inTransaction(office.db, (tx) => readCase(tx, office.keys, id))
  const [proposal] = found?.standing.proposed?.proposals ?? []
  return proposal && { outcome: proposal.outcome, grounds: proposal.grounds }
}
