import { assert } from '#core/assert.ts'
import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/**
 * Personal data at rest. Each party and each case has keys, which the master key wraps; the master
 * key is not in the database, so the database alone names nobody, and without a key nothing that
 * lies under it can be opened again.
 *
 * A seal is one byte of version, 12 bytes of nonce, the ciphertext and 16 bytes of tag: AES-256-GCM
 * bound to the place it was made for. Moved to another row or column, it does not open.
 */

/**
 * What all that belongs to the house as such derives from. It is random, wrapped by the master key
 * like any other key, and stays when that is rotated.
 */
export type HouseSecret = { readonly secret: KeyObject }

/** Where a seal belongs: what it holds and the id of its row, like `answer.sealed:<id>`. */
export type Place = string

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + NONCE_BYTES
const KEY_BYTES = 32

/** How many bytes longer a seal is than what it holds. */
export const SEAL_BYTES = HEAD_BYTES + TAG_BYTES

export const newKey = (): KeyObject => createSecretKey(randomBytes(KEY_BYTES))

const PAGE_BYTES = 4096
let [page, used] = [Buffer.alloc(0), 0]

/** Asking for random bytes takes longer than sealing by them, so many are drawn at once. */
function drawn(length: number): Buffer {
  if (used + length > page.length) [page, used] = [randomBytes(PAGE_BYTES), 0]
  used += length
  return page.subarray(used - length, used)
}

export function seal(
  key: KeyObject,
  { place, plain }: { readonly place: Place; readonly plain: string | Uint8Array },
): Buffer {
  const nonce = drawn(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(place))
  const bytes = typeof plain === 'string' ? Buffer.from(plain) : plain
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, sealed, cipher.getAuthTag()])
}

/** A seal of ours that does not open is a fault: the wrong key, the wrong place, or tampering. */
export function open(
  key: KeyObject,
  { place, sealed }: { readonly place: Place; readonly sealed: Uint8Array },
): Buffer {
  if (sealed.length < SEAL_BYTES || sealed[0] !== VERSION) {
    throw new Error(`The seal at ${place} is not one of ours`)
  }
  const nonce = sealed.subarray(1, HEAD_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(HEAD_BYTES, -TAG_BYTES)),
      decipher.final(),
    ])
  } catch (error) {
    throw new Error(`The seal at ${place} does not open`, { cause: error })
  }
}

export const openText = (key: KeyObject, sealed: { place: Place; sealed: Uint8Array }): string =>
  open(key, sealed).toString('utf8')

/**
 * What a sealed value is found by: equal texts have equal indexes, and nobody without the secret
 * can try texts out. The caller writes the text in one form first (lower case, trimmed).
 */
export function blindIndex({ secret }: HouseSecret, purpose: string, text: string): KeyedHash {
  const made = createHmac('sha256', derivedKey(secret, `blind index ${purpose}`))
    .update(text)
    .digest()
  assert(isKeyedHash(made), 'an HMAC of SHA-256 has 32 bytes')
  return made
}

/** The only hash of a personal value that a table takes: the type of its columns asks for it. */
export type KeyedHash = Buffer & { readonly brand: 'KeyedHash' }

const isKeyedHash = (bytes: Buffer): bytes is KeyedHash => bytes.length === 32

/** Hides what a public hash commits to; whoever is shown the salt can check the commitment. */
export const commitmentSalt = (): Buffer => drawn(32)

/** What only its holder knows: 256 random bits, fit for an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Whether it may be one. */
export const isTokenLike = (sent: string): boolean => /^[\w-]{43}$/.test(sent)

/** What is kept of a token. It is as random as a key, so no salt and no slowness is needed. */
export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer')

/** Takes as long for equal bytes as for others of that length. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b)

/** For what belongs to no applicant: the names of officials, openings without a subject. */
export const installationKey = ({ secret }: HouseSecret, purpose: string): KeyObject =>
  derivedKey(secret, `installation ${purpose}`)

/** Deriving costs more than using, and there are only a few purposes. */
const derivedKeys = new WeakMap<KeyObject, Map<string, KeyObject>>()

/** One key for each purpose, so that no two uses can be played against each other. */
export function derivedKey(from: KeyObject, purpose: string): KeyObject {
  const known = derivedKeys.get(from) ?? new Map<string, KeyObject>()
  derivedKeys.set(from, known)
  const key = known.get(purpose) ?? derive(from, purpose)
  known.set(purpose, key)
  return key
}

function derive(from: KeyObject, purpose: string): KeyObject {
  const info = `kecid ${purpose}`
  const bytes = hkdfSync('sha256', from, Buffer.alloc(0), info, KEY_BYTES)
  return createSecretKey(Buffer.from(bytes))
}
