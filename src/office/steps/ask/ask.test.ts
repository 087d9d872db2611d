import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { versionOn } from '#test/signed-case.ts'

const OFFICER = 'officer@kecid.example'

const tasksOf = ({ db }: TestHouse, id: string) =>
  db
    .selectFrom('task')
    .select(['kind', 'ownerBody', 'dueOn', 'state'])
    .where('caseId', '=', id)
    .where('kind', '!=', 'next-move')
    .orderBy('kind')
    .orderBy('ownerBody')
    .execute()

test('with an acceptance every body has its task, due as the rules say', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant(), { field: 'ict' })
  const officer = await here.office(OFFICER)
  const address = `/en/cases/${id}/steps/accept`

  const page = await (await officer.get(address)).text()
  const answer = await officer.post(address, { version: await versionOn(officer, address) })

  ok(page.includes('Points are due by'))
  equal(answer.status, 303)
  equal(answer.headers.get('location'), `/en/cases/${id}?done=step&of=recognition.accept`)
  const tasks = await tasksOf(here, id)
  deepEqual(
    tasks.map(({ kind, ownerBody }) => `${kind} ${ownerBody}`),
    ['opinion din', 'opinion dtx', 'opinion xkx', 'points eesmn', 'points etn', 'points rinn'],
  )
  ok(tasks.every(({ dueOn, state }) => (dueOn ?? '') > '2026-03-02' && state === 'open'))
})

test('what a body has given is no longer its task', async (t) => {
  const here = await house(t)
  const id = await caseIn('awaiting-decision', here, await here.signedUpApplicant())

  const tasks = await tasksOf(here, id)

  equal(tasks.length, 6)
  ok(tasks.every(({ state }) => state === 'done'))
})

test('a clock that went back takes no case back in time', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())
  const last = here.clock.now()
  here.clock.advance(-30 * 86_400_000)
  const officer = await here.office(OFFICER)
  const address = `/en/cases/${id}/steps/accept`

  const answer = await officer.post(address, { version: await versionOn(officer, address) })

  equal(answer.status, 303)
  const event = await here.db
    .selectFrom('event')
    .select(['recordedAt', 'happenedOn'])
    .where('caseId', '=', id)
    .where('step', '=', 'accept')
    .executeTakeFirst()
  deepEqual(event, { recordedAt: last, happenedOn: '2026-03-02' })
  equal((await officer.get(`/en/cases/${id}`)).status, 200)
})

test('a second press of the button is answered with what the first led to', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())
  const officer = await here.office(OFFICER)
  const address = `/en/cases/${id}/steps/accept`
  const version = await versionOn(officer, address)

  const twice = await Promise.all([1, 2].map(() => officer.post(address, { version })))

  deepEqual(
    twice.map(({ status }) => status),
    [303, 303],
  )
  const events = await here.db.selectFrom('event').select('step').execute()
  equal(events.filter(({ step }) => step === 'accept').length, 1)
})

test('a page made before the case moved on is refused, and nothing changes', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())
  const officer = await here.office(OFFICER)

  for (const version of ['', '0', '1', '999', 'x', '2x']) {
    const answer = await officer.post(`/en/cases/${id}/steps/accept`, { version })
    equal(answer.status, 409, version)
    ok((await answer.text()).includes('changed this since you opened the page'))
  }
  const row = await here.db.selectFrom('caseFile').select('state').executeTakeFirstOrThrow()
  equal(row.state, 'submitted')
})

test('steps in the wrong order are refused with the state in words', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant())
  const officer = await here.office(OFFICER)

  for (const step of ['accept', 'return', 'draft-decision', 'close-unexamined', 'ask-back']) {
    const address = `/en/cases/${id}/steps/${step}`
    for (const answer of [
      await officer.get(address),
      await officer.post(address, { version: '3' }),
    ]) {
      equal(answer.status, 409, step)
      ok((await answer.text()).includes('in the state “With the bodies”'), step)
    }
  }
})

test('what is no step, no step of the office or none of their role is absent', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())
  const cases = [
    [
      OFFICER,
      ['nothing', 'begin', 'submit', 'withdraw', 'note-silence', 'sign', 'score', '__proto__'],
    ],
    ['head@kecid.example', ['accept', 'return', 'sign']],
    ['auditor@kecid.example', ['accept', 'send-back']],
    // Who may not see a case finds no page for its steps.
    ['expert.etn@kecid.example', ['accept', 'return', 'score', 'close-unexamined']],
  ] as const

  for (const [email, steps] of cases) {
    const visitor = await here.office(email)
    for (const step of steps) {
      const address = `/en/cases/${id}/steps/${step}`
      equal((await visitor.get(address)).status, 404, `${email} ${step}`)
      equal((await visitor.post(address, { version: '2' })).status, 404, `${email} ${step}`)
    }
  }
  const nobody = await here.office()
  equal((await nobody.get(`/en/cases/${id}/steps/accept`)).status, 303)
})

test('a case in a field that nobody scores is refused with the name of the criterion', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana, { field: 'no-such-field' })
  const officer = await here.office(OFFICER)
  const address = `/en/cases/${id}/steps/accept`

  for (const answer of [await officer.get(address), await officer.post(address)]) {
    equal(answer.status, 409)
    ok((await answer.text()).includes('in the field that was chosen: Work experience'))
  }
  const page = await (await officer.get(`/en/cases/${id}`)).text()
  equal(page.includes('steps/accept'), false, 'nobody is offered what would be refused')
})
