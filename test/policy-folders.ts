import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readPolicyFiles, type PolicyFiles } from '#records/policy-files.ts'

/** Policies of the same words are one, in whichever folder each test has put them. */
export function digestOf(folder: string): string {
  const hash = createHash('sha256')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((each) => each.isFile())
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).toSorted()) {
    hash.update(relative(folder, path)).update(readFileSync(path))
  }
  return hash.digest('hex')
}

const known = new Map<string, PolicyFiles>()

/** The documents of a folder; many databases get the same, so they are read and proved once. */
export function filesOf(folder: string): PolicyFiles {
  const digest = digestOf(folder)
  const files = known.get(digest) ?? read(folder)
  known.set(digest, files)
  return files
}

function read(folder: string): PolicyFiles {
  const found = readPolicyFiles(folder)
  if (!found.ok) throw new Error(JSON.stringify(found.problems, null, 2))
  return found.policy
}
