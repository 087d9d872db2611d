import { assert } from '#core/assert.ts'
import type { Content } from '#exchange/content.ts'
import type { XroadClient, XroadServer, XroadService } from '#exchange/drivers/identifiers.ts'
import {
  attributeName,
  elementsOf,
  readXml,
  xmlText,
  type XmlElement,
  type XmlRefusal,
} from '#exchange/drivers/soap/xml.ts'

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const XROAD = 'http://x-road.eu/xsd/xroad.xsd'
const PARTS = 'http://x-road.eu/xsd/identifiers'
const PARTY = 'http://x-road.eu/xsd/representation.xsd'
const XMLNS = 'http://www.w3.org/2000/xmlns/'
const SHA_512 = 'http://www.w3.org/2001/04/xmlenc#sha512'

/** PR-MESS 4.0.25, 2.2. Absent and empty are not the same. */
export type SoapHeader = {
  readonly client: XroadClient
  readonly service: XroadService
  readonly securityServer?: XroadServer
  readonly id: string
  readonly userId?: string
  readonly issue?: string
  readonly protocolVersion: string
  /** A security server adds it to an answer; nobody else may send it. */
  readonly requestHash?: string
}

export type ReadEnvelope =
  | {
      readonly kind: 'message'
      readonly header: SoapHeader
      /** As it was written, with all that its prefixes need, to be copied into an answer. */
      readonly headerText: string
      readonly body: XmlElement
    }
  | {
      readonly kind: 'fault'
      readonly code: string
      readonly text: string
      /** By which the security server's log finds it. */
      readonly detail?: string
    }
  | { readonly kind: 'refused'; readonly reason: EnvelopeRefusal; readonly where?: string }

type EnvelopeRefusal =
  | XmlRefusal
  | 'invalid-soap'
  | 'missing-header'
  | 'duplicate-header-field'
  | 'missing-header-field'
  /** An identifier that does not say what it names, or lacks a part. */
  | 'invalid-identifier'
  | 'invalid-protocol-version'
  | 'invalid-body'

type Refused = Extract<ReadEnvelope, { readonly kind: 'refused' }>

