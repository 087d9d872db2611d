import type { Member, SecurityServer, Service } from '#standins/exchange/security-server.ts'

/** What a server says of itself, PR-MREST: in snake_case, as servers do and its annex does not. */
export type Metadata = {
  readonly service: readonly Readonly<Record<string, unknown>>[]
}

type Asked = { readonly of: string; readonly code: string; readonly client: string }

/** Undefined where the code is that of a service; these names are reserved. */
export function metadataOver(server: SecurityServer, asked: Asked): Metadata | undefined {
  const { of, code, client } = asked
  if (code !== 'listMethods' && code !== 'allowedMethods') return undefined
  const offered = server.services.filter((service) => service.of === of && service.kind === 'rest')
  const shown = code === 'listMethods' ? offered : offered.filter(isOpenTo(client))
  return { service: shown.map(methodsOf) }
}

const isOpenTo =
  (client: string) =>
  ({ allowed }: Service): boolean =>
    allowed.includes(client)

function methodsOf({ of, code, endpoints = [] }: Service): Readonly<Record<string, unknown>> {
  return {
    ...partsOf(of),
    service_code: code,
    object_type: 'SERVICE',
    service_type: 'REST',
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

/** The ids and names of members here hold nothing that XML would have to escape. */
function xmlOf(members: readonly Member[]): string {
  const listed = members.map((member) => {
    const parts = partsOf(member.id)
    const inside = XML_NAMES.map(([key, name]) =>
      parts[key] === undefined ? '' : `<id:${name}>${parts[key]}</id:${name}>`,
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
