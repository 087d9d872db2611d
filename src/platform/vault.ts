import { type KeyObject, createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { IsoMoment } from '#core/dated.ts'
import { epochOf } from '#platform/calendar.ts'
import { codeOf, isDiskFull } from '#platform/trouble.ts'
import { decrypted, encrypted } from '#platform/vault-format.ts'

/** Where the bytes of documents are kept, encrypted, outside the rows that speak of them. */
export type Vault = {
  /**
   * Kept whole and on disk once it answers; a refusal leaves nothing behind. What is put for
   * somebody is noted until it is said to be filed, so that what nobody filed is found again.
   */
  readonly put: (plain: AsyncIterable<Uint8Array>, key: KeyObject, of?: string) => Promise<Putting>
  /** To be said once the row that names it is committed. */
  readonly filed: (address: VaultAddress) => Promise<void>
  /** What was put for somebody before that moment, and never said to be filed. */
  readonly unfiled: (before: IsoMoment) => Promise<readonly VaultAddress[]>
  /**
   * Undefined when there is no such document. The stream breaks off where it was tampered with, and
   * before its last piece where its bytes are not those that were put.
   */
  readonly get: (stored: Stored, key: KeyObject) => Promise<Readable | undefined>
  /** Removing what is not there is done already. */
  readonly remove: (address: VaultAddress) => Promise<void>
  /** Uploads that a kill interrupted before that moment are removed; tells how many. */
  readonly removeLeftovers: (before: IsoMoment) => Promise<number>
}

/** 32 random bytes in hexadecimal: where a document lies says nothing about what it is. */
export type VaultAddress = string & { readonly brand: 'VaultAddress' }

/** Where a document lies, and the SHA-256 of its encrypted bytes. */
export type Stored = { readonly address: VaultAddress; readonly sha256: Buffer }

export type Putting =
  | {
      readonly ok: true
      readonly stored: Stored
      /** Bytes of the document itself. */
      readonly size: number
      readonly sha256OfPlain: Buffer
    }
  | { readonly ok: false; readonly reason: PutRefusal }

/** `cut-off`: the sender's stream broke; `disk-full`: there is no room for it here. */
export type PutRefusal = 'too-large' | 'cut-off' | 'disk-full'

export const isVaultAddress = (text: string): text is VaultAddress => /^[0-9a-f]{64}$/.test(text)

export function folderVault(folder: string, sizeMax: number): Vault {
  const incoming = join(folder, 'incoming')
  const notes = join(folder, 'unfiled')
  const filed = (address: VaultAddress) => rm(join(notes, address), { force: true })
  const remove = async (address: VaultAddress) => {
    await rm(pathInVault(folder, address), { force: true })
    await filed(address)
  }
  return {
    put: async (plain, key, of) => {
      const measured = measure(plain, sizeMax)
      const address = newVaultAddress()
      const aside = join(incoming, address)
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 })
        const sealed = encrypted(measured.bytes(), { key, address })
        const stored = { address, sha256: await written(aside, sealed) }
        if (of !== undefined) await note(join(notes, address), of)
        await settle(aside, pathInVault(folder, address))
        return { ok: true, stored, size: measured.size(), sha256OfPlain: measured.sha256() }
      } catch (error) {
        await remove(address)
        const reason = measured.refusal() ?? (isDiskFull(error) ? 'disk-full' : undefined)
        if (reason === undefined) throw error
        return { ok: false, reason }
      } finally {
        await rm(aside, { force: true })
      }
    },
    get: async ({ address, sha256 }, key) => {
      const path = pathInVault(folder, address)
      if (!(await exists(path))) return undefined
      const plain = decrypted(read(path, sha256), { key, address })
      return Readable.from(plain, { objectMode: false })
    },
    remove,
    removeLeftovers: (before) => removeOlder(incoming, before),
    filed,
    unfiled: async (before) => (await olderIn(notes, before)).filter(isVaultAddress),
  }
}

/** Opened when the first byte is asked for: an answer that nobody reads leaves no file open. */
async function* read(path: string, sha256: Buffer): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path)) {
    if (!(bytes instanceof Uint8Array)) throw new Error('A file gives bytes')
    hash.update(bytes)
    yield bytes
  }
  // The last piece is opened only once this has ended, so it is withheld.
  if (!hash.digest().equals(sha256))
    throw new Error('A stored document is not the one that was put')
}

/** Counts and hashes what passes, and keeps apart why the source ended early. */
function measure(plain: AsyncIterable<Uint8Array>, sizeMax: number) {
  const hash = createHash('sha256')
  let size = 0
  let refusal: PutRefusal | undefined
  async function* bytes(): AsyncGenerator<Uint8Array> {
    refusal = 'cut-off' // until the end has come
    for await (const piece of plain) {
      size += piece.length
      if (size > sizeMax) {
        refusal = 'too-large'
        throw new Error('The document is larger than may be kept')
      }
      hash.update(piece)
      refusal = undefined
      yield piece
      refusal = 'cut-off'
    }
    refusal = undefined
  }
  return { bytes, size: () => size, sha256: () => hash.digest(), refusal: () => refusal }
}

/** Gives the SHA-256 of what was written. */
async function written(path: string, chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      await file.appendFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return hash.digest()
}

export function newVaultAddress(): VaultAddress {
  const address = randomBytes(32).toString('hex')
  if (!isVaultAddress(address)) throw new Error('32 bytes are an address')
  return address
}

async function note(path: string, of: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, of, { mode: 0o600, flush: true })
}

/** The name is durable only when the folder that holds it has been written too. */
async function settle(aside: string, path: string): Promise<void> {
  const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(aside, path)
  await syncFolder(dirname(path))
  if (made === undefined) return
  await syncFolder(dirname(dirname(path)))
  await syncFolder(dirname(dirname(dirname(path))))
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // folders cannot be opened there
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Two levels of folders, so that none holds more names than a person can list. */
export const pathInVault = (folder: string, address: VaultAddress): string => {
  if (!isVaultAddress(address)) throw new Error('An address in the vault is 64 hexadecimal digits')
  return join(folder, address.slice(0, 2), address.slice(2, 4), address)
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

async function removeOlder(folder: string, before: IsoMoment): Promise<number> {
  const names = await olderIn(folder, before)
  for (const name of names) await rm(join(folder, name), { force: true })
  return names.length
}

const OLDER_MAX = 1000

/** The rest has its turn the next time. */
async function olderIn(folder: string, before: IsoMoment): Promise<readonly string[]> {
  const older: string[] = []
  for (const name of await namesIn(folder)) {
    const found = await stat(join(folder, name)).catch(() => undefined) // it may just have ended
    if (found && found.mtimeMs < epochOf(before)) older.push(name)
    if (older.length === OLDER_MAX) break
  }
  return older
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
