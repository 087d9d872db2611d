import { type Comment, parseSync } from 'oxc-parser'

type Spot = { readonly start: number; readonly end: number }
type Say = (spot: Spot, rule: string, message: string) => void

const SUPPRESSION =
  /(?:@ts-[a-z-]+|(?:ox|es)lint-disable(?:-next-line|-line)?|prettier-ignore)(.*)/s
const BANNER = /([=\-*#~_+/─━═])\1{3}/
const UNFINISHED = /\b(TODO|FIXME)\b|^XXX\b|\bXXX:/
const CODE_MARK = /[=({;]|^<|^(import|export) /

/** What a comment may not be: a banner, a promise for later, code put to sleep, or a bare gag. */
export function checkComments(comments: readonly Comment[], text: string, say: Say): void {
  for (const comment of comments) {
    const words = wordsOf(comment)
    if (BANNER.test(words)) say(comment, 'banner', 'a comment gives a reason, not a rule')
    if (UNFINISHED.test(words)) say(comment, 'unfinished', 'do it, or record the decision not to')
    const suppression = SUPPRESSION.exec(words)
    if (suppression && !isReason(suppression[1] ?? '')) {
      say(comment, 'suppression', 'what is switched off says why, on the line')
    }
  }
  for (const block of blocksOf(comments, text)) {
    const lines = [block.words, ...block.words.split('\n')]
    if (lines.some(looksLikeCode)) say(block, 'sleeping-code', 'code that does not run is deleted')
  }
}

/** True where the line, or a suppression on the line before, says why the rule does not hold. */
export function hasReason(text: string, line: number): boolean {
  const lines = text.split('\n')
  const here = /\/[/*](.*)$/.exec(lines[line - 1] ?? '')?.[1]
  const before = SUPPRESSION.exec(/^\s*\/[/*](.*)$/.exec(lines[line - 2] ?? '')?.[1] ?? '')
  return [here, before?.[1]].some((words) => words !== undefined && isReason(words))
}

/** At least three words, the names of the rules that are switched off not counted. */
function isReason(words: string): boolean {
  const spoken = words.replace(/^.*?\s--\s/, '').split(/\s+/)
  return spoken.filter((word) => /^[^\w]*[\p{L}']{2,}[^\w/]*$/u.test(word)).length >= 3
}

function wordsOf(comment: Comment): string {
  const lines = comment.value.split('\n')
  return lines
    .map((line) => line.replace(/^\s*\*?(?!\*)/, '').trimEnd())
    .join('\n')
    .trim()
}

/** Line comments on neighbouring lines are one block; documentation may show code and is apart. */
function blocksOf(comments: readonly Comment[], text: string): (Spot & { words: string })[] {
  const blocks: (Spot & { words: string })[] = []
  let previousLine: Comment | undefined
  for (const comment of comments) {
    if (comment.type === 'Block' && comment.value.startsWith('*')) continue
    const words = wordsOf(comment)
    const follows =
      comment.type === 'Line' &&
      previousLine !== undefined &&
      /^\s*\n\s*$/.test(text.slice(previousLine.end, comment.start))
    const block = blocks.at(-1)
    if (follows && block) block.words += `\n${words}`
    else blocks.push({ start: comment.start, end: comment.end, words })
    previousLine = comment.type === 'Line' ? comment : undefined
  }
  return blocks
}

/** Prose seldom parses; what parses and does something is code. */
function looksLikeCode(words: string): boolean {
  const text = words.trim()
  if (!CODE_MARK.test(text)) return false
  const asModule = parseSync('comment.tsx', text)
  if (asModule.errors.length === 0) return asModule.program.body.some(doesSomething)
  const { program, errors } = parseSync('comment.tsx', `async function asleep() {\n${text}\n}`)
  const [asleep] = program.body
  if (errors.length > 0 || asleep?.type !== 'FunctionDeclaration') return false
  return asleep.body?.body.some(doesSomething) ?? false
}

type Statement = { readonly type: string; readonly expression?: unknown }

function doesSomething(statement: Statement): boolean {
  if (statement.type !== 'ExpressionStatement') {
    return !['LabeledStatement', 'EmptyStatement', 'BlockStatement'].includes(statement.type)
  }
  const { expression } = statement
  const isNode = typeof expression === 'object' && expression !== null && 'type' in expression
  return isNode && /^(Call|Assignment|Await|Update|JSX)/.test(String(expression.type))
}
