import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Texts by path from the root of the repository, with forward slashes. */
export type Sources = ReadonlyMap<string, string>

export type Finding = {
  readonly file: string
  readonly line: number
  readonly rule: string
  readonly message: string
}

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const CODE_FOLDERS = ['src', 'standins', 'test', 'tools', 'bench'] as const

const NOT_OURS = new Set(['node_modules', 'build', '.git', '.kecid'])
const TEXT = new Set(
  '.ts .tsx .scss .css .sql .yaml .yml .json .md .html .svg .sh .txt .conf .env .csv'.split(' '),
)

/** Every file of ours under those folders; what is not text counts as empty. */
export function readSources(root: string, folders: readonly string[] = ['.']): Sources {
  const found = new Map<string, string>()
  for (const folder of folders) readFolder(root, join(root, folder), found)
  return found
}

function readFolder(root: string, folder: string, found: Map<string, string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!NOT_OURS.has(entry.name)) readFolder(root, path, found)
    } else if (entry.isFile()) {
      const extension = extname(entry.name)
      const isText = TEXT.has(extension) || extension === ''
      found.set(relative(root, path).split(sep).join('/'), isText ? readFileSync(path, 'utf8') : '')
    }
  }
}

export const isCode = (file: string): boolean =>
  /\.tsx?$/.test(file) && CODE_FOLDERS.some((folder) => file.startsWith(`${folder}/`))

export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

export const isGenerated = (file: string): boolean => file.endsWith('.gen.ts')

export const lineAt = (text: string, offset: number): number =>
  text.slice(0, offset).split('\n').length

export const lineOf = ({ file, line, rule, message }: Finding): string =>
  `${file}:${line}  ${rule}  ${message}`

/** Prints the findings of a check, or what it saw; a check that saw nothing has failed. */
export function reportFindings(check: string, seen: number, findings: readonly Finding[]): void {
  for (const finding of findings) console.error(lineOf(finding))
  if (findings.length > 0) process.exitCode = 1
  else console.log(`${check}: ${seen} files, nothing found`)
}
