import { randomUUID } from 'node:crypto'
import type { XmlElement } from '#exchange/drivers/soap/xml.ts'
import { descriptionOf } from '#standins/exchange/descriptions.ts'
import type { SecurityServerError } from '#standins/exchange/error-codes.ts'
import { shownTo, xmlIdOf } from '#standins/exchange/metadata.ts'
import type { ProviderReply } from '#standins/exchange/provider.ts'
import type { SecurityServer } from '#standins/exchange/security-server.ts'
import {
  answerTo,
  soapReply,
  withRequestHash,
  type Message,
} from '#standins/exchange/soap-message.ts'

export type SoapMetadata =
  { readonly reply: ProviderReply } | { readonly error: SecurityServerError }

type Asked = {
  readonly of: string
  readonly code: string
  readonly client: string
  readonly message: Message
  /** Of the whole request. */
  readonly hash: string
}

const XROAD = 'http://x-road.eu/xsd/xroad.xsd'
const IDENTIFIERS = 'http://x-road.eu/xsd/identifiers'

/** What a server says of a provider by PR-META; undefined where the code is that of a service. */
export async function soapMetadata(
  server: SecurityServer,
  asked: Asked,
): Promise<SoapMetadata | undefined> {
  const { of, code, client, message, hash } = asked
  const answer = (inside: string): string => {
    const spaces = `xmlns:m="${XROAD}" xmlns:n="${IDENTIFIERS}"`
    const body = `<m:${code}Response ${spaces}>${inside}</m:${code}Response>`
    return withRequestHash(message, answerTo(message, body), hash)
  }
  if (code !== 'getWsdl') {
    const shown = shownTo(server, { of, code, client, kind: 'soap' })
    return shown && { reply: soapReply(answer(shown.map(xmlIdOf).join(''))) }
  }
  const [service, version] = ['serviceCode', 'serviceVersion'].map((name) =>
    textOf(message.body, name),
  )
  const wanted = { of, code: service ?? '', ...(version === undefined ? {} : { version }) }
  const fetched = await descriptionOf(server, { ...wanted, kind: 'soap' })
  if (!fetched.ok) return { error: fetched.error }
  const told = `<m:serviceCode>${wanted.code}</m:serviceCode>`
  const inside =
    version === undefined ? told : `${told}<m:serviceVersion>${version}</m:serviceVersion>`
  return { reply: withAttachment(soapReply(answer(inside)), fetched.text) }
}

const textOf = ({ children }: XmlElement, wanted: string): string | undefined =>
  children.find(({ name, namespace }) => name === wanted && namespace === XROAD)?.text.trim()

/** A message and what it brings along, each a part (PR-MESS 4.0.25, 2.4). */
function withAttachment({ status, body }: ProviderReply, attached: string): ProviderReply {
  const boundary = `part-${randomUUID()}`
  const part = (headers: readonly string[], text: string) =>
    [`--${boundary}`, ...headers, '', text].join('\r\n')
  const type = 'Content-Type: text/xml; charset=UTF-8'
  const parts = [
    part([type, 'Content-Transfer-Encoding: 8bit'], body.toString('utf8')),
    part([type], attached),
    `--${boundary}--\r\n`,
  ]
  return {
    status,
    headers: [['Content-Type', `multipart/related; type="text/xml"; boundary="${boundary}"`]],
    body: Buffer.from(parts.join('\r\n')),
  }
}
