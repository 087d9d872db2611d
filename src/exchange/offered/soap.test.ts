import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { OFFERED } from '#core/policy/offered.ts'
import { createClientAsync, type IHttpClient } from 'soap'
import { readEnvelope, type ReadEnvelope } from '#exchange/drivers/soap/envelope.ts'
import { contentIn, readXml } from '#exchange/drivers/soap/xml.ts'
import type { ProviderReply } from '#standins/exchange/provider.ts'
import { envelopeOf, NARROW, offeredBy } from '#test/offered.ts'
import { house, readHouse } from '#test/house.ts'
import { signedCase } from '#test/signed-case.ts'

const RIGHT = { number: 'HQM-S-2026-000123', birthDate: '1987-03-27' }
const VALID = { result: 'valid', kind: 'recognition', from: '2026-03-02', until: '2031-03-01' }

type Came = (fault: unknown, answer?: unknown, text?: string) => void

const answered = ({ body }: Pick<ProviderReply, 'body'>): ReadEnvelope => readEnvelope(body)

function contentOf(reply: ProviderReply): unknown {
  const envelope = answered(reply)
  return envelope.kind === 'message' ? contentIn(envelope.body, []) : envelope
}

test('the header comes back as it was written, and the answer is wrapped', async (t) => {
  const here = await house(t)
  await signedCase(here, await here.signedUpApplicant())
  const { url, soap } = await offeredBy(t, here)
  const odd = envelopeOf('statusByNumber', RIGHT)
    .replace('<s:Envelope', '<s:Envelope xmlns:o="urn:own"')
    .replace('</s:Header>', '<!-- kept --><o:own>1</o:own></s:Header>')

  const direct = await fetch(`${url}/soap`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: odd,
  })
  const text = await direct.text()

  equal(direct.status, 200)
  equal(direct.headers.get('content-type'), 'text/xml; charset=utf-8')
  ok(text.includes('<!-- kept --><o:own>1</o:own></s:Header>'))
  const header = /<x:client.*<\/x:protocolVersion>/.exec(odd)?.[0] ?? '-'
  ok(text.includes(header), 'not a letter is another')
  const envelope = answered({ body: Buffer.from(text) })
  ok(envelope.kind === 'message')
  deepEqual(
    [envelope.body.name, envelope.body.namespace],
    ['statusByNumberResponse', 'urn:kecid:offered:v1'],
  )
  deepEqual(contentOf(await soap('statusByNumber', odd)), VALID)
})

test('each service is answered by SOAP as by REST, and none is an answer too', async (t) => {
  const here = await house(t)
  await signedCase(here, await here.signedUpApplicant())
  const { soap } = await offeredBy(t, here)
  const { birthDate } = RIGHT
  const cases = [
    ['statusByDocument', { documentNumber: 'CD123456', birthDate }, VALID],
    ['statusByDocument', { documentNumber: 'CD123457', birthDate }, { result: 'none' }],
    ['statusByNumber', { ...RIGHT, birthDate: '1987-03-28' }, { result: 'none' }],
    ['workRight', { ...RIGHT, occupation: '21' }, { result: 'yes' }],
    ['workRight', { ...RIGHT, occupation: '31' }, { result: 'the-service-must-say' }],
  ] as const

  for (const [operation, content, answer] of cases) {
    const reply = await soap(operation, envelopeOf(operation, content))
    equal(reply.status, 200)
    deepEqual(contentOf(reply), answer)
  }
})

test('what is refused is a fault of status 500, and says nothing of anybody', async (t) => {
  const here = await readHouse()
  const { url } = await offeredBy(t, here)
  const good = envelopeOf('statusByNumber', RIGHT)
  const bomb = good.replace('<s:Env', '<!DOCTYPE x [<!ENTITY a "a">]><s:Env')
  const stranger = envelopeOf('statusByNumber', RIGHT, { client: 'TOY/GOV/3/STRANGER' })
  const narrow = envelopeOf('workRight', { ...RIGHT, occupation: '21' }, { client: NARROW })
  const cases = [
    ['', 'not-understood'],
    ['<a/>', 'not-understood'],
    [bomb, 'not-understood'],
    [good.replace(/<s:Header.*<\/s:Header>/, ''), 'not-understood'],
    [good.replace('</d:statusByNumber>', '<more>1</more></d:statusByNumber>'), 'not-understood'],
    [good.replace('1987-03-27', '1987-02-30'), 'not-understood'],
    [good.replaceAll('statusByNumber', 'statuses'), 'absent'],
    [good.replace('urn:kecid:offered:v1', 'urn:kecid:offered:v2'), 'absent'],
    [good.replace('>v1<', '>v2<'), 'absent'],
    [good.replace(/(<x:id>)[^<]*/, `$1${'x'.repeat(300)}`), 'message-id'],
    [`<!--${'x'.repeat(17 * 1024)}-->${good}`, 'too-large'],
    [stranger, 'not-allowed'],
    [narrow, 'not-allowed'],
  ] as const

  for (const [body, word] of cases) {
    const headers = { 'content-type': 'text/xml; charset=utf-8' }
    const answer = await fetch(`${url}/soap`, { method: 'POST', headers, body })
    const text = await answer.text()
    equal(answer.status, 500, word)
    const fault = answered({ body: Buffer.from(text) })
    ok(fault.kind === 'fault', text)
    equal(fault.detail, word, body.slice(0, 80))
    doesNotMatch(text, /HQM-S|1987/)
  }
  const json = { 'content-type': 'application/json' }
  const other = await fetch(`${url}/soap`, { method: 'POST', headers: json, body: '{}' })
  equal(other.status, 500)
  match(await other.text(), /media-type/)
})

