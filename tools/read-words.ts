import { parseSync, Visitor, type Expression, type ObjectExpression } from 'oxc-parser'
import { parse } from 'yaml'
import { isTest, readSources, ROOT } from './sources.ts'

export const TONGUES = ['az', 'tr', 'en', 'ru'] as const
export type Tongue = (typeof TONGUES)[number]

/** One text in the languages in which it stands, in a module or in a document of policy. */
export type Text = {
  /** The file and the way to the text in it: `src/portal/home/words.ts lead`. */
  readonly at: string
  readonly in: Readonly<Partial<Record<Tongue, string>>>
}

type Found = (key: string, tongue: Tongue, text: string) => void
type Spot = { readonly path: readonly string[]; readonly tongue?: Tongue | undefined }

const isTongue = (name: string): name is Tongue => TONGUES.some((tongue) => tongue === name)

/** Every text for people in src and policy, whether its module exports it or not. */
export function readTexts(): readonly Text[] {
  const texts = new Map<string, Partial<Record<Tongue, string>>>()
  for (const [file, source] of readSources(ROOT, ['src', 'policy'])) {
    const found: Found = (key, tongue, text) => {
      const at = `${file} ${key}`
      texts.set(at, { ...texts.get(at), [tongue]: text })
    }
    if (/\.tsx?$/.test(file) && !isTest(file)) readModuleTexts(file, source, found)
    if (file.endsWith('.yaml')) readEntry(parse(source), { path: [] }, found)
  }
  return [...texts].map(([at, words]) => ({ at, in: words }))
}

function readModuleTexts(file: string, source: string, found: Found): void {
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== 'Identifier' || init === null) return
      const object = bare(init)
      if (object.type !== 'ObjectExpression') return
      if (isTongue(id.name)) readValue(object, { path: [], tongue: id.name }, found)
      // Where `en` stands before the others, its keys are theirs.
      else readValue(object, { path: takesUp(object) ? [] : [id.name] }, found)
    },
  }).visit(parseSync(file, source).program)
}

const takesUp = (object: ObjectExpression): boolean =>
  object.properties.some((property) => {
    const value = property.type === 'Property' ? bare(property.value) : property.argument
    if (value.type === 'ObjectExpression') return takesUp(value)
    return value.type === 'Identifier' && isTongue(value.name)
  })

function readValue(expression: Expression, { path, tongue }: Spot, found: Found): void {
  const value = bare(expression)
  if (value.type === 'ObjectExpression') {
    for (const property of value.properties) {
      if (property.type !== 'Property') continue
      const name = nameOf(property.key)
      const into = tongue === undefined && isTongue(name)
      const spot = into ? { path, tongue: name } : { path: [...path, name], tongue }
      readValue(property.value, spot, found)
    }
  } else if (value.type === 'ArrayExpression') {
    for (const [index, element] of value.elements.entries()) {
      if (element === null || element.type === 'SpreadElement') continue
      readValue(element, { path: [...path, String(index)], tongue }, found)
    }
  } else {
    const text = textOf(value)
    if (tongue !== undefined && text !== undefined) found(path.join('.'), tongue, text)
  }
}

/** What a text says, with `{}` where a value comes in; undefined for what is no text. */
function textOf(expression: Expression): string | undefined {
  const value = bare(expression)
  if (value.type === 'Literal') return typeof value.value === 'string' ? value.value : undefined
  if (value.type === 'TemplateLiteral') {
    return value.quasis.map((quasi) => quasi.value.cooked ?? '').join('{}')
  }
  if (value.type === 'BinaryExpression' && value.operator === '+') {
    const [left, right] = [textOf(value.left), textOf(value.right)]
    return left === undefined && right === undefined ? undefined : `${left ?? '{}'}${right ?? '{}'}`
  }
  if (value.type !== 'ArrowFunctionExpression') return undefined
  return value.body.type === 'BlockStatement' ? undefined : textOf(value.body)
}

function bare(expression: Expression): Expression {
  const isWrapped =
    expression.type === 'TSAsExpression' ||
    expression.type === 'TSSatisfiesExpression' ||
    expression.type === 'ParenthesizedExpression'
  return isWrapped ? bare(expression.expression) : expression
}

function nameOf(key: { readonly type: string; readonly name?: unknown; readonly value?: unknown }) {
  return String(key.type === 'Identifier' ? key.name : key.value)
}

function readEntry(entry: unknown, { path, tongue }: Spot, found: Found): void {
  if (typeof entry === 'string') {
    if (tongue !== undefined) found(path.join('.'), tongue, entry)
  } else if (Array.isArray(entry)) {
    for (const [index, each] of entry.entries()) {
      readEntry(each, { path: [...path, nameInList(each) ?? String(index)], tongue }, found)
    }
  } else if (typeof entry === 'object' && entry !== null) {
    for (const [name, value] of Object.entries(entry)) {
      const into = tongue === undefined && isTongue(name)
      readEntry(value, into ? { path, tongue: name } : { path: [...path, name], tongue }, found)
    }
  }
}

/** Entries of policy have a code, so that a text keeps its name when another comes before it. */
function nameInList(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  const name: unknown = 'code' in entry ? entry.code : 'id' in entry ? entry.id : undefined
  return typeof name === 'string' ? name : undefined
}
