import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { BenchHouse } from './ground.ts'

export type Pgbench =
  | { readonly ok: true; readonly rate: (clients: number, seconds: number) => Promise<number> }
  | { readonly ok: false; readonly problem: string }

const TABLE = 'create table one_row (id bigint generated always as identity, at timestamptz)'
const COMMIT = 'insert into one_row (at) values (now());\n'

/** The commits of one row that pgbench gets from the very database of the house. */
export async function openPgbench(folder: string, { url, all }: BenchHouse): Promise<Pgbench> {
  const version = await output(['--version'])
  if (version === undefined) return { ok: false, problem: 'pgbench is not installed' }
  await sql.raw(TABLE).execute(all)
  const script = join(folder, 'one-row.sql')
  await writeFile(script, COMMIT)
  const address = new URL(url)
  const [host, port] = [address.searchParams.get('host'), address.searchParams.get('port')]
  const place = ['-h', host ?? address.hostname, '-p', port ?? address.port]
  const where = [...place, '-U', address.username, address.pathname.slice(1)]
  return {
    ok: true,
    rate: async (clients, seconds) => {
      const threads = Math.min(clients, 2)
      const load = ['-c', clients, '-j', threads, '-T', seconds].map(String)
      const text = await output(['-n', '-f', script, ...load, ...where])
      const found = /^tps = ([\d.]+)/m.exec(text ?? '')?.[1]
      if (found === undefined) throw new Error('pgbench gave no figure')
      return Number(found)
    },
  }
}

function output(words: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('pgbench', words, { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more
    })
    child.once('error', () => resolve(undefined))
    child.once('close', (code) => resolve(code === 0 ? text : undefined))
  })
}
