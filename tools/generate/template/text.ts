/** A text in pieces: what every copy has alike, and the numbers of what each has of its own. */
export type Text = readonly (string | number)[]

/** How a copy comes by what it has of its own; each may rest on those before it. */
export type Making =
  | { readonly make: 'id' }
  /** The number of a case: so many behind the first of this copy. */
  | { readonly make: 'number'; readonly before: string; readonly behind: number }
  | { readonly make: 'status-number'; readonly of: number }
  | { readonly make: 'code' }
  | { readonly make: 'mailbox' }
  /** The same letters with other digits. */
  | { readonly make: 'digits'; readonly like: string }
  | { readonly make: 'text'; readonly of: Text }
  | { readonly make: 'hash'; readonly of: number }
  | { readonly make: 'mailbox-index'; readonly of: number }
  | { readonly make: 'code-index'; readonly of: number }
  | {
      readonly make: 'holder-index'
      readonly number: number
      readonly birthDate: string
      readonly passport: Text
    }
  /** How other systems find a status. */
  | {
      readonly make: 'offered-index'
      readonly column: 'birth_index' | 'document_index' | 'issued_index'
      readonly number: number
      readonly birthDate: string
      readonly passport: Text
      readonly issuer: string
    }
  /** A key, of which the value is what it is wrapped as. */
  | { readonly make: 'key'; readonly place: Text }
  | {
      readonly make: 'seal'
      readonly key: number
      readonly place: Text
      readonly plain: Text
    }
  | { readonly make: 'salt' }
  /** With the label of what it commits to. */
  | { readonly make: 'commitment'; readonly salt: number; readonly of: Text }
  | { readonly make: 'leaf-hash'; readonly of: number }
  | { readonly make: 'leaf-id'; readonly behind: number }
  | { readonly make: 'leaf-index'; readonly behind: number }
  /** Where a file would lie. */
  | { readonly make: 'address' }
  /** A file in the vault, of which the value is where it lies. */
  | { readonly make: 'file'; readonly key: number; readonly sheet: number }
  | { readonly make: 'file-hash'; readonly of: number }

/** What can be copied any number of times: a person, their cases, and everything of these. */
export type Template = {
  readonly cases: number
  /** Whether any of the cases is under way. */
  readonly isOpen: boolean
  readonly firstDay: string
  /** How many numbers of cases a copy takes up. */
  readonly numbers: number
  readonly makings: readonly Making[]
  /** Which of the makings are the hashes of leaves, in the order of the leaves. */
  readonly leafHashes: readonly number[]
  /** By the place of their table. */
  readonly rows: readonly (readonly Line[])[]
}

/** A row as COPY takes it: bytes that every copy has alike, and between them what it has not. */
export type Line = readonly (Uint8Array | Own)[]

export type Own =
  | { readonly as: 'text' | 'json'; readonly text: Text }
  | { readonly as: 'bytes'; readonly of: number }
  | { readonly as: 'number'; readonly of: number }

/** What differs from copy to copy, by what it was where it was played. */
export type Differing = {
  readonly of: (text: string) => number | undefined
  readonly add: (making: Making, text?: string) => number
  readonly makings: readonly Making[]
  /** Ids that are others here: of officials. */
  readonly elsewhere: ReadonlyMap<string, string>
}

export function differing(elsewhere: ReadonlyMap<string, string>): Differing {
  const known = new Map<string, number>()
  const makings: Making[] = []
  const add = (making: Making, text?: string) => {
    const place = makings.push(making) - 1
    if (text !== undefined) known.set(text, place)
    return place
  }
  return { of: (text) => known.get(text), add, makings, elsewhere }
}

/** What is known by its form; numbers and addresses are known by what they are. */
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const HASH = '\\b[0-9a-f]{64}\\b'

/** Finds in texts what differs; an id that was never seen before is one of them. */
export function finder(
  found: Differing,
  names: readonly string[],
): (text: string) => (string | number)[] {
  const literal = names.toSorted((one, other) => other.length - one.length).map(escaped)
  const any = new RegExp([UUID, HASH, ...literal].join('|'), 'g')
  const isId = new RegExp(`^${UUID}$`)
  const pieceOf = (text: string) =>
    found.elsewhere.get(text) ??
    found.of(text) ??
    (isId.test(text) ? found.add({ make: 'id' }, text) : text)
  return (text) => {
    const pieces: (string | number)[] = []
    let from = 0
    for (const { 0: match, index } of text.matchAll(any)) {
      if (index > from) pieces.push(text.slice(from, index))
      pieces.push(pieceOf(match))
      from = index + match.length
    }
    if (from < text.length) pieces.push(text.slice(from))
    return joined(pieces)
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Neighbours that are alike in every copy become one piece. */
export function joined(pieces: Text): (string | number)[] {
  const all: (string | number)[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece
    else all.push(piece)
  }
  return all
}
