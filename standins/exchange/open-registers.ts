import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '#platform/calendar.ts'
import type { World } from '#standins/exchange/asking.ts'
import { serveBridge, type BridgeAccess } from '#standins/exchange/bridge-proxy.ts'
import {
  bytesOfCertificate,
  demonstrationCertificates,
  type Certificates,
} from '#standins/exchange/certificates.ts'
import { listen, type Listening, type Serve } from '#standins/exchange/listeners.ts'
import { fetchDue, type Asks } from '#standins/exchange/fetching.ts'
import { asksThrough, registersNetwork, type KecidAt } from '#standins/exchange/network.ts'
import { providerAt } from '#standins/exchange/provider.ts'
import { serveSecurityServer } from '#standins/exchange/consumer-side.ts'
import { registersState, type RegistersState } from '#standins/exchange/state.ts'

type Ports = {
  /** The security server without TLS. */
  readonly plain: number
  readonly tls?: number
  /** The proxy of the bridge. */
  readonly bridge?: number
}

type Options = {
  readonly host: string
  readonly ports: Ports
  /** Where the certificates of the demonstration are, or will be. */
  readonly certificatesFolder: string
  readonly clock: Clock
  /** For tests, in which nobody waits. */
  readonly wait?: World['wait']
  /** Drawn anew where it is left out. */
  readonly bridge?: BridgeAccess
  /** Where Keçid answers others, known once it does; without it nobody asks it through here. */
  readonly kecid?: () => string
}

export type Registers = {
  readonly ports: Ports
  readonly state: RegistersState
  readonly bridge: BridgeAccess
  /** Of those who speak TLS; only where a port for it was asked for. */
  readonly certificates?: Certificates
  readonly close: () => Promise<void>
}

/**
 * The systems of other institutions behind a security server and a bridge. All ports are taken or
 * none is: rejects with the error of the socket, which has the port that cannot be had.
 */
export async function openRegisters(options: Options): Promise<Registers> {
  const { host, ports, certificatesFolder, clock, wait = waitForReal } = options
  const state = registersState(clock)
  const world: World = { state, clock, wait, recognitions: new Map() }
  const bridge = options.bridge ?? drawnAccess()
  const certificates =
    ports.tls === undefined ? undefined : await demonstrationCertificates(certificatesFolder, clock)
  const network = registersNetwork(
    world,
    certificates ? [bytesOfCertificate(certificates.informationSystem.certificate)] : [],
    options.kecid && kecidAt(options.kecid, certificates),
  )
  const serve: Serve = (request) => serveSecurityServer(network, request)
  const open: Pick<Listening, 'close'>[] = []
  const close = async () => void (await Promise.all(open.map((each) => each.close())))
  const opened = async (port: number, of: Serve, tls?: ReturnType<typeof tlsOf>) => {
    const listening = await listen({ host, port, ...(tls && { tls }) }, of)
    open.push(listening)
    return listening.port
  }
  try {
    const plain = await opened(ports.plain, serve)
    const tls =
      ports.tls === undefined || certificates === undefined
        ? {}
        : { tls: await opened(ports.tls, serve, tlsOf(certificates)) }
    const bridged: Serve = (request) => serveBridge(world, bridge, request)
    const taken = ports.bridge === undefined ? {} : { bridge: await opened(ports.bridge, bridged) }
    const own = certificates ? { certificates } : {}
    if (options.kecid) open.push(fetching(state, asksThrough(network)))
    return { ports: { plain, ...tls, ...taken }, state, bridge, ...own, close }
  } catch (error) {
    await close()
    throw error
  }
}

const FETCH_EVERY_MS = 2000

/** Goes on beside what is asked, until it is closed; one round has ended before the next begins. */
function fetching(state: RegistersState, asks: Asks): Pick<Listening, 'close'> {
  let round = Promise.resolve()
  const timer = setInterval(() => {
    round = round.then(() => fetchDue(state.fetches, asks))
  }, FETCH_EVERY_MS)
  timer.unref()
  return {
    close: async () => {
      clearInterval(timer)
      await round
    },
  }
}

/**
 * Whoever has no certificate is let in and told so in words, as a security server does; TLS 1.3 is
 * not spoken on this side.
 */
const tlsOf = ({ securityServer: { certificate, key } }: Certificates) => ({
  cert: certificate,
  key,
  requestCert: true,
  rejectUnauthorized: false,
  minVersion: 'TLSv1.2' as const,
  maxVersion: 'TLSv1.2' as const,
})

/** Each shows the other its certificate where Keçid is asked by HTTPS. */
function kecidAt(place: () => string, certificates?: Certificates): KecidAt {
  const trust = certificates && {
    cert: certificates.securityServer.certificate,
    key: certificates.securityServer.key,
    ca: certificates.informationSystem.certificate,
  }
  return (path) => async (request) => await providerAt(`${place()}${path}`, trust)(request)
}

const drawnAccess = (): BridgeAccess => ({
  identity: randomUUID(),
  secret: randomBytes(32).toString('base64url'),
})

/** A program that ends does not wait for it. */
const waitForReal = (milliseconds: number): Promise<void> =>
  pause(milliseconds, undefined, { ref: false })
