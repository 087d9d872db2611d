import { resolve } from 'node:path'
import { begin } from '#main/begin.ts'
import { EXIT_CODES, failed, type Failure } from '#main/failure.ts'
import { greeting } from '#main/greeting.ts'
import { systemClock } from '#platform/calendar.ts'
import { type Configuration, configurationOfProcess } from '#platform/configuration.ts'
import { isUnreachable } from '#platform/database-reach.ts'
import { faultFields, openLog, type Log } from '#platform/log.ts'

/**
 * The room `main` wires processes together and is the only one that does. This file is the one
 * that is run: it begins what KECID_PARTS names and ends it on a signal.
 */
const USAGE = 'Keçid takes its settings from the environment, and no other words than --empty.'

/** Two folders up, from src/main/ as from build/main/. */
const ROOT = resolve(import.meta.dirname, '..', '..')

async function main(words: readonly string[]): Promise<void> {
  // Whoever read our output may be gone while we go on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const asked = askedFor(words)
  if (!asked.ok) return leave(asked)
  const { configuration, empty } = asked
  const { logLevel: level, demonstration, dataFolder, stage } = configuration
  const write = (line: string) => void process.stdout.write(line)
  const log = openLog({ level, clock: systemClock, write })
  const told = untilTold(log)
  const begun = await begin({ configuration, empty, root: ROOT, log })
  if (!begun.ok) return leave(begun)
  if (stage !== 'production') write(greeting(begun.addresses, { demonstration, empty, dataFolder }))

  const end = await Promise.race([told, begun.lost])
  log.info('ending', end.ok ? { reason: end.signal } : {})
  await begun.stop()
  if (end.ok) process.exit(0)
  leave(end)
}

type Asked =
  { readonly ok: true; readonly configuration: Configuration; readonly empty: boolean } | Failure

function askedFor(words: readonly string[]): Asked {
  if (words.some((word) => word !== '--empty')) return failed('configuration', USAGE)
  const reading = configurationOfProcess()
  if (reading.ok) return { ...reading, empty: words.length > 0 }
  const problems = reading.problems.map(({ name, message }) => `${name} ${message}`)
  return failed('configuration', `${problems.join('; ')}.`)
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

type End = { readonly ok: true; readonly signal: string } | Failure

/**
 * The first signal asks for an orderly end, once the start is over; the second takes it at once.
 * A fault that nobody met means that we no longer know what state we are in.
 */
function untilTold(log: Log): Promise<End> {
  const { promise, resolve } = Promise.withResolvers<End>()
  let told = false
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (told) process.exit(EXIT_CODES.fault)
      told = true
      resolve({ ok: true, signal })
    })
  }
  const onFault = (fault: unknown) => {
    log.warn('fault of the process', faultFields(fault))
    resolve(failed('fault', 'Keçid met a fault of its own and ended; the log says where.'))
  }
  process.on('uncaughtException', onFault)
  process.on('unhandledRejection', (fault) => {
    // graphile-worker leaves some of its queries unattended; the database comes back.
    if (isUnreachable(fault)) log.warn('connection lost', faultFields(fault))
    else onFault(fault)
  })
  return promise
}

function leave({ kind, sentence }: Failure): void {
  process.stderr.write(`${sentence}\n`, () => process.exit(EXIT_CODES[kind]))
}

try {
  await main(process.argv.slice(2))
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`)
  process.exit(EXIT_CODES.fault)
}
