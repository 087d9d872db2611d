import { createAdaptorServer } from '@hono/node-server'
import { createServer } from 'node:https'
import { follows, readDoorTls, type DoorFiles } from '#main/door-tls.ts'
import type { SettingName } from '#platform/settings.ts'
import { codeOf } from '#platform/trouble.ts'

/** Whatever answers requests: a face of the house, or the stand-ins. */
export type Face = {
  readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response>
}

/** A port that is ours from before the house is ready; until then it asks for a little patience. */
export type Door = {
  readonly port: number
  readonly open: (face: Face) => void
  /** Takes no more requests and lets those under way end; after the time given it cuts them off. */
  readonly close: (patienceMs: number) => Promise<void>
}

export type Doorway = {
  readonly host: string
  readonly port: number
  readonly setting: SettingName
  readonly limits?: Partial<typeof LIMITS>
  /** By HTTPS, for callers whose certificate is known. */
  readonly tls?: DoorFiles
}

export type DoorOpening =
  { readonly ok: true; readonly door: Door } | { readonly ok: false; readonly problem: string }

/** An upload over a slow line takes its time; the head of a request does not. */
const LIMITS = {
  requestMs: 300_000,
  headMs: 20_000,
  idleMs: 15_000,
  /** How often it is looked for what has come to its limit. */
  lookMs: 5_000,
  headBytes: 16 * 1024,
  /** More are turned away, so that those who came before can still open their files. */
  connections: 1000,
}

export async function takeDoor({
  host,
  port,
  setting,
  tls: files,
  ...rest
}: Doorway): Promise<DoorOpening> {
  const limits = { ...LIMITS, ...rest.limits }
  let face: Face = STARTING
  const tls = files && (await readDoorTls(files))
  if (tls?.ok === false) return tls
  const server = createAdaptorServer({
    ...(tls ? { createServer } : {}),
    fetch: (request: Request, env: unknown) => face.fetch(request, env),
    serverOptions: {
      ...tls?.options,
      requestTimeout: limits.requestMs,
      headersTimeout: limits.headMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: limits.lookMs,
      maxHeaderSize: limits.headBytes,
    },
  })
  server.maxConnections = limits.connections
  const stop = files && 'setSecureContext' in server ? follows(server, files) : undefined
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, () => resolve())
    })
  } catch (error) {
    return { ok: false, problem: portSentence(error, { host, port, setting }) }
  }
  const place = server.address()
  return {
    ok: true,
    door: {
      port: typeof place === 'object' && place !== null ? place.port : port,
      open: (ready) => {
        face = ready
      },
      close: async (patienceMs) => {
        stop?.()
        await closed(server, patienceMs)
      },
    },
  }
}

const STARTING: Face = {
  fetch: () =>
    new Response('Starting. Please try again in a few seconds.', {
      status: 503,
      headers: { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' },
    }),
}

/** What it means to the person who started us that a port cannot be had. */
export function portSentence(error: unknown, { host, port, setting }: Doorway): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return (
        `Port ${port} is used by another program; end that one, or choose another port ` +
        `with ${setting}.`
      )
    case 'EACCES':
      return `Port ${port} may not be used by this account; choose one above 1023 with ${setting}.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is no address of this machine; choose another one with KECID_HOST.`
    default:
      throw new Error(`port ${port} could not be opened`, { cause: error })
  }
}

async function closed(server: ReturnType<typeof createAdaptorServer>, patienceMs: number) {
  const end = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  const timer = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, patienceMs)
  await end
  clearTimeout(timer)
}
