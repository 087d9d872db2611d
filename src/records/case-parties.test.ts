import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { assert } from '#core/assert.ts'
import { descriptionInForce, type Description } from '#core/policy/policy.ts'
import { inTransaction } from '#platform/database.ts'
import { readAnswers, saveBlock } from '#records/answers.ts'
import { beginCase, type Beginning } from '#records/cases.ts'
import { readCase } from '#records/read-case.ts'
import { addDocument, documentsOf } from '#records/documents.ts'
import { eraseParty } from '#records/erasing.ts'
import type { House } from '#records/house.ts'
import { addParty, heldKey } from '#records/parties.ts'
import { newVaultAddress } from '#platform/vault.ts'
import { house, type Applicant } from '#test/house.ts'
import { begunAbout, caseIn } from '#test/played-case.ts'

const CHILD = [{ id: 'one', values: { surname: 'Ferreira', 'given-names': 'Rita' } }]

function lawOf({ policy, clock }: House): Description {
  const description = descriptionInForce(policy, 'recognition', clock.today())
  assert(description !== undefined, 'the rules are in force')
  return description
}

/** A draft that somebody begins, for themselves or for another. */
function begin(face: House, { account }: Applicant, about?: Beginning['about']): Promise<string> {
  const { db, keys, policy, clock } = face
  const taking = {
    by: { id: account.partyId, roles: [] },
    at: clock.now(),
    on: clock.today(),
    description: lawOf(face),
    calendars: policy.calendars,
  }
  const reader = { partyId: account.partyId, language: account.language }
  return inTransaction(db, (tx) =>
    beginCase(tx, keys, { reader, ...(about === undefined ? {} : { about }) }, taking),
  )
}

test('a case that an official begins has its number at once, and a draft draws none', async (t) => {
  const kecid = await house(t)
  const { owned: office } = kecid
  const ana = await kecid.signedUpApplicant()
  const given = await caseIn('recognised', kecid, ana)
  const serialOf = async (type: string) => {
    const id = await begunAbout(office, given, type)
    const found = await inTransaction(office.db, (tx) => readCase(tx, office.keys, id))
    const [, prefix, serial] = /^([A-Z]+)-2026-(\d{6})$/.exec(found?.standing.number ?? '') ?? []
    return [prefix, Number(serial)] as const
  }

  const [prefix, first] = await serialOf('annulment')
  const draft = await begin(office, ana)
  const [other, next] = await serialOf('death-report')

  const found = await inTransaction(office.db, (tx) => readCase(tx, office.keys, draft))
  deepEqual([prefix, found?.standing.number], ['ANN', undefined])
  equal(other === prefix, false)
  equal(next, first + 1)
})

test('a case of a child without an account lies under the child’s key, and a parent has it', async (t) => {
  const kecid = await house(t)
  const { jobs } = kecid.faces
  const { owned: portal } = kecid
  const { keys, db } = portal
  const parent = await kecid.signedUpApplicant({ language: 'tr' })
  const child = await inTransaction(portal.door, (tx) => addParty(tx, keys))
  const caseId = await begin(portal, parent, { partyId: child.id, role: 'child' })

  const found = await inTransaction(portal.db, (tx) => readCase(tx, portal.keys, caseId))
  ok(found)
  equal(found.partyId, child.id)
  deepEqual(found.reader, { partyId: parent.account.partyId, language: 'tr' })
  deepEqual(
    found.parties.map(({ partyId, role, isSubject }) => [partyId, role, isSubject]),
    [
      [child.id, 'child', true],
      [parent.account.partyId, 'applicant', false],
    ],
  )
  const ring = await keys.read({ cases: [caseId] })
  const key = heldKey(ring, { party: child.id, caseId })
  ok(key.equals(found.key))
  const { type } = lawOf(portal)
  const block = type.blocks.find(({ code }) => code === 'person')
  assert(block !== undefined, 'the type asks who somebody is')
  const about = { caseId, partyId: child.id, key }
  const at = kecid.clock.now()
  await inTransaction(db, async (tx) => {
    await saveBlock(tx, { ...about, block, items: CHILD, version: 0, at })
    const stored = { address: newVaultAddress(), sha256: Buffer.alloc(32) }
    const file = { kind: 'photo', name: 'rita.jpg', media: 'jpeg', bytes: 9 } as const
    await addDocument(tx, { ...about, ...file, stored, addedAt: at })
  })
  const read = () =>
    inTransaction(db, async (tx) => ({
      answers: (await readAnswers(tx, caseId))(found).answers,
      documents: (await documentsOf(tx, caseId))(found).map(({ name }) => name),
    }))
  deepEqual(await read(), { answers: { person: CHILD }, documents: ['rita.jpg'] })
  match(await (await parent.get('/tr/applications')).text(), new RegExp(caseId))
  equal((await parent.get(`/tr/applications/${caseId}`)).status, 200)
  const stranger = await kecid.signedUpApplicant()
  equal((await stranger.get(`/en/applications/${caseId}`)).status, 404)

  // The parent goes, and the child's part stays readable; the child goes, and it does not.
  await eraseParty(jobs, { partyId: parent.account.partyId, at })
  deepEqual(await read(), { answers: { person: CHILD }, documents: ['rita.jpg'] })
  await eraseParty(jobs, { partyId: child.id, at })
  equal((await keys.read({ cases: [caseId] })).of({ party: child.id, caseId }), 'erased')
  deepEqual((await inTransaction(db, (tx) => readAnswers(tx, caseId)))(found).answers, {})
})

test('a spouse with an account of their own reads their case, and is written to', async (t) => {
  const kecid = await house(t)
  const { owned: portal } = kecid
  const holder = await kecid.signedUpApplicant({ language: 'en' })
  const spouse = await kecid.signedUpApplicant({ language: 'ru' })
  const { partyId } = spouse.account
  const caseId = await begin(portal, holder, { partyId, role: 'spouse' })

  const found = await inTransaction(portal.db, (tx) => readCase(tx, portal.keys, caseId))
  equal(found?.partyId, partyId)
  deepEqual(found?.reader, { partyId, language: 'ru' })
  for (const [who, language] of [
    [spouse, 'ru'],
    [holder, 'en'],
  ] as const) {
    equal((await who.get(`/${language}/applications/${caseId}`)).status, 200)
  }
  // What one has of their own is nobody else's.
  const own = await begin(portal, spouse)
  equal((await holder.get(`/en/applications/${own}`)).status, 404)
  const ring = await portal.keys.read({ cases: [caseId, own] })
  const [here, there] = [
    { party: partyId, caseId },
    { party: partyId, caseId: own },
  ]
  equal(heldKey(ring, here).equals(heldKey(ring, there)), false, 'a key for each case')
})
