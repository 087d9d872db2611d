import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#core/dated.ts'
import { headerOf, type ProviderReply } from '#standins/exchange/provider.ts'
import { ASKER, NARROW, offeredBy, saidIn } from '#test/offered.ts'
import { house, readHouse, type TestHouse } from '#test/house.ts'
import { asOwner } from '#test/owner.ts'
import { signedCase } from '#test/signed-case.ts'

const NUMBER = 'HQM-S-2026-000123'
const BORN = '1987-03-27'
const RIGHT = { number: NUMBER, birthDate: BORN }
const DOCUMENT = { documentNumber: 'CD123456', birthDate: BORN }
const BY_NUMBER = '/v1/status-by-number'
const BY_DOCUMENT = '/v1/status-by-document'
const WORK = '/v1/work-right'

const VALID = { result: 'valid', kind: 'recognition', from: '2026-03-02', until: '2031-03-01' }
const NONE = { result: 'none' }

/** Ana is recognised. */
async function recognised(here: TestHouse) {
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana)
  return ana
}

const changed = (here: TestHouse, values: object) =>
  asOwner(here.db, (tx) => tx.updateTable('status').set(values).execute())

const wordOf = (reply: ProviderReply) => {
  const { type, status } = saidIn(reply) as { type: string; status: number }
  equal(status, reply.status)
  match(headerOf(reply.headers, 'content-type') ?? '', /^application\/problem\+json/)
  equal(headerOf(reply.headers, 'x-road-error'), undefined)
  return `${reply.status} ${type.replace('urn:kecid:problem:', '')}`
}

test('a status is answered by its number or by the travel document, and no more than asked', async (t) => {
  const here = await house(t)
  await recognised(here)
  const { rest } = await offeredBy(t, here)
  const cases = [
    [BY_NUMBER, RIGHT],
    [BY_NUMBER, { ...RIGHT, number: ' hqm-s-2026-000123 ' }],
    [BY_DOCUMENT, DOCUMENT],
    [BY_DOCUMENT, { ...DOCUMENT, documentNumber: 'cd 123456' }],
    [BY_DOCUMENT, { ...DOCUMENT, documentIssuer: 'PRT' }],
  ] as const

  for (const [path, body] of cases) {
    const reply = await rest(path, body)
    equal(reply.status, 200, JSON.stringify(body))
    match(headerOf(reply.headers, 'content-type') ?? '', /^application\/json; charset=utf-8$/)
    deepEqual(saidIn(reply), VALID)
    const services = reply.headers.filter(([name]) => name.toLowerCase() === 'x-road-service')
    equal(services.length, 1, 'the security server’s alone')
  }
})

test('a wrong birth date, a number of nobody and another kind have one answer', async (t) => {
  const here = await house(t)
  await recognised(here)
  const { rest } = await offeredBy(t, here)
  const wrong = [
    [BY_NUMBER, { ...RIGHT, birthDate: '1987-03-28' }],
    [BY_NUMBER, { ...RIGHT, birthDate: '1987' }],
    [BY_NUMBER, { ...RIGHT, number: 'HQM-S-2026-000999' }],
    [BY_DOCUMENT, { ...DOCUMENT, birthDate: '1987-03-28' }],
    [BY_DOCUMENT, { ...DOCUMENT, documentNumber: 'CD123457' }],
  ] as const
  const answers: string[] = []
  for (const [path, body] of wrong) {
    answers.push((await rest(path, body)).body.toString())
  }
  await changed(here, { kind: 'residence-permit' })
  answers.push((await rest(BY_NUMBER, RIGHT)).body.toString())
  answers.push((await rest(BY_DOCUMENT, DOCUMENT)).body.toString())

  deepEqual(new Set(answers), new Set([JSON.stringify(NONE)]))
})

test('where the issuer is known it is held against the one that was asked about', async (t) => {
  const here = await house(t)
  await recognised(here)
  const { rest } = await offeredBy(t, here)
  const [row] = await here.db.selectFrom('status').select('issuedIndex').execute()
  const other = Buffer.from(row?.issuedIndex ?? []).reverse()

  await changed(here, { issuedIndex: other })

  deepEqual(saidIn(await rest(BY_DOCUMENT, { ...DOCUMENT, documentIssuer: 'PRT' })), NONE)
  deepEqual(saidIn(await rest(BY_DOCUMENT, DOCUMENT)), VALID)
})

