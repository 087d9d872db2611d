import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { Client } from 'pg'
import { addressAs, passwordsIn, type Login } from '#platform/logins.ts'
import type { Program } from '#test/program.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** Runs a tool beside a house, as `npm run` does; what it ended with, and what it said. */
export function toolOf(
  name: string,
  settings: Readonly<Record<string, string>>,
  words: readonly string[] = [],
) {
  const all = ['--import', 'tsx', `tools/${name}`, ...words]
  const env = { PATH: process.env['PATH'], ...settings }
  const run = spawnSync(process.execPath, all, { cwd: ROOT, env, encoding: 'utf8' })
  return { code: run.status, says: run.stdout + run.stderr }
}

/** What a statement finds as that login, in the database of a program that keeps its logins. */
export async function ask(
  program: Program,
  loginsFile: string,
  [login, text]: readonly [login: Login, text: string],
): Promise<readonly string[]> {
  const kept = passwordsIn(loginsFile)
  if (!kept.ok) throw new Error(kept.problem)
  const address = addressAs(program.place('Database'), login, kept.passwords[login])
  const client = new Client({ connectionString: address })
  await client.connect()
  const { rows } = await client.query<{ found: string }>(text)
  await client.end()
  return rows.map(({ found }) => found)
}
