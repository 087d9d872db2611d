import { createCipheriv, createHash, createHmac, createSecretKey, hash } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Mac } from '#core/ledger/bytes.ts'
import { commit } from '#core/ledger/commitment.ts'
import { leafHash } from '#core/ledger/tree.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import { wrapped, type MasterKey } from '#platform/master-key.ts'
import { commitmentSalt, newKey, seal, type HouseSecret } from '#platform/sealing.ts'
import { isVaultAddress, pathInVault } from '#platform/vault.ts'
import { encryptedWhole } from '#platform/vault-format.ts'
import { emailIndex } from '#records/accounts.ts'
import { sha256 } from '#records/ledger.ts'
import { statusCodeOf, statusNumber } from '#records/status-numbers.ts'
import { codeIndex, holderIndex } from '#records/statuses.ts'
import type { Making, Template, Text } from '../template/text.ts'

/** The house that copies are made for. */
export type Maker = {
  readonly secret: HouseSecret
  readonly master: MasterKey
  /** What ids and numbers follow from: the same from the same seed. */
  readonly seed: KeyObject
  /** By how much the ids of leaves are ahead of their places, which begin with zero. */
  readonly leafIdsAhead: number
  /** Where files lie; without it none are written. */
  readonly vault: string | undefined
  readonly sheets: readonly Uint8Array[]
}

/** One copy: of what, and behind which numbers of cases and leaves it comes. */
export type Copying = {
  readonly template: number
  readonly number: number
  readonly leaf: number
}

/** Rows as COPY takes them, by the place of their table, and the hashes of leaves in order. */
export type Copies = { readonly rows: readonly string[]; readonly leafHashes: Uint8Array }

export function copiesOf(
  maker: Maker,
  templates: readonly Template[],
  copyings: readonly Copying[],
): Copies {
  const rows: string[][] = []
  const hashes: Buffer[] = []
  for (const copying of copyings) {
    const template = templates[copying.template]
    if (template === undefined) throw new Error('A copy is of something')
    const values = valuesOf(maker, template.makings, copying)
    for (const [table, lines] of template.rows.entries()) {
      const written = (rows[table] ??= [])
      for (const line of lines) written.push(filled(line, values))
    }
    for (const each of template.leafHashes) hashes.push(Buffer.from(values[each] ?? '', 'hex'))
  }
  return {
    rows: rows.map((lines) => lines.join('')),
    leafHashes: new Uint8Array(Buffer.concat(hashes)),
  }
}

function filled(text: Text, values: readonly string[]): string {
  let whole = ''
  for (const piece of text) whole += typeof piece === 'string' ? piece : values[piece]
  return whole
}

/** What is being made of one copy. */
type Bench = Maker &
  Pick<Copying, 'number' | 'leaf'> & {
    readonly values: string[]
    readonly keys: KeyObject[]
    /** The sealed bytes of files, by the place of their address. */
    readonly files: Map<number, Buffer>
    readonly drawn: (bytes: number) => string
  }

function valuesOf(
  maker: Maker,
  makings: readonly Making[],
  { number, leaf }: Copying,
): readonly string[] {
  const values: string[] = []
  const drawn = drawing(maker.seed, number)
  const bench: Bench = { ...maker, number, leaf, values, keys: [], files: new Map(), drawn }
  for (const making of makings) values.push(made(bench, making))
  return values
}

