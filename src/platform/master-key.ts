import { createHash, createSecretKey, randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { MasterKey } from '#platform/sealing.ts'
import { codeOf, troubleSentence } from '#platform/trouble.ts'

export type MasterKeyReading =
  | { readonly ok: true; readonly master: MasterKey; readonly made: boolean }
  | { readonly ok: false; readonly problem: string }

const FORM = /^kecid-master-key ([0-9a-f]{16})\n([\w-]{43})\n$/
const OTHERS_MASK = 0o077

/** The key in that file, or a new one where there is no file yet and `mayMake` says so. */
export function readMasterKey(file: string, mayMake: boolean): MasterKeyReading {
  try {
    return parsed(file, false)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return { ok: false, problem: keyTrouble(error, file) }
  }
  if (!mayMake) {
    return {
      ok: false,
      problem:
        `The master key ${file} is missing, and this database holds data sealed with it; ` +
        'put the copy of the key back, or name its place in KECID_MASTER_KEY_FILE.',
    }
  }
  try {
    makeKey(file)
    return parsed(file, true)
  } catch (error) {
    return { ok: false, problem: keyTrouble(error, file) }
  }
}

function parsed(file: string, made: boolean): MasterKeyReading {
  const descriptor = openSync(file, 'r')
  try {
    const { mode } = fstatSync(descriptor)
    if (process.platform !== 'win32' && (mode & OTHERS_MASK) !== 0) {
      return { ok: false, problem: `Others may read the master key; run: chmod 600 ${file}` }
    }
    const lines = FORM.exec(readFileSync(descriptor, 'utf8'))
    const bytes = Buffer.from(lines?.[2] ?? '', 'base64url')
    if (bytes.length !== 32 || lines?.[1] !== idOf(bytes)) {
      return {
        ok: false,
        problem: `${file} is not a master key, or is damaged; put the copy of the key back.`,
      }
    }
    return { ok: true, master: { id: idOf(bytes), key: createSecretKey(bytes) }, made }
  } finally {
    closeSync(descriptor)
  }
}

/** Written aside and linked, so that a kill leaves no half key and two starts agree on one. */
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const bytes = randomBytes(32)
  const aside = `${file}.new-${process.pid}`
  try {
    const descriptor = openSync(aside, 'wx', 0o600)
    try {
      writeSync(descriptor, `kecid-master-key ${idOf(bytes)}\n${bytes.toString('base64url')}\n`)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    linkSync(aside, file)
    syncFolder(dirname(file))
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/** Else a power cut could take the name of the key with the data sealed by it already there. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return // folders cannot be opened there
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

const idOf = (bytes: Buffer): string =>
  createHash('sha256').update('kecid master key id').update(bytes).digest('hex').slice(0, 16)

function keyTrouble(error: unknown, file: string): string {
  if (codeOf(error) === 'EISDIR') return `The master key ${file} is a folder.`
  if (codeOf(error) === 'EACCES') return `The master key ${file} may not be read by this account.`
  return troubleSentence(error, file)
}
