import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { readAssets } from '#platform/assets.ts'
import { fixedClock } from '#platform/calendar.ts'
import { createStandins } from '#standins/app.tsx'
import { registersState } from '#standins/exchange/state.ts'
import { openMailFolder } from '#standins/mail-folder.ts'
import { buildAssets } from '#tools/build-assets.ts'

const ORIGIN = 'http://localhost:3002'

async function pages(t: TestContext, hasRegisters = true) {
  const path = mkdtempSync(join(tmpdir(), 'kecid-mails-'))
  t.after(() => rmSync(path, { recursive: true, force: true }))
  const assetsFolder = join(import.meta.dirname, '..', '..', 'build', 'assets')
  await buildAssets({ outFolder: assetsFolder })
  const [mails, assets] = [await openMailFolder(path), await readAssets(assetsFolder)]
  const clock = fixedClock(isoMoment('2026-11-27T08:00:00.000Z'))
  const state = registersState(clock)
  const registers = hasRegisters ? { registers: state } : {}
  const app = createStandins({ mails, assets, assetsFolder, ...registers })
  const get = async (place: string) => app.request(ORIGIN + place)
  const post = async (
    place: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = { Origin: ORIGIN },
  ) =>
    app.request(ORIGIN + place, {
      method: 'POST',
      headers: { Host: 'localhost:3002', ...headers },
      body: new URLSearchParams(fields),
    })
  return { state, clock, get, post }
}

const text = async (answer: Response) => {
  equal(answer.status, 200)
  return answer.text()
}

test('the registers have a page, which the list of mails leads to', async (t) => {
  const { get } = await pages(t)
  match(await text(await get('/')), /<a class="govuk-link" href="\/registers">/)
  const answer = await get('/registers')
  // Without it a browser would say of a form on the page that it is from nowhere.
  equal(answer.headers.get('referrer-policy'), 'same-origin')
  const page = await text(answer)
  match(page, /<h1[^>]*>Registers<\/h1>/)
  for (const title of ['Register of Diplomas', 'Security Opinions']) ok(page.includes(title))
  match(page, /ZZ0000900<\/th><td[^>]*>never answers/)
})

test('without registers there is no such page, and nothing leads to it', async (t) => {
  const { get, post } = await pages(t, false)
  doesNotMatch(await text(await get('/')), /registers/)
  equal((await get('/registers')).status, 404)
  equal((await post('/registers/settings', { slowSeconds: '1' })).status, 404)
})

test('a form changes how one system behaves, and leads back to the page', async (t) => {
  const { state, get, post } = await pages(t)
  const answer = await post('/registers/systems/education', { mode: 'times-out' })
  deepEqual([answer.status, answer.headers.get('location')], [303, '/registers'])
  equal(state.modeOf('education'), 'times-out')
  equal(state.modeOf('identity'), 'normal')
  match(await text(await get('/registers')), /never answers<\/strong>/)
})

test('a system that is down for an hour is shown so until a form ends it', async (t) => {
  const { state, get, post } = await pages(t)
  state.takeDown('labour')
  match(await text(await get('/registers')), /is down until 27 Nov 2026, 13:00:00/)
  await post('/registers/systems/labour', { mode: 'normal' })
  doesNotMatch(await text(await get('/registers')), /is down until/)
})

test('a form sets the security server and the times', async (t) => {
  const { state, post } = await pages(t)
  const fields = {
    spelling: 'underscored',
    connection: 'mutual',
    slowSeconds: '3',
    opinionSeconds: '0',
    examinationSeconds: '90',
  }
  equal((await post('/registers/settings', fields)).status, 303)
  deepEqual(state.settings(), {
    spelling: 'underscored',
    connection: 'mutual',
    slowSeconds: 3,
    opinionSeconds: 0,
    examinationSeconds: 90,
  })
})