test('too often is a fault by SOAP, since a security server takes no 429', async (t) => {
  const here = await house(t)
  await signedCase(here, await here.signedUpApplicant())
  const { soap } = await offeredBy(t, here)
  const ask = () =>
    soap('statusByNumber', envelopeOf('statusByNumber', RIGHT, { client: NARROW }), NARROW)
  for (let times = 1; times <= 3; times += 1) deepEqual(contentOf(await ask()), VALID)

  const fault = answered(await ask())

  ok(fault.kind === 'fault')
  equal(fault.detail, 'too-often')
})

test('a client of others reads the WSDL and asks by it, through both security servers', async (t) => {
  const here = await house(t)
  await signedCase(here, await here.signedUpApplicant())
  const { url, soap } = await offeredBy(t, here)
  const sent: string[] = []
  /** The WSDL is fetched as it is; what is asked goes the way of the protocol. */
  const replyTo = async (address: string, data: unknown): Promise<string> => {
    if (typeof data !== 'string') return (await fetch(address)).text()
    sent.push(data)
    return (await soap('statusByNumber', data)).body.toString()
  }
  const through = {
    request: async (address: string, data: unknown, said: Came) => {
      const text = await replyTo(address, data)
      said(null, { status: 200, data: text }, text)
    },
  }
  const client = await createClientAsync(`${url}/v1/kecid.wsdl`, {
    httpClient: through as unknown as IHttpClient,
  })
  const operations = client.describe() as Record<string, Record<string, Record<string, object>>>
  deepEqual(Object.keys(operations['kecid']?.['kecidPort'] ?? {}).sort(), [
    'concessionsByDocument',
    'concessionsByNumber',
    'forwardedDocument',
    'statusByDocument',
    'statusByNumber',
    'statusChanges',
    'subscribeByDocument',
    'subscribeByNumber',
    'unsubscribe',
    'workRight',
  ])
  const header = /<x:client.*<\/x:protocolVersion>/.exec(envelopeOf('statusByNumber', RIGHT))?.[0]
  const spaces =
    'xmlns:x="http://x-road.eu/xsd/xroad.xsd" xmlns:i="http://x-road.eu/xsd/identifiers"'
  client.addSoapHeader(
    (header ?? '').replaceAll(/<x:(client|service|id|userId|protocolVersion)/g, `<x:$1 ${spaces}`),
  )

  const asking = client as unknown as {
    readonly statusByNumberAsync: (content: object) => Promise<readonly [unknown]>
  }
  const [answer] = await asking.statusByNumberAsync(RIGHT)
  const [none] = await asking.statusByNumberAsync({ ...RIGHT, birthDate: '1987-03-28' })

  deepEqual({ ...(answer as object) }, VALID)
  deepEqual({ ...(none as object) }, { result: 'none' })
  equal(sent.length, 2)
})

test('the WSDL is XML, names where it is asked and fetches nothing from elsewhere', async (t) => {
  const { url } = await offeredBy(t, await readHouse())

  const answer = await fetch(`${url}/v1/kecid.wsdl`)
  const text = await answer.text()

  equal(answer.headers.get('content-type'), 'text/xml; charset=utf-8')
  ok(readXml(Buffer.from(text)).ok)
  ok(text.includes(`<soap:address location="${url}/soap"/>`))
  doesNotMatch(text, /schemaLocation/)
  equal(text.match(/<xrd:version>v1<\/xrd:version>/g)?.length, OFFERED.length)
})
