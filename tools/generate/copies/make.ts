import { createCipheriv, hash, type KeyObject } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { leafHash } from '#core/ledger/tree.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import { wrapped, type MasterKey } from '#platform/master-key.ts'
import { commitmentSalt, newKey, seal, type HouseSecret } from '#platform/sealing.ts'
import { isVaultAddress, pathInVault } from '#platform/vault.ts'
import { encryptedWhole } from '#platform/vault-format.ts'
import { emailIndex } from '#records/accounts.ts'
import { sha256 } from '#records/ledger.ts'
import { statusCodeOf, statusNumber } from '#records/status-numbers.ts'
import { offeredIndexes } from '#records/offered.ts'
import { codeIndex, holderIndex } from '#records/papers.ts'
import { newPage, putBytes, putField, putNumber, putText, written, type Page } from '../binary.ts'
import type { Line, Making, Own, Template, Text } from '../template/text.ts'
import { commitmentOf } from './commitment.ts'

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
export type Copies = { readonly rows: readonly Uint8Array[]; readonly leafHashes: Uint8Array }

/** A share takes about as much room as the one before it. */
let rooms: readonly number[] = []

export function copiesOf(
  maker: Maker,
  templates: readonly Template[],
  copyings: readonly Copying[],
): Copies {
  const tables = (templates[0]?.rows ?? []).map((_rows, index) => newPage(rooms[index]))
  const hashes = newPage()
  for (const copying of copyings) {
    const template = templates[copying.template]
    if (template === undefined) throw new Error('A copy is of something')
    const made = copyOf(maker, template.makings, copying)
    for (const [index, page] of tables.entries()) {
      for (const line of template.rows[index] ?? []) write(page, line, made)
    }
    for (const each of template.leafHashes) putBytes(hashes, bytesAt(made, each))
  }
  rooms = tables.map(({ used }) => Math.ceil(used * 1.1))
  return { rows: tables.map(written), leafHashes: written(hashes) }
}

function write(page: Page, line: Line, made: Made): void {
  for (const piece of line) {
    if (piece instanceof Uint8Array) putBytes(page, piece)
    else writeOwn(page, piece, made)
  }
}

function writeOwn(page: Page, piece: Own, made: Made): void {
  switch (piece.as) {
    case 'bytes':
      return putField(page, bytesAt(made, piece.of))
    case 'number':
      return putNumber(page, Number(made.values[piece.of]))
    case 'text':
    case 'json':
      return putText(page, filled(piece.text, made.values), piece.as === 'json')
  }
}

function filled(text: Text, values: readonly string[]): string {
  let whole = ''
  for (const piece of text) whole += typeof piece === 'string' ? piece : values[piece]
  return whole
}

/** What a copy has of its own: as it stands in texts, and in bytes where it is sent as such. */
type Made = { readonly values: string[]; readonly bytes: Uint8Array[] }

function bytesAt({ bytes }: Made, place: number): Uint8Array {
  const found = bytes[place]
  if (found === undefined) throw new Error('What is sent in bytes was made in bytes')
  return found
}

/** What is being made of one copy. */
type Bench = Maker &
  Made &
  Pick<Copying, 'number' | 'leaf'> & {
    readonly keys: KeyObject[]
    /** The sealed bytes of files, by the place of their address. */
    readonly files: Map<number, Buffer>
    readonly drawn: (bytes: number) => Buffer
  }

function copyOf(maker: Maker, makings: readonly Making[], { number, leaf }: Copying): Made {
  const [values, bytes]: [string[], Uint8Array[]] = [[], []]
  const drawn = drawing(maker.seed, number)
  const bench: Bench = { ...maker, number, leaf, values, bytes, keys: [], files: new Map(), drawn }
  for (const making of makings) {
    const place = values.length
    const made = makeOf(bench, making)
    if (typeof made !== 'string') bytes[place] = made
    values.push(typeof made === 'string' ? made : '')
  }
  return bench
}

