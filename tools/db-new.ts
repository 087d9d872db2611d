import { readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Makes the file of the next migration: `npm run db:new -- what-it-adds`. */
const FOLDER = resolve(import.meta.dirname, '..', 'db', 'migrations')

const [name = ''] = process.argv.slice(2)
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  console.error('Say in a few small words what the migration adds: npm run db:new -- case-notes')
  process.exit(1)
}
const last = readdirSync(FOLDER).sort().at(-1) ?? '0000'
const number = String(Number(last.slice(0, 4)) + 1).padStart(4, '0')
const file = join(FOLDER, `${number}-${name}.sql`)
writeFileSync(file, '', { flag: 'wx' })
console.log(file)
