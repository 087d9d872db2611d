import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Systems } from '#core/policy/systems.ts'
import type { Ways } from '#exchange/ways.ts'
import { waysOf } from '#main/exchange.ts'
import { systemClock } from '#platform/calendar.ts'
import { openLog } from '#platform/log.ts'
import type { Behaviour, RegistersPorts, RegistersWanted } from './exchange-registers.ts'

/** How the product reaches its security server; what a bridge has is never more than HTTP. */
export const CONNECTIONS = ['plain', 'https-noauth', 'mutual TLS'] as const
export type Connection = (typeof CONNECTIONS)[number]

export type Registers = {
  readonly ways: Readonly<Record<Connection, Ways>>
  /** Where the certificates of both sides are. */
  readonly folder: string
  readonly behave: (behaviour: Behaviour) => Promise<void>
  readonly close: () => Promise<void>
}

export const QUIET = openLog({ level: 'silent', clock: systemClock, write: console.error })
const SECRET = 'a secret of thirty-two characters'

/** Registers on loopback, and the ways that the product makes to them from what is configured. */
export async function registersFor(systems: Systems, folder: string): Promise<Registers> {
  const identity = identityIn(systems)
  const workerData: RegistersWanted = { folder, bridge: { identity, secret: SECRET } }
  const worker = new Worker(new URL('./exchange-registers.ts', import.meta.url), { workerData })
  const [ports] = (await once(worker, 'message')) as [RegistersPorts]
  await writeFile(join(folder, 'bridge.secret'), SECRET)
  const certificateFile = join(folder, 'information-system.pem')
  const own = { certificateFile, keyFile: join(folder, 'information-system.key') }
  const server = join(folder, 'security-server.pem')
  const ways = (connection: Connection) => {
    const isPlain = connection === 'plain'
    const places = {
      securityServerUrl: isPlain
        ? `http://127.0.0.1:${ports.plain}`
        : `https://127.0.0.1:${ports.tls}`,
      serverCertificateFile: isPlain ? undefined : server,
      own: connection === 'mutual TLS' ? own : undefined,
      bridgeUrl: `http://127.0.0.1:${ports.bridge}`,
      signingKeyFile: undefined,
      payments: undefined,
      bridgeSecretFile: join(folder, 'bridge.secret'),
    }
    return waysOf(places, { log: QUIET, systems: () => systems })
  }
  return {
    ways: {
      plain: ways('plain'),
      'https-noauth': ways('https-noauth'),
      'mutual TLS': ways('mutual TLS'),
    },
    folder,
    behave: async (behaviour) => {
      const set = once(worker, 'message')
      worker.postMessage(behaviour, [])
      await set
    },
    close: async () => void (await worker.terminate()),
  }
}

/** By which the bridge of the shipped policy knows us. */
function identityIn({ systems }: Systems): string {
  for (const { address } of systems) if ('identity' in address) return address.identity
  throw new Error('no system is asked by a bridge')
}
