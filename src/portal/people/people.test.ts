import { deepEqual, doesNotMatch, equal, match, ok, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { begun, familyHouse, idsIn, personForm, portalAs, withChild } from '#test/family.ts'
import { signInAgain } from '#test/days-later.ts'
import type { Applicant } from '#test/house.ts'

test('a child comes in with whoever acts for them, and has a part of their own', async (t) => {
  const here = await familyHouse(t)
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)
  const page = await (await ana.get(`/en/applications/${id}/people/add`)).text()
  match(page, /Add a person/)

  const answer = await withChild(ana, id, ['27', '3', '2015'])

  equal(answer.status, 303, await answer.text())
  const list = await (await ana.follow(answer)).text()
  match(list, /Another person joined/)
  match(list, new RegExp(`/en/applications/${id}~2"`))
  const part = `/en/applications/${id}~2`
  match(await (await ana.get(part)).text(), /Child/)
  // The day of birth was said, and is not asked again.
  match(await (await ana.get(`${part}/answers/person`)).text(), /value="2015"/)
  const saved = await ana.post(`${part}/answers/person`, {
    ...personForm('Ferreira', 'Lia'),
    version: '1',
  })
  equal(saved.status, 303, await saved.text())
  match(await (await ana.get(`/en/applications/${id}`)).text(), /Lia Ferreira \(child\)/)
  const mandates = await here.db
    .selectFrom('mandate')
    .select(['account', 'kind', 'fromOn', 'untilOn'])
    .execute()
  deepEqual(mandates, [
    { account: ana.account.id, kind: 'guardian', fromOn: '2026-03-02', untilOn: '2033-03-26' },
  ])
  const relations = await here.db.selectFrom('relation').select(['kind', 'other']).execute()
  deepEqual(relations, [{ kind: 'child', other: ana.account.partyId }])
  ok(list.includes('/people/invite'))
})

test('who is 18 on that day is not added so, and nothing typed is lost', async (t) => {
  const here = await familyHouse(t) // on 2 March 2026
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)

  const ofAge = await withChild(ana, id, ['2', '3', '2008'])
  equal(ofAge.status, 400)
  const page = await ofAge.text()
  match(page, /Whoever is 18 or older answers for themselves/)
  match(page, /value="2008"/)
  match(page, /value="child" checked/)
  match(page, /people\/invite"/)
  equal((await withChild(ana, id, ['', '', ''])).status, 400)
  equal((await withChild(ana, id, ['31', '2', '2015'])).status, 400)
  deepEqual(await here.db.selectFrom('mandate').selectAll().execute(), [])

  equal((await withChild(ana, id, ['3', '3', '2008'])).status, 303)
  const mandate = await here.db.selectFrom('mandate').select('untilOn').executeTakeFirstOrThrow()
  equal(mandate.untilOn, '2026-03-02', 'the last day of being seventeen')
})

test('somebody in care has no birthday on which it ends, and roles have room for so many', async (t) => {
  const here = await familyHouse(t)
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)
  const add = (who: string, more = {}) =>
    ana.post(`/en/applications/${id}/people/add`, { who, ...more })

  equal((await add('ward')).status, 303)
  const mandate = await here.db.selectFrom('mandate').select('untilOn').executeTakeFirstOrThrow()
  equal(mandate.untilOn, null)
  const full = await add('ward')
  equal(full.status, 409, 'nobody else can be that, and nobody is taken for a child instead')
  match(await full.text(), /Nobody else can join this application in that role/)
  for (const year of ['2015', '2016']) {
    equal((await withChild(ana, id, ['1', '1', year])).status, 303)
  }
  const shut = await ana.get(`/en/applications/${id}/people/add`)
  match(await shut.text(), /Nobody else can join this application in that role/)
  equal((await withChild(ana, id, ['1', '1', '2017'])).status, 409)
})

test('a second press of the button adds nobody', async (t) => {
  const here = await familyHouse(t)
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)
  const page = await (await ana.get(`/en/applications/${id}/people/add`)).text()
  const person = /name="person" value="([\w-]+)"/.exec(page)?.[1] ?? ''
  const form = { person, who: 'child', 'born-day': '1', 'born-month': '1', 'born-year': '2015' }

  const both = await Promise.all(
    [1, 2].map(() => ana.post(`/en/applications/${id}/people/add`, form)),
  )

  deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  equal((await here.db.selectFrom('mandate').selectAll().execute()).length, 1)
})

test('from the 18th birthday on the part of a child is closed to whoever acted for them', async (t) => {
  const here = await familyHouse(t)
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)
  await withChild(ana, id, ['4', '3', '2008'])
  const part = `/en/applications/${id}~2`
  const form = { ...personForm('Ferreira', 'Lia'), version: '1' }
  equal((await ana.post(`${part}/answers/person`, form)).status, 303)
  const pages = ['', '/answers/person', '/documents', '/check']

  here.clock.advance(DAY_MS)
  await signInAgain(here, ana)
  equal((await ana.get(`${part}/answers/person`)).status, 200, 'on the day before')

  here.clock.advance(DAY_MS)
  await signInAgain(here, ana)
  for (const page of pages) equal((await ana.get(`${part}${page}`)).status, 404, page)
  equal((await ana.post(`${part}/answers/person`, { ...form, version: '2' })).status, 404)
  const list = await (await ana.get(`/en/applications/${id}`)).text()
  match(list, /they are 18 or older now and answer for themselves/)
  doesNotMatch(list, /Lia/)
  const seen = await idsIn(portalAs(here, ana), 'select distinct subject as id from answer')
  deepEqual(seen, [])

  const out = await ana.post(`${part}/leave`)
  equal(out.status, 303, await out.text())
  doesNotMatch(await (await ana.get(`/en/applications/${id}`)).text(), /18 or older/)
})

test('a draft that is thrown away takes along whom it had brought in', async (t) => {
  const here = await familyHouse(t)
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)
  const before = await here.db.selectFrom('party').select('id').execute()
  await withChild(ana, id, ['1', '1', '2015'])

  const answer = await ana.post(`/en/applications/${id}/discard`)

  equal(answer.status, 303, await answer.text())
  deepEqual(new Set(await here.db.selectFrom('party').select('id').execute()), new Set(before))
  for (const table of ['mandate', 'relation', 'caseParty'] as const) {
    deepEqual(await here.db.selectFrom(table).selectAll().execute(), [], table)
  }
})

test('nobody brings anybody into a case of somebody else', async (t) => {
  const here = await familyHouse(t)
  const [ana, eve] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ana)
  for (const page of ['add', 'invite']) {
    const path = `/en/applications/${id}/people/${page}`
    equal((await eve.get(path)).status, 404)
    equal((await eve.post(path, { who: 'child' })).status, 404)
  }
  const person = JSON.stringify({
    party: randomUUID(),
    role: 'child',
    mandate: randomUUID(),
    from_on: '2026-03-02',
  })
  const brings = (who: Applicant, role: string) =>
    idsIn(
      portalAs(here, who),
      `select add_represented('${id}', '${person.replace('child', role)}') as id`,
    )
  await rejects(brings(eve, 'child'), /nobody is brought along/)
  await rejects(brings(ana, 'spouse'), /nobody is brought along/)
  await rejects(brings(ana, 'applicant'), /nobody is brought along/)
})

const DAY_MS = 86_400_000
