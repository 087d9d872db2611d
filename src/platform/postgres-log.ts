import { appendFileSync, renameSync, statSync } from 'node:fs'

/** The log of PostgreSQL: this file and the one before it, neither above the limit. */
export type PostgresLog = {
  readonly add: (text: string) => void
  /** The last lines of this start, oldest first. */
  readonly recent: () => readonly string[]
}

const LINES_KEPT = 50

export function openPostgresLog(file: string, bytesMax = 5_000_000): PostgresLog {
  let bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  let kept: readonly string[] = []
  return {
    add: (text) => {
      kept = [...kept, ...text.split('\n').filter((line) => line !== '')].slice(-LINES_KEPT)
      try {
        if (bytes > 0 && bytes + Buffer.byteLength(text) > bytesMax) {
          renameSync(file, `${file}.1`)
          bytes = 0
        }
        appendFileSync(file, text, { mode: 0o600 })
        bytes += Buffer.byteLength(text)
      } catch {
        // A full disk must not end the process over a line of log; the lines kept still tell.
      }
    },
    recent: () => kept,
  }
}
