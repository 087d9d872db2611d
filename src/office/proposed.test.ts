import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { caseIn } from '#test/played-case.ts'
import { house } from '#test/house.ts'
import { ENGINEER, sent } from '#test/signed-case.ts'

const PLAYING = { answers: ENGINEER, field: 'energy' } as const
const WHY = 'EXP səbəbi aydın deyil.'

test('what was sent back is told as that, by which role and why, and no more as proposed', async (t) => {
  const here = await house(t)
  const id = await caseIn('decision-drafted', here, await here.signedUpApplicant(), PLAYING)
  const pageOf = async (mailbox: string) =>
    (await (await here.office(`${mailbox}@kecid.example`)).get(`/en/cases/${id}`)).text()
  const proposed = />Proposed<\/h2>/
  match(await pageOf('officer'), proposed)

  const signer = await here.office('signer@kecid.example')
  await sent(signer, `/en/cases/${id}/steps/send-back`, { reason: WHY })

  const told = 'The proposal was sent back: 2 March 2026, Signer of decisions'
  for (const mailbox of ['officer', 'head', 'signer']) {
    const page = await pageOf(mailbox)
    equal(proposed.test(page), false, mailbox)
    const [, back = ''] = page.split(told)
    const [before = ''] = back.split('<h2')
    ok(before.includes(WHY), mailbox)
    match(before, /<details[\s\S]*The points speak for themselves\.[\s\S]*<\/details>/)
  }
  for (const mailbox of ['auditor', 'data-protection']) {
    const page = await pageOf(mailbox)
    ok(page.includes(told), mailbox)
    equal(page.includes(WHY) || page.includes('speak for themselves'), false, mailbox)
  }
  const officer = await here.office('officer@kecid.example')
  await sent(officer, `/en/cases/${id}/steps/draft-decision`, { reasoning: 'İndi aydındır.' })
  const again = await pageOf('officer')
  match(again, proposed)
  equal(again.includes(told), false)
})
