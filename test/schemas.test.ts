import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { isoDate, isoMoment } from '#core/dated.ts'
import type { Contract } from '#exchange/contract.ts'
import { OURS } from '#exchange/offered/ours.ts'
import { wsdl } from '#exchange/descriptions/wsdl.ts'
import { contractsXsd } from '#exchange/descriptions/xsd.ts'
import type { XroadAddress } from '#exchange/drivers/asked.ts'
import { readEnvelope } from '#exchange/drivers/soap/envelope.ts'
import { readXml } from '#exchange/drivers/soap/xml.ts'
import { xroadSoap } from '#exchange/drivers/soap/xroad-soap.ts'
import { tellRecognition } from '#exchange/services/write-recognition/asking.ts'
import { fixedClock } from '#platform/calendar.ts'
import { openRegisters } from '#standins/exchange/open-registers.ts'
import { providerAt, type ProviderReply } from '#standins/exchange/provider.ts'
import { REGISTERS } from '#standins/exchange/registers/all.ts'
import { PLACES, type SystemCode } from '#standins/exchange/systems.ts'
import { KNOWN_PERSON, questionTo } from '#test/asked-registers.ts'
import { house } from '#test/house.ts'
import { envelopeOf, offeredBy } from '#test/offered.ts'
import { signedCase } from '#test/signed-case.ts'
import { againstSchema, messagesWith } from '#test/xmllint.ts'

/** What is sent, by whichever side, beside the schemas in docs/specs/xroad. */
const HOST = '127.0.0.1'
const CLIENT = {
  instance: 'AZ-TEST',
  memberClass: 'GOV',
  memberCode: '9900002222',
  subsystem: 'HQM',
}
const STRANGER = {
  surname: 'O’<Neill> & Söhne',
  birthDate: '1987-03',
  documentNumber: 'CD0009999',
  documentIssuer: 'IRL',
}

/** Every register, on a day on which an opinion is given when it is asked for again. */
async function registers(t: TestContext) {
  const clock = fixedClock(isoMoment('2026-11-27T08:00:00.000Z'))
  const place = { host: HOST, ports: { plain: 0 }, certificatesFolder: '/nowhere', clock }
  const open = await openRegisters(place)
  t.after(open.close)
  const securityServer = `http://${HOST}:${open.ports.plain}`
  const ask = async (xml: Buffer): Promise<ProviderReply> =>
    providerAt(securityServer)({
      method: 'POST',
      path: '/',
      headers: [['Content-Type', 'text/xml; charset=utf-8']],
      body: xml,
    })
  return { ...open, clock, securityServer, ask }
}

const addressOf = (system: SystemCode, { operation, version }: Contract): XroadAddress => {
  const { memberCode, subsystemCode: subsystem } = PLACES[system]
  const service = { ...CLIENT, memberCode, subsystem, service: operation, version }
  return { securityServer: 'http://ss.internal', client: CLIENT, service }
}

async function written(
  { system, contract }: (typeof REGISTERS)[number],
  person: typeof KNOWN_PERSON | typeof STRANGER,
  changed: Partial<Parameters<typeof xroadSoap.write>[0]> = {},
): Promise<Buffer> {
  const found = await xroadSoap.write({
    address: addressOf(system, contract),
    contract,
    content: questionTo(contract.code, person),
    messageId: `m-${contract.code}-${person.documentNumber}`,
    issue: 'HQM-2026-000123',
    ...changed,
  })
  ok(found.ok && found.request.body)
  return found.request.body
}

const schemasOf = Object.fromEntries(
  REGISTERS.map(({ contract }) => [
    contract.namespace,
    contractsXsd(contract.namespace, [contract]),
  ]),
)

test('what is asked of each service, and what its stand-in answers, hold to the schemas', async (t) => {
  const { ask, clock } = await registers(t)
  const complaintOf = messagesWith(t, schemasOf)
  for (const register of REGISTERS) {
    for (const person of [KNOWN_PERSON, STRANGER]) {
      const asked = await written(register, person)
      equal(complaintOf(asked), '', asked.toString())
      await ask(asked)
      clock.advance(20_000)
      const { body } = await ask(asked)
      equal(complaintOf(body), '', body.toString())
      match(body.toString(), /:requestHash /)
    }
  }
})

