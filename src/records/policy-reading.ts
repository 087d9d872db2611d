import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import type { PolicyProblem as Problem } from '#core/policy/problem.ts'
import { shapeText, yamlText } from '#records/policy-messages.ts'

/** Where a policy document is wrong, and why. */
export type PolicyProblem = Place & { readonly reason: string }

/** What was read, and where each part of it stands. */
export type Read<Value> = { readonly value: Value; readonly lineOf: (path: Path) => Place }
export type Path = readonly PropertyKey[]
/** What a file holds before anybody says that it has a shape. */
export type Raw = Read<unknown> & { readonly at: (path: Path) => unknown }
type Place = { readonly file: string; readonly line: number }

/** Problems of a document with the place where it is wrong. */
export const placed =
  (lineOf: Read<unknown>['lineOf']) =>
  ({ path, reason }: Problem): PolicyProblem => ({ ...lineOf(path), reason })

/** A document of that shape; nothing, and a problem more, where the file holds none. */
export function readDocument<Shape extends z.ZodType>(
  file: string,
  shape: Shape,
  problems: PolicyProblem[],
): Read<z.output<Shape>> | undefined {
  const raw = readRaw(file, problems)
  return raw && shaped(raw, shape, problems)
}

/** What a file holds; nothing, and a problem more, where that is no YAML. */
export function readRaw(file: string, problems: PolicyProblem[]): Raw | undefined {
  const counter = new LineCounter()
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    problems.push({ file, line: 1, reason: 'the file cannot be read' })
    return undefined
  }
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  for (const error of document.errors) {
    problems.push({
      file,
      line: counter.linePos(error.pos[0]).line,
      reason: yamlText(error.message),
    })
  }
  if (document.errors.length > 0) return undefined
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    lineOf: (path) => ({ file, line: lineIn(document, counter, path) }),
    at: (path) => document.getIn(path),
  }
}

/** What was read as that shape; nothing, and a problem for each fault, where it is of another. */
export function shaped<Shape extends z.ZodType>(
  { value, lineOf, at: found }: Raw,
  shape: Shape,
  problems: PolicyProblem[],
): Read<z.output<Shape>> | undefined {
  const parsed = shape.safeParse(value)
  if (parsed.success) return { value: parsed.data, lineOf }
  for (const issue of parsed.error.issues) {
    const [strange] = issue.code === 'unrecognized_keys' ? issue.keys : []
    const at = strange === undefined ? issue.path : [...issue.path, strange]
    const standsAlone = strange !== undefined && found(at) === undefined
    problems.push({ ...lineOf(at), reason: shapeText(issue, standsAlone) })
  }
  return undefined
}

/** The line of the nearest part of the document that exists on the way to that place. */
function lineIn(document: Document, counter: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const keys = path.slice(0, length)
    const parent: unknown = document.getIn(keys.slice(0, -1), true)
    const last = String(keys.at(-1))
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === last)
      : undefined
    const node: unknown = pair?.key ?? document.getIn(keys, true)
    const start = rangeStart(node)
    if (start !== undefined) return counter.linePos(start).line
  }
  return 1
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  const range: unknown = node.range
  if (!Array.isArray(range)) return undefined
  const start: unknown = range[0]
  return typeof start === 'number' ? start : undefined
}

/** The documents of a folder, in the order of their names. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name))
}
