import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { begun, idsIn, invited, portalAs, withChild } from '#test/family.ts'
import { house } from '#test/house.ts'
import { kinPolicy } from '#test/lamp-family.ts'
import { signedCase } from '#test/signed-case.ts'
import { placeOf } from '#test/visitor.ts'

/** What the database shows of a family, whatever a process asks it for. */

test('a family is shown to whoever is in it, and of an application nobody is shown more', async (t) => {
  const here = await house(t, { policy: kinPolicy(t) })
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const eve = await here.signedUpApplicant()
  await signedCase(here, ana)
  const family =
    placeOf(await ana.post('/en/family', {}))
      .split('/')
      .at(-1) ?? ''
  equal((await ben.post(await invited(here, ana, { id: family, email: ben.email }))).status, 303)
  const written = (id: string) => `select subject as id from written_for_family('${id}')`
  const held = (id: string) => `select holder as id from held_in_family('${id}')`
  const hers = [ana.account.partyId]
  for (const text of [written(family), held(family)]) {
    deepEqual(await idsIn(portalAs(here, ana), text), hers, text)
    deepEqual(await idsIn(portalAs(here, ben), text), hers, text)
    deepEqual(await idsIn(portalAs(here, eve), text), [], text)
  }
  // In an application of the two, neither is shown what the other wrote or holds.
  const other = await begun(ana)
  equal((await ben.post(await invited(here, ana, { id: other, email: ben.email }))).status, 303)
  for (const text of [written(other), held(other)]) {
    deepEqual(await idsIn(portalAs(here, ben), text), [], text)
    deepEqual(await idsIn(portalAs(here, ana), text), [], text)
  }
  // It ends as he leaves.
  equal((await ben.post(`/en/applications/${family}~2/leave`)).status, 303)
  deepEqual(await idsIn(portalAs(here, ben), held(family)), [])
})

test('nobody is brought along for whom whoever does it does not act, nor twice', async (t) => {
  const here = await house(t, { policy: kinPolicy(t) })
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  await signedCase(here, ana)
  const family =
    placeOf(await ana.post('/en/family', {}))
      .split('/')
      .at(-1) ?? ''
  equal((await withChild(ana, family, ['27', '3', '2015'])).status, 303)
  const [{ party: lia } = { party: '' }] = await here.db
    .selectFrom('mandate')
    .select('party')
    .execute()
  const [hers, his] = [await begun(ana), await begun(ben)]
  const bring = (id: string, party: string, role = 'child') =>
    `select bring_known('${id}', '{"party":"${party}","role":"${role}","from_on":"2026-03-02"}') as id`
  const refused = /nobody is brought along here/
  await rejects(idsIn(portalAs(here, ben), bring(his, lia)), refused)
  await rejects(idsIn(portalAs(here, ben), bring(hers, lia)), refused)
  await rejects(idsIn(portalAs(here, ana), bring(his, lia)), refused)
  await rejects(idsIn(portalAs(here, ana), bring(hers, ben.account.partyId)), refused)
  await rejects(idsIn(portalAs(here, ana), bring(hers, ana.account.partyId)), refused)
  await rejects(idsIn(portalAs(here, ana), bring(hers, lia, 'spouse')), refused)
  await rejects(idsIn(portalAs(here, ana), bring(family, lia)), refused)
})
