import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { birthOf, processState } from '#platform/processes.ts'

/** Another Keçid at work on the same data folder, as it announced itself there. */
export type Copy = { readonly pid: number; readonly addresses: readonly string[] }

const announcement = z.object({
  pid: z.int().positive(),
  birth: z.string(),
  addresses: z.array(z.string()),
})

const place = (folder: string): string => join(folder, 'running.json')

/** The copy that announced itself and still runs; what a dead one left behind is nobody. */
export function livingCopy(folder: string): Copy | undefined {
  const found = announcement.safeParse(announced(folder))
  if (!found.success || found.data.pid === process.pid) return undefined
  const { pid, birth, addresses } = found.data
  return processState(pid) === 'running' && birthOf(pid) === birth ? { pid, addresses } : undefined
}

/** For a later start to recognise us by. It locks nothing: PostgreSQL's own lock does that. */
export function announceCopy(folder: string, addresses: readonly string[]): void {
  const ours = { pid: process.pid, birth: birthOf(process.pid), addresses }
  writeFileSync(place(folder), `${JSON.stringify(ours)}\n`, { mode: 0o644 })
}

/** Only the copy that announced itself takes the announcement away. */
export function withdrawCopy(folder: string): void {
  const found = announcement.safeParse(announced(folder))
  if (found.success && found.data.pid === process.pid) rmSync(place(folder), { force: true })
}

export const copySentence = ({ pid, addresses }: Copy): string =>
  `Keçid already runs on this data as process ${pid}` +
  `${addresses.length > 0 ? ` at ${addresses.join(' and ')}` : ''}; ` +
  `use that one, or end it first with: kill ${pid}`

function announced(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(place(folder), 'utf8'))
  } catch {
    return undefined // never announced, or cut off while being written
  }
}
