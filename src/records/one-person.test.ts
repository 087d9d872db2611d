import { deepEqual, equal, rejects } from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { inTransaction, type Database } from '#platform/database.ts'
import { eraseParty } from '#records/erasing.ts'
import { ownHoldings } from '#records/families.ts'
import { ownLinks, proposeLink } from '#records/one-person.ts'
import { idsIn, portalAs } from '#test/family.ts'
import {
  areOne,
  metTwice,
  officeAs,
  somebodyElse,
  type Met,
  type MetTwice,
} from '#test/met-twice.ts'
import type { TestHouse } from '#test/house.ts'
import type { Visitor } from '#test/visitor.ts'

const LEAF = { leaf: 'AA==', leaf_hash: 'AA==', opening: 'AA==' }

type Official = { readonly at: Visitor; readonly id: string }

async function official(here: TestHouse, mailbox: string): Promise<Official> {
  const at = await here.office(`${mailbox}@kecid.example`)
  const [id = ''] = await idsIn(officeAs(here, at), 'select (acting()).party as id')
  return { at, id }
}

const actOf = ({ id: actor }: Pick<Official, 'id'>, act: string, role: string) =>
  JSON.stringify({
    id: randomUUID(),
    act,
    actor,
    role,
    body: null,
    at: '2026-03-01T06:00:00.000Z',
  })

const leavesOf = ({ once, again }: MetTwice) =>
  JSON.stringify({ [once.party]: leaf(), [again.party]: leaf() })

/** A hash is there once. */
const leaf = () => ({
  ...LEAF,
  leaf_hash: createHash('sha256').update(randomUUID()).digest('base64'),
})

function linkOf({ once, again }: Pick<MetTwice, 'once' | 'again'>, more: object = {}): string {
  const [one, two] = once.party < again.party ? [once, again] : [again, once]
  return JSON.stringify({
    id: randomUUID(),
    party: one.party,
    other: two.party,
    case_id: one.id,
    other_case: two.id,
    ground: 'document-shown',
    agrees: ['document', 'names'],
    ...more,
  })
}

const proposes = (met: MetTwice, link: string, act: string) =>
  `select propose_link('${link}', '${act}', '${leavesOf(met)}', '[]')::text as id`

const steps = (met: MetTwice, link: string, act: string) =>
  `select step_link('${link}', '${act}', '${leavesOf(met)}', '[]')::text as id`

const NOBODY = /nobody is linked by that/
const NOT_THEIRS = /this link is not for whoever acts/
const FORBIDDEN = /permission denied/

const held = (here: TestHouse, { who, party }: Met) =>
  inTransaction(portalAs(here, who), async (tx) =>
    ((await ownHoldings(tx, [party])).get(party) ?? []).map(({ number, apart }) => ({
      number,
      apart,
    })),
  )

test('nobody is linked but by an official of the Service, as themselves, and by cases that tell of them', async (t) => {
  const met = await metTwice(t)
  const { here, once } = met
  const eve = await somebodyElse(here)
  const officer = await official(here, 'officer')
  const signer = await official(here, 'signer')
  const own = actOf(officer, 'propose', 'case-officer')
  const asOfficer = officeAs(here, officer.at)
  for (const who of [once, eve]) {
    await rejects(idsIn(portalAs(here, who.who), proposes(met, linkOf(met), own)), FORBIDDEN)
    await rejects(
      idsIn(portalAs(here, who.who), 'select same as id from same_among(null)'),
      FORBIDDEN,
    )
  }
  for (const mailbox of ['expert.etn', 'auditor']) {
    const other = await official(here, mailbox)
    const theirs = officeAs(here, other.at)
    for (const role of ['case-officer', 'auditor', 'scoring-expert']) {
      const act = actOf(other, 'propose', role)
      await rejects(idsIn(theirs, proposes(met, linkOf(met), act)), NOBODY, mailbox)
    }
    deepEqual(await idsIn(theirs, 'select id from links_among(null)'), [])
  }
  const wrong: readonly (readonly [string, string])[] = [
    [linkOf(met), actOf(signer, 'propose', 'signer')],
    [linkOf(met), actOf(officer, 'propose', 'signer')],
    [linkOf(met), actOf(officer, 'confirm', 'case-officer')],
    [linkOf(met, { other_case: eve.id }), own],
    [linkOf(met, { case_id: randomUUID() }), own],
    [linkOf({ once, again: once }), own],
  ]
  for (const [link, act] of wrong) {
    await rejects(idsIn(asOfficer, proposes(met, link, act)), NOBODY, `${link} ${act}`)
  }
  await rejects(
    idsIn(asOfficer, proposes(met, linkOf(met, { agrees: ['names'] }), own)),
    /party_link_agrees_check/,
  )
  await rejects(idsIn(here.faces.office.db, proposes(met, linkOf(met), own)), NOBODY, 'nobody acts')
  for (const text of [
    `update party_link set state = 'linked'`,
    'select id from party_link',
    'delete from party_link_act',
  ]) {
    await rejects(idsIn(asOfficer, text), FORBIDDEN)
  }
})

