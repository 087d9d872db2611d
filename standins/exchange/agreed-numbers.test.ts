import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test, type TestContext } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { fixedClock } from '#platform/calendar.ts'
import { elementsOf } from '#exchange/drivers/soap/xml.ts'
import { entryRestrictions } from '#exchange/services/entry-restrictions/contract.ts'
import { openRegisters } from '#standins/exchange/open-registers.ts'
import { headerOf, providerAt, type ProviderReply } from '#standins/exchange/provider.ts'
import { PEOPLE } from '#standins/exchange/registers/known-people.ts'
import { SERVICE_MS_MAX } from '#standins/exchange/security-server.ts'
import { KECID_CLIENT } from '#standins/exchange/systems.ts'
import { AGREED_NUMBERS, agreedNumber, troubleOfNumber } from '#standins/exchange/troubles.ts'

const HOST = '127.0.0.1'
const PLACE = ['AZ-TEST', 'GOV', '9900001101', 'ENTRY-EXIT'] as const

/** A second passes here in two milliseconds. */
const SLOWER = 500

async function registers(t: TestContext) {
  const clock = fixedClock(isoMoment('2026-11-27T08:00:00.000Z'))
  const waited: number[] = []
  const open = await openRegisters({
    host: HOST,
    ports: { plain: 0 },
    certificatesFolder: '/nowhere',
    clock,
    wait: async (milliseconds) => {
      if (milliseconds !== SERVICE_MS_MAX) waited.push(milliseconds)
      await pause(milliseconds / SLOWER, undefined, { ref: false })
    },
  })
  t.after(open.close)
  const ask = providerAt(`http://${HOST}:${open.ports.plain}`)
  const byRest = (number: string) =>
    ask({
      method: 'POST',
      path: `/r1/${PLACE.join('/')}/entry-restrictions/restrictions/check`,
      headers: [
        ['X-Road-Client', KECID_CLIENT],
        ['Content-Type', 'application/json;charset=utf-8'],
      ],
      body: Buffer.from(JSON.stringify({ person: personOf(number) })),
    })
  const bySoap = (number: string) =>
    ask({
      method: 'POST',
      path: '/',
      headers: [['Content-Type', 'text/xml;charset=utf-8']],
      body: Buffer.from(envelopeFor(number)),
    })
  return { ...open, clock, waited, byRest, bySoap }
}

const personOf = (number: string) => ({
  surname: 'Agreed',
  birthDate: '1990-01-01',
  documentNumber: number,
  documentIssuer: 'PRT',
})

function envelopeFor(number: string): string {
  const names = ['xRoadInstance', 'memberClass', 'memberCode', 'subsystemCode', 'serviceCode']
  const parts = (values: readonly string[]) =>
    values.map((value, at) => `<i:${names[at]}>${value}</i:${names[at]}>`).join('')
  const { namespace, operation } = entryRestrictions
  return [
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"',
    ' xmlns:x="http://x-road.eu/xsd/xroad.xsd" xmlns:i="http://x-road.eu/xsd/identifiers">',
    `<s:Header><x:client i:objectType="SUBSYSTEM">${parts(KECID_CLIENT.split('/'))}</x:client>`,
    `<x:service i:objectType="SERVICE">${parts([...PLACE, operation])}`,
    '<i:serviceVersion>v1</i:serviceVersion></x:service><x:id>1</x:id>',
    '<x:protocolVersion>4.0</x:protocolVersion></s:Header><s:Body>',
    `<d:${operation} xmlns:d="${namespace}">${elementsOf({ person: personOf(number) })}`,
    `</d:${operation}></s:Body></s:Envelope>`,
  ].join('')
}

const textOf = ({ body }: ProviderReply): string => body.toString()
const faultOf = (reply: ProviderReply) => /<faultcode>(.*?)</.exec(textOf(reply))?.[1]
const errorOf = (reply: ProviderReply) => headerOf(reply.headers, 'x-road-error')

const isAgreed = (reply: ProviderReply): boolean =>
  entryRestrictions.answer.safeParse(JSON.parse(textOf(reply))).success

test('nobody of the demonstration has an agreed number, and each stands for one trouble', () => {
  const numbers = PEOPLE.trim()
    .split('\n')
    .map((line) => line.split(',')[0] ?? '')
  deepEqual(
    numbers.filter((number) => troubleOfNumber(number) !== undefined),
    [],
  )
  const troubles = AGREED_NUMBERS.map(({ ending }) => troubleOfNumber(agreedNumber(ending)))
  deepEqual(
    troubles,
    AGREED_NUMBERS.map(({ trouble }) => trouble),
  )
  equal(new Set(troubles).size, AGREED_NUMBERS.length)
  equal(troubleOfNumber('AB0000900'), undefined)
})

