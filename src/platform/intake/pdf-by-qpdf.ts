import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PdfTree, type PdfValue, judgeTree } from '#platform/intake/pdf-rules.ts'
import { type Verdict, refused } from '#platform/intake/verdict.ts'

/** qpdf tells what is in a file and decodes none of it; `--check` would decode all. */
const WORDS = [
  '--json=2',
  '--json-key=qpdf',
  '--json-stream-data=none',
  '--decode-level=none',
  '--no-warn',
  '--warning-exit-0',
]
const MILLISECONDS_MAX = 8000
const ANSWER_BYTES_MAX = 64 * 1024 * 1024

/** The same file as qpdf sees it, which repairs what our own reader gives up on. */
export function judgeByQpdf(bytes: Uint8Array): Verdict {
  const file = openNameless(bytes)
  try {
    const run = spawnSync('qpdf', [...WORDS, '/proc/self/fd/3'], {
      stdio: ['ignore', 'pipe', 'pipe', file],
      timeout: MILLISECONDS_MAX,
      killSignal: 'SIGKILL',
      maxBuffer: ANSWER_BYTES_MAX,
      encoding: 'utf8',
    })
    if (run.error && 'code' in run.error && run.error.code === 'ENOENT') throw run.error
    if (run.error ?? run.signal) return refused('too-heavy')
    if (run.stderr.includes('invalid password')) return refused('password')
    const tree = run.status === 0 ? treeOf(run.stdout) : undefined
    return tree ? judgeTree(tree) : refused('damaged-pdf')
  } finally {
    closeSync(file)
  }
}

/** qpdf must be able to jump about in what it reads; a file without a name dies with its reader. */
function openNameless(bytes: Uint8Array): number {
  const path = join(tmpdir(), `kecid-judged-${randomUUID()}`)
  try {
    writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 })
    return openSync(path, 'r')
  } finally {
    rmSync(path, { force: true })
  }
}

type Objects = Readonly<Record<string, unknown>>

/** Version 2 of qpdf's JSON: `obj:3 0 R` holds a value or a stream, and there is a trailer. */
function treeOf(json: string): PdfTree | undefined {
  const answer: unknown = JSON.parse(json)
  const parts = isObject(answer) ? answer['qpdf'] : undefined
  const objects: unknown = Array.isArray(parts) ? parts[1] : undefined
  if (!isObject(objects)) return undefined
  const trailer = inner(objects['trailer'])
  const root = isObject(trailer) ? trailer['/Root'] : undefined
  if (root === undefined) return undefined
  return { root: valueOf(root), resolve: (id) => valueOf(inner(objects[`obj:${id} R`])) }
}

const isObject = (value: unknown): value is Objects =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A stream stays marked as what it is. */
const inner = (entry: unknown): unknown =>
  isObject(entry) && 'value' in entry ? entry['value'] : entry

function valueOf(found: unknown): PdfValue {
  if (typeof found === 'number') return { is: 'number', number: found }
  if (typeof found === 'string') return textOf(found)
  if (Array.isArray(found)) return { is: 'list', items: () => found.map(valueOf) }
  if (!isObject(found)) return { is: 'other' }
  const stream = found['stream']
  const dict = isObject(stream) ? stream['dict'] : found
  if (!isObject(dict)) return { is: 'other' }
  const pairs = Object.entries(dict)
  return {
    is: 'dict',
    isStream: isObject(stream),
    entries: () => pairs.map(([name, value]) => [name.slice(1), valueOf(value)] as const),
  }
}

/** Names begin with a stroke, texts with `u:` or `b:`. */
function textOf(text: string): PdfValue {
  if (text.startsWith('/')) return { is: 'name', name: text.slice(1) }
  const id = /^(\d+ \d+) R$/.exec(text)?.[1]
  return id === undefined ? { is: 'other' } : { is: 'ref', id }
}