test('what waits for another official is confirmed by nobody else, and counts from then on for both', async (t) => {
  const met = await metTwice(t)
  const { here, once, again } = met
  const eve = await somebodyElse(here)
  const officer = await official(here, 'officer')
  const signer = await official(here, 'signer')
  const [asOfficer, asSigner] = [officeAs(here, officer.at), officeAs(here, signer.at)]
  const first = proposes(met, linkOf(met), actOf(officer, 'propose', 'case-officer'))
  // Two who propose it at once: one link is made of it.
  const both = await Promise.all([
    idsIn(asOfficer, first),
    idsIn(asSigner, proposes(met, linkOf(met), actOf(signer, 'propose', 'signer'))),
  ])
  deepEqual(both.flat().toSorted(), ['false', 'true'])
  const [link = ''] = await idsIn(asOfficer, 'select id from links_among(null)')
  const [proposer, other] =
    both[0][0] === 'true' ? ([officer, signer] as const) : ([signer, officer] as const)
  const roleOf = (who: Official) => (who === officer ? 'case-officer' : 'signer')
  const does = (who: Official, act: string) =>
    idsIn(officeAs(here, who.at), steps(met, link, actOf(who, act, roleOf(who))))
  deepEqual(await held(here, once), [{ number: once.status, apart: undefined }], 'not yet')
  await rejects(does(proposer, 'confirm'), NOT_THEIRS)
  await rejects(
    idsIn(asSigner, steps(met, randomUUID(), actOf(signer, 'confirm', 'signer'))),
    NOT_THEIRS,
  )
  const forged = actOf(proposer, 'confirm', roleOf(proposer))
  await rejects(idsIn(officeAs(here, other.at), steps(met, link, forged)), NOT_THEIRS)
  // Two presses at once: one confirms, and the other finds it done.
  const pressed = await Promise.all([does(other, 'confirm'), does(other, 'confirm')])
  deepEqual(pressed.flat().toSorted(), ['false', 'true'])

  for (const [one, two] of [
    [once, again],
    [again, once],
  ] as const) {
    deepEqual(await held(here, one), [
      { number: one.status, apart: undefined },
      { number: undefined, apart: true },
    ])
    equal((await inTransaction(portalAs(here, one.who), ownLinks)).length, 1)
    const theirs = `select number as id from status where number = '${two.status}'`
    deepEqual(await idsIn(portalAs(here, one.who), theirs), [], 'the row stays whose it is')
    const cases = `select id from case_file where id = '${two.id}'`
    deepEqual(await idsIn(portalAs(here, one.who), cases), [])
  }
  deepEqual(await held(here, eve), [{ number: eve.status, apart: undefined }])
  deepEqual(await inTransaction(portalAs(here, eve.who), ownLinks), [])

  deepEqual(await does(other, 'undo'), ['true'])
  equal((await held(here, once)).length, 2, 'until it is undone it holds')
  await rejects(does(other, 'end'), NOT_THEIRS)
  deepEqual(await does(proposer, 'end'), ['true'])
  equal((await held(here, once)).length, 1)
  const [told] = await inTransaction(portalAs(here, once.who), ownLinks)
  deepEqual([told?.stands, told?.endedAt !== undefined], ['undone', true])
  deepEqual(await does(proposer, 'keep'), ['false'])
  const leaves = await here.db
    .selectFrom('partyLinkAct')
    .select(['act', 'nth'])
    .orderBy('nth')
    .execute()
  deepEqual(
    leaves.map(({ act }) => act),
    ['propose', 'confirm', 'undo', 'end'],
  )
})

