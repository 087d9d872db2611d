import type { Json } from '#core/canonical.ts'
import { EVERY_OTHER, isProvisional } from '#core/policy/basis.ts'

/** A policy document as plain data: a procedure, a scoring, a type of case, or a part of one. */
export type Document = { readonly [key: string]: Json }

/** An entry of a document that says what its own values rest on, and where it stands. */
export type Entry = {
  readonly path: readonly (string | number)[]
  /** The same place for people: entries go by their codes. */
  readonly name: string
  readonly entry: Document & { readonly basis: Readonly<Record<string, string>> }
}

/** Every entry that carries bases, the document itself first, in the order of the document. */
export function entriesIn(document: Document): readonly Entry[] {
  return entriesAt(document, [], '')
}

/** Every value that rests on nothing yet, by its place: what the Service still has to say. */
export function provisionalValues(
  document: Document,
): readonly { readonly path: string; readonly value: Json }[] {
  return entriesIn(document).flatMap(({ entry, name }) =>
    Object.entries(entry).flatMap(([property, value]) => {
      if (property === 'basis' || isOurs(entry, property) || holdsEntries(value)) return []
      const basis = entry.basis[property] ?? entry.basis[EVERY_OTHER] ?? ''
      return isProvisional(basis) ? [{ path: joined(name, property), value }] : []
    }),
  )
}

/**
 * How the house files steps and states away says nothing of the law; nor does whose cases move to a
 * version, which those who adopt it are shown apart.
 */
const isOurs = (entry: Document, property: string): boolean =>
  property === 'stage' || property === 'for' || (OF_STEPS.includes(property) && 'by' in entry)

const OF_STEPS: readonly string[] = ['kind', 'does', 'shown']

function entriesAt(value: Json, path: Entry['path'], name: string): readonly Entry[] {
  if (isList(value)) {
    return value.flatMap((item, index) =>
      entriesAt(item, [...path, index], joined(name, codeOf(item) ?? String(index))),
    )
  }
  if (!isDocument(value)) return []
  const inner = Object.entries(value).flatMap(([property, part]) =>
    property === 'basis' ? [] : entriesAt(part, [...path, property], joined(name, property)),
  )
  return isEntry(value) ? [{ path, name, entry: value }, ...inner] : inner
}

function holdsEntries(value: Json): boolean {
  if (isList(value)) return value.some((item) => holdsEntries(item))
  if (!isDocument(value)) return false
  return isEntry(value) || Object.values(value).some((part) => holdsEntries(part))
}

/** What an entry goes by in its list. */
export function codeOf(item: Json): string | undefined {
  if (!isDocument(item)) return undefined
  const { code } = item
  return typeof code === 'string' ? code : undefined
}

const joined = (name: string, property: string): string =>
  name === '' ? property : `${name}.${property}`

/** True for a list of a document. */
export const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** True for a part of a document that has properties. */
export const isDocument = (value: Json): value is Document =>
  typeof value === 'object' && value !== null && !isList(value)

const isEntry = (value: Document): value is Entry['entry'] => isDocument(value['basis'] ?? null)
