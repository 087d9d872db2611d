import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Content } from '#exchange/content.ts'
import { askDue } from '#exchange/work.ts'
import { later } from '#platform/calendar.ts'
import { exchangeOf, policyTellingRegisters } from '#test/consulting.ts'
import { house } from '#test/house.ts'
import { inspect, officialAt } from '#test/inspector.ts'
import { ENGINEER, signedCase } from '#test/signed-case.ts'

const PLACE = '/en/registers'
const DAY_MS = 86_400_000

test('a recognition reaches a register that was down for a day, and whoever looks after it reads so', async (t) => {
  const here = await house(t, { policy: policyTellingRegisters(t) })
  const [document] = ENGINEER['document'] ?? []
  const issued = { ...document?.values, 'issuing-country': 'PRT' }
  const answers = { ...ENGINEER, document: [{ id: 'document-1', values: issued }] }
  await signedCase(here, await here.signedUpApplicant(), { answers })
  await here.runJobs()
  const register: { isDown: boolean; told: Content[] } = { isDown: true, told: [] }
  const exchange = exchangeOf(here, (content) => {
    if (register.isDown) return 'cut'
    register.told.push(content)
    return { result: 'written', record: 'R-1' }
  })
  const seen = { home: here, places: [], ...(await here.serve()) }
  const administrator = await officialAt(seen, 'administrator@kecid.example')

  await askDue(exchange)
  await administrator.go(PLACE)
  match(await administrator.text(), /The connection broke before the answer was here\./)
  match(await administrator.text(), /Waits for it\s+1 question/)
  deepEqual(await inspect(administrator, [PLACE]), [])

  here.clock.set(later(here.clock.now(), DAY_MS))
  register.isDown = false
  await askDue(exchange)
  equal(register.told.length, 1)
  const then = await officialAt(seen, 'administrator@kecid.example')
  await then.go(PLACE)
  match(await then.text(), /Last answer\s+3 March 2026/)
})
