import { setTimeout as pause } from 'node:timers/promises'
import type { Guard } from '#platform/postgres-guard.ts'
import { type PostgresServer, startPostgres } from '#platform/postgres-server.ts'

/** A PostgreSQL that is started again when it dies, at the same address. */
type KeptPostgres = {
  readonly url: string
  readonly pid: () => number
  readonly stop: () => Promise<void>
  /** A sentence, once it has died too often to be started again; never after `stop`. */
  readonly givenUp: Promise<string>
}

export type KeptStart =
  | { readonly ok: true; readonly server: KeptPostgres }
  | { readonly ok: false; readonly problem: string }

const TRIES_MAX = 5
const FIRST_PAUSE_MS = 100
/** Having lived that long, its next death is counted as the first. */
const STEADY_MS = 60_000

type Keeping = {
  readonly folder: string
  readonly durable: boolean
  readonly guard: Guard | undefined
  readonly onRestart: (pid: number) => void
}

/** What the watch and the owner both see: which server it is now, and whether it shall end. */
type Life = { server: PostgresServer; readonly ending: AbortController }

export async function keepPostgres(keeping: Keeping): Promise<KeptStart> {
  const first = await startPostgres(keeping)
  if (!first.ok) return first
  const life: Life = { server: first.server, ending: new AbortController() }
  const watch = watchOver(life, keeping)
  return {
    ok: true,
    server: {
      url: first.server.url,
      pid: () => life.server.pid,
      stop: async () => {
        life.ending.abort()
        await life.server.stop()
        await watch
        await life.server.stop() // the one that a restart under way has brought
      },
      givenUp: new Promise((resolve) => {
        void watch.then((sentence) => sentence !== undefined && resolve(sentence))
      }),
    },
  }
}

async function watchOver(life: Life, keeping: Keeping): Promise<string | undefined> {
  const { signal } = life.ending
  let problem = 'it ended after every start'
  let tries = 0
  while (!signal.aborted) {
    const began = performance.now()
    await life.server.exited // at once, where the last start failed
    if (performance.now() - began > STEADY_MS) tries = 0
    if (tries === TRIES_MAX) return `PostgreSQL died and could not be started again: ${problem}`
    await pause(FIRST_PAUSE_MS * 2 ** tries, undefined, { signal }).catch(() => undefined)
    tries += 1
    if (signal.aborted) return undefined
    const start = await startPostgres(keeping)
    if (start.ok) {
      life.server = start.server
      keeping.onRestart(start.server.pid)
    } else {
      problem = start.problem
    }
  }
  return undefined
}
