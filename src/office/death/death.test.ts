import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import type { Form } from '#test/visitor.ts'

const OFFICER = 'officer@kecid.example'
const SIGNER = 'signer@kecid.example'

async function recognised(here: TestHouse) {
  const id = await caseIn('recognised', here, await here.signedUpApplicant())
  const address = `/en/cases/${id}/death`
  const send = async (email: string, form: Form) => {
    const visitor = await here.office(email)
    const page = await (await visitor.get(address)).text()
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '0'
    return visitor.post(address, { version, ...form })
  }
  return { id, send }
}

const stateOf = async ({ db }: TestHouse) =>
  (await db.selectFrom('caseFile').select('state').executeTakeFirstOrThrow()).state

test('a report of death is recorded by one and confirmed by another', async (t) => {
  const here = await house(t)
  const { id, send } = await recognised(here)

  equal((await send(OFFICER, { step: 'report', reason: 'Certificate 12-3.' })).status, 303)
  equal(await stateOf(here), 'death-reported')
  equal((await send(OFFICER, { step: 'confirm' })).status, 409)
  equal((await send(SIGNER, { step: 'confirm' })).status, 303)
  equal(await stateOf(here), 'holder-deceased')
  const page = await (await (await here.office(SIGNER)).get(`/en/cases/${id}`)).text()
  ok(page.includes('Certificate 12-3.'))
})

test('a report that is not right is dismissed with a reason', async (t) => {
  const here = await house(t)
  const { send } = await recognised(here)
  await send(OFFICER, { step: 'report', reason: 'A letter.' })

  equal((await send(SIGNER, { step: 'dismiss' })).status, 400)
  equal((await send(SIGNER, { step: 'dismiss', reason: 'The holder called.' })).status, 303)
  equal(await stateOf(here), 'recognised')
})

test('without evidence no death is recorded', async (t) => {
  const here = await house(t)
  const { send } = await recognised(here)

  for (const reason of ['', ' ', 'x\uFFFD', 'x'.repeat(4001)]) {
    const answer = await send(OFFICER, { step: 'report', reason })
    equal(answer.status, 400)
    ok((await answer.text()).includes('href="#reason"'))
  }
  equal(await stateOf(here), 'recognised')
  const asked = await (await send(OFFICER, { step: 'report', reason: '' })).text()
  equal(asked.split('Write what shows it').length - 1, 2, 'above and beside, for what was asked')
  ok(!asked.includes('Write the reason'))
})

test('what was written about a death is not for those who only watch', async (t) => {
  const here = await house(t)
  const { id, send } = await recognised(here)
  await send(OFFICER, { step: 'report', reason: 'Certificate 12-3.' })

  const page = await (
    await (await here.office('auditor@kecid.example')).get(`/en/cases/${id}`)
  ).text()

  ok(page.includes('Report of death received'))
  equal(page.includes('Certificate 12-3.'), false)
})
