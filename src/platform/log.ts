import { randomInt } from 'node:crypto'
import type { Clock } from '#platform/calendar.ts'
import type { LogLevel } from '#platform/settings.ts'

/**
 * What a line of the log may say. The list is closed: free text, names, numbers of documents and
 * whole addresses with their query have no field to be put in.
 */
const LOG_FIELDS = [
  'address',
  'attempt',
  'code',
  'count',
  'durationMs',
  'fault',
  'frames',
  'job',
  'system',
  'service',
  'outcome',
  'method',
  'outcome',
  'part',
  'pid',
  'port',
  'problemId',
  'reason',
  'register',
  'route',
  'service',
  'size',
  'status',
  'system',
  'version',
  'walls',
] as const
export type LogFields = { readonly [Field in (typeof LOG_FIELDS)[number]]?: string | number }

export type Log = {
  readonly info: (event: string, fields?: LogFields) => void
  readonly warn: (event: string, fields?: LogFields) => void
}

/** One line of JSON per event; `write` gets the line with its end. */
export function openLog({
  level,
  clock,
  write,
}: {
  readonly level: LogLevel
  readonly clock: Clock
  readonly write: (line: string) => void
}): Log {
  const line = (rank: 'info' | 'warn') => (event: string, fields: LogFields) => {
    write(`${JSON.stringify({ at: clock.now(), level: rank, event, ...fields })}\n`)
  }
  const nothing = () => undefined
  return {
    info: level === 'info' ? (event, fields = {}) => line('info')(event, fields) : nothing,
    warn: level === 'silent' ? nothing : (event, fields = {}) => line('warn')(event, fields),
  }
}

const FRAMES_MAX = 8
const CAUSES_MAX = 3

/** A fault without its message, which may quote what a person typed: its kind, code and places. */
export function faultFields(fault: unknown): LogFields {
  const causes = causesOf(fault)
  const frames = causes.flatMap((error) => framesOf(error)).slice(0, FRAMES_MAX)
  const codes = causes.flatMap((error) =>
    'code' in error && typeof error.code === 'string' ? [error.code] : [],
  )
  return {
    fault: causes.map((error) => error.name).join(' < ') || typeof fault,
    ...(codes[0] === undefined ? {} : { code: codes[0] }),
    ...(frames.length === 0 ? {} : { frames: frames.join(' | ') }),
  }
}

function causesOf(fault: unknown): readonly Error[] {
  const causes: Error[] = []
  let current = fault
  while (current instanceof Error && causes.length < CAUSES_MAX) {
    causes.push(current)
    current = current.cause
  }
  return causes
}

const framesOf = (error: Error): readonly string[] =>
  (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))

/** Without I, L, O and U, which are misheard on the telephone (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What a person can read out to support, and what the log line of that fault carries. */
export function problemId(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