test('what is told of a status that ended stands in the order of its contract', async (t) => {
  const complaintOf = messagesWith(t, schemasOf)
  const register = REGISTERS.find(({ contract }) => contract.code === 'write-recognition')
  ok(register)
  const asking = {
    surname: 'Ferreira',
    'birth-date': '1987-03-27',
    'document-number': 'CD0000217',
    'document-issuer': 'PRT',
    status: {
      number: 'HQM-S-2026-000123',
      from: '2026-03-02',
      until: '2031-03-01',
      state: 'ended',
      endedAs: 'annulled',
      changedOn: '2026-11-27',
    },
  } as const
  const content = await tellRecognition.call(asking, {
    issue: 'HQM-2026-000123',
    on: isoDate('2026-11-27'),
    signed: async () => undefined,
  })
  ok(content)
  const told = await written(register, KNOWN_PERSON, { content })
  equal(complaintOf(told), '', told.toString())
})

test('whoever acts, and the one server that has to answer, are in a header that holds too', async (t) => {
  const complaintOf = messagesWith(t, schemasOf)
  const [register] = REGISTERS
  ok(register)
  const { subsystem: _, ...member } = CLIENT
  const plain = addressOf(register.system, register.contract)
  const address = {
    ...plain,
    client: member,
    targetSecurityServer: { ...member, server: 'ss1' },
  }
  const asked = await written(register, KNOWN_PERSON, { address, userId: 'AZ1ABCDEF' })
  equal(complaintOf(asked), '', asked.toString())
  const party = '<r:representedParty xmlns:r="http://x-road.eu/xsd/representation.xsd">'
  const parts = '<r:partyClass>COM</r:partyClass><r:partyCode>1</r:partyCode>'
  const acting = asked.toString().replace('<x:id>', `${party}${parts}</r:representedParty>$&`)
  equal(complaintOf(acting), '', acting)
})

test('the faults of a security server, in both spellings, and of a register hold', async (t) => {
  const { ask, state } = await registers(t)
  const [register] = REGISTERS
  ok(register)
  const asked = await written(register, KNOWN_PERSON)
  const other = asked.toString().replace('>HQM<', '>OTHER<')
  const failing = await written(register, { ...KNOWN_PERSON, documentNumber: 'ZZ0000906' })
  const faults = [await ask(Buffer.from(other)), await ask(failing), await ask(Buffer.from('<a/>'))]
  state.set({ spelling: 'underscored' })
  for (const { body } of [...faults, await ask(Buffer.from(other))]) {
    equal(readEnvelope(body).kind, 'fault')
    equal(againstSchema('fault.xsd', body), '', body.toString())
  }
})

test('what we answer, and what we refuse, hold to the schema that our own WSDL has', async (t) => {
  const here = await house(t)
  await signedCase(here, await here.signedUpApplicant())
  const { url } = await offeredBy(t, here)
  const complaintOf = messagesWith(t, schemaIn(await (await fetch(`${url}/v1/kecid.wsdl`)).text()))
  const ask = async (body: string) => {
    const headers = { 'content-type': 'text/xml; charset=utf-8' }
    const answer = await fetch(`${url}/soap`, { method: 'POST', headers, body })
    return answer.text()
  }
  const [number, birthDate] = ['HQM-S-2026-000123', '1987-03-27']
  const questions = [
    ['statusByNumber', { number, birthDate }],
    ['statusByNumber', { number, birthDate: '1987' }],
    ['statusByDocument', { documentNumber: 'CD123456', documentIssuer: 'PRT', birthDate }],
    ['statusByDocument', { documentNumber: 'CD123456', birthDate }],
    ['workRight', { number, birthDate, occupation: '21' }],
    ['workRight', { number, birthDate, occupation: '31' }],
  ] as const
  for (const [operation, content] of questions) {
    const asked = envelopeOf(operation, content)
    equal(complaintOf(asked), '', asked)
    const answer = await ask(asked)
    equal(complaintOf(answer), '', answer)
  }
  const good = envelopeOf('workRight', { number, birthDate, occupation: '21' })
  const refused = [
    good.replace('>21<', '>x<'),
    good.replaceAll('workRight', 'rights'),
    good.replaceAll('>v1<', '>v2<'),
    '',
  ]
  for (const each of refused) equal(againstSchema('fault.xsd', await ask(each)), '')
})

/** The one of ours, cut out; whatever prefix it needs it declares itself. */
function schemaIn(described: string): Readonly<Record<string, string>> {
  const read = readXml(Buffer.from(described))
  ok(read.ok)
  const types = read.root.children.find(({ name }) => name === 'types')
  const namespace = 'urn:kecid:offered:v1'
  const own = types?.children.find(
    ({ attributes }) => attributes.get('targetNamespace') === namespace,
  )
  ok(own)
  return { [namespace]: read.text.slice(own.start, own.end) }
}

