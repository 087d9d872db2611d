import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export type Run = {
  readonly words: readonly string[]
  readonly secondsMax: number
  readonly environment?: Readonly<Record<string, string>>
  readonly shows?: (line: string) => boolean
  readonly signal?: AbortSignal
}

export type Ended = { readonly code: number | null; readonly late: boolean }

const GRACE_MILLISECONDS = 5_000
const DRAIN_MILLISECONDS = 2_000

/** Runs this Node with those words, passes its lines on, and ends it with all it started. */
export async function runBounded(run: Run): Promise<Ended> {
  const child = spawn(process.execPath, run.words, {
    env: { ...process.env, ...run.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // its own process group, so that what it started can be ended with it
  })
  const end = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal)
    } catch {
      // a group that is already gone answers with an exception
    }
  }
  let late = false
  let insisting: NodeJS.Timeout | undefined
  const stop = () => {
    end('SIGTERM')
    insisting ??= setTimeout(() => end('SIGKILL'), GRACE_MILLISECONDS)
  }
  const timer = setTimeout(() => {
    late = true
    stop()
  }, run.secondsMax * 1000)
  run.signal?.addEventListener('abort', stop)
  if (run.signal?.aborted) stop()

  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    if (run.shows?.(line) !== false) console.log(line)
  })
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
    // A process left behind may hold the output open; the end of ours is what counts.
    child.once('exit', (exit) => setTimeout(() => resolve(exit), DRAIN_MILLISECONDS).unref())
  })
  lines.close()
  clearTimeout(timer)
  clearTimeout(insisting)
  run.signal?.removeEventListener('abort', stop)
  end('SIGKILL')
  return { code, late }
}
