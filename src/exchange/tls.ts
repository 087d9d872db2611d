import { Agent } from 'node:https'
import { createSecureContext, type PeerCertificate } from 'node:tls'
import { assert } from '#core/assert.ts'
import { certificatesIn, renewed, type Renewed } from '#platform/certificate-files.ts'

/**
 * How we and our security server know one another: whoever operates it chooses, for each of its
 * clients; the third way is plain HTTP. `server` is the certificate that was exported from it.
 */
export type TlsFiles =
  | { readonly mode: 'https-noauth'; readonly server: string }
  | {
      readonly mode: 'https'
      readonly server: string
      readonly certificate: string
      readonly key: string
    }

export type Tls = {
  /** Connects by the files as they are now; undefined while they were never whole. */
  readonly agent: Renewed<Agent>
}

/** Sockets that nobody uses are closed after this. */
export const IDLE_MS = 30_000

/** Where the files are broken those before them are kept, and `onBroken` is told. */
export function openTls(files: TlsFiles, onBroken: (error: unknown) => void): Tls {
  const own = files.mode === 'https' ? [files.certificate, files.key] : []
  return { agent: renewed([files.server, ...own], agentOf, onBroken) }
}

/**
 * The server's certificate is matched whole, whatever names are in it; any of several in one file
 * is trusted. The sockets of a former agent end by themselves.
 */
function agentOf([server, cert, key]: readonly Buffer[]): Agent {
  assert(server !== undefined, 'the file of the server is always read')
  const trusted = certificatesIn(server)
  const prints = trusted.map(({ fingerprint256 }) => fingerprint256)
  const options = {
    ...(cert && key ? { cert, key } : {}),
    ca: trusted.map(String),
    minVersion: 'TLSv1.2',
    allowPartialTrustChain: true,
    checkServerIdentity: (_name: string, { fingerprint256 }: PeerCertificate) =>
      prints.includes(fingerprint256)
        ? undefined
        : Object.assign(new Error('Not the certificate that was exported'), { code: 'CERT_OTHER' }),
  } as const
  createSecureContext(options) // throws where a key does not fit its certificate
  return new Agent({ ...options, keepAlive: true, timeout: IDLE_MS })
}
