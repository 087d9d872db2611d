import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isCurrent, withMigratedDatabase } from '#tools/db-temporary.ts'

/** Writes src/platform/schema.gen.ts: the tables as Kysely sees them, after all migrations. */
const ROOT = resolve(import.meta.dirname, '..')
const FILE = join(ROOT, 'src', 'platform', 'schema.gen.ts')

/** What `platform/parsers.ts` makes of these types. */
const MAPPING = { int8: 'number', timestamptz: 'string', timestamp: 'string' }

export async function typesText(url: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-types-'))
  const file = join(folder, 'schema.gen.ts')
  try {
    const program = join(ROOT, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js')
    const source = ['--dialect', 'postgres', '--url', url, '--include-pattern', 'public.*']
    const shape = ['--camel-case', '--date-parser', 'string', '--no-domains']
    const mapping = ['--type-mapping', JSON.stringify(MAPPING)]
    const words = [program, ...source, ...shape, ...mapping, '--out-file', file]
    const run = spawnSync(process.execPath, words, { encoding: 'utf8', timeout: 60_000 })
    if (run.status !== 0) throw new Error(`kysely-codegen failed: ${run.stderr}${run.stdout}`)
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const wanted = await withMigratedDatabase(typesText)
  const present = existsSync(FILE) ? readFileSync(FILE, 'utf8') : undefined
  if (process.argv.includes('--check')) process.exit(isCurrent(present, wanted, FILE) ? 0 : 1)
  writeFileSync(FILE, wanted)
}
