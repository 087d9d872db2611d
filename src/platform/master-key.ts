import { createHash, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import {
  closeSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { derivedKey, open, seal, type Place } from '#platform/sealing.ts'
import { codeOf, troubleSentence } from '#platform/trouble.ts'

/**
 * The master keys are in a file, never in the database. They wrap other keys and do nothing else,
 * so that each can be replaced by another. The current one comes first; those behind it are there
 * while a rotation goes on.
 */
export type MasterKey = { readonly id: string; readonly key: KeyObject }

/** The keys of the file, as a process at work has them. */
export type MasterKeys = {
  readonly first: MasterKey
  /** Reads the file again for one that it does not know: there may have been a rotation. */
  readonly find: (id: string) => MasterKey | undefined
}

type MasterKeysReading =
  | { readonly ok: true; readonly keys: readonly [MasterKey, ...MasterKey[]]; made: boolean }
  | { readonly ok: false; readonly problem: string }

const ENTRY = /kecid-master-key ([0-9a-f]{16})\n([\w-]{43})\n/
const KEYS = new RegExp(ENTRY, 'g')
const FORM = new RegExp(`^(?:${ENTRY.source})+$`)
const OTHERS_MASK = 0o077

/** The keys in that file, or a new one where there is no file yet and `mayMake` says so. */
export function readMasterKeys(file: string, mayMake: boolean): MasterKeysReading {
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
    mkdirSync(dirname(file), { recursive: true })
    // Of two starts that make one, both take the first that is there.
    written(file, [newMasterKey()], { aside: `${file}.new-${process.pid}`, put: linkSync })
    return parsed(file, true)
  } catch (error) {
    return { ok: false, problem: keyTrouble(error, file) }
  }
}

export function masterKeysIn(file: string, [first, ...more]: readonly [MasterKey, ...MasterKey[]]) {
  // One that left the file stays: a row that was read before its rotation may be opened after it.
  const known = new Map([first, ...more].map((each) => [each.id, each]))
  const find = (id: string): MasterKey | undefined => {
    const reading = known.has(id) ? undefined : readMasterKeys(file, false)
    for (const each of reading?.ok ? reading.keys : [])
      known.set(each.id, known.get(each.id) ?? each)
    return known.get(id)
  }
  return { first, find } satisfies MasterKeys
}

export const newMasterKey = (): MasterKey => masterKeyOf(randomBytes(32))

/** Puts these keys in place of those that are there, for the account whose they were. */
export function replaceMasterKeys(file: string, keys: readonly MasterKey[]): string | undefined {
  try {
    const place = realpathSync(file)
    written(place, keys, { aside: `${place}.new`, put: renameSync })
    return undefined
  } catch (error) {
    return keyTrouble(error, file)
  }
}

/** Only at that place, under that master key, does a key come out again. */
export const wrapped = (master: MasterKey, place: Place, key: KeyObject): Buffer =>
  seal(derivedKey(master.key, 'wrapping'), { place, plain: key.export() })

export const unwrapped = (master: MasterKey, place: Place, bytes: Uint8Array): KeyObject =>
  createSecretKey(open(derivedKey(master.key, 'wrapping'), { place, sealed: bytes }))

/** What the database keeps to tell, without the key, whether it is this one. */
export const keyProof = ({ id, key }: MasterKey): Buffer =>
  createHmac('sha256', derivedKey(key, 'key check')).update(id).digest()

function parsed(file: string, made: boolean): MasterKeysReading {
  const descriptor = openSync(file, 'r')
  try {
    const { mode } = fstatSync(descriptor)
    if (process.platform !== 'win32' && (mode & OTHERS_MASK) !== 0) {
      return { ok: false, problem: `Others may read the master key; run: chmod 600 ${file}` }
    }
    const keys = keysIn(readFileSync(descriptor, 'utf8'))
    if (keys) return { ok: true, keys, made }
    return {
      ok: false,
      problem: `${file} is not a master key, or is damaged; put the copy of the key back.`,
    }
  } finally {
    closeSync(descriptor)
  }
}

function keysIn(text: string): readonly [MasterKey, ...MasterKey[]] | undefined {
  const entries = FORM.test(text) ? [...text.matchAll(KEYS)] : []
  const keys = entries.flatMap(([, id, coded = '']) => {
    const key = masterKeyOf(Buffer.from(coded, 'base64url'))
    return key.id === id ? [key] : []
  })
  const [first, ...more] = keys
  return first && keys.length === entries.length ? [first, ...more] : undefined
}

type Way = {
  readonly aside: string
  readonly put: (aside: string, file: string) => void
}

/** Written aside and put there whole, so that a kill leaves no half key. */
function written(file: string, keys: readonly MasterKey[], { aside, put }: Way): void {
  const text = keys.map(
    ({ id, key }) => `kecid-master-key ${id}\n${key.export().toString('base64url')}\n`,
  )
  const before = statSync(file, { throwIfNoEntry: false })
  rmSync(aside, { force: true })
  try {
    const descriptor = openSync(aside, 'wx', 0o600)
    try {
      if (before) fchownSync(descriptor, before.uid, before.gid)
      writeSync(descriptor, text.join(''))
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    put(aside, file)
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

const masterKeyOf = (bytes: Buffer): MasterKey => ({
  id: createHash('sha256').update('kecid master key id').update(bytes).digest('hex').slice(0, 16),
  key: createSecretKey(bytes),
})

function keyTrouble(error: unknown, file: string): string {
  if (codeOf(error) === 'EISDIR') return `The master key ${file} is a folder.`
  if (codeOf(error) === 'EACCES') return `The master key ${file} may not be read by this account.`
  return troubleSentence(error, file)
}
