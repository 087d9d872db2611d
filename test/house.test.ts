import { equal, match, notEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { house, readHouse, TEST_START } from '#test/house.ts'

test('a house answers, says no to strangers and stands still in time', async (t) => {
  const { portal, clock, logged } = await house(t)

  equal((await portal.get('/health')).status, 200)
  equal((await portal.get('/en/no-such-page')).status, 404)
  equal((await portal.post('/en/no-such-page', {}, { origin: 'http://other.test' })).status, 403)
  equal(clock.now(), TEST_START)
  equal(logged.length, 0)
})

test('an applicant who is signed in is known to every page', async (t) => {
  const { signedUpApplicant, portal } = await house(t)
  const ana = await signedUpApplicant({ language: 'az' })

  match(await (await ana.get('/az/no-such-page')).text(), /sign-out/)
  equal((await (await portal.get('/az/no-such-page')).text()).includes('sign-out'), false)
  equal(ana.account.language, 'az')
  ok(ana.account.confirmedAt)
})

test('the same house is shared by tests that read', async () => {
  const [one, other] = [await readHouse(), await readHouse()]

  equal(one, other)
  equal((await one.portal.get('/health')).status, 200)
})

test('both faces are served on ports of their own', async (t) => {
  const { serve } = await house(t)
  const { portalUrl, officeUrl } = await serve()

  notEqual(portalUrl, officeUrl)
  equal((await fetch(`${portalUrl}/health`)).status, 200)
})
