import { type Fault, type Verdict, refused } from '#platform/intake/verdict.ts'

/**
 * What is taken and what is not, over the objects of a PDF as any reader may give them: whoever
 * read the file, the verdict is the same.
 */
export type PdfTree = {
  readonly root: PdfValue
  readonly resolve: (id: string) => PdfValue
}

export type PdfValue =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'ref'; readonly id: string }
  | { readonly is: 'list'; readonly items: () => Iterable<PdfValue> }
  | {
      readonly is: 'dict'
      readonly isStream: boolean
      readonly entries: () => Iterable<readonly [string, PdfValue]>
    }
  | { readonly is: 'other' }

type Rules = ReadonlyMap<string, Fault>

const rules = (fault: Fault, ...names: readonly string[]) =>
  names.map((name) => [name, fault] as const)

/** Entries that no document needs which is only to be read. */
const ENTRIES: Rules = new Map([
  ...rules('active', 'JS', 'JavaScript', 'XFA', 'NeedsRendering'),
  ...rules('attached', 'EmbeddedFiles', 'EF', 'Collection'),
])

/** Kinds of action, under /S: what reaches out of the document or runs something. */
const ACTIONS: Rules = new Map([
  ...rules('active', 'JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE'),
  ...rules('active', 'Rendition', 'Movie', 'Sound', 'RichMediaExecute'),
])

/** Kinds of annotation, under /Subtype: films, models, files pinned to a page. */
const ANNOTATIONS: Rules = new Map([
  ...rules('active', 'RichMedia', 'Movie', 'Screen', '3D'),
  ...rules('attached', 'FileAttachment'),
])

const BOXES = ['MediaBox', 'CropBox'] as const

/** Five metres, the most that ISO 32000 (annex C) lets a page have, in its own unit. */
const BOX_SIDE_MAX = 14_400
const IMAGE_PIXELS_MAX = 100_000_000
const NODES_MAX = 500_000
const PAGES_MAX = 10_000
const DEPTH_MAX = 256

export function judgeTree(tree: PdfTree): Verdict {
  const fault = faultOf(tree)
  if (fault) return refused(fault)
  const pages = countPages(tree)
  if (typeof pages === 'string') return refused(pages)
  return pages === 0 ? refused('no-page') : { ok: true, media: 'pdf', pages }
}

/** Everything that the catalogue reaches, each object once. */
function faultOf(tree: PdfTree): Fault | undefined {
  const waiting: PdfValue[] = [tree.root]
  const seen = new Set<string>()
  let nodes = 0
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    nodes += 1
    if (nodes + waiting.length > NODES_MAX) return 'too-heavy'
    if (value.is === 'ref') {
      if (!seen.has(value.id)) waiting.push(tree.resolve(value.id))
      seen.add(value.id)
    } else if (value.is === 'list') {
      for (const item of value.items()) if (isBranch(item)) waiting.push(item)
    } else if (value.is === 'dict') {
      const entries = new Map(value.entries())
      const fault = faultOfDict(tree, entries, value.isStream)
      if (fault) return fault
      for (const entry of entries.values()) if (isBranch(entry)) waiting.push(entry)
    }
  }
  return undefined
}

const isBranch = ({ is }: PdfValue): boolean => is === 'ref' || is === 'list' || is === 'dict'

type Entries = ReadonlyMap<string, PdfValue>

function faultOfDict(tree: PdfTree, entries: Entries, isStream: boolean): Fault | undefined {
  for (const name of entries.keys()) {
    const fault = ENTRIES.get(name)
    if (fault) return fault
  }
  const subtype = nameAt(tree, entries, 'Subtype')
  const fault = ACTIONS.get(nameAt(tree, entries, 'S')) ?? ANNOTATIONS.get(subtype)
  if (fault) return fault
  if (isStream && entries.has('F')) return 'active' // its bytes lie in another file
  if (isStream && packings(tree, entries) > 1) return 'too-heavy'
  if (isStream && subtype === 'Image') {
    const pixels = numberAt(tree, entries, 'Width') * numberAt(tree, entries, 'Height')
    if (pixels > IMAGE_PIXELS_MAX) return 'too-heavy'
  }
  return BOXES.some((box) => isTooLarge(tree, entries.get(box))) ? 'page-size' : undefined
}

/** Packed once, a file swells a thousandfold at most; packed twice, without a bound. */
function packings(tree: PdfTree, entries: Entries): number {
  const value = direct(tree, entries.get('Filter'))
  if (value?.is !== 'list') return 0
  const filters = [...value.items()].map((item) => direct(tree, item))
  return filters.filter((filter) => filter?.is === 'name' && PACKINGS.has(filter.name)).length
}

const PACKINGS = new Set(['FlateDecode', 'Fl', 'LZWDecode', 'LZW', 'RunLengthDecode', 'RL'])

function isTooLarge(tree: PdfTree, box: PdfValue | undefined): boolean {
  const value = direct(tree, box)
  if (value?.is !== 'list') return false
  const sides = [...value.items()].slice(0, 4).map((side) => numberOf(direct(tree, side)))
  const [left = 0, bottom = 0, right = 0, top = 0] = sides
  return Math.abs(right - left) > BOX_SIDE_MAX || Math.abs(top - bottom) > BOX_SIDE_MAX
}

/**
 * By the tree itself: /Count is what somebody says, and one page may be shown many times. A tree
 * that comes back to itself has no end, so it is no tree.
 */
function countPages(tree: PdfTree): number | Fault {
  const root = direct(tree, tree.root)
  if (root?.is !== 'dict') return 'damaged-pdf'
  let visits = 0
  /** Undefined where there is no end to it. */
  const count = (node: PdfValue | undefined, above: readonly string[]): number | undefined => {
    visits += 1
    const id = node?.is === 'ref' ? node.id : ''
    const isEndless = above.length > DEPTH_MAX || (id !== '' && above.includes(id))
    if (isEndless || visits > PAGES_MAX) return undefined
    const value = direct(tree, node)
    if (value?.is !== 'dict') return 0
    const entries = new Map(value.entries())
    const kids = direct(tree, entries.get('Kids'))
    if (kids?.is !== 'list') return nameAt(tree, entries, 'Type') === 'Pages' ? 0 : 1
    let pages = 0
    for (const kid of kids.items()) {
      const more = count(kid, [...above, id])
      if (more === undefined) return undefined
      pages += more
    }
    return pages
  }
  return count(new Map(root.entries()).get('Pages'), []) ?? 'too-heavy'
}

const HOPS_MAX = 16

/** What a reference leads to, at last; a chain of references that never ends leads to nothing. */
function direct(tree: PdfTree, value: PdfValue | undefined): PdfValue | undefined {
  let found = value
  for (let hops = 0; found?.is === 'ref' && hops < HOPS_MAX; hops += 1) {
    found = tree.resolve(found.id)
  }
  return found
}

function nameAt(tree: PdfTree, entries: Entries, key: string): string {
  const value = direct(tree, entries.get(key))
  return value?.is === 'name' ? value.name : ''
}

const numberAt = (tree: PdfTree, entries: Entries, key: string): number =>
  numberOf(direct(tree, entries.get(key)))

const numberOf = (value: PdfValue | undefined): number =>
  value?.is === 'number' ? value.number : 0
