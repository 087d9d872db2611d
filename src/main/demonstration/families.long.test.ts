import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { assert } from '#core/assert.ts'
import { claimsOf } from '#core/cases/claims.ts'
import { stepOfTime } from '#core/cases/examining.ts'
import { isAwaited } from '#core/cases/asked.ts'
import { stepsFor } from '#core/cases/may.ts'
import { isOfficeRole, SYSTEM } from '#core/cases/roles.ts'
import { dayInBaku, isoMoment } from '#core/dated.ts'
import { descriptionOf, descriptionsInForce, typeOf } from '#core/policy/policy.ts'
import { serviceOf } from '#core/policy/systems.ts'
import { RESIDENCE, STAY } from '#main/demonstration/lives-permits.ts'
import { FAMILIES } from '#main/demonstration/stories-families.ts'
import { inTransaction } from '#platform/database.ts'
import { accountSigningIn } from '#records/accounts.ts'
import { contextIn } from '#records/cases.ts'
import { furnished, type Demonstration } from '#test/furnished.ts'
import { sessionOf } from '#test/house.ts'
import { shippedWithPlace } from '#test/visits.ts'

/** The permits are in no frozen policy, so these are played by the one that is shipped. */
let made: Promise<Demonstration> | undefined
const POLICY = shippedWithPlace({ after }, 1)
const demonstration = () => (made ??= furnished(undefined, POLICY))

const TYPES = [STAY, RESIDENCE]
const CITIZENSHIP = 'citizenship'

test('families have a permit in every state that leaves a case, and every outcome of whoever asks', async (t) => {
  const { cases, faces, took } = await demonstration()
  t.diagnostic(`${cases.length} cases in ${Math.round(took)} ms`)
  const there = cases.map(({ standing }) => `${standing.type}: ${standing.state}`)
  const decided = cases.flatMap(({ standing: { type, decided: made } }) =>
    (made?.decisions ?? []).map(({ outcome }) => `${type}: ${outcome}`),
  )
  for (const code of TYPES) {
    const { states, outcomes } = typeOf(faces.office.policy, { type: code })
    const missing = states.filter((state) => !there.includes(`${code}: ${state.code}`))
    deepEqual(
      missing.map((state) => state.code),
      ['discarded'],
    )
    for (const outcome of outcomes) ok(decided.includes(`${code}: ${outcome.code}`), outcome.code)
  }
})

test('of all that a holder can ask for there is a case to look at', async () => {
  const { cases, faces, clock } = await demonstration()
  const there = new Set(cases.map(({ standing }) => standing.type))
  const asked = descriptionsInForce(faces.portal.policy, clock.today())
    .map(({ type }) => type)
    .filter(({ begins: { about, when = [], as = [], by } }) => {
      const tests = [...when, ...as.flatMap((each) => each.when)]
      const isHeld = tests.some(({ test }) => ['holds', 'holds-any', 'held-for'].includes(test))
      const isOwn = about !== undefined && 'status' in about && !by.some(isOfficeRole)
      return isHeld || isOwn
    })
    .map(({ code }) => code)
  ok(asked.length >= 8)
  // Nobody has lived here for good for as long as that takes: the Programme is younger.
  deepEqual(
    asked.filter((code) => !there.has(code)),
    [CITIZENSHIP],
  )
})

test('a permit was annulled after a hearing, another is about to be, and what rests on the first is looked at', async () => {
  const { cases } = await demonstration()
  const there = cases.map(({ standing: { type, state } }) => `${type}: ${state}`)
  for (const wanted of ['residence-annulment: decided', 'stay-annulment: proposed']) {
    ok(there.includes(wanted), wanted)
  }
  const { db } = await demonstration()
  const opened = await db
    .selectFrom('caseFile')
    .select(['state', 'number'])
    .where('type', '=', 'member-residence-annulment')
    .execute()
  deepEqual(
    opened.map(({ state }) => state),
    ['opened'],
  )
})

const HOLDER = 'family@kecid.example'
const PARTNER = 'family.spouse@kecid.example'

async function accountOf({ db, secret }: Demonstration, email: string) {
  const account = await inTransaction(db, (tx) => accountSigningIn(tx, secret, email))
  assert(account !== undefined, `${email} has an account`)
  return account
}

test('a family holds permits that rest on one another, and each reads their own', async () => {
  const here = await demonstration()
  const [holder, partner] = [await accountOf(here, HOLDER), await accountOf(here, PARTNER)]
  const statuses = here.db.selectFrom('status').select(['number', 'kind', 'state', 'restsOn'])
  const hers = await statuses.where('holder', '=', holder.partyId).orderBy('number').execute()
  const [recognition, stay, residence] = hers
  deepEqual(
    hers.map(({ restsOn, state }) => [restsOn, state]),
    [
      [null, 'in-force'],
      // The permit to live here took the place of the longer stay.
      [recognition?.number, 'ended'],
      [recognition?.number, 'in-force'],
    ],
  )
  const resting = await statuses.where('restsOn', '=', residence?.number ?? '').execute()
  deepEqual([resting.length, stay?.kind], [2, 'stay-permit'])

  const visitor = here.visitor()
  const token = await sessionOf(here.owned, partner)
  visitor.cookies.set('kecid', token)
  const list = await (await visitor.get('/en/applications')).text()
  match(list, /Temporary residence permit of a family member[\s\S]*In force/)
  match(await (await visitor.get('/en/who-looked')).text(), /Case officer/)
})

