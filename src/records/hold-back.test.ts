import { deepEqual, doesNotMatch, equal, match, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readLeaf } from '#core/ledger/leaf.ts'
import { inTransaction } from '#platform/database.ts'
import { signInAgain } from '#test/days-later.ts'
import { taken } from '#test/held.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { annulmentOf, caseIn, decided } from '#test/played-case.ts'
import { sent } from '#test/signed-case.ts'
import { placeOf } from '#test/visitor.ts'

const DAY = 86_400_000
const PROTECTION = 'data-protection@kecid.example'
const SIGNER = 'signer@kecid.example'
const SECRETARY = 'council-secretary@kecid.example'
const HEAD = 'head@kecid.example'

/** Written and sent in, from where it is begun; gives its id. */
async function requested(
  who: Applicant,
  { begun, answers }: { begun: Response; answers: Record<string, string> },
): Promise<string> {
  equal(begun.status, 303, await begun.text())
  const base = placeOf(begun).split('?')[0] ?? ''
  const told = await who.post(`${base}/answers/request`, { ...answers, version: '0' })
  equal(told.status, 303, await told.text())
  equal((await who.post(`${base}/submit`)).status, 303)
  return base.split('/').at(-1) ?? ''
}

const restrictionOf = async (who: Applicant): Promise<string> =>
  requested(who, {
    begun: await who.post('/en/who-looked', { type: 'data-restriction' }),
    answers: { doubt: 'My diploma is read wrongly.', why: 'It says master.' },
  })

/** A case whose refusal is to be signed. */
async function refusalDrafted(here: TestHouse, ana: Applicant): Promise<string> {
  const id = await caseIn('awaiting-decision', here, ana, { share: 0 })
  const refusal = { outcome: 'refused', grounds: 'R3', reasoning: 'Bal çatmır.' }
  await taken(here, id, [['officer@kecid.example', 'draft-decision', refusal]])
  return id
}

const statusOf = ({ db }: TestHouse) =>
  db.selectFrom('status').select(['state', 'endedAs']).executeTakeFirstOrThrow()

const leavesOf = async ({ db }: TestHouse) =>
  (await db.selectFrom('ledgerLeaf').select('leaf').orderBy('id').execute()).map(
    ({ leaf }) => readLeaf(leaf)?.type,
  )

test('against whose data is restricted nothing is decided, and what gives is', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const case_ = await refusalDrafted(here, ana)
  const id = await restrictionOf(ana)
  await taken(here, id, [
    [PROTECTION, 'propose-restriction', { outcome: 'restricted', reasoning: 'Şübhə var.' }],
    [SIGNER, 'sign-restriction', {}],
  ])

  const page = await (await ana.get(`/en/applications/${case_}`)).text()
  match(page, /Nothing is decided to your disadvantage\. This is so since/)
  const officer = await here.office('officer@kecid.example')
  const seen = await (await officer.get(`/en/cases/${case_}`)).text()
  match(seen, /Nothing is decided against this person/)
  const refused = await sent(await here.office(SIGNER), `/en/cases/${case_}/steps/sign`)
  equal(refused.status, 409)
  match(await refused.text(), /as long as the restriction of case RES-2026-\d{6} stands/)

  const own = await (await ana.get(`/en/applications/${id}`)).text()
  match(own, /Your data is not used to your disadvantage/)
  await taken(here, id, [
    [
      PROTECTION,
      'propose-lifting',
      { outcome: 'lifted', grounds: 'Q3', reasoning: 'Aydınlaşdırılıb.' },
    ],
  ])
  const proposed = await (await (await here.office(SIGNER)).get(`/en/cases/${id}`)).text()
  match(proposed, /Aydınlaşdırılıb/, 'what is to be signed is shown beside what was')
  await taken(here, id, [[SIGNER, 'sign-lifting', {}]])
  await taken(here, case_, [[SIGNER, 'sign', {}]])
  const decisions = here.db.selectFrom('decision').select(['outcome', 'supersedes'])
  const made = await decisions.where('caseId', '=', id).orderBy('decidedOn').execute()
  equal(made.length, 2)
  equal(made.filter(({ supersedes }) => supersedes !== null).length, 1)
  const holds = await here.db.selectFrom('hold').select(['liftedBy', 'back']).execute()
  deepEqual(
    holds.map(({ liftedBy, back }) => [back, liftedBy === null]),
    [['deciding', false]],
  )
})