test('a status is valid from its first day through its last, and has ended after', async (t) => {
  const here = await house(t)
  await recognised(here)
  const { rest } = await offeredBy(t, here)
  const today = here.clock.today()
  const cases = [
    [addDays(today, 1), addDays(today, 9), 'none'],
    [today, today, 'valid'],
    [addDays(today, -9), today, 'valid'],
    [addDays(today, -9), addDays(today, -1), 'ended'],
  ] as const

  for (const [fromOn, untilOn, result] of cases) {
    await changed(here, { fromOn, untilOn })
    const told = { result, kind: 'recognition', from: fromOn, until: untilOn }
    deepEqual(saidIn(await rest(BY_NUMBER, RIGHT)), result === 'none' ? NONE : told)
    deepEqual(saidIn(await rest(BY_DOCUMENT, DOCUMENT)), result === 'none' ? NONE : told)
  }
})

test('one that was ended tells until when it held, and one that is suspended tells nothing', async (t) => {
  const here = await house(t)
  await recognised(here)
  const { rest } = await offeredBy(t, here)
  const { id: endedBy } = await here.db
    .selectFrom('event')
    .select('id')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()

  await changed(here, { state: 'ended', endedAs: 'annulled', endedBy })
  deepEqual(saidIn(await rest(BY_NUMBER, RIGHT)), {
    ...VALID,
    result: 'ended',
    until: '2026-03-02',
  })
  await changed(here, { state: 'suspended', endedAs: null, endedBy: null })
  deepEqual(saidIn(await rest(BY_NUMBER, RIGHT)), NONE)
})

test('the right to work is said where policy says it, and else the Service is to be asked', async (t) => {
  const here = await house(t)
  await recognised(here)
  const { rest } = await offeredBy(t, here)
  const said = async (body: object) => saidIn(await rest(WORK, { ...RIGHT, ...body }))

  deepEqual(await said({ occupation: '21' }), { result: 'yes' })
  deepEqual(await said({ occupation: '2144' }), { result: 'yes' }, 'in the group')
  deepEqual(await said({ occupation: '01' }), { result: 'no' })
  const must = { result: 'the-service-must-say' }
  for (const body of [
    { occupation: '2' },
    { occupation: '31' },
    { occupation: '21', birthDate: '1987-03-28' },
    { occupation: '21', number: 'HQM-S-2026-000999' },
  ]) {
    deepEqual(await said(body), must, JSON.stringify(body))
  }
  await changed(here, { state: 'ended', endedAs: 'annulled' })
  deepEqual(await said({ occupation: '21' }), must)
})

test('nobody is answered who is not on the list, nor what they may not ask', async (t) => {
  const here = await readHouse()
  const { rest, url } = await offeredBy(t, here)
  const refused = { client: 'TOY/GOV/3/STRANGER' }

  equal(wordOf(await rest(BY_NUMBER, RIGHT, refused)), '403 not-allowed')
  equal(wordOf(await rest(BY_DOCUMENT, DOCUMENT, { client: NARROW })), '403 not-allowed')
  equal(wordOf(await rest(BY_NUMBER, RIGHT, { client: 'TOY/GOV/3' })), '400 client')
  for (const client of ['', 'TOY', `${ASKER}/x`, 'TOY/GOV/3/%', 'TOY/GOV//ASKER', `${ASKER}, x`]) {
    const answer = await fetch(`${url}${BY_NUMBER}`, {
      method: 'POST',
      headers: { 'x-road-client': client, 'x-road-id': '1', 'content-type': 'application/json' },
      body: JSON.stringify(RIGHT),
    })
    equal(answer.status === 400 || answer.status === 403, true, client)
  }
})

test('only the security server and the bridge are answered at all', async (t) => {
  const here = await readHouse()
  const { rest, url } = await offeredBy(t, here, { callers: ['10.0.0.7', 'fd00::7'] })

  equal(wordOf(await rest(BY_NUMBER, RIGHT)), '403 caller')
  for (const path of ['/v1/openapi.json', '/v1/kecid.wsdl', '/']) {
    equal((await fetch(`${url}${path}`)).status, 403, path)
  }
  const soap = await fetch(`${url}/soap`, { method: 'POST', body: '<a/>' })
  equal(soap.status, 500)
  match(await soap.text(), /faultDetail[^>]*>caller</)
})

test('what no clause allows is not answered in production', async (t) => {
  const here = await readHouse()
  const { rest } = await offeredBy(t, here, { groundNeeded: true })

  equal(wordOf(await rest(BY_NUMBER, RIGHT)), '403 not-allowed')
})

