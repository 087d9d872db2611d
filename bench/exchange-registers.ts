import { parentPort, workerData } from 'node:worker_threads'
import { systemClock } from '#platform/calendar.ts'
import type { BridgeAccess } from '#standins/exchange/bridge-proxy.ts'
import { openRegisters } from '#standins/exchange/open-registers.ts'
import type { Mode } from '#standins/exchange/state.ts'
import { SYSTEMS, type SystemCode } from '#standins/exchange/systems.ts'

/** The made-up registers on a thread of their own, so that whoever asks does not do their work. */
export type RegistersWanted = { readonly folder: string; readonly bridge: BridgeAccess }
export type RegistersPorts = {
  readonly plain: number
  readonly tls: number
  readonly bridge: number
}
/** How each of them behaves from now on; those that are late, by so much. */
export type Behaviour = {
  readonly modes: Readonly<Partial<Record<SystemCode, Mode>>>
  readonly lateSeconds: number
}

const { folder, bridge } = workerData as RegistersWanted
const { ports, state } = await openRegisters({
  host: '127.0.0.1',
  ports: { plain: 0, tls: 0, bridge: 0 },
  certificatesFolder: folder,
  clock: systemClock,
  bridge,
})
parentPort?.on('message', ({ modes, lateSeconds }: Behaviour) => {
  state.set({ slowSeconds: lateSeconds })
  for (const system of SYSTEMS) state.setMode(system, modes[system] ?? 'normal')
  parentPort?.postMessage('set', [])
})
const { plain, tls = 0, bridge: bridged = 0 } = ports
parentPort?.postMessage({ plain, tls, bridge: bridged } satisfies RegistersPorts, [])
