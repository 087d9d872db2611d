import { parseSync, Visitor } from 'oxc-parser'
import { lineAt } from './sources.ts'

type Place = { readonly line: number }

/** What the walls need to know of one file. */
export type Module = {
  readonly imports: readonly (Place & { readonly specifier: string })[]
  readonly computedImports: readonly Place[]
  readonly defaultExports: readonly Place[]
  readonly exportsAll: readonly Place[]
  readonly onlyPassesOn: boolean
  readonly names: readonly (Place & { readonly name: string })[]
  readonly waits: readonly Place[]
  readonly writes: readonly (Place & { readonly what: string })[]
  readonly errors: readonly (Place & { readonly message: string })[]
}

type Parsed = ReturnType<typeof parseSync>
type At = (node: { readonly start: number }) => number

const WRITING_CALLS = new Set([
  'insertInto',
  'replaceInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
])
const WRITING_SQL =
  /\b(insert\s+into|delete\s+from|merge\s+into|update\s+\S+(\s+as)?(\s+\w+)?\s+set|truncate)\s/i
const WRITING_TEXT =
  /^\s*(insert into|delete from|merge into|truncate|update \S+ set|INSERT INTO|DELETE FROM) /

/** Reads imports of every form, exports, free names, waiting and written SQL. */
export function readModule(file: string, text: string): Module {
  const parsed = parseSync(file, text)
  const at: At = (node) => lineAt(text, node.start)
  const names = readNames(parsed, at)
  return {
    ...readImports(parsed, at),
    ...readExports(parsed, at),
    ...names,
    writes: readWrites(parsed, at),
    errors: parsed.errors.map(({ message, labels }) => ({
      message,
      line: at(labels[0] ?? { start: 0 }),
    })),
  }
}

function readImports(parsed: Parsed, at: At): Pick<Module, 'imports' | 'computedImports'> {
  const imports: { specifier: string; line: number }[] = []
  const computedImports: Place[] = []
  const add = (source: { value: unknown; start: number } | null) => {
    if (source) imports.push({ specifier: String(source.value), line: at(source) })
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    TSExternalModuleReference: (node) => add(node.expression),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') add(node.source)
      else computedImports.push({ line: at(node) })
    },
  }).visit(parsed.program)
  return { imports, computedImports }
}

function readExports(
  { program, module }: Parsed,
  at: At,
): Pick<Module, 'defaultExports' | 'exportsAll' | 'onlyPassesOn'> {
  const entries = module.staticExports.flatMap((statement) => statement.entries)
  const imported = new Set(
    module.staticImports.flatMap((statement) =>
      statement.entries.map((entry) => entry.localName.value),
    ),
  )
  const passesOn = entries.every(
    (entry) => entry.moduleRequest || imported.has(entry.localName.name ?? ''),
  )
  return {
    defaultExports: entries
      .filter(({ exportName }) => exportName.start !== null)
      .filter(({ exportName }) => (exportName.name ?? 'default') === 'default')
      .map((entry) => ({ line: at(entry) })),
    exportsAll: program.body
      .filter((node) => node.type === 'ExportAllDeclaration')
      .map((node) => ({ line: at(node) })),
    onlyPassesOn:
      entries.length > 0 &&
      passesOn &&
      program.body.every((node) => /^(Import|Export)/.test(node.type)),
  }
}

/** Names used as values or types; keys and members that merely are called the same do not count. */
function readNames({ program }: Parsed, at: At): Pick<Module, 'names' | 'waits'> {
  const labels = new Set<unknown>()
  const found: { name: string; start: number; node: unknown }[] = []
  const waits: Place[] = []
  const label = (node: { key: unknown; computed?: boolean }) => {
    if (!node.computed) labels.add(node.key)
  }
  const wait = (node: { async?: boolean; start: number }) => {
    if (node.async) waits.push({ line: at(node) })
  }
  new Visitor({
    Identifier: (node) => found.push({ name: node.name, start: node.start, node }),
    MemberExpression: (node) => {
      if (!node.computed) labels.add(node.property)
      if (node.object.type === 'Identifier' && node.property.type === 'Identifier') {
        const name = `${node.object.name}.${node.property.name}`
        found.push({ name, start: node.start, node })
      }
    },
    Property: label,
    PropertyDefinition: label,
    MethodDefinition: label,
    TSPropertySignature: label,
    TSMethodSignature: label,
    FunctionDeclaration: wait,
    FunctionExpression: wait,
    ArrowFunctionExpression: wait,
    AwaitExpression: (node) => waits.push({ line: at(node) }),
    ForOfStatement: (node) => {
      if (node.await) waits.push({ line: at(node) })
    },
  }).visit(program)
  const names = found
    .filter(({ node }) => !labels.has(node))
    .map(({ name, start }) => ({ name, line: at({ start }) }))
  return { names, waits }
}

function readWrites({ program }: Parsed, at: At): Module['writes'] {
  const writes: { what: string; line: number }[] = []
  const sql = new Set<unknown>()
  new Visitor({
    CallExpression: ({ callee }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      if (WRITING_CALLS.has(callee.property.name)) {
        writes.push({ what: callee.property.name, line: at(callee.property) })
      }
    },
    TaggedTemplateExpression: (node) => {
      if (node.tag.type === 'Identifier' && node.tag.name === 'sql') sql.add(node.quasi)
    },
    TemplateLiteral: (node) => {
      const text = node.quasis.map((part) => part.value.cooked ?? '').join('?')
      const written = (sql.has(node) ? WRITING_SQL : WRITING_TEXT).exec(`${text} `)
      if (written) writes.push({ what: written[0].trim(), line: at(node) })
    },
    Literal: (node) => {
      const written = typeof node.value === 'string' && WRITING_TEXT.exec(`${node.value} `)
      if (written) writes.push({ what: written[0].trim(), line: at(node) })
    },
  }).visit(program)
  return writes
}
