import { createHash, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Agent } from 'node:https'
import { createSecureContext, type PeerCertificate } from 'node:tls'

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
  readonly agent: () => Promise<Agent | undefined>
}

/** Sockets that nobody uses are closed after this. */
export const IDLE_MS = 30_000

const LOOK_AGAIN_MS = 1000

/**
 * Files that are put in place of others count for the next call, a second later at most. Those that
 * are broken, half-written or do not fit each other change nothing: the former are kept, and
 * `onBroken` is told once.
 */
export function openTls(files: TlsFiles, onBroken: (error: unknown) => void): Tls {
  let agent: Agent | undefined
  let seen = ''
  let lookedAt = -Infinity
  let looking: Promise<void> | undefined
  const look = async () => {
    const found = await read(files)
    if (found.digest === seen) return
    seen = found.digest
    try {
      if (found.trouble) throw found.trouble
      agent = agentOf(found) // the sockets of the former one end by themselves
    } catch (error) {
      onBroken(error)
    }
  }
  return {
    agent: async () => {
      if (performance.now() - lookedAt >= LOOK_AGAIN_MS) {
        lookedAt = performance.now()
        looking = look()
      }
      await looking
      return agent
    },
  }
}

type Found = {
  readonly server: Buffer
  readonly own?: { readonly cert: Buffer; readonly key: Buffer }
  /** Of everything that was read, or of the reason why it was not. */
  readonly digest: string
  readonly trouble?: Error
}

async function read(files: TlsFiles): Promise<Found> {
  try {
    const server = await readFile(files.server)
    if (files.mode === 'https-noauth') return { server, digest: digestOf([server]) }
    const cert = await readFile(files.certificate)
    const key = await readFile(files.key)
    return { server, own: { cert, key }, digest: digestOf([server, cert, key]) }
  } catch (error) {
    const trouble = error instanceof Error ? error : new Error('unreadable')
    return { server: Buffer.alloc(0), digest: trouble.message, trouble }
  }
}

const digestOf = (parts: readonly Buffer[]): string =>
  parts.map((part) => createHash('sha256').update(part).digest('hex')).join()

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/**
 * The server's certificate is matched whole, whatever names are in it. Several in one file are all
 * trusted, so that the next one can be there before the server changes to it.
 */
function agentOf({ server, own }: Found): Agent {
  const pem = server.toString('latin1').match(PEM)
  const trusted = (pem ?? [server]).map((each) => new X509Certificate(each))
  const prints = trusted.map(({ fingerprint256 }) => fingerprint256)
  const options = {
    ...own,
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