test('whoever asked for a restriction ends it by withdrawing', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const case_ = await refusalDrafted(here, ana)
  const id = await restrictionOf(ana)
  await taken(here, id, [
    [PROTECTION, 'propose-restriction', { outcome: 'restricted', reasoning: 'Şübhə var.' }],
    [SIGNER, 'sign-restriction', {}],
  ])
  const form = await (await ana.get(`/en/applications/${id}/withdraw`)).text()
  match(form, /Withdraw/)
  equal((await ana.post(`/en/applications/${id}/withdraw`, { sure: 'yes' })).status, 303)
  await taken(here, case_, [[SIGNER, 'sign', {}]])
})

test('what an annulment took is held while it waits, and ends again with that', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const recognition = await caseIn('recognised', here, ana)
  const annulment = await annulmentOf(here, recognition, { ground: 'A3' })
  here.clock.advance(60 * DAY)
  await decided(here.owned, annulment, 'annul')
  await signInAgain(here, ana)
  const page = await (await ana.get(`/en/applications/${annulment}/decision`)).text()
  doesNotMatch(page, /Ask that the decision waits/, 'nobody has complained')
  const contest = /action="([^"]+\/contest)"/.exec(page)?.[1] ?? ''
  const base = placeOf(await ana.post(contest, { type: 'complaint' }))
  const complaint = { wrong: 'It is.', wanted: 'Look again.', late: '', version: '0' }
  equal((await ana.post(`${base}/answers/complaint`, complaint)).status, 303)
  equal((await ana.post(`${base}/submit`)).status, 303)
  match(
    await (await ana.get(`/en/applications/${annulment}/decision`)).text(),
    /Ask that the decision waits/,
  )

  const id = await requested(ana, {
    begun: await ana.post(contest, { type: 'interim-protection' }),
    answers: { harm: 'I lose my work.' },
  })
  await taken(here, id, [
    [SECRETARY, 'propose-protection', { outcome: 'protected', reasoning: 'İş itirilər.' }],
    [HEAD, 'sign-protection', {}],
  ])
  deepEqual(await statusOf(here), { state: 'in-force', endedAs: null })
  deepEqual((await leavesOf(here)).slice(-2), ['hold-placed', 'status-restored'])
  const held = await (await ana.get(`/en/applications/${annulment}`)).text()
  match(held, /The decision is not carried out for now/)

  await taken(here, id, [
    [SECRETARY, 'propose-lifting', { outcome: 'carried-out', grounds: 'K9', reasoning: 'Bitib.' }],
    [HEAD, 'sign-lifting', {}],
  ])
  deepEqual(await statusOf(here), { state: 'ended', endedAs: 'annulled' })
  equal((await leavesOf(here)).includes('status-ended'), true)
})

test('nothing is held back but what the case is about, and by its own outcome', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  await caseIn('decision-drafted', here, ana)
  const id = await restrictionOf(ana)
  await taken(here, id, [
    [PROTECTION, 'propose-restriction', { outcome: 'restricted', reasoning: 'Şübhə var.' }],
    [SIGNER, 'sign-restriction', {}],
  ])
  const { id: decision } = await here.db
    .selectFrom('decision')
    .select('id')
    .where('caseId', '=', id)
    .executeTakeFirstOrThrow()
  const placed = (target: string) =>
    inTransaction(here.db, (tx) =>
      sql`select place_hold(${id}::uuid, ${decision}::uuid, ${JSON.stringify({
        effect: 'hold',
        what: 'deciding',
        target,
      })}::json)`.execute(tx),
    )
  await rejects(placed(crypto.randomUUID()), /nothing else is held back/)
  await placed(ana.account.partyId)
})
