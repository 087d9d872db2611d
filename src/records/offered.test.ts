import { deepEqual, equal, rejects } from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { connect, disconnect } from '#platform/database.ts'
import { eraseParty } from '#records/erasing.ts'
import { addressAs } from '#platform/logins.ts'
import { makeFindable } from '#records/findable.ts'
import { house, readHouse } from '#test/house.ts'
import { asOwner } from '#test/owner.ts'
import { offeredBy, saidIn } from '#test/offered.ts'
import { signedCase } from '#test/signed-case.ts'

const NUMBER = 'HQM-S-2026-000123'

const callOf = () =>
  JSON.stringify({
    id: randomUUID(),
    client: 'thief',
    service: 'x',
    purpose: 'x',
    ground: 'x',
    at: '2026-03-02T06:00:00Z',
    message_id: 'x',
  })

test('a statement brought into the exchange lists no status and no answer', async () => {
  const { faces } = await readHouse()
  const forbidden = [
    sql`select from status`,
    sql`select from offered_answer`,
    sql`insert into offered_answer (id) values (gen_random_uuid())`,
    sql`delete from offered_answer`,
    sql`select from attempt`,
    sql`select note_offered(${callOf()}::json, null, 'none')`,
    sql`select tell_offered(null, current_date, ${callOf()}::json)`,
    sql`select tell_held(null, '{}', current_date, ${callOf()}::json)`,
    sql`select verify_status('', '', '')`,
    sql`select number_of_code('')`,
    sql`select offered_until(null)`,
    sql`select from subscription`,
    sql`insert into subscription (client) values ('thief')`,
    sql`select from told_change`,
    sql`select subscribe_to(null, 1, current_date, ${callOf()}::json)`,
    sql`select offered_by_number('', '', '{}')`,
    sql`select leave_told(gen_random_uuid(), current_date)`,
  ]
  for (const statement of forbidden) {
    await rejects(statement.execute(faces.exchange), /permission denied/)
  }
})

test('nor gets it anything of a status whose holder it cannot name under the key', async (t) => {
  const here = await house(t)
  await signedCase(here, await here.signedUpApplicant())
  const { exchange } = here.faces
  const any = `array['recognition']`
  const tries = [
    `select result from answer_by_number('${NUMBER}', null, ${any}, current_date, $1)`,
    `select result from answer_by_number('${NUMBER}', '', ${any}, current_date, $1)`,
    `select result from answer_by_number('%', null, ${any}, current_date, $1)`,
    `select result from answer_by_document(null, null, ${any}, current_date, $1)`,
    `select result from answer_by_document('', '{}', ${any}, current_date, $1)`,
    `select result from answer_by_document('', array[null]::bytea[], ${any}, current_date, $1)`,
    `select result from answer_by_document('\\x${randomBytes(32).toString('hex')}', null, ${any},
      current_date, $1)`,
  ]
  for (const text of tries) {
    const { rows } = await sql.raw(text.replace('$1', `'${callOf()}'`)).execute(exchange)
    deepEqual(rows, [{ result: 'none' }], text)
  }
  const right = `{"kinds":["recognition"],"said":[{"kind":"recognition","result":"yes"}]}`
  const { rows } = await sql`
    select * from answer_work_right(
      ${NUMBER}, null, ${right}::json, current_date, ${callOf()}::json
    )`.execute(exchange)
  deepEqual(rows, [{ result: 'the-service-must-say', isKnown: false }])
})

test('figures tell who was answered how often, and about nobody', async () => {
  const { url } = await readHouse()
  const reader = connect({ url: addressAs(url, 'kecid_reader'), max: 1, application: 'test' })
  const figures = sql`
    select client, service, outcome, count(*) from offered_answer group by 1, 2, 3`
  await figures.execute(reader)
  await rejects(sql`select party from offered_answer`.execute(reader), /permission denied/)
  await disconnect(reader)
})

test('no other face asks as the exchange does, and nobody changes what was answered', async () => {
  const { faces, db } = await readHouse()
  const asking = sql`
    select * from answer_by_number('x', '', '{}', current_date, ${callOf()}::json)`
  const naming = sql`
    select subscribe_by_number('x', '', '{}', 1, current_date, ${callOf()}::json)`
  const reading = sql`
    select offered_changes(0, '{recognition}', current_date, 100, ${callOf()}::json)`
  for (const face of [faces.portal, faces.office, faces.jobs]) {
    await rejects(asking.execute(face.db), /permission denied/)
    await rejects(naming.execute(face.db), /permission denied/)
    await rejects(reading.execute(face.db), /permission denied/)
  }
  await rejects(sql`truncate offered_answer`.execute(db), /what was done is not changed/)
})

test('who was erased is found by nobody, and that somebody asked before stays', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana)
  const { rest } = await offeredBy(t, here)
  const right = { number: NUMBER, birthDate: '1987-03-27' }
  equal((saidIn(await rest('/v1/status-by-number', right)) as { result: string }).result, 'valid')

  const { partyId } = ana.account
  await eraseParty(here.faces.jobs, { partyId, at: here.clock.now() })

  deepEqual(saidIn(await rest('/v1/status-by-number', right)), { result: 'none' })
  const indexes = await here.db
    .selectFrom('status')
    .select(['birthIndex', 'documentIndex', 'issuedIndex'])
    .execute()
  deepEqual(indexes, [{ birthIndex: null, documentIndex: null, issuedIndex: null }])
  const rows = await here.db.selectFrom('offeredAnswer').select('party').orderBy('party').execute()
  deepEqual(rows, [{ party: partyId }, { party: null }])
})

test('what was given before others could ask is found by them once it was read again', async (t) => {
  const here = await house(t)
  await signedCase(here, await here.signedUpApplicant())
  const { rest } = await offeredBy(t, here)
  const right = { number: NUMBER, birthDate: '1987-03-27' }
  const before = await here.db.selectFrom('status').selectAll().execute()
  const nothing = { birthIndex: null, documentIndex: null, issuedIndex: null }
  await asOwner(here.db, (tx) => tx.updateTable('status').set(nothing).execute())
  deepEqual(saidIn(await rest('/v1/status-by-number', right)), { result: 'none' })

  equal(await makeFindable(here.faces.jobs, here.clock.today()), 1)

  deepEqual(await here.db.selectFrom('status').selectAll().execute(), before)
  equal((saidIn(await rest('/v1/status-by-number', right)) as { result: string }).result, 'valid')
  equal(await makeFindable(here.faces.jobs, here.clock.today()), 0, 'nothing is left')
})

test('nobody makes a status be found by anything else', async (t) => {
  const here = await house(t)
  await signedCase(here, await here.signedUpApplicant())
  const index = randomBytes(32).toString('base64')
  const indexes = JSON.stringify({ birth_index: index, document_index: index, issued_index: index })
  const before = await here.db.selectFrom('status').selectAll().execute()
  const making = sql`select make_findable(${NUMBER}, ${indexes}::json)`
  await making.execute(here.faces.jobs.db)
  for (const { db } of [here.faces.portal, here.faces.office]) {
    await rejects(making.execute(db), /permission denied/)
  }
  deepEqual(await here.db.selectFrom('status').selectAll().execute(), before)
})
