import { deepEqual, equal, rejects } from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import type { Place } from '#core/appointments/places.ts'
import { actingOn, inTransaction, json, type Database } from '#platform/database.ts'
import type { Applicant, TestHouse } from '#test/house.ts'
import { eraseParty } from '#records/erasing.ts'
import { toyPlace } from '#test/toy-place.ts'
import { givenTo, visitedHouse } from '#test/visiting.ts'

/** What the database holds by itself, whatever the core would have said. */

const NOW = '2026-03-02T06:00:00.000Z'
/** Wednesday 4 March, nine in the morning in Baku. */
const OPEN = '2026-03-04T05:00:00.000Z'

/** As long as one is, and about nothing. */
const leaf = () => ({
  leaf: 'AA==',
  leaf_hash: randomBytes(32).toString('base64'),
  opening: 'AA==',
})

type Wanted = {
  readonly party: string
  readonly starts_at?: string
  readonly place?: string
  readonly leaf?: unknown
}

/** An official of the office, who acts in the database by themselves. */
async function official(here: TestHouse, mailbox: string): Promise<Database> {
  const { faces, clock } = here
  const { cookies } = await here.office(`${mailbox}@kecid.example`)
  return actingOn(faces.office.db, { token: cookies.get('kecid-office') ?? '', at: clock.now() })
}

const as = ({ faces, clock }: TestHouse, who: Applicant): Database =>
  actingOn(faces.portal.db, { token: who.cookies.get('kecid') ?? '', at: clock.now() })

const partyOf = async ({ db }: TestHouse, id: string) =>
  (
    await db
      .selectFrom('caseParty')
      .select('party')
      .where('caseId', '=', id)
      .executeTakeFirstOrThrow()
  ).party

async function chooses(
  db: Database,
  { id, step = 'take-prints' }: { readonly id: string; readonly step?: string },
  wanted: readonly Wanted[],
): Promise<boolean | undefined> {
  const rows = wanted.map((each) => ({
    place: 'baku',
    id: randomUUID(),
    starts_at: OPEN,
    leaf: leaf(),
    ...each,
  }))
  return inTransaction(db, async (tx) => {
    const answer = await sql<{ done: boolean }>`
      select choose_appointments(
        ${id}::uuid, ${step}, ${json(rows)}, ${json([])}, ${NOW}::timestamptz
      ) as done`.execute(tx)
    return answer.rows[0]?.done
  })
}

async function there(t: TestContext, places?: readonly Place[]) {
  const given = await visitedHouse(t, places)
  const party = await partyOf(given.here, given.id)
  return { ...given, party, db: as(given.here, given.who) }
}

const booked = ({ db }: TestHouse) =>
  db.selectFrom('appointment').select(['party', 'seat', 'state']).orderBy('seat').execute()

test('a time is chosen at a place that is there, in its hours, for what it serves, and not before now', async (t) => {
  const { here, id, party, db } = await there(t)
  for (const wrong of [
    { place: 'nowhere' },
    { starts_at: '2026-03-04T05:10:00.000Z' },
    { starts_at: '2026-03-04T06:00:00.000Z' },
    { starts_at: '2026-03-07T05:00:00.000Z' },
    { starts_at: '2026-02-27T05:00:00.000Z' },
    // Off in place of 8 March; and a day further ahead than the place says.
    { starts_at: '2026-03-09T05:00:00.000Z' },
    { starts_at: '2026-03-17T05:00:00.000Z' },
  ]) {
    await rejects(chooses(db, { id }, [{ party, ...wrong }]), /a time is chosen for oneself/)
  }
  await rejects(chooses(db, { id, step: 'sign' }, [{ party }]), /nobody is asked to come/)
  deepEqual(await booked(here), [])
  equal(await chooses(db, { id }, [{ party }]), true)
})

test('no time is chosen sooner than any calendar could allow, after the decision or from today', async (t) => {
  const { id, party, db } = await there(t, [toyPlace, { ...toyPlace, code: 'slow', noticeDays: 3 }])
  const [fourth, fifth] = [OPEN, '2026-03-05T05:00:00.000Z']
  const slow = (starts_at: string) => [{ party, starts_at, place: 'slow' }]
  await rejects(chooses(db, { id }, slow(fourth)), /a time is chosen for oneself/)
  equal(await chooses(db, { id }, slow(fifth)), true)

  // A card is made in three working days from the decision on, which was on the 2nd.
  const card = { id, step: 'hand-over' }
  const at = (starts_at: string) => [{ party, starts_at }]
  await rejects(chooses(db, card, at(fourth)), /a time is chosen for oneself/)
  equal(await chooses(db, card, at(fifth)), true)
})

test('nobody chooses for another, nor in a case that is not theirs', async (t) => {
  const { here, id, party, db } = await there(t)
  const ben = await givenTo(here, 'ben@example.org')
  const his = await partyOf(here, ben.id)

  await rejects(chooses(db, { id }, [{ party: his }]), /a time is chosen for oneself/)
  await rejects(chooses(db, { id: ben.id }, [{ party: his }]), /nobody is asked to come/)
  await rejects(chooses(as(here, ben.who), { id }, [{ party }]), /nobody is asked to come/)
  await rejects(chooses(here.faces.portal.db, { id }, [{ party }]), /nobody is asked to come/)
  deepEqual(await booked(here), [])
})

