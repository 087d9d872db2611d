import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers } from '#core/answers/answers.ts'
import { isoMoment } from '#core/dated.ts'
import { readLeaf } from '#core/ledger/leaf.ts'
import { carryingOut } from '#jobs/carry-out.ts'
import { watchTerms } from '#jobs/watch-terms.ts'
import { connect, disconnect } from '#platform/database.ts'
import { addressAs } from '#platform/logins.ts'
import type { House } from '#records/house.ts'
import { cutOffAfter } from '#test/cut-off.ts'
import { house, type TestHouse } from '#test/house.ts'
import {
  annulmentOf,
  begunAbout,
  caseIn,
  decided,
  deathReportOf,
  proposed,
  submitted,
} from '#test/played-case.ts'
import { policyWithPermits } from '#test/toy-permit.ts'

const mailer = { send: () => Promise.reject(new Error('what is carried out sends nothing')) }

const carryOutBy = (jobs: House) => carryingOut.work({ house: jobs, mailer }, {})

const PERSON: Answers = {
  person: [
    { id: 'p', values: { surname: 'Ferreira', 'born-on': '1987-03-27', paper: 'CD123456' } },
  ],
}

/** Somebody who is recognised, and a month later has so many permits that rest on it. */
async function holder(here: TestHouse, permits: number) {
  const ana = await here.signedUpApplicant()
  const recognition = await caseIn('recognised', here, ana)
  here.clock.advance(30 * 86_400_000)
  for (let count = 0; count < permits; count += 1) {
    const id = await submitted(here, ana, { type: 'permit', answers: PERSON })
    const said = { outcome: 'recognised', grounds: [], reasoning: 'She may stay.' }
    await proposed(here.owned, id, { step: 'draft-decision', ...said })
    await decided(here.owned, id, 'sign')
  }
  return { ana, recognition }
}

const waiting = async ({ db }: TestHouse) =>
  db.selectFrom('effect').select(['effect', 'target']).where('state', '=', 'waiting').execute()

const opened = async ({ db }: TestHouse) =>
  db
    .selectFrom('caseFile')
    .innerJoin('event', 'event.caseId', 'caseFile.id')
    .leftJoin('task', 'task.caseId', 'caseFile.id')
    .select(['aboutStatus', 'caseFile.type', 'caseFile.state', 'event.actor', 'event.role'])
    .select(['event.cause', 'task.ownerRole', 'caseFile.number'])
    .where('caseFile.type', '=', 'permit-review')
    .orderBy('aboutStatus')
    .execute()

const permitsOf = async ({ db }: TestHouse) => {
  const permits = db.selectFrom('status').select(['number', 'state', 'restsOn'])
  return permits.where('kind', '=', 'permit').orderBy('number').execute()
}

/** Two permits whose ground was taken away by a decision. */
async function annulled(here: TestHouse) {
  const { recognition } = await holder(here, 2)
  const annulment = await annulmentOf(here, recognition, { ground: 'A1' })
  here.clock.advance(60 * 86_400_000)
  await decided(here.owned, annulment, 'annul')
  const { id: cause } = await here.db
    .selectFrom('event')
    .select('id')
    .where('caseId', '=', annulment)
    .where('kind', '=', 'decide')
    .executeTakeFirstOrThrow()
  return { cause, recognition }
}

test('what rests on a status that a decision ends has a case opened about each, and none ends', async (t) => {
  const here = await house(t, { policy: policyWithPermits(t) })
  const { cause } = await annulled(here)
  const permits = await permitsOf(here)
  const targets = permits.map(({ number }) => number)
  deepEqual((await waiting(here)).map(({ target }) => target).sort(), targets)
  deepEqual(await opened(here), [])

  await here.runJobs()

  deepEqual(await waiting(here), [])
  const found = await opened(here)
  deepEqual(
    found.map(({ number: _number, ...row }) => row),
    targets.map((aboutStatus) => ({
      aboutStatus,
      type: 'permit-review',
      state: 'opened',
      actor: null,
      role: 'system',
      cause,
      ownerRole: 'case-officer',
    })),
  )
  ok(found.every(({ number }) => number?.startsWith('PRV-2026-')))
  deepEqual(
    (await permitsOf(here)).map(({ state }) => state),
    ['in-force', 'in-force'],
  )
  const leaves = await here.db.selectFrom('ledgerLeaf').select('leaf').execute()
  const caused = leaves.map(({ leaf }) => readLeaf(leaf)).filter((leaf) => leaf?.role === 'system')
  equal(caused.filter((leaf) => leaf?.type === 'begin' && leaf.cause !== null).length, 2)
})