test('an opinion that waits is given by a form, an objection with its reason', async (t) => {
  const { state, get, post } = await pages(t)
  equal(state.opinions.ask('m-1', 'HQM-2026-000123'), undefined)
  equal(state.opinions.ask('m-2', 'HQM-2026-000124'), undefined)
  match(await text(await get('/registers')), /Case HQM-2026-000123/)
  const without = await post('/registers/opinions', { id: 'm-1', objects: 'yes', reason: ' ' })
  equal(without.status, 400)
  match(await without.text(), /An objection needs a reason\./)
  const given = { id: 'm-1', objects: 'yes', reason: 'Known to us' }
  equal((await post('/registers/opinions', given)).status, 303)
  equal((await post('/registers/opinions', { id: 'm-2', objects: 'no', reason: '' })).status, 303)
  const on = '2026-11-27'
  deepEqual(state.opinions.ask('m-1', ''), { objects: 'yes', reason: 'Known to us', on })
  deepEqual(state.opinions.ask('m-2', ''), { objects: 'no', on })
  equal((await post('/registers/opinions', given)).status, 400)
  doesNotMatch(await text(await get('/registers')), /HQM-2026-000123/)
})

test('bad input is 400 with a sentence, and nothing is changed', async (t) => {
  const { state, post } = await pages(t)
  const before = state.settings()
  const wrong = [
    ['/registers/systems/education', { mode: 'asleep' }],
    ['/registers/systems/education', { mode: '__proto__' }],
    ['/registers/systems/education', {}],
    ['/registers/settings', {}],
    ['/registers/settings', { spelling: 'constructor' }],
    ['/registers/settings', { connection: 'telegraph' }],
    ['/registers/settings', { spelling: 'underscored', slowSeconds: '-1' }],
    ['/registers/settings', { slowSeconds: '1e3' }],
    ['/registers/settings', { opinionSeconds: '86401' }],
    ['/registers/opinions', { id: 'nothing', objects: 'no' }],
    ['/registers/opinions', { id: 'nothing', objects: 'perhaps' }],
    ['/registers/opinions', { id: 'nothing', objects: 'no', reason: 'x'.repeat(2001) }],
  ] as const
  for (const [place, fields] of wrong) {
    const answer = await post(place, fields)
    equal(answer.status, 400, `${place} ${JSON.stringify(fields)}`)
    match(await answer.text(), /<h1[^>]*>Nothing was changed<\/h1><p class="govuk-body">[A-Z].+\.</)
  }
  deepEqual(state.settings(), before)
  equal((await post('/registers/systems/nothing', { mode: 'down' })).status, 404)
  equal((await post('/registers/opinions', { reason: 'x'.repeat(20_000) })).status, 413)
})

test('a form of another site changes nothing', async (t) => {
  const { state, post } = await pages(t)
  const down = (headers: Readonly<Record<string, string>>) =>
    post('/registers/systems/education', { mode: 'down' }, headers)
  const refused = [
    {},
    { Origin: 'null' },
    { Origin: 'http://elsewhere.invalid' },
    { Origin: 'http://localhost:3000' },
    { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ]
  for (const headers of refused) {
    equal((await down(headers)).status, 403, JSON.stringify(headers))
    equal(state.modeOf('education'), 'normal')
  }
  equal((await down({ 'Sec-Fetch-Site': 'same-origin' })).status, 303)
})

test('what is said to the page stays text', async (t) => {
  const { state, get } = await pages(t)
  state.opinions.ask('"><script>', '<script>alert(1)</script>')
  const page = await text(await get('/registers'))
  ok(page.includes('Case &lt;script&gt;alert(1)'))
  ok(page.includes('value="&quot;&gt;&lt;script&gt;"'))
})

test('programs read the same as data', async (t) => {
  const { state, get } = await pages(t)
  state.opinions.ask('m-1', 'HQM-2026-000123')
  state.note({
    system: 'identity',
    service: 'identity-document',
    protocol: 'soap',
    outcome: 'valid',
  })
  const data = (await (await get('/registers.json')).json()) as Record<string, unknown>
  deepEqual(Object.keys(data), [
    'settings',
    'systems',
    'agreed',
    'examined',
    'fetched',
    'opinions',
    'calls',
  ])
  deepEqual(data['opinions'], [
    { id: 'm-1', case: 'HQM-2026-000123', since: '2026-11-27T08:00:00.000Z' },
  ])
  deepEqual((data['systems'] as unknown[])[2], {
    code: 'identity',
    title: 'Register of Travel Documents',
    mode: 'normal',
    calls: 1,
  })
})
