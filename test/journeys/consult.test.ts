import { deepEqual, match } from 'node:assert/strict'
import { test } from 'node:test'
import { anaAsked, askNow, takeAnswers } from '#test/asking.ts'
import { policyConsulting } from '#test/consulting.ts'
import { inspect, officialAt } from '#test/inspector.ts'

const OFFICER = 'officer@kecid.example'

test('an official has a register asked on a phone and without scripts, and says what for', async (t) => {
  const { here: home, id } = await anaAsked(t, policyConsulting(t))
  const seen = { home, places: [], ...(await home.serve()) }
  const officer = await officialAt(seen, OFFICER)

  await officer.go(`/en/cases/${id}`)
  await officer.page.locator('main section', { hasText: 'What registers say' }).locator('a').click()
  await officer.page.getByLabel('Degrees').check()
  await officer.press('Ask a register')
  match(await officer.text(), /Write what the answer is needed for/)
  await officer.page.getByLabel('What is the answer needed for?').fill('The school has closed.')
  await officer.press('Ask a register')
  await officer.page.waitForURL('**/cases/*?done=step*')
  await askNow(home, ({ person = {} }) => ({ result: 'none', person }))
  await takeAnswers(home)

  await officer.go(`/en/cases/${id}`)
  match(await officer.text(), /The register has nothing[^]*What for: The school has closed\./)
  const pages = [`/en/cases/${id}`, `/az/cases/${id}/steps/ask-register`]
  deepEqual(await inspect(officer, pages), [])
})
