import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  faultXml,
  operationXml,
  readEnvelope,
  writeEnvelope,
  type SoapHeader,
} from '#exchange/drivers/soap/envelope.ts'

const member = { instance: 'AZ-TEST', memberClass: 'GOV', memberCode: '9900001111' }
const header: SoapHeader = {
  client: { ...member, subsystem: 'HQM' },
  service: { ...member, subsystem: 'UNIVERSITIES', service: 'findDiploma', version: 'v1' },
  id: '6e7c5f4e-0000-4000-8000-000000000001',
  userId: 'AZ1ABCDEF',
  issue: 'HQM-2026-000123',
  protocolVersion: '4.0',
}
const body = operationXml('findDiploma', 'urn:example:diploma:v1', { number: 'A/77' })
const good = writeEnvelope({ header, body }).toString()

const read = (xml: string) => readEnvelope(Buffer.from(xml))
const refusal = (xml: string) => {
  const found = read(xml)
  if (found.kind !== 'refused') return found.kind
  return found.where === undefined ? found.reason : `${found.reason} ${found.where}`
}
const message = (xml: string) => {
  const found = read(xml)
  if (found.kind !== 'message') throw new Error(JSON.stringify(found))
  return found
}

test('what was written is read: header and the one child of the body', () => {
  const found = message(good)
  deepEqual(found.header, header)
  deepEqual([found.body.name, found.body.namespace], ['findDiploma', 'urn:example:diploma:v1'])
})

test('a member without a subsystem may ask, and one security server may be named', () => {
  const { userId: _, issue: __, ...bare } = header
  const other = { ...bare, client: member, securityServer: { ...member, server: 'ss1' } }
  deepEqual(message(writeEnvelope({ header: other, body }).toString()).header, other)
})

test('an empty field is there, an absent one is not', () => {
  const { userId: _, ...without } = header
  deepEqual(message(writeEnvelope({ header: without, body }).toString()).header, without)
  const empty = { ...header, userId: '' }
  deepEqual(message(writeEnvelope({ header: empty, body }).toString()).header, empty)
})

test('an envelope is read as strictly as the security server reads it', () => {
  const without = (name: string) => good.replace(new RegExp(`<x:${name}[ >].*</x:${name}>`), '')
  const twice = (name: string) => good.replace(new RegExp(`<x:${name}[ >].*</x:${name}>`), '$&$&')
  const cases: readonly (readonly [xml: string, refusal: string])[] = [
    [good.replace('<s:Env', '<!DOCTYPE x><s:Env'), 'doctype'],
    [good.slice(0, -1), 'malformed'],
    ['<a/>', 'invalid-soap'],
    [
      good.replaceAll('schemas.xmlsoap.org/soap/envelope/', 'www.w3.org/2003/05/soap'),
      'invalid-soap',
    ],
    [good.replace(body, ''), 'invalid-body'],
    [good.replace(body, body + body), 'invalid-body'],
    [good.replace(/<s:Body>.*<\/s:Body>/, ''), 'invalid-body'],
    [good.replace(/<s:Body>.*<\/s:Body>/, '$&$&'), 'invalid-soap'],
    [good.replace(/<s:Header.*<\/s:Header>/, ''), 'missing-header'],
    [good.replace(/<s:Header.*<\/s:Header>/, '$&$&'), 'invalid-soap'],
    ...['client', 'service', 'id', 'protocolVersion'].map(
      (name) => [without(name), `missing-header-field ${name}`] as const,
    ),
    ...['client', 'service', 'id', 'userId', 'issue', 'protocolVersion'].map(
      (name) => [twice(name), `duplicate-header-field ${name}`] as const,
    ),
    [good.replace(' i:objectType="SUBSYSTEM"', ''), 'invalid-identifier client'],
    [good.replace('"SUBSYSTEM"', '"MEMBER"'), 'invalid-identifier client'],
    [good.replace('"SERVICE"', '"SUBSYSTEM"'), 'invalid-identifier service'],
    [
      good.replace(' i:objectType="SERVICE"', ' objectType="SERVICE"'),
      'invalid-identifier service',
    ],
    [good.replace(/<i:serviceCode>.*<\/i:serviceCode>/, ''), 'invalid-identifier service'],
    [good.replace(/<i:serviceCode>.*<\/i:serviceCode>/, '$&$&'), 'invalid-identifier service'],
    [good.replace(header.id, ' '), 'missing-header-field id'],
    [good.replace('>4.0<', '>3.1<'), 'invalid-protocol-version'],
    [good.replace('>4.0<', '>40<'), 'invalid-protocol-version'],
    [good.replace('>4.0<', '>4.1<'), 'message'],
    [good.replace('<x:id>', '<x:later>1</x:later><x:id>'), 'message'],
    [`\uFEFF${good}`, 'message'],
  ]
  deepEqual(
    cases.map(([xml]) => refusal(xml)),
    cases.map(([, reason]) => reason),
  )
})

test('CDATA, comments, default namespaces and missing white space are all the same', () => {
  const other = good
    .replaceAll('<s:', '<')
    .replaceAll('</s:', '</')
    .replace('xmlns:s=', 'xmlns=')
    .replace('xmlns:s=', 'xmlns:q=')
    .replace(header.id, `<![CDATA[${header.id}]]>`)
    .replace('<Body>', '<!-- <Body> -->\n<Body>')
  deepEqual(message(other).header, header)
})

test('a header is copied as it was written, with what its prefixes need', () => {
  const outside = good
    .replace(/(<s:Header) xmlns:s="[^"]*" (xmlns:x="[^"]*") xmlns:i="[^"]*"/, '$1 $2')
    .replace(
      '<s:Envelope',
      '<s:Envelope xmlns:x="urn:shadowed" xmlns:i="http://x-road.eu/xsd/identifiers"',
    )
    .replace('<x:id>', '<!-- kept --><o:own xmlns:o="urn:own">1</o:own><x:id>')
  const { headerText } = message(outside)
  const answer = writeEnvelope({ header: headerText, body, requestHash: 'aGFzaA==' }).toString()
  deepEqual(message(answer).header, { ...header, requestHash: 'aGFzaA==' })
  equal(answer.includes('<!-- kept --><o:own xmlns:o="urn:own">1</o:own>'), true)
})

test('a fault is read from the body, with a header or without', () => {
  const fault = { code: 'server.serverproxy.access_denied', text: 'No <you>', detail: 'a-uuid' }
  for (const each of [{}, { header }]) {
    const xml = writeEnvelope({ ...each, body: faultXml(fault) })
    deepEqual(readEnvelope(xml), { kind: 'fault', ...fault })
  }
  const bare = writeEnvelope({ body: faultXml({ code: 's:Server', text: '' }) })
  deepEqual(readEnvelope(bare), { kind: 'fault', code: 's:Server', text: '' })
})

test('no damage to an envelope makes the reader throw', () => {
  const damage = fc.record({
    at: fc.nat(good.length),
    cut: fc.nat(60),
    put: fc.constantFrom('', '<', '>', '"', '&#0;', '<!DOCTYPE a>', 'xmlns:s=""', '\u0000', '</'),
  })
  fc.assert(
    fc.property(fc.array(damage, { maxLength: 4 }), (damages) => {
      let xml = good
      for (const { at, cut, put } of damages) xml = xml.slice(0, at) + put + xml.slice(at + cut)
      read(xml)
    }),
    { numRuns: 1000 },
  )
})