test('900 never answers, and the security server gives up in the end', async (t) => {
  const { byRest, bySoap } = await registers(t)
  equal(errorOf(await byRest('ZZ0000900')), 'Server.ServerProxy.IOError')
  equal(faultOf(await bySoap('ZZ0000900')), 'Server.ServerProxy.ServiceFailed.IOError')
})

test('901 answers as late as was set, and rightly', async (t) => {
  const { byRest, bySoap, waited, state } = await registers(t)
  equal(isAgreed(await byRest('ZZ0000901')), true)
  state.set({ slowSeconds: 7 })
  match(textOf(await bySoap('ZZ0000901')), /<result>clear</)
  deepEqual(waited, [5000, 7000])
})

test('902 answers in other words than its contract', async (t) => {
  const { byRest, bySoap } = await registers(t)
  equal(isAgreed(await byRest('ZZ0000902')), false)
  match(textOf(await bySoap('ZZ0000902')), /<result>OK<.*<schemaVersion>2</s)
})

test('903 answers about somebody else, as its contract lets it', async (t) => {
  const { byRest, bySoap } = await registers(t)
  const reply = await byRest('ZZ0000903')
  equal(isAgreed(reply), true)
  match(textOf(reply), /"documentNumber":"XX0000001"/)
  match(textOf(await bySoap('ZZ0000903')), /<documentNumber>XX0000001</)
})

test('904 takes the whole system down for an hour, and no other', async (t) => {
  const { byRest, bySoap, clock, state } = await registers(t)
  equal(errorOf(await byRest('ZZ0000904')), 'Server.ServerProxy.NetworkError')
  equal(errorOf(await byRest('CD0000217')), 'Server.ServerProxy.NetworkError')
  equal(faultOf(await bySoap('CD0000217')), 'Server.ServerProxy.ServiceFailed.NetworkError')
  equal(state.downUntil('identity'), undefined)
  equal(state.downUntil('entry-exit'), '2026-11-27T09:00:00.000Z')
  clock.advance(3_599_999)
  equal(errorOf(await byRest('CD0000217')), 'Server.ServerProxy.NetworkError')
  clock.advance(1)
  equal(isAgreed(await byRest('CD0000217')), true)
  await byRest('ZZ0000904')
  state.setMode('entry-exit', 'normal')
  equal(isAgreed(await byRest('CD0000217')), true)
})

test('905 answers twice, and repeats a header', async (t) => {
  const { byRest, bySoap } = await registers(t)
  const reply = await byRest('ZZ0000905')
  equal(textOf(reply).match(/"result"/g)?.length, 2)
  equal(reply.headers.filter(([name]) => name.toLowerCase() === 'x-road-service').length, 2)
  equal(reply.headers.filter(([name]) => name.toLowerCase() === 'content-type').length, 2)
  const text = textOf(await bySoap('ZZ0000905'))
  equal(text.match(/<d:checkRestrictionsResponse/g)?.length, 2)
  equal(text.match(/<x:id>/g)?.length, 2)
})

test('906 says that the register failed, in its own words', async (t) => {
  const { byRest, bySoap } = await registers(t)
  const reply = await byRest('ZZ0000906')
  deepEqual([reply.status, errorOf(reply)], [500, undefined])
  equal(faultOf(await bySoap('ZZ0000906')), 's:Server')
})

test('907 answers with nine megabytes, which a security server still passes', async (t) => {
  const { byRest, bySoap } = await registers(t)
  for (const reply of [await byRest('ZZ0000907'), await bySoap('ZZ0000907')]) {
    equal(reply.status, 200)
    ok(reply.body.length > 9_000_000 && reply.body.length < 10 * 1024 * 1024)
  }
})

test('908 answers with thousands of levels', async (t) => {
  const { byRest, bySoap } = await registers(t)
  ok(textOf(await byRest('ZZ0000908')).includes('{"a":'.repeat(50_000)))
  ok(textOf(await bySoap('ZZ0000908')).includes('<a>'.repeat(50_000)))
})

test('909 answers by SOAP with entities that grow when they are followed', async (t) => {
  const { bySoap } = await registers(t)
  match(textOf(await bySoap('ZZ0000909')), /<!DOCTYPE a \[.*<!ENTITY e8 ".*<result>&e8;</s)
})

test('the mode of a system does the same to whomever it is asked about', async (t) => {
  const { byRest, state, waited } = await registers(t)
  const answered = async (mode: Parameters<typeof state.setMode>[1]) => {
    state.setMode('entry-exit', mode)
    return byRest('CD0000217')
  }
  equal(errorOf(await answered('down')), 'Server.ServerProxy.NetworkError')
  equal(errorOf(await answered('times-out')), 'Server.ServerProxy.IOError')
  equal(isAgreed(await answered('slow')), true)
  deepEqual(waited, [5000])
  equal(isAgreed(await answered('wrong')), false)
  match(textOf(await answered('another-person')), /XX0000001/)
  equal(textOf(await answered('twice')).match(/"result"/g)?.length, 2)
  equal(isAgreed(await answered('normal')), true)
})
