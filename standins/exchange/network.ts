import type { World } from '#standins/exchange/asking.ts'
import { OURS } from '#exchange/offered/ours.ts'
import { openApiOf, wsdlOf } from '#standins/exchange/descriptions.ts'
import type { Provider } from '#standins/exchange/provider.ts'
import type { Asks } from '#standins/exchange/fetching.ts'
import { REGISTERS } from '#standins/exchange/registers/all.ts'
import { pathsOf, restAdapter } from '#standins/exchange/rest-adapter.ts'
import type { Member, SecurityServer, Service } from '#standins/exchange/security-server.ts'
import { serveRest } from '#standins/exchange/rest-consumer.ts'
import { soapAdapter } from '#standins/exchange/soap-adapter.ts'
import {
  CLIENT_WITHOUT_ACCESS,
  INSTANCE,
  KECID_CLIENT,
  MEMBER_CLASS,
  PLACES,
  SYSTEMS,
  type SystemCode,
} from '#standins/exchange/systems.ts'

const subsystemOf = (system: SystemCode): string => {
  const { memberCode, subsystemCode } = PLACES[system]
  return [INSTANCE, MEMBER_CLASS, memberCode, subsystemCode].join('/')
}

const memberOf = (id: string): string => id.split('/').slice(0, 3).join('/')

const MEMBERS: readonly Member[] = [
  { id: memberOf(KECID_CLIENT), name: 'Owner of the portal' },
  { id: KECID_CLIENT, name: 'Owner of the portal' },
  { id: CLIENT_WITHOUT_ACCESS, name: 'Owner of the portal' },
  ...SYSTEMS.flatMap((system) => {
    const [id, name] = [subsystemOf(system), PLACES[system].title]
    return [memberOf(id), id].map((each) => ({ id: each, name }))
  }),
]

/** Each register is there twice: for REST by its contract's code, for SOAP by its operation. */
const servicesOf = (world: World): readonly Service[] =>
  REGISTERS.flatMap((register): readonly Service[] => {
    const { contract, system } = register
    const { rest, code, operation, version } = contract
    const [of, allowed] = [subsystemOf(system), [KECID_CLIENT]]
    const { method } = rest
    const endpoints = pathsOf(contract).map((path) => ({ method, path }))
    const soap = soapAdapter(world, register)
    return [
      {
        of,
        allowed,
        code,
        kind: 'rest',
        endpoints,
        provider: restAdapter(world, register),
        description: openApiOf(register),
      },
      {
        of,
        allowed,
        code: operation,
        version,
        kind: 'soap',
        provider: soap,
        description: wsdlOf(register),
      },
    ]
  })

/** Where Keçid answers; it need not be there yet, nor all the time. */
export type KecidAt = (path: string) => Provider

/** Who may ask, Keçid looks at itself; the security server lets every other subsystem through. */
function servicesOfKecid(at: KecidAt): readonly Service[] {
  const own = { of: KECID_CLIENT, allowed: SYSTEMS.map(subsystemOf) }
  const endpoints = [
    ...OURS.services.map(({ path, contract }) => ({ method: contract.rest.method, path })),
    ...(OURS.documents ?? []).map(({ path }) => ({ method: 'GET', path })),
  ]
  const [rest, soap] = [at(''), at('/soap')]
  const [openapi, wsdl] = [at('/v1/openapi.json'), at('/v1/kecid.wsdl')]
  return [
    { ...own, code: OURS.name, kind: 'rest', endpoints, provider: rest, description: openapi },
    ...OURS.services.map(({ contract: { operation: code, version } }): Service => {
      return { ...own, code, version, kind: 'soap', provider: soap, description: wsdl }
    }),
  ]
}

/** As the unified system asks for a document, through its security server and ours. */
export const asksThrough =
  (network: SecurityServer): Asks =>
  async ({ document, part }) => {
    const of = [...KECID_CLIENT.split('/'), OURS.name].map(encodeURIComponent).join('/')
    const { status, body } = await serveRest(
      // How Keçid comes to its own security server is no matter of theirs.
      { ...network, connection: () => 'http' },
      {
        method: 'POST',
        target: `/r1/${of}/v1/forwarded-document`,
        headers: [
          ['X-Road-Client', subsystemOf('migration')],
          ['Content-Type', 'application/json; charset=utf-8'],
        ],
        body: Buffer.from(JSON.stringify({ document, part })),
        caller: { isEncrypted: false },
      },
    )
    const said: unknown = status === OK ? JSON.parse(body.toString('utf8')) : undefined
    return said
  }

const OK = 200

/** Of a register that is down, or silent, it was noted already what it does. */
const SAID_BY_REGISTER = /(?:network_?error|io_?error)$/i

/** The security server before the made-up registers, as far as Keçid's own side sees it. */
export function registersNetwork(
  world: World,
  clientCertificates: readonly Buffer[],
  kecid?: KecidAt,
): SecurityServer {
  const { state, wait } = world
  return {
    instance: INSTANCE,
    members: MEMBERS,
    services: [...servicesOf(world), ...(kecid ? servicesOfKecid(kecid) : [])],
    spelling: () => state.settings().spelling,
    connection: () => state.settings().connection,
    clientCertificates,
    wait,
    onRefused: (protocol, service, outcome) => {
      if (SAID_BY_REGISTER.test(outcome)) return
      const system = REGISTERS.find(({ contract }) =>
        [contract.code, contract.operation].includes(service),
      )?.system
      const known = system === undefined ? '' : service
      state.note({ system: system ?? 'none', service: known, protocol, outcome })
    },
  }
}
