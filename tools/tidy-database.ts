import { COLUMN_PRIVACY } from '#records/column-privacy.ts'
import { type Finding, lineAt, type Sources } from './sources.ts'

const RIGHTS = 'db/rights.sql'

/** Every table that a migration makes is named by a policy, be it that nobody reads it. */
export function checkPolicies(files: Sources): readonly Finding[] {
  const rights = files.get(RIGHTS)
  if (rights === undefined) return []
  const said = new Set([...rights.matchAll(/^create policy \w+ on ([\w.]+)/gm)].map(nameIn))
  return [...files]
    .filter(([file]) => file.startsWith('db/migrations/'))
    .flatMap(([file, text]) =>
      [...text.matchAll(/^create table (?:if not exists )?([\w.]+)/gm)]
        .filter((made) => !said.has(nameIn(made)))
        .map((made) => ({
          file,
          line: lineAt(text, made.index),
          rule: 'policy',
          message: `no policy in ${RIGHTS} says who sees rows of ${nameIn(made)}`,
        })),
    )
}

const nameIn = ([, name = '']: RegExpMatchArray): string => name.replace(/^public\./, '')

const SCHEMA = 'db/schema.sql'

/** Of every column it is said how far it can be read, and what is sealed is kept as bytes. */
export function checkColumns(
  files: Sources,
  privacy: Readonly<Record<string, Readonly<Record<string, string>>>> = COLUMN_PRIVACY,
): readonly Finding[] {
  const text = files.get(SCHEMA)
  if (text === undefined) return []
  const found = (line: number, message: string) => ({
    file: SCHEMA,
    line,
    rule: 'privacy',
    message,
  })
  const columns = columnsIn(text)
  const listed = Object.entries(privacy).flatMap(([table, names]) =>
    Object.keys(names).map((name) => `${table}.${name}`),
  )
  return [
    ...columns.flatMap(({ table, name, type, line }) => {
      const kind = privacy[table]?.[name]
      if (kind === undefined) return [found(line, `nobody says who can read ${table}.${name}`)]
      return kind === 'sealed' && type !== 'bytea'
        ? [found(line, `${table}.${name} is sealed, and kept as ${type}`)]
        : []
    }),
    ...listed
      .filter((each) => !columns.some(({ table, name }) => `${table}.${name}` === each))
      .map((each) => found(0, `there is no column ${each}, of which it is said who can read it`)),
  ]
}

/** What comes behind a schema that is made lies in it. */
function columnsIn(text: string) {
  const schemas = [...text.matchAll(/^create schema (\w+);/gm)]
  return [...text.matchAll(/^create table (\w+) \(\n([^]*?)^\);/gm)].flatMap((made) => {
    const [whole, name = '', body = ''] = made
    const schema = schemas.findLast(({ index }) => index < made.index)?.[1]
    const table = schema === undefined ? name : `${schema}.${name}`
    const start = made.index + whole.indexOf(body)
    return [...body.matchAll(/^ {2}(?!constraint )(\w+) (\w+)/gm)].map((column) => {
      const [, name = '', type = ''] = column
      return { table, name, type, line: lineAt(text, start + column.index) }
    })
  })
}
