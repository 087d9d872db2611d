import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const ROOT = resolve(import.meta.dirname, '..')
const WATCHED = ['src', 'standins', 'policy', 'db', 'tools']
/** Editors and version control change many files at once. */
const QUIET_MS = 150

/** Builds and runs the program, and again after each change, until it is told to end. */
export async function reload({
  build,
  words,
}: {
  readonly build: () => Promise<string>
  readonly words: readonly string[]
}): Promise<void> {
  const changes = watchFolders()
  const ending = new AbortController()
  let child: ChildProcess | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      ending.abort()
      child?.kill(signal)
      changes.wake()
    })
  }
  while (!ending.signal.aborted) {
    try {
      const file = await build()
      await stopped(child)
      if (ending.signal.aborted) return
      child = spawn(process.execPath, ['--enable-source-maps', file, ...words], {
        stdio: 'inherit',
      })
    } catch (fault) {
      console.error(fault instanceof Error ? fault.message : fault)
    }
    await changes.next()
  }
  await stopped(child)
  process.exit(0)
}

/** A program that has been asked to end is waited for: its data and ports are needed again. */
async function stopped(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const end = once(child, 'exit')
  child.kill('SIGTERM')
  await end
}

function watchFolders() {
  let wake = () => {}
  for (const folder of WATCHED) {
    watch(join(ROOT, folder), { recursive: true }, () => wake())
  }
  return {
    wake: () => wake(),
    next: async () => {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      await pause(QUIET_MS)
    },
  }
}
