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
 * Personal data at rest. Each person has a key, which the master key wraps; the master key is not
 * in the database, so the database alone names nobody, and without a person's wrapped key nothing
 * about that person can be opened again.
 *
 * A seal is one byte of version, 12 bytes of nonce, the ciphertext and 16 bytes of tag: AES-256-GCM
 * bound to the place it was made for. Moved to another row or column, it does not open.
 */
export type MasterKey = { readonly id: string; readonly key: KeyObject }

/** What was read before the key to it was known, so that both can be read in one trip. */
export type Sealed<Value> = (key: KeyObject) => Value

/** Where a seal belongs: what it holds and the id of its row, like `answer.sealed:<id>`. */
export type Place = string

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + NONCE_BYTES
const KEY_BYTES = 32

/** How many bytes longer a seal is than what it holds. */
export const SEAL_BYTES = HEAD_BYTES + TAG_BYTES

export const newPersonKey = (): KeyObject => createSecretKey(randomBytes(KEY_BYTES))

/** Only for that purpose and person can the key be unwrapped again. */
export function wrapKey(
  master: MasterKey,
  { purpose, person, key }: { purpose: string; person: string; key: KeyObject },
): Buffer {
  const place = wrappingPlace(purpose, person)
  return seal(derivedKey(master, 'wrapping'), { place, plain: key.export() })
}

export function unwrapKey(
  master: MasterKey,
  { purpose, person, wrapped }: { purpose: string; person: string; wrapped: Uint8Array },
): KeyObject {
  const place = wrappingPlace(purpose, person)
  return createSecretKey(open(derivedKey(master, 'wrapping'), { place, sealed: wrapped }))
}

export function seal(
  key: KeyObject,
  { place, plain }: { readonly place: Place; readonly plain: string | Uint8Array },
): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
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
 * What a sealed value is found by: equal texts have equal indexes, and nobody without the master
 * key can try texts out. The caller writes the text in one form first (lower case, trimmed).
 */
export function blindIndex(master: MasterKey, purpose: string, text: string): Buffer {
  return createHmac('sha256', derivedKey(master, `blind index ${purpose}`))
    .update(text)
    .digest()
}

/** Hides what a public hash commits to; whoever is shown the salt can check the commitment. */
export const commitmentSalt = (): Buffer => randomBytes(32)

/** What only its holder knows: 256 random bits, fit for an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. It is as random as a key, so no salt and no slowness is needed. */
export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer')

/** Takes as long for equal bytes as for others of that length. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b)

/** For what belongs to no applicant: the names of officials, openings without a subject. */
export const installationKey = (master: MasterKey, purpose: string): KeyObject =>
  derivedKey(master, `installation ${purpose}`)

/** What the database keeps to tell, without the key, whether it is this one. */
export const keyProof = (master: MasterKey): Buffer =>
  createHmac('sha256', derivedKey(master, 'key check')).update(master.id).digest()

/** Deriving costs more than using, and there are only a few purposes. */
const derivedKeys = new WeakMap<MasterKey, Map<string, KeyObject>>()

/** One key for each purpose, so that no two uses can be played against each other. */
function derivedKey(master: MasterKey, purpose: string): KeyObject {
  const known = derivedKeys.get(master) ?? new Map<string, KeyObject>()
  derivedKeys.set(master, known)
  const key = known.get(purpose) ?? derive(master, purpose)
  known.set(purpose, key)
  return key
}

function derive(master: MasterKey, purpose: string): KeyObject {
  const info = `kecid ${purpose}`
  const bytes = hkdfSync('sha256', master.key, Buffer.alloc(0), info, KEY_BYTES)
  return createSecretKey(Buffer.from(bytes))
}

const wrappingPlace = (purpose: string, person: string): Place => `${purpose}:${person}`
