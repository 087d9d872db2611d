import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { stringify } from 'yaml'
import type { Answers } from '#core/answers/answers.ts'
import { readLeaf } from '#core/ledger/leaf.ts'
import { outcome } from '#test/life-parts.ts'
import { inTransaction } from '#platform/database.ts'
import { ownHoldings } from '#records/families.ts'
import { sequenceLeaves } from '#records/ledger.ts'
import { signInAgain } from '#test/days-later.ts'
import { portalAs } from '#test/family.ts'
import { areOne } from '#test/met-twice.ts'
import { ledgerDump, outsideVerifier } from '#test/outside-verifier.ts'
import { house, MASTER, type Applicant, type TestHouse } from '#test/house.ts'
import { caseIn, decided, proposed, submitted } from '#test/played-case.ts'
import { permitReview, permitType, policyWithPermits, toyPermit } from '#test/toy-permit.ts'
import { toyEnd } from '#test/toy-status.ts'

const PERSON: Answers = {
  person: [
    { id: 'p', values: { surname: 'Ferreira', 'born-on': '1987-03-27', paper: 'CD123456' } },
  ],
}

/** A permit takes the place of the one before, and a pass rests on a permit. */
function policyOfFollowing(t: TestContext): string {
  const issue = {
    effect: 'issue',
    status: 'permit',
    rests: { role: 'applicant', status: 'recognition' },
    inPlaceOf: { statuses: ['permit'], as: 'followed' },
  } as const
  const [, refused] = permitType.outcomes
  const folder = policyWithPermits(t, undefined, {
    ...permitType,
    begins: {
      ...permitType.begins,
      when: [{ test: 'holds', status: 'recognition' }],
      unless: [{ test: 'same-type-open' }],
    },
    outcomes: [outcome('recognised', { favourable: true, effects: [issue] }), ...only(refused)],
  })
  const passing = {
    effect: 'issue',
    status: 'pass',
    rests: { role: 'applicant', status: 'permit' },
  } as const
  const documents = {
    'statuses/permit': { ...toyPermit, ends: [...toyPermit.ends, toyEnd('followed')] },
    'statuses/pass': {
      ...toyPermit,
      code: 'pass',
      restsOn: ['permit'],
      whenGone: { open: 'pass-review' },
    },
    'types/pass': {
      ...permitType,
      code: 'pass',
      numberPrefix: 'PAS',
      outcomes: [outcome('recognised', { favourable: true, effects: [passing] }), ...only(refused)],
    },
    'types/pass-review': {
      ...permitReview,
      code: 'pass-review',
      numberPrefix: 'PSR',
      begins: { ...permitReview.begins, about: { status: 'pass' } },
    },
  }
  for (const [name, document] of Object.entries(documents)) {
    const text = stringify(document, { aliasDuplicateObjects: false })
    writeFileSync(join(folder, `${name}.yaml`), text)
  }
  return folder
}

const only = <One>(one: One | undefined): readonly One[] => (one === undefined ? [] : [one])

async function given(here: TestHouse, ana: Applicant, type: string): Promise<string> {
  const id = await submitted(here, ana, { type, answers: PERSON })
  const said = { outcome: 'recognised', grounds: [], reasoning: 'She may stay.' }
  await proposed(here.owned, id, { step: 'draft-decision', ...said })
  await decided(here.owned, id, 'sign')
  return id
}

const held = ({ db }: TestHouse) =>
  db
    .selectFrom('status')
    .innerJoin('caseFile', 'caseFile.id', 'status.caseId')
    .leftJoin('event', 'event.id', 'endedBy')
    .select(['status.number', 'status.kind', 'status.state', 'endedAs', 'restsOn'])
    .select(['event.caseId as endedIn', 'status.caseId'])
    .where('status.kind', '<>', 'recognition')
    .execute()