function made(bench: Bench, making: Making): string {
  const { values, drawn, number, leaf, secret } = bench
  const valueOf = (place: number) => values[place] ?? ''
  switch (making.make) {
    case 'id':
      return idOf(drawn(ID_BYTES))
    case 'number':
      return making.before + String(number + making.behind).padStart(NUMBER_LENGTH, '0')
    case 'status-number':
      return statusNumber(valueOf(making.of))
    case 'code':
      return statusCodeOf(drawn(ID_BYTES))
    case 'mailbox':
      return `invented-${number}@kecid.example`
    case 'digits':
      return otherDigits(making.like, drawn(making.like.length))
    case 'text':
      return filled(making.of, values)
    case 'hash':
      return hash('sha256', valueOf(making.of))
    case 'mailbox-index':
      return emailIndex(secret, valueOf(making.of)).toString('hex')
    case 'code-index':
      return codeIndex(secret, valueOf(making.of)).toString('hex')
    case 'holder-index':
      return holderOf(bench, making)
    case 'key':
      return keyMade(bench, making.place)
    case 'seal':
      return sealMade(bench, making)
    case 'salt':
      return commitmentSalt().toString('hex')
    case 'commitment': {
      const salt = Buffer.from(valueOf(making.salt), 'hex')
      const value = Buffer.from(filled(making.of, values))
      return commit({ hmac, salt, version: 2, purpose: making.purpose, value })
    }
    case 'hex':
      return Buffer.from(valueOf(making.of)).toString('hex')
    case 'leaf-hash':
      return Buffer.from(leafHash(sha256, Buffer.from(valueOf(making.of)))).toString('hex')
    case 'leaf-id':
      return String(leaf + making.behind + bench.leafIdsAhead + 1)
    case 'leaf-index':
      return String(leaf + making.behind)
    case 'address':
      return drawn(ADDRESS_BYTES)
    case 'file':
      return fileMade(bench, making)
    case 'file-hash':
      return createHash('sha256')
        .update(bench.files.get(making.of) ?? '')
        .digest('hex')
  }
}

const hmac: Mac = (key, bytes) => createHmac('sha256', createSecretKey(key)).update(bytes).digest()

const ID_BYTES = 16
const ADDRESS_BYTES = 32
const NUMBER_LENGTH = 6

/** Bytes that follow from the seed and the number of the copy, in hexadecimal. */
function drawing(seed: KeyObject, number: number): (bytes: number) => string {
  const start = Buffer.alloc(ID_BYTES)
  start.writeBigUInt64BE(BigInt(number))
  const stream = createCipheriv('aes-256-ctr', seed, start)
  const [page, zeros] = [2048, Buffer.alloc(2048)]
  let [text, at] = ['', 0]
  return (bytes) => {
    while (at + bytes * 2 > text.length) {
      text = text.slice(at) + stream.update(zeros.subarray(0, page)).toString('hex')
      at = 0
    }
    at += bytes * 2
    return text.slice(at - bytes * 2, at)
  }
}

/** A random UUID by its form, as the ledger wants it. */
function idOf(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8'
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`]
  return `${groups.join('-')}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

const otherDigits = (like: string, hex: string): string =>
  like.replace(/\d/g, (_digit, at: number) =>
    String(Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16) % 10),
  )

function holderOf(
  { secret, values }: Bench,
  { number, birthDate, passport }: Making & { readonly make: 'holder-index' },
): string {
  if (!isPartialDate(birthDate)) throw new Error('A holder was born on a day')
  const claim = { number: values[number] ?? '', birthDate, passportEnd: filled(passport, values) }
  return holderIndex(secret, claim).toString('hex')
}

function keyMade({ master, values, keys }: Bench, place: Text): string {
  const key = newKey()
  keys[values.length] = key
  return wrapped(master, filled(place, values), key).toString('hex')
}

function keyAt({ keys }: Bench, place: number): KeyObject {
  const key = keys[place]
  if (key === undefined) throw new Error('A key is made before what lies under it')
  return key
}

const sealMade = (
  bench: Bench,
  { key, place, plain }: Making & { readonly make: 'seal' },
): string =>
  seal(keyAt(bench, key), {
    place: filled(place, bench.values),
    plain: filled(plain, bench.values),
  }).toString('hex')

const folders = new Set<string>()

/** Not waited for until it is on disk: whoever generates again loses nothing. */
function fileMade(bench: Bench, { key: place, sheet }: Making & { readonly make: 'file' }): string {
  const [address, key] = [bench.drawn(ADDRESS_BYTES), keyAt(bench, place)]
  if (bench.vault === undefined || !isVaultAddress(address)) throw new Error('There is no vault')
  const sealed = encryptedWhole(bench.sheets[sheet] ?? new Uint8Array(), { key, address })
  const path = pathInVault(bench.vault, address)
  const folder = dirname(path)
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  folders.add(folder)
  writeFileSync(path, sealed, { mode: 0o600 })
  bench.files.set(bench.values.length, sealed)
  return address
}
