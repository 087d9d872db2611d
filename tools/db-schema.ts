import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Client } from 'pg'
import { CATALOGUE, SCHEMAS } from '#tools/db-catalogue.ts'
import { isCurrent, withMigratedDatabase } from '#tools/db-temporary.ts'

/**
 * Prints db/schema.sql, what all migrations together make, for people to read and review. There is
 * no pg_dump beside our PostgreSQL, and its output differs between versions; this does not.
 */
const FILE = resolve(import.meta.dirname, '..', 'db', 'schema.sql')
const HEAD =
  '-- What the migrations make, printed by tools/db-schema.ts. For reading, not for running.\n'

export async function schemaText(url: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const parts: string[] = [HEAD]
    for (const schema of SCHEMAS) {
      await client.query(`set search_path = ${schema}`)
      for (const { title, query } of CATALOGUE) {
        const found = await client.query<{ text: string }>(query)
        const statements = found.rows.map(({ text }) => text).join('\n')
        if (statements !== '') parts.push(`-- ${title}\n\n${statements.trimEnd()}\n`)
      }
    }
    return parts.join('\n')
  } finally {
    await client.end()
  }
}

if (import.meta.main) {
  const wanted = await withMigratedDatabase(schemaText)
  const present = existsSync(FILE) ? readFileSync(FILE, 'utf8') : undefined
  if (process.argv.includes('--check')) process.exit(isCurrent(present, wanted, FILE) ? 0 : 1)
  writeFileSync(FILE, wanted)
}
