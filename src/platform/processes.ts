import { readFileSync } from 'node:fs'

/** What the machine knows of another process. A zombie has ended, but keeps its number a while. */
export type ProcessState = 'running' | 'zombie' | 'gone'

export function processState(pid: number): ProcessState {
  const status = procFile(pid, 'stat')
  if (status !== undefined) return stateLetter(status) === 'Z' ? 'zombie' : 'running'
  return answersSignals(pid) ? 'running' : 'gone'
}

/** The command line with spaces between its words; empty where it cannot be known. */
export function commandOf(pid: number): string {
  return (procFile(pid, 'cmdline') ?? '').split('\0').join(' ').trim()
}

/** Tells one process from a later one with the same number; empty where it cannot be known. */
export function birthOf(pid: number): string {
  return afterName(procFile(pid, 'stat') ?? '')[19] ?? ''
}

const stateLetter = (status: string): string | undefined => afterName(status)[0]

/** The fields after the name of the program, which may hold spaces and brackets itself. */
const afterName = (status: string): readonly string[] =>
  status
    .slice(status.lastIndexOf(')') + 1)
    .trim()
    .split(' ')

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return undefined // no such process, or a system without /proc
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