function makeOf(bench: Bench, making: Making): string | Uint8Array {
  const { values, drawn, number, leaf, secret } = bench
  const valueOf = (place: number) => values[place] ?? ''
  switch (making.make) {
    case 'id':
      return idOf(bench)
    case 'number':
      return making.before + String(number + making.behind).padStart(NUMBER_LENGTH, '0')
    case 'status-number':
      return statusNumber(valueOf(making.of))
    case 'code':
      return statusCodeOf(drawn(ID_BYTES).toString('hex'))
    case 'mailbox':
      return `invented-${number}@kecid.example`
    case 'digits':
      return otherDigits(making.like, drawn(making.like.length))
    case 'text':
      return filled(making.of, values)
    case 'hash':
      return hash('sha256', valueOf(making.of))
    case 'mailbox-index':
      return emailIndex(secret, valueOf(making.of))
    case 'code-index':
      return codeIndex(secret, valueOf(making.of))
    case 'holder-index':
      return holderOf(bench, making)
    case 'offered-index':
      return offeredOf(bench, making)
    case 'key':
      return keyMade(bench, making.place)
    case 'seal':
      return sealMade(bench, making)
    case 'salt':
      return saltMade(bench)
    case 'commitment':
      return commitmentOf(bytesAt(bench, making.salt), filled(making.of, values))
    case 'leaf-hash':
      return leafHash(sha256, Buffer.from(valueOf(making.of)))
    case 'leaf-id':
      return String(leaf + making.behind + bench.leafIdsAhead + 1)
    case 'leaf-index':
      return String(leaf + making.behind)
    case 'address':
      return drawn(ADDRESS_BYTES).toString('hex')
    case 'file':
      return fileMade(bench, making)
    case 'file-hash':
      return sha256(bench.files.get(making.of) ?? new Uint8Array())
  }
}

const ID_BYTES = 16
const ADDRESS_BYTES = 32
const NUMBER_LENGTH = 6

const PAGE = Buffer.alloc(2048)

/** Bytes that follow from the seed and the number of the copy. */
function drawing(seed: KeyObject, number: number): (bytes: number) => Buffer {
  const start = Buffer.alloc(ID_BYTES)
  start.writeBigUInt64BE(BigInt(number))
  const stream = createCipheriv('aes-256-ctr', seed, start)
  let [page, used] = [stream.update(PAGE), 0]
  return (bytes) => {
    if (used + bytes > page.length) [page, used] = [stream.update(PAGE), 0]
    used += bytes
    return page.subarray(used - bytes, used)
  }
}

/** A random UUID by its form, as the ledger wants it. */
function idOf({ drawn, bytes, values }: Bench): string {
  const id = drawn(ID_BYTES)
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x40
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80
  bytes[values.length] = id
  const hex = id.toString('hex')
  return (
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-` +
    `${hex.slice(16, 20)}-${hex.slice(20)}`
  )
}

const otherDigits = (like: string, drawn: Buffer): string =>
  like.replace(/\d/g, (_digit, at: number) => String((drawn[at] ?? 0) % 10))

function holderOf(
  { secret, values }: Bench,
  { number, birthDate, passport }: Making & { readonly make: 'holder-index' },
): Uint8Array {
  if (!isPartialDate(birthDate)) throw new Error('A holder was born on a day')
  const claim = { number: values[number] ?? '', birthDate, passportEnd: filled(passport, values) }
  return holderIndex(secret, claim)
}

function offeredOf(
  { secret, values }: Bench,
  { column, number, birthDate, passport, issuer }: Making & { readonly make: 'offered-index' },
): Uint8Array {
  const documented = { documentNumber: filled(passport, values), documentIssuer: issuer, birthDate }
  return offeredIndexes(secret, { number: values[number] ?? '', ...documented })[column]
}

function keyMade({ master, values, keys }: Bench, place: Text): Uint8Array {
  const key = newKey()
  keys[values.length] = key
  return wrapped(master, filled(place, values), key)
}

function keyAt({ keys }: Bench, place: number): KeyObject {
  const key = keys[place]
  if (key === undefined) throw new Error('A key is made before what lies under it')
  return key
}

const sealMade = (
  bench: Bench,
  { key, place, plain }: Making & { readonly make: 'seal' },
): Uint8Array =>
  seal(keyAt(bench, key), {
    place: filled(place, bench.values),
    plain: filled(plain, bench.values),
  })

function saltMade({ bytes, values }: Bench): string {
  const salt = commitmentSalt()
  bytes[values.length] = salt
  return salt.toString('hex')
}

const folders = new Set<string>()

/** Not waited for until it is on disk: whoever generates again loses nothing. */
function fileMade(bench: Bench, { key: place, sheet }: Making & { readonly make: 'file' }): string {
  const [address, key] = [bench.drawn(ADDRESS_BYTES).toString('hex'), keyAt(bench, place)]
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
