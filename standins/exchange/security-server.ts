import type { Provider } from '#standins/exchange/provider.ts'
import type { SecurityServerError } from '#standins/exchange/error-codes.ts'
import type { Connection, Spelling } from '#standins/exchange/state.ts'

/**
 * What a security server knows: who is a member, which services there are and who may ask them.
 * Consumer's and provider's side are one here; between them nothing is signed or stamped, since no
 * information system sees that.
 */
export type SecurityServer = {
  readonly instance: string
  readonly members: readonly Member[]
  readonly services: readonly Service[]
  readonly spelling: () => Spelling
  readonly connection: () => Connection
  /** Certificates of the information systems of its clients, each whole. */
  readonly clientCertificates: readonly Buffer[]
  readonly wait: (milliseconds: number) => Promise<void>
  /** Told of what the server refused itself. */
  readonly onRefused?: (protocol: 'rest' | 'soap', service: string, code: string) => void
}

/** A member, or a subsystem of one, by its parts from the instance on. */
export type Member = {
  readonly id: string
  readonly name: string
}

export type Service = {
  /** The subsystem that offers it. */
  readonly of: string
  readonly code: string
  readonly version?: string
  readonly kind: 'rest' | 'soap'
  /** Subsystems that may ask. */
  readonly allowed: readonly string[]
  /** Where only some of it is open: `*` is one part of a path, `**` all that follows. */
  readonly endpoints?: readonly { readonly method: string; readonly path: string }[]
  readonly provider: Provider
  /** Where it is described: OpenAPI of a REST service, a WSDL of one that speaks SOAP. */
  readonly description?: Provider
}

/** How the information system came to the server. */
export type Caller = { readonly isEncrypted: boolean; readonly certificate?: Buffer }

/** Documents above it are refused, as the message log holds no more. */
export const BODY_BYTES_MAX = 10 * 1024 * 1024
/** After which a service that says nothing is given up. */
export const SERVICE_MS_MAX = 60_000

/** Also says whether a client is one of ours and came the way that was agreed with it. */
export function refusalOfCaller(
  server: SecurityServer,
  client: string,
  caller: Caller,
): SecurityServerError | undefined {
  if (!server.members.some(({ id }) => id === client)) {
    return { code: 'Server.ClientProxy.UnknownMember', message: `Client '${client}' not found` }
  }
  const wrong = wrongConnection(server, caller)
  return wrong === undefined
    ? undefined
    : { code: 'Server.ClientProxy.SslAuthenticationFailed', message: wrong }
}

function wrongConnection(
  { connection, clientCertificates }: SecurityServer,
  { isEncrypted, certificate }: Caller,
): string | undefined {
  const agreed = connection()
  if (agreed === 'http') return undefined
  if (!isEncrypted) return 'Client specifies HTTPS but did not supply TLS'
  if (agreed === 'https') return undefined
  if (certificate === undefined) return 'Client specifies HTTPS but did not supply certificate'
  return clientCertificates.some((known) => known.equals(certificate))
    ? undefined
    : 'Client certificate does not match any of its information systems'
}

type Wanted = {
  readonly client: string
  readonly of: string
  readonly code: string
  readonly version?: string
  readonly kind: Service['kind']
  /** Only in REST: what of the service is asked. */
  readonly endpoint?: { readonly method: string; readonly path: string }
}

export type Found =
  | { readonly ok: true; readonly service: Service }
  | { readonly ok: false; readonly error: SecurityServerError }

export function findService(server: SecurityServer, wanted: Wanted): Found {
  const { client, of, code, kind } = wanted
  const no = (suffix: string, message: string): Found => ({
    ok: false,
    error: { code: `Server.${suffix}`, message } as SecurityServerError,
  })
  if (!server.members.some(({ id }) => id === of)) {
    return no('ClientProxy.UnknownMember', `Could not find addresses for service provider '${of}'`)
  }
  const offered = server.services.filter((service) => service.of === of && service.code === code)
  const named = `'${of}/${code}'`
  if (offered.length === 0) return no('ServerProxy.UnknownService', `Unknown service: ${named}`)
  const service = offered.find((each) => each.kind === kind)
  if (service === undefined) {
    return no('ServerProxy.ServiceType', `Service is not ${kind.toUpperCase()}: ${named}`)
  }
  if (kind === 'soap' && service.version !== wanted.version) {
    return no('ServerProxy.UnknownService', `Unknown service: ${named}`)
  }
  const isOpen = service.allowed.includes(client) && isEndpointOpen(service, wanted)
  if (!isOpen) return no('ServerProxy.AccessDenied', `Request is not allowed: ${named}`)
  return { ok: true, service }
}

const isEndpointOpen = ({ endpoints }: Service, { endpoint }: Wanted): boolean =>
  endpoints === undefined ||
  endpoint === undefined ||
  endpoints.some(
    ({ method, path }) =>
      (method === '*' || method === endpoint.method) && matchesPath(path, endpoint.path),
  )

/** `*` stands for one part of a path, `**` for anything. */
export function matchesPath(pattern: string, path: string): boolean {
  const parts = pattern.split(/(\*\*|\*)/).map((part) => {
    if (part === '**') return '.*'
    return part === '*' ? '[^/]*' : part.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('')}$`, 's').test(path)
}

/** Rejects where the provider says nothing for too long. */
export async function inTime<Reply>(
  { wait }: Pick<SecurityServer, 'wait'>,
  reply: Promise<Reply>,
): Promise<Reply> {
  const late = wait(SERVICE_MS_MAX).then(() => {
    throw new Error('the service said nothing in time')
  })
  return await Promise.race([reply, late])
}