test('of those who wait, one has two persons, one is to be signed, and one awaits fingerprints', async () => {
  const { cases } = await demonstration()
  const standings = cases.map(({ standing }) => standing)
  const stays = standings.filter(({ type }) => type === STAY)
  const people = (state: string) =>
    stays.filter((each) => each.state === state).map(({ parties }) => parties.length)
  deepEqual([people('submitted'), people('decision-drafted')], [[2], [3]])

  const handing = standings.filter(
    ({ type, state }) => type === RESIDENCE && state === 'handing-over',
  )
  const steps = handing.map(({ tasks }) => tasks.filter(isAwaited).map(({ step }) => step))
  deepEqual(steps, [['record-fingerprints', 'record-card']])
})

test('of those who have to come, one came, another did not and has chosen a time to come', async () => {
  const { db, clock } = await demonstration()
  const visits = await db
    .selectFrom('appointment')
    .select(['state', 'startsAt'])
    .orderBy('startsAt')
    .execute()
  deepEqual(
    visits.map(({ state }) => state).toSorted((one, other) => one.localeCompare(other)),
    ['booked', 'came', 'missed'],
  )
  const last = visits.at(-1)
  equal(last?.state, 'booked')
  ok(last && dayInBaku(isoMoment(last.startsAt)) >= clock.today(), 'it is still to come')
  const looks = await db
    .selectFrom('look')
    .select('page')
    .where('page', '=', 'coming-page')
    .execute()
  ok(looks.length > 0)
})

test('nothing more is handed over of a permit that has ended: an official closes the case and says why', async () => {
  const { cases, faces, clock } = await demonstration()
  const { policy } = faces.jobs
  const handing = cases.find(
    ({ standing: { type, state } }) => type === RESIDENCE && state === 'handing-over',
  )
  assert(handing !== undefined, 'one is being handed over')
  const [at, on] = [clock.now(), clock.today()]
  const description = descriptionOf(policy, handing.standing, on)
  const by = { id: 'an official', roles: ['case-officer'] }
  const taking = { by, at, on, description, calendars: policy.calendars }
  const stepsAs = (held: typeof handing.held) =>
    stepsFor(contextIn({ ...handing, held }, taking), handing.standing).map(({ rule }) => rule.code)

  const tasks = ['record-fingerprints', 'record-card']
  const there = stepsAs(handing.held)
  deepEqual(
    tasks.filter((code) => there.includes(code)),
    tasks,
  )
  const gone = stepsAs([])
  deepEqual(
    tasks.filter((code) => gone.includes(code)),
    [],
  )
  ok(gone.includes('close-handing-over'))
})

test('whoever is given their permit back opens what is marked, to mend it', async () => {
  const here = await demonstration()
  const returned = here.cases
    .map(({ standing }) => standing)
    .filter(({ type, state }) => TYPES.includes(type) && state === 'returned')
  let opened = 0
  for (const { email } of FAMILIES) {
    const account = await accountOf(here, email)
    const visitor = here.visitor()
    visitor.cookies.set('kecid', await sessionOf(here.owned, account))
    for (const { id, parties, number } of returned) {
      if (parties[0]?.id !== account.partyId) continue
      const page = await visitor.get(`/en/applications/${id}~1/correct`)
      equal(page.status, 200, number)
      opened += 1
    }
  }
  deepEqual([opened, opened > 0], [returned.length, true])
})

test('registers agree with what people wrote, but of one who claims a higher degree', async () => {
  const { cases, faces, clock } = await demonstration()
  const { policy } = faces.office
  const claims = cases.flatMap(({ standing }) => {
    const { type } = descriptionOf(policy, standing, clock.today())
    return standing.registers
      .filter(({ found }) => found !== undefined)
      .flatMap((register) => {
        const confirms = serviceOf(policy.systems, register.service)?.service.confirms ?? []
        return claimsOf({ type, standing }, register, confirms)
      })
  })
  ok(claims.filter(({ as }) => as === 'confirmed').length > 500)
  deepEqual(
    claims
      .filter(({ as }) => as === 'contradicted')
      .map(({ meaning, written, says }) => [meaning, written, says]),
    [['degree-level', '8', '7']],
  )
})

test('a passport that came later is in no act from before it', async () => {
  const { cases } = await demonstration()
  const numbers = (of: readonly string[]) =>
    cases.flatMap(({ standing: { filings, type } }) =>
      filings.flatMap(({ answers }) =>
        of.some((number) => JSON.stringify(answers).includes(`"${number}"`)) ? [type] : [],
      ),
    )
  const [before, since] = [numbers(['CD210086', 'N21000009']), numbers(['CD310086', 'N31000009'])]
  ok(before.includes('recognition') && !since.includes('recognition'))
  deepEqual(since.toSorted(), ['change-of-details', 'status-replacement'])
})

test('time alone changes nothing of theirs on the day of the furnishing', async () => {
  const { cases, faces, clock } = await demonstration()
  const { policy } = faces.jobs
  const [at, on] = [clock.now(), clock.today()]
  for (const found of cases.filter(({ standing }) => TYPES.includes(standing.type))) {
    const { standing, history } = found
    const description = descriptionOf(policy, standing, on)
    const by = { id: SYSTEM, roles: [SYSTEM] }
    const context = contextIn(found, { by, at, on, description, calendars: policy.calendars })
    const touchedOn = dayInBaku(history.at(-1)?.at ?? at)
    equal(stepOfTime(standing, context, touchedOn)?.ok === true, false, standing.number)
  }
})

test('whoever joined long ago is not sent the link today', async () => {
  const { mails } = await demonstration()
  const spouses = FAMILIES.flatMap(({ relatives = [] }) =>
    relatives.flatMap((each) => (each.is === 'spouse' ? [each.email] : [])),
  )
  equal(spouses.length, 6)
  const arrived = (await mails()).flatMap(({ to }) => to)
  deepEqual(
    arrived.filter((to) => spouses.includes(to)),
    [],
  )
})
