import {
  providerAt,
  type Headers,
  type Provider,
  type ProviderReply,
} from '#standins/exchange/provider.ts'
import { serveRest } from '#standins/exchange/rest-consumer.ts'
import type { SecurityServer } from '#standins/exchange/security-server.ts'
import { serveSoap } from '#standins/exchange/soap-consumer.ts'
import type { Spelling } from '#standins/exchange/state.ts'

/** A service that somebody offers at an address, and who asks for it. */
type Offered = {
  /** Where the information system is that offers it, or what stands in for it. */
  readonly at: string | Provider
  readonly trust?: Parameters<typeof providerAt>[1]
  /** The subsystem that offers it, as `AZ-TEST/GOV/9900002222/HQM`, and its code there. */
  readonly of: string
  readonly code: string
  readonly version?: string
  readonly client: string
  /** Subsystems that may ask; the client, where it is left out. */
  readonly allowed?: readonly string[]
  readonly spelling?: Spelling
}

type Asked = {
  readonly method: string
  /** What follows the code of the service, with the query. */
  readonly path: string
  readonly headers?: Headers
  readonly body?: string | Buffer
}

/** As another institution asks by REST, through both security servers and over the network. */
export const callAsConsumer = (
  offered: Offered,
  { method, path, headers = [], body = '' }: Asked,
): Promise<ProviderReply> =>
  serveRest(serverOf(offered, 'rest'), {
    method,
    target: `/r1/${[...offered.of.split('/'), offered.code].map(encodeURIComponent).join('/')}${path}`,
    headers: [['X-Road-Client', offered.client], ...headers],
    body: Buffer.from(body),
    caller: { isEncrypted: false },
  })

/** By SOAP; the envelope is the caller's. */
export const callAsSoapConsumer = (offered: Offered, envelope: string): Promise<ProviderReply> =>
  serveSoap(serverOf(offered, 'soap'), {
    method: 'POST',
    target: '/',
    headers: [['Content-Type', 'text/xml;charset=utf-8']],
    body: Buffer.from(envelope),
    caller: { isEncrypted: false },
  })

function serverOf(offered: Offered, kind: 'rest' | 'soap'): SecurityServer {
  const { at, trust, of, code, version, client, allowed = [client] } = offered
  const [instance = ''] = of.split('/')
  const provider = typeof at === 'string' ? providerAt(at, trust) : at
  return {
    instance,
    members: [of, client].map((id) => ({ id, name: id })),
    services: [
      { of, code, kind, allowed, provider, ...(version === undefined ? {} : { version }) },
    ],
    spelling: () => offered.spelling ?? 'dotted',
    connection: () => 'http',
    clientCertificates: [],
    wait: giveUp,
  }
}

/** Whoever calls has a time limit of their own. */
const giveUp = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
