import { doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { submitted } from '#test/ana.ts'
import { askNow, clear } from '#test/asking.ts'
import { policyAskingRegisters } from '#test/consulting.ts'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { placeOf } from '#test/visitor.ts'

const LOOKS = '/en/who-looked'

test('whoever opens a case is on the applicant’s list, with role, time and what it was', async (t) => {
  const built = await house(t)
  const [ana, bo] = [await built.signedUpApplicant(), await built.signedUpApplicant()]
  ok((await (await ana.get(LOOKS)).text()).includes('Nobody has looked at your data yet'))
  const id = await caseIn('submitted', built, ana)
  const officer = await built.office('officer@kecid.example')
  equal((await officer.get(`/en/cases/${id}`)).status, 200)

  const page = await (await ana.get(LOOKS)).text()

  match(page, /2 March 2026[\s\S]*Case officer[\s\S]*Looked at your application/)
  ok(page.includes(`href="/en/applications/${id}"`), 'it says in which case')
  match(page, /Recognition as a highly qualified migrant, HQM-/)
  ok((await (await bo.get(LOOKS)).text()).includes('Nobody has looked at your data yet'))
  for (const language of LANGUAGES) {
    equal((await ana.get(`/${language}/who-looked`)).status, 200, language)
  }
})

test('a long list has pages, and a page that nobody has is the first', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await caseIn('submitted', built, ana)
  const look = { party: ana.account.partyId, caseId: id, role: 'expert', body: 'etn' }
  const actor = (await built.office('officer@kecid.example')).official?.id ?? ''
  for (let minute = 0; minute < 60; minute += 1) {
    const second = String(minute).padStart(2, '0')
    const at = `2026-03-01T06:${second}:00.000Z`
    const row = { ...look, id: `00000000-0000-4000-8000-0000000000${second}`, actor }
    await built.db
      .insertInto('look')
      .values({ ...row, at, page: 'score-page' })
      .execute()
  }
  const rowsOn = (page: string) => page.match(/\b10:\d\d\b/g)?.length ?? 0

  const first = await (await ana.get(LOOKS)).text()
  equal(rowsOn(first), 50)
  equal(first.match(/<li class="kc-timeline__event">/g)?.length, 1, 'of one day told together')
  match(first, /to give points: 10:59, 10:58[^<]* \(Baku time\)/)
  const older = /href="([^"]*before=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  equal(rowsOn(await (await ana.get(older)).text()), 10)

  for (const before of ['x', '%00', '%ff', '2026-02-30T00:00:00.000Z', "'; --"]) {
    const page = await ana.get(`${LOOKS}?before=${encodeURI(before)}`)
    equal(page.status, 200, before)
    equal(rowsOn(await page.text()), 50, before)
  }
  equal(first.includes('undefined'), false)
})

test('a body that policy does not let be named is a state body, told by the day', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await caseIn('in-assessment', built, ana)
  const actor = (await built.office('officer@kecid.example')).official?.id ?? ''
  const look = {
    party: ana.account.partyId,
    caseId: id,
    actor,
    page: 'opinion-page',
  }
  for (const [index, body] of ['dtx', 'din', 'xkx'].entries()) {
    const row = { ...look, role: 'objection-officer', body }
    const [rowId, at] = [
      `00000000-0000-4000-8000-00000000000${index}`,
      `2026-03-01T06:1${index}:00.000Z`,
    ]
    await built.db
      .insertInto('look')
      .values({ ...row, id: rowId, at })
      .execute()
  }

  const page = await (await ana.get(LOOKS)).text()

  equal(page.match(/, a state body</g)?.length, 2)
  match(page, /<time[^>]*datetime="2026-03-01">1 March 2026<\/time>/)
  match(page, /1 March 2026, 10:11 \(Baku time\)[\s\S]*Ministry of Internal Affairs/)
  equal(/06:10|10:10|06:12|10:12/.test(page), false)
})

