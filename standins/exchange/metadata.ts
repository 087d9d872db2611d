import { xmlText } from '#exchange/drivers/soap/xml.ts'
import { descriptionOf } from '#standins/exchange/descriptions.ts'
import type { SecurityServerError } from '#standins/exchange/error-codes.ts'
import type { ProviderReply } from '#standins/exchange/provider.ts'
import type { Member, SecurityServer, Service } from '#standins/exchange/security-server.ts'

export type Metadata = { readonly reply: ProviderReply } | { readonly error: SecurityServerError }

type Asked = {
  readonly of: string
  readonly code: string
  readonly client: string
  /** With its question mark, where there is one. */
  readonly query: string
}

/**
 * What a server says of a provider by PR-MREST, in snake_case, as servers do and its annex does
 * not. Undefined where the code is that of a service; these names are reserved.
 */
export async function metadataOver(
  server: SecurityServer,
  { of, code, client, query }: Asked,
): Promise<Metadata | undefined> {
  if (code !== 'getOpenAPI') {
    const shown = shownTo(server, { of, code, client, kind: 'rest' })
    return shown && { reply: said(JSON.stringify({ service: shown.map(methodsOf) }), JSON_TYPE) }
  }
  const wanted = new URLSearchParams(query).get('serviceCode') ?? ''
  const fetched = await descriptionOf(server, { of, code: wanted, kind: 'rest' })
  return fetched.ok
    ? { reply: said(fetched.text, fetched.type ?? 'text/plain') }
    : { error: fetched.error }
}

const JSON_TYPE = 'application/json'

const said = (text: string, type: string): ProviderReply => ({
  status: 200,
  headers: [['Content-Type', type]],
  body: Buffer.from(text),
})

type Listed = Pick<Asked, 'of' | 'code' | 'client'> & { readonly kind: Service['kind'] }

/** The services of a provider, all of them or those that may be asked, of one kind. */
export function shownTo(
  server: SecurityServer,
  { of, code, client, kind }: Listed,
): readonly Service[] | undefined {
  if (code !== 'listMethods' && code !== 'allowedMethods') return undefined
  const offered = server.services.filter((service) => service.of === of && service.kind === kind)
  return code === 'listMethods' ? offered : offered.filter(isOpenTo(client))
}

const isOpenTo =
  (client: string) =>
  ({ allowed }: Service): boolean =>
    allowed.includes(client)

function methodsOf({
  of,
  code,
  endpoints = [],
  description,
}: Service): Readonly<Record<string, unknown>> {
  return {
    ...partsOf(of),
    service_code: code,
    object_type: 'SERVICE',
    service_type: description === undefined ? 'REST' : 'OPENAPI',
    endpoint_list: endpoints.map(({ method, path }) => ({ method, path })),
  }
}

function partsOf(id: string): Readonly<Record<string, string>> {
  const [xroad_instance = '', member_class = '', member_code = '', subsystem_code] = id.split('/')
  return {
    xroad_instance,
    member_class,
    member_code,
    ...(subsystem_code === undefined ? {} : { subsystem_code }),
  }
}

const objectTypeOf = ({ id }: Member): string =>
  id.split('/').length === 4 ? 'SUBSYSTEM' : 'MEMBER'

/** Every member and subsystem of the instance. */
export function listClients(
  { members, instance }: SecurityServer,
  { instance: wanted, isJson }: { readonly instance: string | null; readonly isJson: boolean },
): string {
  const listed = wanted === null || wanted === instance ? members : []
  return isJson ? jsonOf(listed) : xmlOf(listed)
}

const jsonOf = (members: readonly Member[]): string =>
  JSON.stringify({
    member: members.map((member) => ({
      id: { object_type: objectTypeOf(member), ...partsOf(member.id) },
      name: member.name,
    })),
  })

const XML_NAMES = [
  ['xroad_instance', 'xRoadInstance'],
  ['member_class', 'memberClass'],
  ['member_code', 'memberCode'],
  ['subsystem_code', 'subsystemCode'],
] as const

/** As a list by SOAP has it, with the prefixes that its wrapper declares. */
export function xmlIdOf({ of, code, version }: Service): string {
  const parts = [
    ...inXml(partsOf(of)),
    ['serviceCode', code],
    ...(version === undefined ? [] : [['serviceVersion', version]]),
  ]
  const inside = parts.map(([name, text = '']) => `<n:${name}>${xmlText(text)}</n:${name}>`)
  return `<m:service n:objectType="SERVICE">${inside.join('')}</m:service>`
}

const inXml = (parts: Readonly<Record<string, string>>) =>
  XML_NAMES.flatMap(([key, name]) => (parts[key] === undefined ? [] : [[name, parts[key]]]))

/** The ids and names of members here hold nothing that XML would have to escape. */
function xmlOf(members: readonly Member[]): string {
  const listed = members.map((member) => {
    const inside = inXml(partsOf(member.id)).map(
      ([name, text]) => `<id:${name}>${text}</id:${name}>`,
    )
    const type = objectTypeOf(member)
    return [
      `<xrd:member><xrd:id id:objectType="${type}">${inside.join('')}</xrd:id>`,
      `<xrd:name>${member.name}</xrd:name></xrd:member>`,
    ].join('')
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xrd:clientList xmlns:xrd="http://x-road.eu/xsd/xroad.xsd"',
    ` xmlns:id="http://x-road.eu/xsd/identifiers">${listed.join('')}</xrd:clientList>`,
  ].join('')
}