test('what is given in the place of another ends it, and what rested on that rests on it', async (t) => {
  const here = await house(t, { policy: policyOfFollowing(t) })
  const ana = await here.signedUpApplicant()
  await caseIn('recognised', here, ana)
  const before = await given(here, ana, 'permit')
  const resting = await given(here, ana, 'pass')

  const second = await given(here, ana, 'permit')

  const rows = await held(here)
  const by = (id: string) => rows.find(({ caseId }) => caseId === id)
  const [first, pass, next] = [by(before), by(resting), by(second)]
  deepEqual([first?.state, first?.endedAs, first?.endedIn], ['ended', 'followed', second])
  deepEqual([next?.kind, next?.state], ['permit', 'in-force'])
  deepEqual([pass?.kind, pass?.state, pass?.restsOn], ['pass', 'in-force', next?.number])
  await here.runJobs()
  const begun = here.db.selectFrom('caseFile').select('type').where('type', 'like', '%-review')
  deepEqual(await begun.execute(), [], 'nothing has lost its ground')
  const leaves = await here.db.selectFrom('ledgerLeaf').select('leaf').execute()
  const ends = leaves.filter(({ leaf }) => readLeaf(leaf)?.type === 'status-ended')
  equal(ends.length, 1)
  const act = await (await ana.get(`/en/applications/${second}/decision`)).text()
  match(act, new RegExp(`In place of this, which ends with it[\\s\\S]*${first?.number}`))
})

test('what a case asks to be held, and what it ends, is held by whatever entry of one person', async (t) => {
  const here = await house(t, { policy: policyOfFollowing(t) })
  const [ana, again] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const recognition = await caseIn('recognised', here, ana)
  const before = await given(here, ana, 'permit')
  const resting = await given(here, ana, 'pass')
  const list = '/en/applications'
  const begins = async (who: Applicant) => (await who.post(list, { type: 'permit' })).status
  const there = await submitted(here, again)
  equal(await begins(again), 409)
  match(await (await ana.get(list)).text(), /While this status of yours is in force/)
  const one = { party: ana.account.partyId, id: recognition }
  await areOne(here, [one, { party: again.account.partyId, id: there }])

  equal(await begins(again), 303)
  match(await (await ana.get(list)).text(), /You have one of this kind already/, 'which is sent in')
  equal(await begins(ana), 303, 'a draft there keeps nobody from beginning')
  here.clock.advance(3 * 86_400_000)
  const second = await given(here, again, 'permit')
  await signInAgain(here, ana)

  const rows = await held(here)
  const by = (id: string) => rows.find(({ caseId }) => caseId === id)
  const [first, pass, next] = [by(before), by(resting), by(second)]
  deepEqual([first?.state, first?.endedAs, first?.endedIn], ['ended', 'followed', second])
  deepEqual([next?.kind, next?.state], ['permit', 'in-force'])
  deepEqual([pass?.state, pass?.restsOn], ['in-force', next?.number])
  const holdings = await inTransaction(portalAs(here, ana), (tx) =>
    ownHoldings(tx, [ana.account.partyId]),
  )
  const permits = holdings.get(ana.account.partyId)?.filter(({ kind }) => kind === 'permit') ?? []
  equal(permits.length, 2, 'she finds what she held until then, and what she has now')

  const page = await ana.get(`/en/applications/${before}`)
  equal(page.status, 200)
  match(await page.text(), /followed/i, 'and that it ended')

  const { verify } = await outsideVerifier()
  while ((await inTransaction(here.db, sequenceLeaves)) > 0);
  const masterKey = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`
  deepEqual(verify(await ledgerDump(here.db), masterKey), [])
})

test('nothing ends by what is given to somebody else, nor of a kind that the outcome does not name', async (t) => {
  const here = await house(t, { policy: policyOfFollowing(t) })
  const [ana, bo] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  for (const one of [ana, bo]) {
    await caseIn('recognised', here, one)
    await given(here, one, 'permit')
  }
  const rows = await here.db
    .selectFrom('status')
    .select(['number', 'kind', 'holder', 'givenBy'])
    .execute()
  const of = (who: Applicant, kind: string) =>
    rows.find((each) => each.holder === who.account.partyId && each.kind === kind)
  const follows = (target: string | undefined) => {
    const next = of(ana, 'permit')
    const effect = JSON.stringify({ target, what: 'followed', next: next?.number })
    const allowed = ['issue permit', 'end followed', 'end followed permit']
    return sql`select follows(${next?.givenBy}::uuid, ${effect}::json, ${allowed}::text[])`.execute(
      here.db,
    )
  }
  await rejects(follows(of(bo, 'permit')?.number), /nothing is given in the place of/)
  await rejects(follows(of(ana, 'recognition')?.number), /nothing is given in the place of/)
  await rejects(follows(of(ana, 'permit')?.number), /nothing is given in the place of/, 'itself')
})
