import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { fillIn, submitted } from '#test/ana.ts'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'

test('an application is withdrawn from every state before the decision, and no later', async (t) => {
  const built = await house(t)
  const open = ['submitted', 'returned', 'in-assessment', 'awaiting-decision'] as const
  for (const state of [...open, 'decision-drafted'] as const) {
    const who = await built.signedUpApplicant()
    const path = `/en/applications/${await caseIn(state, built, who)}`
    equal((await who.get(`${path}/withdraw`)).status, 200, state)

    const left = await who.post(`${path}/withdraw`)

    deepEqual(
      [left.status, left.headers.get('location')],
      [303, `${path}?done=application-withdrawn`],
      state,
    )
    match(await (await who.follow(left)).text(), /You withdrew your application/, state)
  }
  for (const state of ['recognised', 'refused'] as const) {
    const who = await built.signedUpApplicant()
    const path = `/en/applications/${await caseIn(state, built, who)}`
    equal((await who.get(`${path}/withdraw`)).headers.get('location'), path)

    const late = await who.post(`${path}/withdraw`)

    equal(late.status, 409, state)
    match(await late.text(), /This is no longer possible/)
  }
})

test('a second press on withdraw withdraws once and leads to the same place', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant()
  const { id } = await submitted(ana)

  const both = await Promise.all([1, 2].map(() => ana.post(`/en/applications/${id}/withdraw`)))

  deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  const events = await db.selectFrom('applicationEvent').select('type').execute()
  equal(events.filter(({ type }) => type === 'application-withdrawn').length, 1)
  equal((await ana.get(`/en/applications/${id}/withdraw`)).status, 303)
})

test('a draft that was thrown away is gone from every address', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  const ana = await signedUpApplicant()
  const id = await fillIn(ana)
  const path = `/en/applications/${id}`
  const document = await db.selectFrom('document').select('id').executeTakeFirstOrThrow()
  ok((await (await ana.get(`${path}/discard`)).text()).includes('This cannot be undone'))

  const both = await Promise.all([1, 2].map(() => ana.post(`${path}/discard`)))

  deepEqual(
    both.map(({ headers }) => headers.get('location')),
    [1, 2].map(() => '/en/applications?done=draft-discarded'),
  )
  const pages = ['', '/check', '/answers/person', '/documents', `/documents/${document.id}`]
  for (const page of [...pages, '/discard', '/withdraw', '/correct', '/receipt']) {
    equal((await ana.get(`${path}${page}`)).status, 404, page)
  }
  for (const page of ['/answers/person', '/submit', '/withdraw', '/correct']) {
    equal((await ana.post(`${path}${page}`, { version: '0' })).status, 404, page)
  }
})

test('what was submitted cannot be thrown away, and a draft cannot be withdrawn', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const draft = (await ana.post('/en/applications')).headers.get('location')
  equal((await ana.post(`${draft}/withdraw`)).status, 409)
  equal((await ana.post(`${draft}/discard`)).status, 303)

  const { id } = await submitted(ana)
  equal((await ana.post(`/en/applications/${id}/discard`)).status, 409)
  equal((await ana.get(`/en/applications/${id}`)).status, 200)
})
