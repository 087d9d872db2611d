import type { Finding } from './sources.ts'

export const SLICE_FILES_MAX = 5
export const DEPTH_MAX = 3

const NAMED_FOLDERS = /^(src|standins|test|tools|bench|db|policy|docs)\//
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/
/** By custom in capitals: what to read first, LICENSE, the licence of a font. */
const CAPITALS = /^([a-z-]+-)?[A-Z]+(\.[a-z]+)?$/

/** Names that say what kind of thing a file is, or nothing, instead of what is inside. */
const FORBIDDEN = new Set(
  [
    'util utils helper helpers common shared misc lib base manager service',
    'model models type types interface interfaces constant constants index',
  ].flatMap((names) => names.split(' ')),
)
const FORBIDDEN_PARTS = new Set('util utils helper helpers common misc'.split(' '))

/** The folders in which each folder is a slice. */
const SLICES = [
  /^(src\/(?:portal|office)\/[^/]+)\/[^/]+$/,
  /^(src\/exchange\/(?:services|offered)\/[^/]+)\/[^/]+$/,
]

export function checkNames(paths: readonly string[]): readonly Finding[] {
  const ours = paths.filter((path) => NAMED_FOLDERS.test(path))
  const folders = new Set(ours.flatMap(foldersOf))
  return [
    ...ours.flatMap((file) => checkFileName(file)),
    // In policy the words are the law's, and its types are types of case.
    ...[...folders]
      .filter((folder) => !/(^|\/)policy\//.test(folder))
      .flatMap((folder) => checkWord(folder, last(folder))),
    ...checkDepth(folders),
    ...checkSlices(ours),
  ]
}

const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

function checkFileName(file: string): readonly Finding[] {
  const name = last(file)
  if (name.startsWith('.') || CAPITALS.test(name)) return []
  // Sass reads a leading underscore as "not to be compiled alone".
  return checkWord(file, name.endsWith('.scss') ? name.replace(/^_/, '') : name)
}

function checkWord(file: string, name: string): readonly Finding[] {
  const [stem = ''] = name.split('.')
  const junk = FORBIDDEN.has(stem) || stem.split('-').some((part) => FORBIDDEN_PARTS.has(part))
  return [
    ...(KEBAB.test(name) ? [] : [finding(file, 'kebab-case', `${name} is not kebab-case`)]),
    ...(junk ? [finding(file, 'forbidden-name', `${name} does not say what is inside`)] : []),
  ]
}

function checkDepth(folders: ReadonlySet<string>): readonly Finding[] {
  return [...folders]
    .filter((folder) => folder.startsWith('src/') && folder.split('/').length - 1 > DEPTH_MAX)
    .map((folder) => finding(folder, 'depth', `more than ${DEPTH_MAX} folders below src`))
}

function checkSlices(files: readonly string[]): readonly Finding[] {
  const counts = new Map<string, number>()
  for (const file of files) {
    for (const pattern of SLICES) {
      const slice = pattern.exec(file)?.[1]
      if (slice !== undefined) counts.set(slice, (counts.get(slice) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count > SLICE_FILES_MAX)
    .map(([slice, count]) =>
      finding(slice, 'slice-size', `${count} files; more than ${SLICE_FILES_MAX} are two slices`),
    )
}

const finding = (file: string, rule: string, message: string): Finding => ({
  file,
  line: 1,
  rule,
  message,
})