test('what somebody holds by another entry is told of a case to whoever sees that, and to nobody else', async (t) => {
  const met = await metTwice(t)
  const { here, once, again } = met
  const eve = await somebodyElse(here)
  await areOne(here, [once, again])
  const asOfficer = officeAs(here, await here.office('officer@kecid.example'))
  const elsewhere = (of: Met, who: string) =>
    `select coalesce(number, kind) as id from held_elsewhere('${of.id}', '${who}')`
  const asked = async (db: Database, of: Met, who = of.party) => idsIn(db, elsewhere(of, who))
  deepEqual(await asked(portalAs(here, once.who), once), ['recognition'], 'without its number')
  deepEqual(await asked(portalAs(here, once.who), again), [], 'of no case of another')
  deepEqual(await asked(portalAs(here, once.who), once, again.party), [], 'of nobody else in it')
  deepEqual(await asked(portalAs(here, eve.who), once), [])
  deepEqual(await asked(asOfficer, once), [again.status])
  for (const mailbox of ['expert.etn', 'expert.rinn']) {
    const expert = await official(here, mailbox)
    deepEqual(await asked(officeAs(here, expert.at), once), [], mailbox)
  }
  const open = 'select type as id from open_by_same() as type'
  deepEqual(await idsIn(portalAs(here, eve.who), open), [])
  await rejects(idsIn(asOfficer, open), FORBIDDEN)
})

test('of whom something was erased just now nothing is linked, and nothing breaks', async (t) => {
  const met = await metTwice(t)
  const { here, once, again } = met
  const officer = await official(here, 'officer')
  await eraseParty(here.faces.jobs, { partyId: again.party, at: here.clock.now() })
  const proposal = actOf(officer, 'propose', 'case-officer')
  const told = await idsIn(officeAs(here, officer.at), proposes(met, linkOf(met), proposal))
  deepEqual(told, [null])
  const entries = [once, again].map(({ party: partyId, id: caseId }) => ({ partyId, caseId }))
  const [one, two] = entries
  const done = await inTransaction(officeAs(here, officer.at), async (tx) =>
    one && two
      ? proposeLink(tx, here.faces.office, {
          entries: [one, two],
          ground: 'document-shown',
          agrees: ['document', 'names'],
          by: { id: officer.id, roles: ['case-officer'] },
          at: here.clock.now(),
        })
      : true,
  )
  equal(done, undefined)
  equal((await here.db.selectFrom('partyLink').selectAll().execute()).length, 0)
})

test('nobody is told which other case of a kind was sent in, but whoever has it', async (t) => {
  const met = await metTwice(t)
  const { here, once, again } = met
  await areOne(here, [once, again])
  const beside = (of: Met) =>
    `select coalesce(number, 'there') as id from sent_in_beside('${of.id}')`
  deepEqual(await idsIn(portalAs(here, once.who), beside(once)), [], 'both are over')
  await here.db
    .updateTable('caseFile')
    .set({ stage: 'examined' })
    .where('id', '=', again.id)
    .execute()
  deepEqual(await idsIn(portalAs(here, once.who), beside(once)), ['there'])
  deepEqual(await idsIn(portalAs(here, once.who), beside(again)), [], 'of no case of another')
  const asOfficer = officeAs(here, await here.office('officer@kecid.example'))
  await rejects(idsIn(asOfficer, beside(once)), FORBIDDEN)
})

test('erasing one of the two leaves the other whole, and nobody is linked any more', async (t) => {
  const met = await metTwice(t)
  const { here, once, again } = met
  const officer = await official(here, 'officer')
  const signer = await official(here, 'signer')
  const proposal = actOf(officer, 'propose', 'case-officer')
  await idsIn(officeAs(here, officer.at), proposes(met, linkOf(met), proposal))
  const [link = ''] = await idsIn(officeAs(here, officer.at), 'select id from links_among(null)')
  const confirms = steps(met, link, actOf(signer, 'confirm', 'signer'))
  deepEqual(await idsIn(officeAs(here, signer.at), confirms), ['true'])
  equal((await held(here, once)).length, 2)
  await eraseParty(here.faces.jobs, { partyId: again.party, at: here.clock.now() })
  deepEqual(await held(here, once), [{ number: once.status, apart: undefined }])
  const [told] = await inTransaction(portalAs(here, once.who), ownLinks)
  equal(told?.stands, 'gone', 'she reads that it was')
  const row = () => here.db.selectFrom('partyLink').selectAll().executeTakeFirst()
  const left = await row()
  const theirs = left?.party === null ? [left.caseId, left.other] : [left?.otherCase, left?.party]
  deepEqual(theirs, [null, once.party], 'whom it was with is said nowhere')
  for (const parties of ['null', `array['${once.party}']::uuid[]`]) {
    const links = `select id from links_among(${parties})`
    deepEqual(await idsIn(officeAs(here, officer.at), links), [])
  }
  const undo = steps(met, link, actOf(signer, 'undo', 'signer'))
  deepEqual(await idsIn(officeAs(here, signer.at), undo), ['false'])
  await eraseParty(here.faces.jobs, { partyId: once.party, at: here.clock.now() })
  equal(await row(), undefined, 'and of the second it goes')
})