test('what is broken is refused by the schema, and by the reader of messages alike', async (t) => {
  const complaintOf = messagesWith(t, schemasOf)
  const [register] = REGISTERS
  ok(register)
  const good = (await written(register, KNOWN_PERSON)).toString()
  const field = (name: string) => new RegExp(`<x:${name}[ >].*</x:${name}>`)
  const body = /<d:.*<\/d:[^>]*>/
  const broken = [
    good.replace(' i:objectType="SUBSYSTEM"', ''),
    good.replace(' i:objectType="SERVICE"', ''),
    good.replace('"SUBSYSTEM"', '"SERVICE"'),
    good.replace('"SERVICE"', '"SUBSYSTEM"'),
    ...['client', 'service', 'id', 'protocolVersion'].flatMap((name) => [
      good.replace(field(name), ''),
      good.replace(field(name), '$&$&'),
    ]),
    good.replace(field('issue'), '$&$&'),
    good.replace(/(<x:id>)[^<]*/, '$1 '),
    good.replace('>4.0<', '>3.1<'),
    good.replace('>4.0<', '>40<'),
    good.replace(/<i:serviceCode>.*<\/i:serviceCode>/, ''),
    good.replace(/<i:memberCode>[^<]*/, '<i:memberCode>'),
    good.replace(/<i:memberCode>/, '<i:memberCode>1</i:memberCode><i:memberCode>'),
    good.replace(/<i:subsystemCode>[^<]*<\/i:subsystemCode>(?=<i:serviceCode)/, ''),
    good.replace(/<s:Header.*<\/s:Header>/, ''),
    good.replace(/<s:Header.*<\/s:Header>/, '$&$&'),
    good.replace(/<s:Body>.*<\/s:Body>/, ''),
    good.replace(/<s:Body>.*<\/s:Body>/, '$&$&'),
    good.replace(body, ''),
    good.replace(body, '$&$&'),
    good.replaceAll('schemas.xmlsoap.org/soap/envelope/', 'www.w3.org/2003/05/soap-envelope'),
    good.slice(0, -1),
    '<a/>',
  ]
  for (const xml of broken) {
    notEqual(xml, good)
    notEqual(complaintOf(xml), '', xml)
    equal(readEnvelope(Buffer.from(xml)).kind, 'refused', xml)
  }
})

test('what no schema can say, the reader of messages sees alone', async (t) => {
  const complaintOf = messagesWith(t, schemasOf)
  const [register] = REGISTERS
  ok(register)
  const good = (await written(register, KNOWN_PERSON)).toString()
  const beyond = [
    good.replace('<s:Env', '<!DOCTYPE a [<!ENTITY b "c">]>$&'),
    good.replace('"SUBSYSTEM"', '"MEMBER"'),
  ]
  for (const xml of beyond) {
    equal(complaintOf(xml), '', xml)
    equal(readEnvelope(Buffer.from(xml)).kind, 'refused', xml)
  }
})

test('a body that is not as agreed is refused by the schema of its contract', async (t) => {
  const complaintOf = messagesWith(t, schemasOf)
  const [register] = REGISTERS
  ok(register)
  const good = (await written(register, KNOWN_PERSON)).toString()
  const wrong = [
    good.replaceAll('checkRestrictions', 'check'),
    good.replace('entry-restrictions:v1', 'entry-restrictions:v2'),
    good.replace(/<surname>[^<]*<\/surname>/, ''),
    good.replace('</person>', '</person><more>1</more>'),
    good.replace('1987-03-27', '27.3.1987'),
    good.replace(/(<surname>)[^<]*/, '$1'),
    good.replace('>PRT<', '>Portugal<'),
  ]
  for (const xml of wrong) {
    notEqual(xml, good)
    notEqual(complaintOf(xml), '', xml)
  }
})

test('our WSDL is one of the WSDL 1.1 that X-Road asks for, and one without an operation is none', () => {
  const ours = wsdl(OURS, 'https://kecid.internal/soap')
  equal(againstSchema('wsdl.xsd', ours), '')
  const broken = [
    ours.replace(/<wsdl:portType.*<\/wsdl:portType>/s, ''),
    ours.replace('<wsdl:operation name="workRight"><xrd', '<wsdl:operation name="other"><xrd'),
    ours.replace('<xrd:version>v1</xrd:version>', ''),
    ours.replace('style="document"', 'style="rpc"'),
    ours.replace('<wsdl:message name="workRight">', '<wsdl:message name="statusByNumber">'),
  ]
  deepEqual(
    broken.map((each) => againstSchema('wsdl.xsd', each) !== ''),
    broken.map(() => true),
  )
})

test('every contract is a schema, and what describes its service by SOAP is a WSDL', () => {
  for (const { contract } of REGISTERS) {
    const service = { contract, title: contract.code, path: contract.rest.path }
    const described = { name: contract.operation, title: '', description: '', services: [service] }
    const text = wsdl(described, 'http://example.org/xroad-endpoint')
    equal(againstSchema('wsdl.xsd', text), '', text)
  }
})
