import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'

test('those who watch over it see who looked at which case, newest first', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('in-assessment', here, ana, { number: 'HQM-2026-000123' })
  for (const email of ['officer@kecid.example', 'expert.etn@kecid.example']) {
    await (await here.office(email)).get(`/en/cases/${id}`)
    here.clock.advance(60_000)
  }

  for (const email of ['auditor@kecid.example', 'data-protection@kecid.example']) {
    const page = await (await (await here.office(email)).get('/en/looks')).text()
    const names = ['Fidan Nəbiyeva', 'Aytən Quliyeva'].map((name) => page.indexOf(name))
    ok(
      names.every((at) => at > 0),
      email,
    )
    deepEqual(
      names,
      names.toSorted((a, b) => a - b),
    )
    for (const part of ['HQM-2026-000123', '2 March 2026, 10:00', '2 March 2026, 10:01']) {
      ok(page.includes(part), part)
    }
    ok(page.includes('When (Baku)') && !page.includes('Baku time'), 'said once, above them all')
  }
})

test('nobody else finds the list', async (t) => {
  const { office } = await house(t)

  for (const email of ['officer@kecid.example', 'head@kecid.example', 'expert.etn@kecid.example']) {
    equal((await (await office(email)).get('/en/looks')).status, 404, email)
  }
})

test('the list is read page by page, each look once', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const auditor = await here.office('auditor@kecid.example')
  const rows = Array.from({ length: 120 }, (_, index) => ({
    id: randomUUID(),
    at: `2026-03-02T05:${String(10 + Math.floor(index / 30)).padStart(2, '0')}:00.000Z`,
    actor: auditor.official?.id ?? '',
    role: 'auditor',
    page: `look-${index}`,
    party: ana.account.partyId,
  }))
  await here.db.insertInto('look').values(rows).execute()

  const seen: string[] = []
  let next: string | undefined = '/en/looks'
  for (let pages = 0; next !== undefined && pages < 5; pages += 1) {
    const page: string = await (await auditor.get(next)).text()
    seen.push(...[...page.matchAll(/look-\d+/g)].map(([look]) => look))
    next = /href="([^"]*)"[^>]*rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }

  equal(seen.length, 120)
  equal(new Set(seen).size, 120)
})

test('a place that was tampered with shows the newest', async (t) => {
  const { office } = await house(t)
  const auditor = await office('auditor@kecid.example')

  for (const before of ['x', '2026-03-02T05:10:00.000Z', "'_'", 'infinity_x']) {
    const answer = await auditor.get(`/en/looks?before=${encodeURIComponent(before)}`)
    equal(answer.status, 200, before)
  }
})
