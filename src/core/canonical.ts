import { assert } from '#core/assert.ts'

/**
 * One text for one value, so that a hash of data is a hash of what it says and not of how it was
 * written: the JSON Canonicalization Scheme, RFC 8785.
 */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Deeper than any record of ours; a value that contains itself is met here too. */
const DEPTH_MAX = 64

/** Equal values give equal text, whatever the order of their keys, and the text parses back. */
export function canonical(value: Json): string {
  return written(value, 0)
}

/** The canonical text in UTF-8, the form in which data is hashed. */
export function canonicalBytes(value: Json): Uint8Array {
  return new TextEncoder().encode(canonical(value))
}

/** The value wanted, if the bytes are the canonical form of one. */
export function readCanonical<Wanted extends Json>(
  bytes: Uint8Array,
  isWanted: (value: unknown) => value is Wanted,
): Wanted | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    return isWanted(value) && canonical(value) === text ? value : undefined
  } catch {
    return undefined // bytes from outside need not be text, nor text be JSON that we would write
  }
}

function written(value: Json, depth: number): string {
  assert(depth <= DEPTH_MAX, `data is nested at most ${DEPTH_MAX} deep`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writtenNumber(value)
  if (typeof value === 'string') return writtenText(value)
  assert(typeof value === 'object', 'data is null, boolean, number, text, list or object')
  return isList(value) ? writtenList(value, depth) : writtenObject(value, depth)
}

function writtenNumber(value: number): string {
  assert(Number.isFinite(value), 'a number in data is finite')
  return JSON.stringify(value) // the ECMAScript form, which RFC 8785 §3.2.2.3 prescribes
}

function writtenText(value: string): string {
  assert(value.isWellFormed(), 'text in data has no half of a surrogate pair')
  return JSON.stringify(value) // the escapes of RFC 8785 §3.2.2.2
}

function writtenList(value: readonly Json[], depth: number): string {
  // Array.from visits the holes of a list too, so that they are refused.
  const items = Array.from(value, (item) => written(item, depth + 1))
  return `[${items.join(',')}]`
}

function writtenObject(value: { readonly [key: string]: Json }, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  assert(prototype === Object.prototype || prototype === null, 'an object in data is plain')
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1)) // `<` compares UTF-16 code units, RFC 8785 §3.2.3
    .map(([key, item]) => `${writtenText(key)}:${written(item, depth + 1)}`)
  return `{${members.join(',')}}`
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
