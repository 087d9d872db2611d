import { resolve } from 'node:path'
import { endingsOf, type Endings } from '#main/endings.ts'
import { findServerBeside, type Server } from '#main/server.ts'
import { systemClock } from '#platform/calendar.ts'
import { configurationOfProcess, type Configuration } from '#platform/configuration.ts'
import { openLog } from '#platform/log.ts'

/** What a tool has that works beside a house, or on its data while it is at rest. */
export type Beside = {
  readonly configuration: Configuration
  readonly server: Server
  readonly endings: Endings
}

const ROOT = resolve(import.meta.dirname, '..')

/** Runs the tool and ends what it opened; the sentence that it gives is why it could not. */
export async function runBeside(
  work: (beside: Beside) => Promise<string | undefined>,
): Promise<void> {
  const problem = await problemOf(work)
  if (problem === undefined) return
  console.error(problem)
  process.exit(1)
}

async function problemOf(work: Parameters<typeof runBeside>[0]): Promise<string | undefined> {
  const reading = configurationOfProcess()
  if (!reading.ok)
    return reading.problems.map(({ name, message }) => `${name} ${message}`).join('; ')
  const { configuration } = reading
  const write = (line: string) => void process.stderr.write(line)
  const log = openLog({ level: 'warn', clock: systemClock, write })
  const endings = endingsOf(log)
  const onLoss = (sentence: string) => log.warn(sentence)
  try {
    const serving = await findServerBeside({ configuration, root: ROOT, log, endings, onLoss })
    return serving.ok
      ? await work({ configuration, server: serving.server, endings })
      : serving.sentence
  } finally {
    await endings.run()
  }
}
