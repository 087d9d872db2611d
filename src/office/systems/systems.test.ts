import { deepEqual, doesNotMatch, equal, match, ok, rejects } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { parseDocument } from 'yaml'
import { inTransaction } from '#platform/database.ts'
import { sequenceLeaves } from '#records/ledger.ts'
import { switchSystem } from '#records/systems.ts'
import { anaAsked, askNow, before, clear, inquiriesOf, messagesOf } from '#test/asking.ts'
import { exchangeOf } from '#test/consulting.ts'
import { everyValue } from '#test/dump.ts'
import { house, MASTER, type TestHouse } from '#test/house.ts'
import { ledgerDump, outsideVerifier } from '#test/outside-verifier.ts'
import { copyOfPolicy } from '#test/published.ts'

const PLACE = '/en/registers'
const ADMINISTRATOR = 'administrator@kecid.example'
const OFF = { system: 'toy-registers', act: 'off', reason: 'It is being moved to another hall.' }
const ON = { system: 'toy-registers', act: 'on' }
const AGAIN = { system: 'toy-registers', act: 'again' }
const FORM = /method="post" action="\/en\/registers"/

const pageFor = async (here: TestHouse, email: string, place = PLACE) =>
  (await (await here.office(email)).get(place)).text()

const switches = ({ db }: TestHouse) =>
  db.selectFrom('systemSwitch').select(['system', 'isOff', 'actor']).orderBy('switchedAt').execute()

/** The text of a page, without what marks it up. */
const told = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('each system is listed with whose it is, what it is asked, and how it does', async (t) => {
  const { here } = await anaAsked(t)
  const before = told(await pageFor(here, ADMINISTRATOR))
  match(before, /Registers of the state/)
  match(before, /Toy registers Connected .*Nobody.*For tests.*Restrictions\. For tests/)
  match(before, /No clause was seen that allows it/)
  match(before, /Last answer Never In the last hour Not asked Waits for it 1 question/)

  await askNow(here, () => 'cut')
  const failing = told(await pageFor(here, ADMINISTRATOR))
  match(failing, /Toy registers Fails /)
  match(
    failing,
    /1 asked, 1 of them without an answer.*What the last try came to The connection broke/,
  )
  doesNotMatch(failing, /broken/)
  match(failing, /Waits for it 1 question/)

  here.clock.advance(60_000)
  await askNow(here, clear)
  const answers = told(await pageFor(here, ADMINISTRATOR))
  match(answers, /Toy registers Connected /)
  match(answers, /Last answer 2 March 2026, 10:01/)
  match(answers, /2 asked, 1 of them without an answer; usually \d+ ms/)
  doesNotMatch(answers, /Waits for it|What the last try came to/)
  doesNotMatch(answers, /Ferreira|CD123456/)
  const inAzerbaijani = told(await pageFor(here, ADMINISTRATOR, '/az/registers'))
  match(inAzerbaijani, /Dövlət reyestrləri.*Oyuncaq reyestr Qoşulub .*Heç kim.*Son cavab/)
})

test('a code that there are no words for stands beside what is known of it', async (t) => {
  const { here } = await anaAsked(t)
  await askNow(here, () => 'refused')
  match(
    told(await pageFor(here, ADMINISTRATOR)),
    /What the last try came to It refuses to be asked\. as-told/,
  )
  match(
    told(await pageFor(here, ADMINISTRATOR, '/az/registers')),
    /Son cəhdin nəticəsi Cavab verməkdən imtina edir\. as-told/,
  )
})

test('one of which nothing is asked and that was switched off is not as one never connected', async (t) => {
  const folder = copyOfPolicy(t)
  const file = join(folder, 'systems.yaml')
  const document = parseDocument(readFileSync(file, 'utf8'))
  document.setIn(['systems', 0, 'services'], [])
  document.deleteIn(['offered', 'clients', 0, 'told', 'by']) // nobody is called by what is gone
  writeFileSync(file, document.toString())
  const here = await house(t, { policy: folder })
  const administrator = await here.office(ADMINISTRATOR)
  const before = told(await (await administrator.get(PLACE)).text())
  match(before, /Nothing is asked of these about anybody Toy registers/)
  doesNotMatch(before, /Switched off/)

  const { keys } = here.faces.office
  await inTransaction(here.db, (tx) =>
    switchSystem(tx, keys, {
      system: 'toy-registers',
      reason: OFF.reason,
      by: { id: administrator.official?.id ?? '', role: 'administrator' },
      at: here.clock.now(),
    }),
  )

  match(
    told(await (await administrator.get(PLACE)).text()),
    /Toy registers .*Switched off Since 2 March 2026, 10:00.*, by Elnur Cabbarlı: It is being/,
  )
})

