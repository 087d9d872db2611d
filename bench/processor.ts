import { readdirSync, readFileSync } from 'node:fs'

/** A process of ours and the PostgreSQL that it asks. */
export type Pids = { readonly node: number; readonly postgres: number }

/** Milliseconds of the processors. */
export type Spent = {
  /** By the thread that runs our code; what hashes passwords is another. */
  readonly thread: number
  readonly node: number
  readonly postgres: number
}

/** What each thread has taken so far, to the nanosecond: a page takes less than a tick of stat. */
export type Reading = Record<'node' | 'postgres', ReadonlyMap<number, number>>

export function readProcessor({ node, postgres }: Pids): Reading {
  const children = read(`/proc/${postgres}/task/${postgres}/children`).split(' ').filter(Boolean)
  return {
    node: new Map(threadsOf(node).map((thread) => takenBy(node, thread))),
    postgres: new Map([postgres, ...children.map(Number)].map((pid) => takenBy(pid, pid))),
  }
}

export function spentSince(before: Reading, pids: Pids): Spent {
  const now = readProcessor(pids)
  const since = (part: keyof Reading, thread: number) =>
    ((now[part].get(thread) ?? 0) - (before[part].get(thread) ?? 0)) / NANOSECONDS
  const all = (part: keyof Reading) =>
    [...now[part].keys()].reduce((sum, thread) => sum + since(part, thread), 0)
  return { thread: since('node', pids.node), node: all('node'), postgres: all('postgres') }
}

const NANOSECONDS = 1_000_000

const threadsOf = (pid: number): readonly number[] => readdirSync(`/proc/${pid}/task`).map(Number)

function takenBy(pid: number, thread: number): readonly [number, number] {
  return [thread, Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0])]
}

/** Nothing of a process that has just ended. */
function read(place: string): string {
  try {
    return readFileSync(place, 'latin1')
  } catch {
    return ''
  }
}
