import { randomUUID } from 'node:crypto'
import { readXml, xmlText, type XmlElement } from '#exchange/drivers/soap/xml.ts'
import type { ProviderReply } from '#standins/exchange/provider.ts'

/**
 * A message by PR-MESS 4.0.25 as strictly as a security server reads it. This is written apart from
 * the driver of Keçid, so that the two are a check on one another.
 */
export type Message = {
  /** Identifiers as their parts joined by slashes, everything else as its text. */
  readonly fields: Readonly<Partial<Record<string, string>>>
  readonly serviceVersion?: string
  readonly body: XmlElement
  /** As it was written, from the first tag to the end of its header. */
  readonly untilBody: string
  readonly rootName: string
}
type Read =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: true; readonly isFault: true }
  | { readonly ok: false; readonly code: string; readonly why: string }

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const XROAD = 'http://x-road.eu/xsd/xroad.xsd'
const IDENTIFIERS = 'http://x-road.eu/xsd/identifiers'
const REPRESENTATION = 'http://x-road.eu/xsd/representation.xsd'
const OBJECT_TYPE = `{${IDENTIFIERS}}objectType`

/** What must be there, in the order in which its absence is told. */
const NEEDED = ['protocolVersion', 'client', 'id', 'service']

const no = (code: string, why: string): Read => ({ ok: false, code, why })

export function readMessage(bytes: Uint8Array): Read {
  const read = readXml(bytes)
  if (!read.ok) return no('InvalidXml', read.reason)
  const { root, text } = read
  const isEnvelope = root.name === 'Envelope' && root.namespace === SOAP
  if (!isEnvelope) return no('InvalidSoap', 'Malformed SOAP message')
  const [headers, bodies] = ['Header', 'Body'].map((name) =>
    root.children.filter((child) => child.name === name && child.namespace === SOAP),
  )
  const [header, otherHeader] = headers ?? []
  const [body, otherBody] = bodies ?? []
  if (otherHeader ?? otherBody) return no('InvalidSoap', 'Malformed SOAP message')
  if (body === undefined) return no('MissingBody', 'Malformed SOAP message: body missing')
  const [first, ...others] = body.children
  if (first?.name === 'Fault' && first.namespace === SOAP) return { ok: true, isFault: true }
  if (header === undefined) return no('MissingHeader', 'Malformed SOAP message: header missing')
  const found = fieldsOf(header)
  if ('code' in found) return no(found.code, found.why)
  if (first === undefined || others.length > 0) {
    return no('InvalidBody', 'Malformed SOAP message: body must have exactly one child element')
  }
  const version = partOf(header, 'serviceVersion')
  const message: Message = {
    fields: found.fields,
    ...(version === undefined ? {} : { serviceVersion: version }),
    body: first,
    untilBody: text.slice(root.start, header.end),
    rootName: /^<([^\s/>]+)/.exec(text.slice(root.start))?.[1] ?? 'Envelope',
  }
  return { ok: true, message }
}

type Fields =
  { readonly fields: Message['fields'] } | { readonly code: string; readonly why: string }

function fieldsOf({ children }: XmlElement): Fields {
  const fields: Record<string, string> = {}
  for (const child of children) {
    const { name, namespace } = child
    if (namespace !== XROAD && namespace !== REPRESENTATION) continue
    if (name in fields) return { code: 'DuplicateHeaderField', why: `Duplicate field '${name}'` }
    const isIdentifier = name === 'client' || name === 'service'
    if (isIdentifier && !child.attributes.has(OBJECT_TYPE)) {
      return { code: 'InvalidXml', why: `Missing objectType of '${name}'` }
    }
    fields[name] = child.children.length === 0 ? child.text.trim() : partsOf(child)
  }
  const missing = NEEDED.find((name) => (fields[name] ?? '') === '')
  if (missing !== undefined) {
    return { code: 'MissingHeaderField', why: `Required field '${missing}' is missing` }
  }
  if (fields['protocolVersion']?.startsWith('4.') !== true) {
    return { code: 'InvalidProtocolVersion', why: 'Unsupported protocol version' }
  }
  return { fields }
}

/** The version is no part of who is asked. */
const partsOf = ({ children }: XmlElement): string =>
  children
    .filter(({ name }) => name !== 'serviceVersion')
    .map(({ text }) => text.trim())
    .join('/')

const partOf = ({ children }: XmlElement, part: string): string | undefined =>
  children
    .flatMap((child) => child.children)
    .find(({ name }) => name === part)
    ?.text.trim()

/** The answer to a message: its header as it was written, and this in the body. */
export const answerTo = ({ untilBody, rootName }: Message, body: string): string =>
  `${untilBody}<b:Body xmlns:b="${SOAP}">${body}</b:Body></${rootName}>`

const ALGORITHM = 'http://www.w3.org/2001/04/xmlenc#sha512'

/** What a security server adds to the header of an answer: by which request it was answered. */
export function withRequestHash({ untilBody }: Message, answer: string, hash: string): string {
  const at = answer.indexOf(untilBody) + untilBody.lastIndexOf('</')
  const attributes = `xmlns:h="${XROAD}" algorithmId="${ALGORITHM}"`
  const field = `<h:requestHash ${attributes}>${hash}</h:requestHash>`
  return answer.slice(0, at) + field + answer.slice(at)
}

type Fault = { readonly code: string; readonly message: string; readonly status: number }

/** Servers send theirs with 200: the status says nothing. */
export function faultReply({ code, message, status }: Fault): ProviderReply {
  const text = [
    `<s:Envelope xmlns:s="${SOAP}"><s:Body><s:Fault><faultcode>${xmlText(code)}</faultcode>`,
    `<faultstring>${xmlText(message)}</faultstring><faultactor/>`,
    `<detail><faultDetail>${randomUUID()}</faultDetail></detail></s:Fault></s:Body></s:Envelope>`,
  ]
  return soapReply(text.join(''), status)
}

export const soapReply = (text: string, status = 200): ProviderReply => ({
  status,
  headers: [['Content-Type', 'text/xml;charset=utf-8']],
  body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`),
})