test('one that answered and never failed is said to have answered, however long ago', async (t) => {
  const { here } = await anaAsked(t)
  await askNow(here, clear)
  here.clock.advance(3 * 60 * 60_000)

  const later = told(await pageFor(here, ADMINISTRATOR))
  match(later, /Last answer 2 March 2026, 10:00.*In the last hour Not asked/)
})

test('one that is left alone is said to be, until when', async (t) => {
  const { here } = await anaAsked(t)
  for (const waits of [5000, 10_000, 0]) {
    await askNow(here, () => 'cut')
    here.clock.advance(waits)
  }

  match(
    told(await pageFor(here, ADMINISTRATOR)),
    /Toy registers Left alone until 2 March 2026, 10:00/,
  )
  match(told(await pageFor(here, ADMINISTRATOR, '/az/registers')), /tarixinədək soruşulmur/)
  here.clock.advance(30_000)
  match(told(await pageFor(here, ADMINISTRATOR)), /Toy registers Fails /)
})

test('an administrator switches a system off with a reason, and on again', async (t) => {
  const { here } = await anaAsked(t)
  const administrator = await here.office(ADMINISTRATOR)

  const off = await administrator.post(PLACE, OFF)
  equal(off.headers.get('location'), `${PLACE}?done=system-off`)
  const page = told(await (await administrator.follow(off)).text())
  match(page, /The system is switched off\. Nothing is lost/)
  match(page, /Switched off Since 2 March 2026, 10:00.*, by Elnur Cabbarlı: It is being moved to/)
  match(page, /Switch it on, and ask what waits/)
  const inAzerbaijani = told(await (await administrator.get('/az/registers')).text())
  match(inAzerbaijani, /Söndürülüb.*Elnur Cabbarlı: It is being moved/)
  here.clock.advance(1000)
  await administrator.post(PLACE, OFF)
  const actor = administrator.official?.id
  const isOff = { system: 'toy-registers', isOff: true, actor }
  deepEqual(await switches(here), [isOff], 'what is off is not switched off')

  const on = await administrator.post(PLACE, ON)
  equal(on.headers.get('location'), `${PLACE}?done=system-on`)
  match(told(await (await administrator.follow(on)).text()), /Toy registers Connected /)
  deepEqual(await switches(here), [isOff, { ...isOff, isOff: false }])
  equal((await administrator.post(PLACE, ON)).status, 303)
  equal((await switches(here)).length, 2)
})

test('a reason that is missing or too long comes back with what was typed', async (t) => {
  const here = await house(t)
  const administrator = await here.office(ADMINISTRATOR)
  const long = 'Because it fails. '.repeat(60)
  for (const [reason, sentence] of [
    ['', 'Say why it is switched off'],
    ['  \n ', 'Say why it is switched off'],
    [long, 'Say it in at most 1,000 characters'],
  ] as const) {
    const answer = await administrator.post(PLACE, { ...OFF, reason })
    equal(answer.status, 422)
    const page = await answer.text()
    match(page, new RegExp(`href="#reason-toy-registers"[^>]*>${sentence}<`))
    match(page, /<details[^>]* open/)
    equal(page.split(sentence).length - 1, 2, 'above the page, and beside the field')
    if (reason === long) ok(page.includes(long.trim()))
  }
  const said = await administrator.post('/az/registers', { ...OFF, reason: '' })
  match(await said.text(), /Nə üçün söndürüldüyünü yazın/)
  deepEqual(await switches(here), [])
})

test('what waits is asked at once where an administrator wants it', async (t) => {
  const { here } = await anaAsked(t)
  await askNow(here, () => 'refused')
  here.clock.advance(60_000)
  equal(await askNow(here, clear), 0, 'a refusal is the same tomorrow')
  const administrator = await here.office(ADMINISTRATOR)

  const again = await administrator.post(PLACE, AGAIN)

  match(await (await administrator.follow(again)).text(), /What waited is being asked/)
  equal(await askNow(here, clear), 1)
  deepEqual(
    (await inquiriesOf(here)).map(({ state }) => state),
    ['answered'],
  )
})

test('what is on its way is said to be, and is not asked again', async (t) => {
  const { here } = await anaAsked(t)
  const administrator = await here.office(ADMINISTRATOR)
  const { ways } = before(exchangeOf(here, clear), async () => {
    const page = told(await (await administrator.get(PLACE)).text())
    match(page, /Waits for it 1 question; 1 of them on its way/)
    doesNotMatch(page, /Ask what waits now/)
    equal((await administrator.post(PLACE, AGAIN)).headers.get('location'), PLACE)
  })

  equal(await askNow(here, clear, { ways }), 1)
  equal((await messagesOf(here)).length, 1)
})

