import type { Content, Said } from '#exchange/content.ts'
import { listOf, PROTOTYPE } from '#exchange/drivers/said.ts'

/** What JSON says: numbers as they were written, yes and no in words, null as nothing. */
export type Json = string | undefined | readonly Json[] | ReadonlyMap<string, Json>

export type JsonRead =
  { readonly ok: true; readonly json: Json } | { readonly ok: false; readonly reason: JsonRefusal }

type JsonRefusal = 'not-utf8' | 'not-json' | 'too-deep' | 'twice' | 'not-text'

const JSON_DEPTH_MAX = 32

type Reading = { readonly text: string; readonly textsOnly: boolean; at: number }
type Refusal = { readonly refused: JsonRefusal }

/**
 * `JSON.parse` lets the last of two equal names win, rounds long numbers and takes any depth: two
 * readers of one answer could then believe different things. Whoever is told that all is text may
 * write nothing else.
 */
export function readJson(bytes: Uint8Array, { textsOnly = false } = {}): JsonRead {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, reason: 'not-utf8' }
  }
  const reading = { text, textsOnly, at: 0 }
  const json = valueIn(reading, 1)
  if (isRefusal(json)) return { ok: false, reason: json.refused }
  skipSpace(reading)
  return reading.at === text.length ? { ok: true, json } : { ok: false, reason: 'not-json' }
}

const isRefusal = (json: Json | Refusal): json is Refusal =>
  typeof json === 'object' && 'refused' in json

const REFUSED: Refusal = { refused: 'not-json' }

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORDS = { true: 'yes', false: 'no', null: undefined } as const

function valueIn(reading: Reading, depth: number): Json | Refusal {
  skipSpace(reading)
  const next = reading.text[reading.at]
  if (next === '"') return stringIn(reading)
  if (next === '{' || next === '[') {
    if (depth > JSON_DEPTH_MAX) return { refused: 'too-deep' }
    reading.at += 1
    return next === '{' ? objectIn(reading, depth) : arrayIn(reading, depth)
  }
  if (reading.textsOnly) return { refused: 'not-text' }
  for (const word of ['true', 'false', 'null'] as const) {
    if (taken(reading, word)) return WORDS[word]
  }
  NUMBER.lastIndex = reading.at
  const number = NUMBER.exec(reading.text)?.[0]
  if (number === undefined) return REFUSED
  reading.at += number.length
  return number
}

function objectIn(reading: Reading, depth: number): ReadonlyMap<string, Json> | Refusal {
  const found = new Map<string, Json>()
  if (taken(reading, '}')) return found
  do {
    skipSpace(reading)
    const name = reading.text[reading.at] === '"' ? stringIn(reading) : REFUSED
    if (typeof name !== 'string') return name
    if (found.has(name)) return { refused: 'twice' }
    if (!taken(reading, ':')) return REFUSED
    const value = valueIn(reading, depth + 1)
    if (isRefusal(value)) return value
    found.set(name, value)
  } while (taken(reading, ','))
  return taken(reading, '}') ? found : REFUSED
}

function arrayIn(reading: Reading, depth: number): readonly Json[] | Refusal {
  const found: Json[] = []
  if (taken(reading, ']')) return found
  do {
    const value = valueIn(reading, depth + 1)
    if (isRefusal(value)) return value
    found.push(value)
  } while (taken(reading, ','))
  return taken(reading, ']') ? found : REFUSED
}

function stringIn(reading: Reading): string | Refusal {
  const { text, at } = reading
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  reading.at = end + 1
  try {
    const parsed: unknown = JSON.parse(text.slice(at, end + 1))
    return typeof parsed === 'string' ? parsed : REFUSED
  } catch {
    return REFUSED
  }
}

function taken(reading: Reading, word: string): boolean {
  skipSpace(reading)
  if (!reading.text.startsWith(word, reading.at)) return false
  reading.at += word.length
  return true
}

function skipSpace(reading: Reading): void {
  while (' \t\n\r'.includes(reading.text[reading.at] ?? '-')) reading.at += 1
}

/** Undefined where it cannot be said: a list of lists, nothing in a list, no object at all. */
export function contentOf(json: Json, lists: readonly string[]): Content | undefined {
  const members = membersOf(json)
  if (!members) return undefined
  const found = new Map<string, Said>()
  for (const [name, value] of members) {
    if (name === PROTOTYPE) return undefined
    if (value === undefined) continue
    const said = saidOf(value, lists)
    if (said === undefined) return undefined
    found.set(name, lists.includes(name) ? listOf(said) : said)
  }
  return Object.fromEntries(found)
}

export const membersOf = (json: Json): ReadonlyMap<string, Json> | undefined =>
  json instanceof Map ? json : undefined

export const itemsOf = (json: Json): readonly Json[] | undefined =>
  Array.isArray(json) ? json : undefined

function saidOf(json: Json, lists: readonly string[]): Said | undefined {
  const list = itemsOf(json)
  if (!list) return itemOf(json, lists)
  const items: (string | Content)[] = []
  for (const one of list) {
    const item = itemOf(one, lists)
    if (item === undefined) return undefined
    items.push(item)
  }
  return items
}

const itemOf = (json: Json, lists: readonly string[]): string | Content | undefined =>
  typeof json === 'string' ? json : contentOf(json, lists)