test('which register was asked about them, when and what for, a person alone reads', async (t) => {
  const built = await house(t, { policy: policyAskingRegisters(t) })
  const [ana, bo] = [await built.signedUpApplicant(), await built.signedUpApplicant()]
  await submitted(ana)
  doesNotMatch(await (await ana.get(LOOKS)).text(), /Registers that were asked or told about you/)

  await askNow(built, clear)

  const page = await (await ana.get(LOOKS)).text()
  match(page, /told about you[\s\S]*datetime="2026-03-02T06:00:00.000Z"/)
  match(page, /2 March 2026, 10:00[\s\S]*Toy registers[\s\S]*Restrictions\. For tests/)
  match(page, /For tests\.\s*<span class="kc-provisional">/)
  for (const language of LANGUAGES) {
    const html = await (await ana.get(`/${language}/who-looked`)).text()
    equal(html.match(/2026-03-02T06:00:00\.000Z/g)?.length, 1, language)
    doesNotMatch(await (await bo.get(`/${language}/who-looked`)).text(), /kc-timeline|Toy/)
  }
})

test('whoever a register was asked about is told by which clause it may be', async (t) => {
  const policy = policyAskingRegisters(t)
  const file = join(policy, 'systems.yaml')
  const clause = "basis: { purpose: president-order-2024-06-06/3.2, '*': provisional }"
  const provisional = /^ {8}basis: .*$/m
  writeFileSync(file, readFileSync(file, 'utf8').replace(provisional, `        ${clause}`))
  const built = await house(t, { policy })
  const ana = await built.signedUpApplicant()
  await submitted(ana)
  equal(await askNow(built, clear, { groundNeeded: true }), 1)
  const said = await (await ana.get(LOOKS)).text()
  match(said, /For tests\.\s*<span class="kc-clause">Order of 6 June 2024, item 3\.2</)
})

test('a long list of registers has pages of its own', async (t) => {
  const built = await house(t, { policy: policyAskingRegisters(t) })
  const ana = await built.signedUpApplicant()
  const { id: caseId } = await submitted(ana)
  await askNow(built, clear)
  const row = await built.db.selectFrom('exchangeMessage').selectAll().executeTakeFirstOrThrow()
  for (let minute = 0; minute < 54; minute += 1) {
    const second = String(minute).padStart(2, '0')
    const id = `00000000-0000-4000-8000-0000000000${second}`
    const inquiry = id
    const sentAt = `2026-03-01T06:${second}:00.000Z`
    await built.db
      .insertInto('exchangeMessage')
      .values({ ...row, id, inquiry, sentAt })
      .execute()
  }
  const rowsOn = (page: string) => page.match(/<li class="kc-timeline__event">/g)?.length ?? 0

  const first = await (await ana.get(LOOKS)).text()
  equal(rowsOn(first), 50)
  const [, link = ''] = /href="([^"]*asked-before=[^"]*)"/.exec(first) ?? []
  const older = link.replaceAll('&amp;', '&')
  equal(rowsOn(await (await ana.get(older)).text()), 5)
  for (const before of ['x', '%00', "'; --"]) {
    equal(rowsOn(await (await ana.get(`${LOOKS}?asked-before=${before}`)).text()), 50, before)
  }
  const tries = [55, 56, 57, 58].map((second) => ({
    ...row,
    inquiry: caseId,
    id: `00000000-0000-4000-8000-0000000000${second}`,
    sentAt: `2026-03-03T06:00:${second}.000Z`,
  }))
  await built.db.insertInto('exchangeMessage').values(tries).execute()
  const page = await (await ana.get(LOOKS)).text()
  equal(page.match(/2026-03-03T06:00:\d\d/g)?.length, 1, 'the same question stands once')
  match(page, /T06:00:58[\s\S]*?Tries so far: 4, the first: 3 March 2026, 10:00/)
  const strange = `${LOOKS}?asked-before=${caseId}`
  equal((await ana.get(strange)).status, 200, 'what is no message of theirs')
})

test('who asks to be erased is told before what goes with it, and has a receipt of a request', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const base = placeOf(await ana.post(LOOKS, { type: 'data-erasure' }))
  const form = { understood: 'yes', note: '', version: '0' }
  equal((await ana.post(`${base}/answers/request`, form)).status, 303)

  const check = await (await ana.get(`${base}/check`)).text()
  match(check, /cannot read any decision in your account any more, nor complain from there/)
  equal((await ana.post(`${base}/submit`)).status, 303)

  const receipt = await (await ana.get(`${base}/receipt`)).text()
  match(receipt, /Your request has been received[\s\S]*Received on[\s\S]*Monday 2 March 2026/)
  match(receipt, /Answer due by<\/dt><dd>\w+ \d+ \w+ 2026</)
  equal(/[^s] application(?!s)/.test(main(receipt)), false)
})

const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main'))