test('what nobody can do changes nothing, and what is off is not said to go off again', async (t) => {
  const { here } = await anaAsked(t)
  const administrator = await here.office(ADMINISTRATOR)
  await administrator.post(PLACE, OFF)
  for (const act of ['', 'On', 'destroy', 'toString']) {
    equal((await administrator.post(PLACE, { ...ON, act })).status, 404, act)
  }
  equal((await switches(here)).length, 1)
  const again = await administrator.post(PLACE, { ...OFF, reason: 'Another reason' })
  equal(again.headers.get('location'), PLACE)
  doesNotMatch(await pageFor(here, ADMINISTRATOR), /Another reason/)
})

test('a system that nobody knows is not switched', async (t) => {
  const here = await house(t)
  const administrator = await here.office(ADMINISTRATOR)
  for (const system of ['', 'other', '__proto__', "'; --"]) {
    equal((await administrator.post(PLACE, { ...OFF, system })).status, 404, system)
  }
  deepEqual(await switches(here), [])
})

test('who works in the Service or watches over it reads it, and cannot switch', async (t) => {
  const { here } = await anaAsked(t)
  match(await pageFor(here, ADMINISTRATOR), FORM)
  await (await here.office(ADMINISTRATOR)).post(PLACE, OFF)
  for (const name of ['officer', 'head', 'signer', 'auditor', 'data-protection']) {
    const official = await here.office(`${name}@kecid.example`)
    for (const language of ['en', 'az']) {
      const answer = await official.get(`/${language}/registers`)
      equal(answer.status, 200, name)
      const page = await answer.text()
      doesNotMatch(page, /method="post" action="\/\w\w\/registers"/, name)
      match(page, /Elnur Cabbarlı: It is being moved/)
    }
    for (const form of [ON, OFF, AGAIN]) equal((await official.post(PLACE, form)).status, 404, name)
  }
  equal((await switches(here)).length, 1)
})

test('nobody else finds the page', async (t) => {
  const here = await house(t)
  for (const name of ['expert.etn', 'supervisor.etn', 'objection.dtx', 'council1']) {
    const official = await here.office(`${name}@kecid.example`)
    equal((await official.get(PLACE)).status, 404, name)
    equal((await official.post(PLACE, OFF)).status, 404, name)
    doesNotMatch(await (await official.get('/en')).text(), /href="\/en\/registers"/, name)
  }
  const ana = await here.signedUpApplicant()
  equal((await ana.get(PLACE)).status, 404)
  equal((await (await here.office()).get(PLACE)).status, 303, 'whoever is not signed in signs in')
  match(await (await (await here.office(ADMINISTRATOR)).get('/en/time')).text(), /\/en\/registers"/)
  deepEqual(await switches(here), [])
})

test('nobody else switches in the database, nor takes back what was switched', async (t) => {
  const here = await house(t)
  const { portal, office, jobs, exchange } = here.faces
  await (await here.office(ADMINISTRATOR)).post(PLACE, OFF)
  const row = JSON.stringify({ system: 'toy-registers', actor: null })
  for (const db of [portal.db, office.db, jobs.db, exchange]) {
    await rejects(sql`select switch_system(${row}, '{}')`.execute(db), /permission denied|not for/)
    await rejects(sql`delete from system_switch`.execute(db), /permission denied/)
  }
  await rejects(sql`delete from system_switch`.execute(here.db), /not changed afterwards/)
})

test('why a system is off is sealed for whoever said it, and the ledger has it', async (t) => {
  const here = await house(t)
  const administrator = await here.office(ADMINISTRATOR)
  const leaves = async () =>
    (await here.db.selectFrom('ledgerLeaf').select('leaf').execute()).map(({ leaf }) =>
      String(leaf),
    )
  const before = (await leaves()).length

  await administrator.post(PLACE, OFF)
  here.clock.advance(1000)
  await administrator.post(PLACE, ON)

  equal((await leaves()).length, before + 2)
  const dumped = await everyValue(here.db)
  for (const text of [OFF.reason, Buffer.from(OFF.reason).toString('hex')]) {
    ok(!dumped.some((each) => each.text.includes(text)))
  }
  await inTransaction(here.db, sequenceLeaves)
  const { verify } = await outsideVerifier()
  const dump = await ledgerDump(here.db)
  const keyFile = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`
  deepEqual(verify(dump, keyFile), [])
  const [first, ...others] = dump['system_switch'] ?? []
  equal(others.length, 1)
  const nobody = '00000000-0000-4000-8000-000000000000'
  for (const forged of [
    { is_off: false },
    { system: 'other' },
    { actor: nobody },
    { switched_at: '2026-01-01T00:00:00.000Z' },
  ]) {
    const changed = { ...dump, system_switch: [{ ...first, ...forged }, ...others] }
    ok(verify(changed, keyFile).length > 0, JSON.stringify(forged))
  }
  ok(verify({ ...dump, system_switch: others }, keyFile).length > 0, 'a switch that is missing')
})
