import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { proposeClosing } from '#core/lifecycle/examine.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn, play } from '#test/played-case.ts'

const DAY_MS = 86_400_000

async function proposed(here: TestHouse) {
  const ana = await here.signedUpApplicant()
  const id = await caseIn('returned', here, ana)
  here.clock.advance(30 * DAY_MS)
  const by = { id: 'system', roles: ['system'] } as const
  await play(here.faces.jobs, id, { by, decide: proposeClosing })
  return { id, ana }
}

test('what the clock proposed to close is left unexamined when a person confirms it', async (t) => {
  const here = await house(t)
  const { id, ana } = await proposed(here)
  const officer = await here.office('officer@kecid.example')
  const address = `/en/cases/${id}/close`

  const page = await (await officer.get(address)).text()
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  const answer = await officer.post(address, { version })
  const again = await officer.post(address, { version })

  ok(page.includes('left unexamined'))
  equal(answer.status, 303)
  equal(again.status, 409)
  const row = await here.db.selectFrom('caseFile').select('state').executeTakeFirstOrThrow()
  equal(row.state, 'left-unexamined')
  const letters = await here.db.selectFrom('letter').select('code').execute()
  ok(letters.some(({ code }) => code === 'application-left-unexamined'))
  await ana.post('/en/sign-in', { email: ana.email, password: ana.password })
  const told = await (await ana.get(`/en/applications/${id}`)).text()
  for (const part of [
    'What we asked you to correct',
    'The copy cannot be read.',
    'Appeal Council',
  ]) {
    ok(told.includes(part), part)
  }
})

test('nobody closes a case before the clock has proposed it', async (t) => {
  const here = await house(t)
  const id = await caseIn('returned', here, await here.signedUpApplicant())
  const officer = await here.office('officer@kecid.example')

  const answer = await officer.post(`/en/cases/${id}/close`, { version: '3' })

  equal(answer.status, 409)
  ok((await answer.text()).includes('“Returned”'))
})
