import { isLanguage } from '#core/language.ts'

/**
 * What of a document binds: all of it but its words, its version and whose cases move to it. Cases
 * pin what binds, and are told in the words of today (docs/specs/policy.md §4).
 */
export function bindingOf(document: object): string {
  const known = bindings.get(document)
  if (known !== undefined) return known
  const binding = JSON.stringify(
    { ...document, version: undefined, for: undefined },
    (_name, value: unknown) => (isWords(value) ? undefined : value),
  )
  bindings.set(document, binding)
  return binding
}

const bindings = new WeakMap<object, string>()

/** Texts in languages of ours, and nothing else. */
function isWords(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const entries: readonly [string, unknown][] = Object.entries(value)
  return entries.length > 0 && entries.every(([key, text]) => isLanguage(key) && isText(text))
}

const isText = (value: unknown): boolean => typeof value === 'string'

/** Of these documents the one that binds as this one does; itself, where there is none. */
export function worded<Document extends object>(
  pinned: Document,
  current: ReadonlyMap<string, Document>,
): Document {
  const documents = [...current.values()]
  if (documents.includes(pinned)) return pinned
  const binding = bindingOf(pinned)
  return documents.find((each) => bindingOf(each) === binding) ?? pinned
}