/** A header that was read is passed on as it was written, one of ours is written anew. */
export function writeEnvelope(message: {
  readonly header?: SoapHeader | string
  readonly body: string
  readonly requestHash?: string
}): Buffer {
  const { header, body, requestHash } = message
  const written = typeof header === 'object' ? headerXml(header) : (header ?? '')
  const whole = requestHash === undefined ? written : withHash(written, requestHash)
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<s:Envelope xmlns:s="${SOAP}">${whole}` +
      `<s:Body>${body}</s:Body></s:Envelope>`,
  )
}

function withHash(header: string, hash: string): string {
  const end = header.lastIndexOf('</')
  assert(end > 0, 'only a header that was read whole is given a hash')
  const open = `<h:requestHash xmlns:h="${XROAD}" algorithmId="${SHA_512}">`
  return `${header.slice(0, end)}${open}${xmlText(hash)}</h:requestHash>${header.slice(end)}`
}

/** The one child of a body, document/literal wrapped. */
export const operationXml = (name: string, namespace: string, content: Content): string =>
  `<d:${name} xmlns:d="${xmlText(namespace)}">${elementsOf(content)}</d:${name}>`

export const faultXml = (fault: {
  readonly code: string
  readonly text: string
  readonly detail?: string
}): string =>
  `<s:Fault xmlns:s="${SOAP}"><faultcode>${xmlText(fault.code)}</faultcode>` +
  `<faultstring>${xmlText(fault.text)}</faultstring><faultactor/><detail>` +
  `<faultDetail xmlns="">${xmlText(fault.detail ?? '')}</faultDetail></detail></s:Fault>`

function headerXml(header: SoapHeader): string {
  const { client, service, securityServer } = header
  const objectType = client.subsystem === undefined ? 'MEMBER' : 'SUBSYSTEM'
  return (
    `<s:Header xmlns:s="${SOAP}" xmlns:x="${XROAD}" xmlns:i="${PARTS}">` +
    idXml('client', objectType, client) +
    idXml('service', 'SERVICE', service) +
    (securityServer === undefined ? '' : idXml('securityServer', 'SERVER', securityServer)) +
    (['id', 'userId', 'issue', 'protocolVersion'] as const)
      .map((name) => fieldXml(`x:${name}`, header[name]))
      .join('') +
    '</s:Header>'
  )
}

const fieldXml = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `<${name}>${xmlText(value)}</${name}>`

type AnyId = XroadClient & Partial<XroadService> & Partial<XroadServer>

const idXml = (name: string, objectType: string, id: AnyId): string =>
  `<x:${name} i:objectType="${objectType}">` +
  Object.entries(ID_PARTS)
    .map(([part, key]) => fieldXml(`i:${part}`, id[key]))
    .join('') +
  `</x:${name}>`

const ID_PARTS = {
  xRoadInstance: 'instance',
  memberClass: 'memberClass',
  memberCode: 'memberCode',
  subsystemCode: 'subsystem',
  serviceCode: 'service',
  serviceVersion: 'version',
  serverCode: 'server',
} as const satisfies Readonly<Record<string, keyof AnyId>>

/** As strict as the security server's code is. */
export function readEnvelope(bytes: Uint8Array): ReadEnvelope {
  const xml = readXml(bytes)
  if (!xml.ok) return refuse(xml.reason)
  const { root, text } = xml
  if (!isSoap(root, 'Envelope')) return refuse('invalid-soap')
  const headers = root.children.filter((child) => isSoap(child, 'Header'))
  const bodies = root.children.filter((child) => isSoap(child, 'Body'))
  if (headers.length > 1 || bodies.length > 1) return refuse('invalid-soap')
  const [body, ...others] = bodies[0]?.children ?? []
  if (!body || others.length > 0) return refuse('invalid-body')
  if (isSoap(body, 'Fault')) return faultIn(body)
  const [element] = headers
  if (!element) return refuse('missing-header')
  const header = headerIn(element)
  if ('kind' in header) return header
  return { kind: 'message', header, headerText: copied(element, root, text), body }
}

const refuse = (reason: EnvelopeRefusal, where?: string): Refused => ({
  kind: 'refused',
  reason,
  ...(where !== undefined && { where }),
})

const isSoap = ({ name, namespace }: XmlElement, wanted: string): boolean =>
  name === wanted && namespace === SOAP

function faultIn(fault: XmlElement): ReadEnvelope {
  const said = (name: string, inside = fault) =>
    inside.children.find((child) => child.name === name && child.namespace === '')
  const code = said('faultcode')?.text.trim() ?? ''
  const text = said('faultstring')?.text.trim() ?? ''
  const detail = said('faultDetail', said('detail'))?.text.trim() ?? ''
  return { kind: 'fault', code, text, ...(detail !== '' && { detail }) }
}

function headerIn(header: XmlElement): SoapHeader | Refused {
  const fields = new Map<string, XmlElement>()
  for (const field of header.children) {
    const { name, namespace } = field
    if (namespace !== XROAD && namespace !== PARTY) continue
    if (fields.has(name)) return refuse('duplicate-header-field', name)
    fields.set(name, field)
  }
  for (const name of ['client', 'service']) {
    if (!fields.has(name)) return refuse('missing-header-field', name)
  }
  for (const name of ['id', 'protocolVersion']) {
    if ((fields.get(name)?.text ?? '').trim() === '') return refuse('missing-header-field', name)
  }
  const client = clientIn(fields.get('client'))
  if (!client) return refuse('invalid-identifier', 'client')
  const service = serviceIn(fields.get('service'))
  if (!service) return refuse('invalid-identifier', 'service')
  const securityServer = serverIn(fields.get('securityServer'))
  if (fields.has('securityServer') && !securityServer)
    return refuse('invalid-identifier', 'securityServer')
  const { id = '', protocolVersion = '', ...may } = textsIn(fields)
  if (!protocolVersion.startsWith('4.')) return refuse('invalid-protocol-version')
  return { client, service, ...(securityServer && { securityServer }), id, ...may, protocolVersion }
}

/** What is present and empty is kept as empty. */
function textsIn(fields: ReadonlyMap<string, XmlElement>) {
  const texts: { -readonly [Key in keyof SoapHeader]?: SoapHeader[Key] & string } = {}
  for (const name of ['id', 'userId', 'issue', 'protocolVersion', 'requestHash'] as const) {
    const field = fields.get(name)
    if (field) texts[name] = field.text
  }
  return texts
}

const OBJECT_TYPE = attributeName(PARTS, 'objectType')

/** Its parts, none twice, none empty, none unknown; undefined where it is not of that type. */
function idIn(element: XmlElement | undefined, type: string): Partial<AnyId> | undefined {
  if (element?.attributes.get(OBJECT_TYPE) !== type) return undefined
  const id: { -readonly [Key in keyof AnyId]?: AnyId[Key] & string } = {}
  for (const { name, namespace, text } of element.children) {
    const key = Object.entries(ID_PARTS).find(([part]) => part === name)?.[1]
    if (key === undefined || namespace !== PARTS || id[key] !== undefined) return undefined
    if (text.trim() === '') return undefined
    id[key] = text
  }
  return id
}

function clientIn(element: XmlElement | undefined): XroadClient | undefined {
  const member = idIn(element, 'MEMBER')
  const { instance, memberClass, memberCode, subsystem, ...others } =
    member ?? idIn(element, 'SUBSYSTEM') ?? {}
  if (Object.keys(others).length > 0 || (member !== undefined) !== (subsystem === undefined))
    return undefined
  if (instance === undefined || memberClass === undefined || memberCode === undefined)
    return undefined
  return { instance, memberClass, memberCode, ...(subsystem !== undefined && { subsystem }) }
}

function serviceIn(element: XmlElement | undefined): XroadService | undefined {
  const { instance, memberClass, memberCode, subsystem, service, version, server } =
    idIn(element, 'SERVICE') ?? {}
  if (instance === undefined || memberClass === undefined || memberCode === undefined)
    return undefined
  if (subsystem === undefined || service === undefined || server !== undefined) return undefined
  const id = { instance, memberClass, memberCode, subsystem, service }
  return version === undefined ? id : { ...id, version }
}

function serverIn(element: XmlElement | undefined): XroadServer | undefined {
  const { instance, memberClass, memberCode, server, ...others } = idIn(element, 'SERVER') ?? {}
  if (instance === undefined || memberClass === undefined || memberCode === undefined)
    return undefined
  if (server === undefined || Object.keys(others).length > 0) return undefined
  return { instance, memberClass, memberCode, server }
}

/** The namespaces that it was given from outside are written into it. */
function copied({ start, end, attributes }: XmlElement, root: XmlElement, text: string): string {
  const declared = Array.from(root.attributes)
    .filter(([name]) => name.startsWith(`{${XMLNS}}`) && !attributes.has(name))
    .map(([name, value]) => [name.slice(XMLNS.length + 2), value] as const)
    .map(([name, value]) => ` ${name === 'xmlns' ? name : `xmlns:${name}`}="${xmlText(value)}"`)
    .join('')
  const tagName = /^<[^\s/>]+/.exec(text.slice(start, end))?.[0] ?? ''
  return `${tagName}${declared}${text.slice(start + tagName.length, end)}`
}
