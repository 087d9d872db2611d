import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import type { Visitor } from '#test/visitor.ts'

const OFFICER = 'officer@kecid.example'

async function versionOn(visitor: Visitor, address: string): Promise<string> {
  const page = await (await visitor.get(address)).text()
  return /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
}

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
  const address = `/en/cases/${id}/accept`

  const page = await (await officer.get(address)).text()
  const answer = await officer.post(address, { version: await versionOn(officer, address) })

  ok(page.includes('Points are due by'))
  equal(answer.status, 303)
  equal(answer.headers.get('location'), `/en/cases/${id}?done=application-accepted`)
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
  const address = `/en/cases/${id}/accept`

  const answer = await officer.post(address, { version: await versionOn(officer, address) })

  equal(answer.status, 303)
  const event = await here.db
    .selectFrom('event')
    .select(['recordedAt', 'happenedOn'])
    .where('caseId', '=', id)
    .where('type', '=', 'application-accepted')
    .executeTakeFirst()
  deepEqual(event, { recordedAt: last, happenedOn: '2026-03-02' })
  equal((await officer.get(`/en/cases/${id}`)).status, 200)
})

test('of two presses of the button, the second is told that it is done', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())
  const officer = await here.office(OFFICER)
  const address = `/en/cases/${id}/accept`
  const version = await versionOn(officer, address)

  const twice = await Promise.all([1, 2].map(() => officer.post(address, { version })))

  deepEqual(
    twice.map(({ status }) => status).toSorted((one, other) => one - other),
    [303, 409],
  )
  const events = await here.db.selectFrom('event').select('type').execute()
  equal(events.filter(({ type }) => type === 'application-accepted').length, 1)
})

test('a page made before the case moved on is refused, and nothing changes', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())
  const officer = await here.office(OFFICER)

  for (const version of ['', '0', '1', '999', 'x', '2x']) {
    const answer = await officer.post(`/en/cases/${id}/accept`, { version })
    equal(answer.status, 409, version)
    ok((await answer.text()).includes('moved on since you opened the page'))
  }
  const row = await here.db.selectFrom('caseFile').select('state').executeTakeFirstOrThrow()
  equal(row.state, 'submitted')
})

test('steps in the wrong order are refused with the state in words', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('in-assessment', here, ana)
  const officer = await here.office(OFFICER)

  for (const step of ['accept', 'return', 'close', 'annul', 'death']) {
    const address = `/en/cases/${id}/${step}`
    for (const answer of [
      await officer.get(address),
      await officer.post(address, { version: '3' }),
    ]) {
      equal(answer.status, 409, step)
      ok((await answer.text()).includes('in the state “With the bodies”'), step)
    }
  }
})

test('who may see a case but not take the step reads that', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())

  for (const email of ['head@kecid.example', 'auditor@kecid.example']) {
    const visitor = await here.office(email)
    const answer = await visitor.post(`/en/cases/${id}/accept`, { version: '2' })
    equal(answer.status, 409, email)
    ok((await answer.text()).includes('Your role may not do this.'), email)
  }
})

test('who may not see a case finds no page for its steps', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())
  const expert = await here.office('expert.etn@kecid.example')

  for (const step of ['accept', 'return', 'close', 'extend', 'annul', 'death']) {
    equal((await expert.get(`/en/cases/${id}/${step}`)).status, 404, step)
    equal((await expert.post(`/en/cases/${id}/${step}`, { version: '2' })).status, 404, step)
  }
})

test('a case in a field that nobody scores is refused with the name of the criterion', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana, { field: 'no-such-field' })
  const officer = await here.office(OFFICER)
  const address = `/en/cases/${id}/accept`

  const answer = await officer.post(address, { version: await versionOn(officer, address) })

  equal(answer.status, 409)
  ok((await answer.text()).includes('No body is named for the criterion “Work experience”'))
})
