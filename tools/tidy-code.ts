import { type CallExpression, parseSync, Visitor } from 'oxc-parser'
import { checkComments, hasReason } from './tidy-comments.ts'
import { type Finding, isGenerated, isTest, lineAt } from './sources.ts'

export const FILE_LINES_MAX = 400
export const FUNCTION_LINES_MAX = 70
export const COLUMNS_MAX = 100
export const PARAMETERS_MAX = 3

/** The kinds of exports of core that say in a sentence what is true of them. */
const DOCUMENTED = new Set([
  'FunctionDeclaration',
  'VariableDeclaration',
  'TSTypeAliasDeclaration',
  'TSInterfaceDeclaration',
])

type Parsed = ReturnType<typeof parseSync>
type Spot = { readonly start: number; readonly end: number }
type Say = (spot: Spot, rule: string, message: string) => void
type FunctionNode = Spot & {
  readonly params: readonly { readonly type: string; readonly name?: unknown }[]
}

/** Word files hold every language's texts; generated files are nobody's prose. */
const mayBeLong = (file: string): boolean => isGenerated(file) || /(^|\/)words[^/]*$/.test(file)

/** What can be seen in one file of TypeScript without knowing the others. */
export function checkCode(file: string, text: string): readonly Finding[] {
  if (isGenerated(file)) return []
  const parsed = parseSync(file, text)
  const found: Finding[] = []
  const say: Say = ({ start }, rule, message) => {
    found.push({ file, line: lineAt(text, start), rule, message })
  }
  checkComments(parsed.comments, text, say)
  checkFunctions(parsed, text, say)
  checkEscapes(parsed, text, { say, castsAllowed: !file.startsWith('src/') || isTest(file) })
  if (/^src\/(portal|office)\//.test(file) && !isTest(file)) checkEntrance(parsed, text, say)
  if (isTest(file)) checkTests(parsed, text, say)
  else if (file.startsWith('src/core/')) checkDocumented(parsed, text, say)
  return [...found, ...checkLines(file, text)]
}

export function checkLines(file: string, text: string): readonly Finding[] {
  const lines = text.split('\n')
  const count = text.endsWith('\n') ? lines.length - 1 : lines.length
  const found: Finding[] = []
  if (count > FILE_LINES_MAX && !mayBeLong(file)) {
    found.push({ file, line: 1, rule: 'file-length', message: `${count} lines` })
  }
  for (const [index, line] of lines.entries()) {
    const columns = Array.from(line).length
    // Words for people, names of tests and addresses cannot be broken; everything else can.
    const isText = /^\s*(?:['"]?[\w-]+['"]?(?:\(|: ))?(?:'.*'|".*"|`.*`)[,)]*$/.test(line)
    const isTestName = /^\s*test\('/.test(line)
    const hasAddress = isText || isTestName || /^\s*(\/\/|\/?\*).*:\/\//.test(line)
    if (columns > COLUMNS_MAX && !hasAddress && !isGenerated(file)) {
      found.push({ file, line: index + 1, rule: 'line-length', message: `${columns} columns` })
    }
  }
  return found
}

function checkFunctions({ program }: Parsed, text: string, say: Say): void {
  const handedOver = new Set<unknown>()
  const check = (node: FunctionNode) => {
    const lines = lineAt(text, node.end) - lineAt(text, node.start) + 1
    if (lines > FUNCTION_LINES_MAX) say(node, 'function-length', `${lines} lines`)
    // The transaction or the request of a handler comes first everywhere, and does not count.
    const named = node.params.filter(
      ({ name }) => typeof name !== 'string' || !['this', 'tx', 'c'].includes(name),
    )
    // A function handed straight to a call has the parameters that the call asks for.
    if (named.length > PARAMETERS_MAX && !handedOver.has(node)) {
      say(node, 'parameters', `${named.length} parameters; from four on, one named object`)
    }
  }
  new Visitor({
    CallExpression: (node) => {
      for (const argument of node.arguments) handedOver.add(argument)
    },
    FunctionDeclaration: check,
    FunctionExpression: check,
    ArrowFunctionExpression: check,
  }).visit(program)
}

function checkEscapes(
  { program }: Parsed,
  text: string,
  { say, castsAllowed }: { readonly say: Say; readonly castsAllowed: boolean },
): void {
  const flag = (spot: Spot, rule: string, message: string) => {
    if (!hasReason(text, lineAt(text, spot.start))) say(spot, rule, message)
  }
  const flagClass = (node: Spot) => {
    if (!castsAllowed) flag(node, 'class', 'plain functions and data; no classes')
  }
  new Visitor({
    TSAnyKeyword: (node) => flag(node, 'any', 'any switches the compiler off'),
    TSNonNullExpression: (node) => flag(node, 'non-null', '! is a promise nobody checks'),
    VariableDeclarator: (node) => {
      if (node.definite === true) flag(node, 'non-null', '!: is a promise nobody checks')
    },
    TSTypeAssertion: (node) => flag(node, 'as', 'a cast is a promise nobody checks'),
    TSAsExpression: (node) => {
      const type = text.slice(node.typeAnnotation.start, node.typeAnnotation.end)
      if (type !== 'const' && !castsAllowed) flag(node, 'as', `as ${type}: only as const`)
    },
    ClassDeclaration: flagClass,
    ClassExpression: flagClass,
  }).visit(program)
}

/** What people type is cleaned where it comes in; whoever reads past that gives the reason. */
function checkEntrance({ program }: Parsed, text: string, say: Say): void {
  new Visitor({
    CallExpression: (node) => {
      const callee = text.slice(node.callee.start, node.callee.end)
      const isPast = /\breq\.(parseBody|query|queries)$/.test(callee)
      if (isPast && !hasReason(text, lineAt(text, node.start))) {
        say(node, 'entrance', `${callee}: forms and addresses are read by platform/typed.ts`)
      }
    },
  }).visit(program)
}

function checkTests({ program }: Parsed, text: string, say: Say): void {
  new Visitor({
    CallExpression: (node) => {
      const callee = text.slice(node.callee.start, node.callee.end)
      if (/^(test|it|t)\.(skip|only|todo)$/.test(callee)) {
        say(node, 'skipped-test', `${callee}: a test runs, always, with all others`)
      }
      if (/\bmock\.(fn|method|module|getter|setter|property)$/.test(callee)) {
        say(node, 'mock', 'no mocks of our own code')
      }
      if (/^(describe|suite)\b/.test(callee)) say(node, 'describe', 'tests have one level')
      if (callee === 'test' || callee === 'it') checkOptions(node, say)
    },
  }).visit(program)
}

function checkOptions(call: CallExpression, say: Say): void {
  for (const options of call.arguments) {
    if (options.type !== 'ObjectExpression') continue
    for (const option of options.properties) {
      const key = option.type === 'Property' && option.key.type === 'Identifier' && option.key.name
      if (key === 'skip' || key === 'only' || key === 'todo') {
        say(option, 'skipped-test', `${key}: a test runs, always, with all others`)
      }
    }
  }
}

/** Each export of core is preceded by what is true of it; exports without a gap share a comment. */
function checkDocumented({ program, comments }: Parsed, text: string, say: Say): void {
  const docs = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
  let documentedUntil = -1
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) continue
    if (!DOCUMENTED.has(node.declaration.type)) continue
    const isNext = (end: number) =>
      end <= node.start && /^[ \t]*\n?[ \t]*$/.test(text.slice(end, node.start))
    const hasDoc = docs.some(
      ({ end, value }) => isNext(end) && value.trim().split(/\s+/).length > 2,
    )
    const continues = documentedUntil >= 0 && isNext(documentedUntil)
    if (hasDoc || continues) documentedUntil = node.end
    else say(node, 'undocumented', 'an export of core says in a sentence what is true of it')
  }
}