test('officials read in such a case what the status rested on, and that it is gone', async (t) => {
  const here = await house(t, { policy: policyWithPermits(t) })
  await annulled(here)
  await carryOutBy(here.faces.jobs)
  const { id } = await here.db
    .selectFrom('caseFile')
    .select('id')
    .where('type', '=', 'permit-review')
    .limit(1)
    .executeTakeFirstOrThrow()

  const officer = await here.office('officer@kecid.example')
  const page = await (await officer.get(`/en/cases/${id}`)).text()
  const list = await (await officer.get('/en')).text()

  match(page, /Rests on/)
  match(page, /HQM-TEST-[^<]+<\/a> <strong[^>]*>Annulled/)
  match(list, /PRV-2026-/)
})

test('time that ends a status, and the report of a death, leave nothing that rested on it unseen', async (t) => {
  const here = await house(t, { policy: policyWithPermits(t) })
  await holder(here, 1)
  const { recognition: second } = await holder(here, 1)
  const report = await deathReportOf(here, second)
  await decided(here.owned, report, 'confirm-death')
  await here.runJobs()
  const [died] = await opened(here)
  ok(died?.cause)

  here.clock.set(isoMoment('2031-03-02T06:00:00.000Z'))
  await watchTerms.work({ house: here.faces.jobs, mailer }, {})
  await carryOutBy(here.faces.jobs)

  const states = await here.db.selectFrom('status').select(['kind', 'endedAs']).execute()
  deepEqual(states.map(({ kind, endedAs }) => `${kind} ${endedAs}`).sort(), [
    'permit null',
    'permit null',
    'recognition expired',
    'recognition holder-deceased',
  ])
  const all = await opened(here)
  equal(all.filter(({ cause }) => cause === null).length, 1)
  equal(new Set(all.map(({ aboutStatus }) => aboutStatus)).size, 2)
})

test('a crash at any point loses nothing and doubles nothing', async (t) => {
  const here = await house(t, { policy: policyWithPermits(t) })
  const { jobs } = here.faces
  await annulled(here)
  let statements = 0
  for (let last = 1; last === 1 || statements >= last; last += 1) {
    const db = connect({
      url: addressAs(here.url, 'kecid_jobs'),
      max: 1,
      application: 'cut off',
    })
    const sent = cutOffAfter(db, last)
    await carryOutBy({ ...jobs, db }).catch(() => undefined)
    await disconnect(db)
    statements = sent()
    const [left, cases] = [await waiting(here), await opened(here)]
    equal(left.length + cases.length, 2, `cut off after ${last}`)
  }
  ok(statements > 0)
  deepEqual(await waiting(here), [])
  equal((await opened(here)).length, 2)
})

test('two who carry the same out at once open one case', async (t) => {
  const here = await house(t, { policy: policyWithPermits(t) })
  const { jobs } = here.faces
  await annulled(here)

  await Promise.all([carryOutBy(jobs), carryOutBy(jobs), carryOutBy(jobs)])

  deepEqual(await waiting(here), [])
  equal((await opened(here)).length, 2)
})

test('nothing is opened about what has ended meanwhile, or what an official has opened', async (t) => {
  const here = await house(t, { policy: policyWithPermits(t) })
  await annulled(here)
  const [first, second] = await permitsOf(here)
  const giver = await here.db
    .selectFrom('status')
    .select('caseId')
    .where('number', '=', first?.number ?? '')
    .executeTakeFirstOrThrow()
  const byHand = await begunAbout(here.owned, giver.caseId, 'permit-review')
  await here.db
    .updateTable('status')
    .set({ state: 'ended', endedAs: 'expired' })
    .where('number', '=', second?.number ?? '')
    .execute()

  await carryOutBy(here.faces.jobs)

  deepEqual(await waiting(here), [])
  const cases = await here.db
    .selectFrom('caseFile')
    .select('id')
    .where('type', '=', 'permit-review')
    .execute()
  deepEqual(cases, [{ id: byHand }])
})
