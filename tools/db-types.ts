import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { isCurrent, withMigratedDatabase } from '#tools/db-temporary.ts'

/** Writes src/platform/schema.gen.ts: the tables as Kysely sees them, after all migrations. */
const ROOT = resolve(import.meta.dirname, '..')
const FILE = join(ROOT, 'src', 'platform', 'schema.gen.ts')

/** What `platform/parsers.ts` makes of these types. */
const MAPPING = { int8: 'number', timestamptz: 'string', timestamp: 'string' }

/** A keyed hash is made by one function alone, and its columns take nothing else. */
const DOMAIN = 'keyed_hash'
const IMPORT = 'import type { KeyedHash } from "#platform/sealing.ts";\n'

export async function typesText(url: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-types-'))
  const file = join(folder, 'schema.gen.ts')
  try {
    const program = join(ROOT, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js')
    const source = ['--dialect', 'postgres', '--url', url, '--include-pattern', 'public.*']
    const shape = ['--camel-case', '--date-parser', 'string', '--no-domains']
    const settings = {
      'type-mapping': MAPPING,
      overrides: { columns: await keyedColumns(url) },
    }
    const given = Object.entries(settings).flatMap(([name, value]) => [
      `--${name}`,
      JSON.stringify(value),
    ])
    const words = [program, ...source, ...shape, ...given, '--out-file', file]
    const run = spawnSync(process.execPath, words, { encoding: 'utf8', timeout: 60_000 })
    if (run.status !== 0) throw new Error(`kysely-codegen failed: ${run.stderr}${run.stdout}`)
    return readFileSync(file, 'utf8').replace('import ', `${IMPORT}import `)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function keyedColumns(url: string): Promise<Readonly<Record<string, string>>> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ place: string; type: string }>(
      `select table_name || '.' || column_name as place,
         case is_nullable when 'YES' then 'KeyedHash | null' else 'KeyedHash' end as type
       from information_schema.columns where domain_name = $1`,
      [DOMAIN],
    )
    return Object.fromEntries(rows.map(({ place, type }) => [place, type]))
  } finally {
    await client.end()
  }
}

if (import.meta.main) {
  const wanted = await withMigratedDatabase(typesText)
  const present = existsSync(FILE) ? readFileSync(FILE, 'utf8') : undefined
  if (process.argv.includes('--check')) process.exit(isCurrent(present, wanted, FILE) ? 0 : 1)
  writeFileSync(FILE, wanted)
}