test('a body that is not as described is refused, and nothing of it is said back', async (t) => {
  const here = await readHouse()
  const { rest } = await offeredBy(t, here)
  const right = JSON.stringify(RIGHT)
  const cases = [
    ['', 'body'],
    ['null', 'body'],
    ['[]', 'body'],
    ['{', 'body'],
    [`${right}${right}`, 'body'],
    [right.replace('{', '{"number":"1",'), 'body'],
    [right.replace('}', ',"<script>":"1"}'), 'body'],
    [right.replace('}', ',"__proto__":{"a":"1"}}'), 'body'],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`, 'body'],
    ['{"birthDate":"1987-03-27"}', 'number'],
    ['{"number":["1"],"birthDate":"1987-03-27"}', 'number'],
    [JSON.stringify({ ...RIGHT, number: 'x'.repeat(61) }), 'number'],
    [JSON.stringify({ ...RIGHT, birthDate: '1987-02-30' }), 'birthDate'],
    [JSON.stringify({ ...RIGHT, birthDate: '27.03.1987' }), 'birthDate'],
  ] as const

  for (const [body, where] of cases) {
    const reply = await rest(BY_NUMBER, body)
    equal(wordOf(reply), '400 not-understood', body.slice(0, 60))
    equal((saidIn(reply) as { where: string }).where, where, body.slice(0, 60))
    doesNotMatch(reply.body.toString(), /script/)
  }
  for (const number of ["' or 1=1; --", '\u0000', '%00', '\uFFFD', '\uD800']) {
    const reply = await rest(BY_NUMBER, { ...RIGHT, number })
    ok([200, 400].includes(reply.status), JSON.stringify(number))
  }
})

test('another address, method, type or size has an answer of its own', async (t) => {
  const here = await readHouse()
  const { rest } = await offeredBy(t, here)
  const text = { headers: [['Content-Type', 'text/plain']] } as const
  const packed = { headers: [['Content-Encoding', 'gzip']] } as const
  const long = { headers: [['X-Road-Id', 'x'.repeat(256)]] } as const

  equal(wordOf(await rest('/v1/statuses', RIGHT)), '404 absent')
  equal(wordOf(await rest('/v2/status-by-number', RIGHT)), '404 absent')
  equal(wordOf(await rest(BY_NUMBER, RIGHT, { method: 'PUT' })), '405 method')
  equal(wordOf(await rest('/v1/openapi.json', RIGHT)), '405 method')
  equal(wordOf(await rest(BY_NUMBER, RIGHT, text)), '415 media-type')
  equal(wordOf(await rest(BY_NUMBER, RIGHT, packed)), '415 media-type')
  equal(wordOf(await rest(BY_NUMBER, RIGHT, long)), '400 message-id')
  equal(wordOf(await rest(BY_NUMBER, 'x'.repeat(17 * 1024))), '413 too-large')
})

test('whoever asks too often waits, each client by itself', async (t) => {
  const here = await house(t)
  await recognised(here)
  const { rest } = await offeredBy(t, here)
  const narrow = { client: NARROW }
  for (let times = 1; times <= 3; times += 1) {
    equal((await rest(BY_NUMBER, RIGHT, narrow)).status, 200)
  }

  const later = await rest(BY_NUMBER, RIGHT, narrow)
  equal(wordOf(later), '429 too-often')
  equal(headerOf(later.headers, 'retry-after'), '60')
  deepEqual(saidIn(await rest(BY_NUMBER, RIGHT)), VALID)
  here.clock.advance(60_000)
  deepEqual(saidIn(await rest(BY_NUMBER, RIGHT, narrow)), VALID)
})

test('a client that is told none again and again waits, whatever it asks', async (t) => {
  const here = await house(t)
  await recognised(here)
  const { rest } = await offeredBy(t, here)
  for (let number = 1; number <= 5; number += 1) {
    const body = { ...RIGHT, number: `HQM-S-2026-00000${number}` }
    equal((await rest(BY_NUMBER, body, { client: NARROW })).status, 200)
    here.clock.advance(60_000)
  }
  equal(wordOf(await rest(BY_NUMBER, RIGHT, { client: NARROW })), '429 too-often')
  deepEqual(saidIn(await rest(BY_NUMBER, RIGHT)), VALID)
})

test('a birth date cannot be guessed for a number, and what is right is no guess', async (t) => {
  const here = await house(t)
  await recognised(here)
  const { rest } = await offeredBy(t, here)
  for (let day = 10; day < 20; day += 1) {
    equal((await rest(BY_NUMBER, { ...RIGHT, birthDate: `1990-01-${day}` })).status, 200)
  }
  equal(wordOf(await rest(BY_NUMBER, RIGHT)), '429 too-often')
  equal((await rest(BY_NUMBER, RIGHT, { client: NARROW })).status, 200)

  for (let times = 1; times <= 12; times += 1) {
    deepEqual(saidIn(await rest(BY_DOCUMENT, DOCUMENT)), VALID)
  }
})
