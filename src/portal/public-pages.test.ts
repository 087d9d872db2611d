import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { dateOfDayNumber, dayNumber, isoMoment } from '#core/dated.ts'
import { publicAddresses } from '#portal/paths.ts'
import { house } from '#test/house.ts'

test('a public page is the same for every stranger, and carries nothing of anybody', async (t) => {
  const { portal, visitor, signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  equal(publicAddresses.size, 48)
  for (const address of publicAddresses) {
    const own = await ana.get(address) // first, so that hers would be the one that is kept
    const answer = await portal.get(address, { 'accept-language': 'ru', 'user-agent': 'one' })
    const other = await visitor().get(address, { 'accept-language': 'az', 'user-agent': 'two' })

    equal(answer.status, 200, address)
    ok(answer.headers.get('etag') !== null, address)
    deepEqual(
      [answer.headers.get('set-cookie'), answer.headers.get('cache-control')],
      [null, 'no-cache'],
      address,
    )
    equal(answer.headers.get('etag'), other.headers.get('etag'), address)
    const page = await answer.text()
    equal(page, await other.text(), address)
    ok(!page.includes(ana.email) && !page.includes('/sign-out'), address)

    deepEqual([own.headers.get('etag'), own.headers.get('cache-control')], [null, 'no-store'])
    const hers = await own.text()
    ok(own.status === 303 || hers.includes('/sign-out'), address)
    ok(hers !== page, address)
    for (const name of SAFE) ok(answer.headers.get(name) === own.headers.get(name), name)
  }
})

const SAFE = ['content-security-policy', 'x-frame-options', 'referrer-policy', 'content-language']

test('what is asked in the address or sent by a form is answered afresh', async (t) => {
  const { portal } = await house(t)
  const before = await (await portal.get('/en/verify')).text()
  const asked = await portal.get('/en/verify?document=KCD-123')

  ok((await asked.text()).includes('KCD-123'))
  equal(asked.headers.get('cache-control'), 'no-store')
  equal((await portal.post('/en/verify', { document: '' })).status, 400)
  equal(await (await portal.get('/en/verify')).text(), before)
})

test('a page is of its day: before the rules are in force there is none, kept or not', async (t) => {
  const { portal, clock, faces } = await house(t)
  const [scoring] = faces.portal.policy.scorings.current.values()
  ok(scoring !== undefined)
  const at = (day: string) => clock.set(isoMoment(`${day}T06:00:00.000Z`))
  const status = async () => (await portal.get('/en/criteria')).status
  equal(await status(), 200)

  at(dateOfDayNumber(dayNumber(scoring.inForceFrom) - 1))
  equal(await status(), 404)
  at(scoring.inForceFrom)
  equal(await status(), 200)
})
