import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { hired } from '#test/hired.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import type { Form } from '#test/visitor.ts'

const OFFICER = 'officer@kecid.example'
const SIGNER = 'signer@kecid.example'
const DAY_MS = 86_400_000

/** A status, and how somebody takes a step of its annulment. */
async function recognised(here: TestHouse) {
  const ana = await here.signedUpApplicant()
  const id = await caseIn('recognised', here, ana)
  const address = `/en/cases/${id}/annul`
  const rules = [...here.faces.office.policy.ruleSets.values()][0]
  const grounds = rules?.grounds.filter(({ kind }) => kind === 'annulment') ?? []
  const ground = grounds.find(({ hearing }) => hearing)
  const heard = ground?.code ?? ''
  const send = async (email: string, form: Form) => {
    const visitor = await here.office(email)
    const page = await (await visitor.get(address)).text()
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '0'
    return visitor.post(address, { version, ...form })
  }
  const propose = (email = OFFICER) =>
    send(email, { step: 'propose', ground: heard, reason: 'The diploma was forged.' })
  const told = async () => {
    await ana.post('/en/sign-in', { email: ana.email, password: ana.password })
    return (await ana.get(`/en/applications/${id}`)).text()
  }
  return { id, address, grounds, ground, send, propose, told }
}

const stateOf = async ({ db }: TestHouse) =>
  (await db.selectFrom('caseFile').select('state').executeTakeFirstOrThrow()).state

test('one person proposes, another annuls after the holder had the time to be heard', async (t) => {
  const here = await house(t)
  const { address, send, propose, ground, told } = await recognised(here)

  equal((await propose()).status, 303)
  equal(await stateOf(here), 'annulment-proposed')
  const letters = await here.db.selectFrom('letter').select('code').execute()
  ok(letters.some(({ code }) => code === 'annulment-proposed'))
  ok((await told()).includes('You can give your side until'))
  const seen = await (await (await here.office(SIGNER)).get(address)).text()
  ok(seen.includes('The diploma was forged.') && !seen.includes('value="annul"'))
  const early = await send(SIGNER, { step: 'annul' })
  equal(early.status, 409)
  ok((await early.text()).includes('The time given has not passed yet'))
  here.clock.advance(60 * DAY_MS)
  equal((await send(SIGNER, { step: 'annul' })).status, 303)
  equal(await stateOf(here), 'annulled')

  const page = await told()
  for (const part of ['The diploma was forged.', ground?.title.en ?? '?', 'Appeal Council']) {
    ok(page.includes(part), part)
  }
})

test('who proposed an annulment does not annul, whatever their roles', async (t) => {
  const here = await house(t)
  const { send, propose } = await recognised(here)
  const email = 'both@kecid.example'
  await hired(here, {
    name: 'Both Roles',
    email,
    roles: ['case-officer', 'signer'],
    language: 'en',
    passwordHash: 'none',
    isDemonstration: true,
  })
  equal((await propose(email)).status, 303)
  here.clock.advance(60 * DAY_MS)

  const answer = await send(email, { step: 'annul' })

  equal(answer.status, 409)
  ok((await answer.text()).includes('so somebody else must do this'))
  equal(await stateOf(here), 'annulment-proposed')
})

test('an annulment that is dropped leaves the status as it was', async (t) => {
  const here = await house(t)
  const { send, propose } = await recognised(here)
  await propose()

  equal((await send(SIGNER, { step: 'drop', reason: ' ' })).status, 400)
  equal((await send(SIGNER, { step: 'drop', reason: 'The diploma is genuine.' })).status, 303)
  equal(await stateOf(here), 'recognised')
})

test('a proposal needs a ground of the rules and a reason, and says all that is missing', async (t) => {
  const here = await house(t)
  const { grounds, send } = await recognised(here)
  const known = grounds[0]?.code ?? ''
  const cases = [
    [{ step: 'propose' }, true, true],
    [{ step: 'propose', ground: 'because', reason: 'x' }, true, false],
    [{ step: 'propose', ground: known, reason: '' }, false, true],
    [{ step: 'propose', ground: ['__proto__'], reason: '\uFFFD' }, true, true],
    [{ step: 'nothing', ground: known, reason: '' }, false, true],
  ] as const

  for (const [form, ground, reason] of cases) {
    const answer = await send(OFFICER, form)
    const page = await answer.text()
    equal(answer.status, 400)
    equal(page.includes('href="#ground"'), ground)
    equal(page.includes('href="#reason"'), reason)
  }
  equal(await stateOf(here), 'recognised')
})

test('a signer proposes nothing, and an officer annuls nothing', async (t) => {
  const here = await house(t)
  const { address, propose, send } = await recognised(here)

  equal((await (await here.office(SIGNER)).get(address)).status, 409)
  equal((await propose(SIGNER)).status, 409)
  await propose()
  here.clock.advance(60 * DAY_MS)
  equal((await send('officer2@kecid.example', { step: 'annul' })).status, 409)
  equal(await stateOf(here), 'annulment-proposed')
})
