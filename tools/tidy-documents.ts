import { parseSync } from 'oxc-parser'
import { readModule } from './read-module.ts'
import { checkColumns, checkPolicies } from './tidy-database.ts'
import { type Finding, isCode, isTest, lineAt, type Sources } from './sources.ts'

/** The commands that people are told to use; the same words everywhere. */
export const EVERYDAY_SCRIPTS: readonly string[] = [
  'start',
  'dev',
  'test',
  'test:all',
  'check',
  'db:new',
  'db:reset',
  'walk',
]

type Named = { readonly file: string; readonly line: number; readonly name: string }

/** What documents, package.json and folders promise each other. */
export function checkDocuments(files: Sources): readonly Finding[] {
  return [
    ...checkScripts(files),
    ...checkMigrations([...files.keys()]),
    ...checkPolicies(files),
    ...checkColumns(files),
    ...checkDependencies(files),
    ...checkImported(files),
    ...checkInstallScripts(files),
    ...checkNamedDocuments(files),
    ...checkMachinePaths(files),
  ]
}

export function checkScripts(files: Sources): readonly Finding[] {
  const scripts = keysOf(files, 'scripts')
  const documents = new Map([...files].filter(([file]) => file.endsWith('.md')))
  const wrong = named(documents, /\bnpm (?:run |(?=test\b|start\b))([\w:-]*\w)/g)
    .filter(({ name }) => !scripts.includes(name))
    .map((place) => say(place, 'script', `npm has no script ${place.name}`))
  if (!files.has('README.md')) return wrong
  const missing = EVERYDAY_SCRIPTS.filter((name) => !scripts.includes(name))
  const place = { file: 'package.json', line: 1 }
  return [...wrong, ...missing.map((name) => say(place, 'script', `everyday ${name} is missing`))]
}

export function checkMigrations(paths: readonly string[]): readonly Finding[] {
  const migrations = paths.filter((path) => path.startsWith('db/migrations/')).sort()
  return migrations.flatMap((file, index) => {
    const number = String(index + 1).padStart(4, '0')
    const fits = new RegExp(`^db/migrations/${number}-[a-z0-9-]+\\.sql$`).test(file)
    const message = `expected db/migrations/${number}-what-it-brings.sql: numbers have no gaps`
    return fits ? [] : [say({ file, line: 1 }, 'migration', message)]
  })
}

export function checkDependencies(files: Sources): readonly Finding[] {
  const list = files.get('docs/dependencies.md')
  if (list === undefined) return []
  const place = { file: 'docs/dependencies.md', line: 1 }
  return runtimePackages(files)
    .filter((name) => !list.includes(`\`${name}\``))
    .map((name) => say(place, 'dependency', `no line says what ${name} is for`))
}

/** What the product imports is installed where only the product is installed. */
function checkImported(files: Sources): readonly Finding[] {
  if (!files.has('package.json')) return []
  const installed = new Set(runtimePackages(files))
  const product = [...files].filter(([file]) => /^(src|standins)\//.test(file) && isCode(file))
  return product
    .filter(([file]) => !isTest(file))
    .flatMap(([file, text]) =>
      readModule(file, text)
        .imports.filter(({ specifier }) => !/^([.#]|node:)/.test(specifier))
        .map(({ specifier, line }) => ({
          file,
          line,
          name: specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'),
        })),
    )
    .filter(({ name }) => !installed.has(name))
    .map((place) => say(place, 'dependency', `${place.name} is not among the dependencies`))
}

/** Nothing runs at installation before somebody has said yes or no to it; npm itself only warns. */
export function checkInstallScripts(files: Sources): readonly Finding[] {
  const answered = keysOf(files, 'allowScripts').map((key) => key.replace(/(?<=.)@.*$/, ''))
  const place = { file: 'package.json', line: 1 }
  return objectsOf(sectionOf(files, 'package-lock.json', 'packages'))
    .filter(([, entry]) => Object.entries(entry).some(([key]) => key === 'hasInstallScript'))
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
    .filter((name) => !answered.includes(name))
    .map((name) => say(place, 'install-script', `allowScripts has no answer for ${name}`))
}

/** A document that is referred to can be opened by whoever reads the reference. */
export function checkNamedDocuments(files: Sources): readonly Finding[] {
  const base = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  const existing = new Set([...files.keys()].map(base))
  const prose = new Map([...files].map(([file, text]) => [file, proseOf(file, text)]))
  return named(prose, /([\p{L}\d][\p{L}\d._/-]*\.md)\b/gu)
    .filter(({ name }) => !existing.has(base(name)))
    .map((place) => say(place, 'absent-document', `${place.name} is not in this repository`))
}

/** Of code only the comments, in their lines; nowhere what lies on the web. */
function proseOf(file: string, text: string): string {
  const blank = (code: string) => code.replace(/[^\n]/g, ' ')
  let prose = isCode(file) ? blank(text) : text
  for (const { start, end } of isCode(file) ? parseSync(file, text).comments : []) {
    prose = prose.slice(0, start) + text.slice(start, end) + prose.slice(end)
  }
  return prose.replace(/\S+:\/\/\S+/g, blank)
}

/** Where somebody's copy lies means nothing to the next reader. */
export function checkMachinePaths(files: Sources): readonly Finding[] {
  return named(files, /(?<![\w.~/}*])(\/(?:work|root|Users|tmp\/briefs)\/[\w.-]+)/g).map((place) =>
    say(place, 'machine-path', `${place.name} is a place on one machine`),
  )
}

function named(files: Sources, pattern: RegExp): readonly Named[] {
  return [...files].flatMap(([file, text]) =>
    [...text.matchAll(pattern)].map((match) => ({
      file,
      line: lineAt(text, match.index),
      name: match[1] ?? '',
    })),
  )
}

const runtimePackages = (files: Sources): readonly string[] => [
  ...keysOf(files, 'dependencies'),
  ...keysOf(files, 'optionalDependencies'),
]

const keysOf = (files: Sources, section: string): readonly string[] =>
  Object.keys(sectionOf(files, 'package.json', section))

function sectionOf(files: Sources, file: string, section: string): object {
  const content: unknown = JSON.parse(files.get(file) ?? '{}')
  return objectsOf(content).find(([key]) => key === section)?.[1] ?? {}
}

function objectsOf(value: unknown): readonly (readonly [string, object])[] {
  const isObject = (entry: unknown): entry is object => typeof entry === 'object' && entry !== null
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, entry]) => (isObject(entry) ? [[key, entry]] : []))
}

const say = (
  { file, line }: { readonly file: string; readonly line: number },
  rule: string,
  message: string,
): Finding => ({ file, line, rule, message })