test('a seat is taken once, and of several who come together all have one or none', async (t) => {
  const { here, id, party, db } = await there(t)
  const others = [await givenTo(here, 'ben@example.org'), await givenTo(here, 'eve@example.org')]
  for (const other of others) {
    const wanted = [{ party: await partyOf(here, other.id) }]
    equal(await chooses(as(here, other.who), { id: other.id }, wanted), true)
  }

  equal(await chooses(db, { id }, [{ party }]), false, 'both seats are taken')
  deepEqual(
    (await booked(here)).map(({ seat }) => seat),
    [1, 2],
  )
  const free = [{ party, starts_at: '2026-03-04T05:20:00.000Z' }]
  equal(await chooses(db, { id }, free), true)
  equal(await chooses(db, { id }, [{ party }]), false, 'and what she had stays hers')
  deepEqual(
    (await booked(here)).filter((each) => each.party === party).map(({ state }) => state),
    ['booked'],
  )
})

test('the type says how often it is moved, whoever asks the database', async (t) => {
  const { here, id, party, db } = await there(t)
  const at = (time: string) => [{ party, starts_at: `2026-03-04T05:${time}:00.000Z` }]
  equal(await chooses(db, { id }, at('00')), true)
  equal(await chooses(db, { id }, at('20')), true)
  await rejects(chooses(db, { id }, at('40')), /it was moved as often as it can be/)
  deepEqual(
    (await booked(here)).map(({ state }) => state).toSorted((a, b) => a.localeCompare(b)),
    ['booked', 'moved'],
  )
})

test('the times of others are counted, and read by nobody but them and the Service', async (t) => {
  const { here, id, party, db } = await there(t)
  await chooses(db, { id }, [{ party }])
  const ben = await givenTo(here, 'ben@example.org')
  const seen = (by: Database) =>
    inTransaction(by, (tx) => tx.selectFrom('appointment').select('id').execute())

  equal((await seen(db)).length, 1)
  equal((await seen(as(here, ben.who))).length, 0)
  const taken = await inTransaction(as(here, ben.who), async (tx) => {
    const { rows } = await sql<{ startsAt: string; taken: number }>`
      select * from seats_taken('baku', ${NOW}::timestamptz, '2026-03-10'::timestamptz)`.execute(tx)
    return rows.map((row) => row.taken)
  })
  deepEqual(taken, [1])
  const visit = await here.db.selectFrom('appointment').select('id').executeTakeFirstOrThrow()
  const cancel = inTransaction(as(here, ben.who), (tx) =>
    sql`
      select cancel_appointment(
        ${visit.id}::uuid, ${json(leaf())}, ${json([])}, ${NOW}::timestamptz
      )`.execute(tx),
  )
  await rejects(cancel, /given back by whoever has it/)
  const record = inTransaction(db, (tx) =>
    sql`
      select record_visit(${visit.id}::uuid, 'came', ${json(leaf())}, ${NOW}::timestamptz)
    `.execute(tx),
  )
  await rejects(record, /permission denied/)
})

test('nothing is done with a time that leaves no leaf', async (t) => {
  const { here, id, party, db } = await there(t)
  const { leaf_hash, opening } = leaf()
  const half = { leaf_hash, opening }
  for (const none of [null, [], 'x', {}, half, { ...half, leaf: null }]) {
    await rejects(
      chooses(db, { id }, [{ party, leaf: none }]),
      /has its leaf/,
      JSON.stringify(none),
    )
  }
  deepEqual(await booked(here), [])
  await chooses(db, { id }, [{ party }])
  const visit = await here.db.selectFrom('appointment').select('id').executeTakeFirstOrThrow()
  const cancels = inTransaction(db, (tx) =>
    sql`
      select cancel_appointment(${visit.id}::uuid, null, ${json([])}, ${NOW}::timestamptz)
    `.execute(tx),
  )
  await rejects(cancels, /has its leaf/)
  deepEqual(
    (await booked(here)).map(({ state }) => state),
    ['booked'],
  )
})

test('an official who may record that they came sets their time, and nobody else of the office', async (t) => {
  const { here, id, party } = await there(t)
  const officer = await official(here, 'officer')
  const ben = await givenTo(here, 'ben@example.org')
  for (const mailbox of ['signer', 'auditor', 'expert.etn']) {
    const other = await official(here, mailbox)
    await rejects(chooses(other, { id }, [{ party }]), { code: '42501' }, mailbox)
  }
  const stranger = await partyOf(here, ben.id)
  await rejects(chooses(officer, { id }, [{ party: stranger }]), /a time is chosen for oneself/)

  const at = (time: string) => [{ party, starts_at: `2026-03-04T05:${time}:00.000Z` }]
  for (const time of ['00', '20', '40']) equal(await chooses(officer, { id }, at(time)), true, time)
  const rows = await here.db.selectFrom('appointment').select(['state', 'byService']).execute()
  deepEqual(
    rows
      .map((row) => [row.state, row.byService])
      .toSorted((a, b) => String(a).localeCompare(String(b))),
    [
      ['booked', true],
      ['moved', true],
      ['moved', true],
    ],
  )
})

test('what somebody chose goes with them, and another has the seat', async (t) => {
  const { here, id, who, party, db } = await there(t)
  await chooses(db, { id }, [{ party }])

  await eraseParty(here.faces.jobs, { partyId: who.account.partyId, at: here.clock.now() })

  deepEqual(await booked(here), [])
  const ben = await givenTo(here, 'ben@example.org')
  const wanted = [{ party: await partyOf(here, ben.id) }]
  equal(await chooses(as(here, ben.who), { id: ben.id }, wanted), true)
  deepEqual(
    (await booked(here)).map(({ seat }) => seat),
    [1],
  )
})
