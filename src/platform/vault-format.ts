import { assert } from '#core/assert.ts'
import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'

/**
 * The bytes of a stored document, docs/specs/vault.md §3: one byte of version, 32 bytes of salt,
 * then chunks of 64 KiB of plain text, each with its tag of 16 bytes. The key is derived from the
 * key to whom it is about, the salt and the address, so it is used for this document alone: files
 * cannot be exchanged. The nonce is the number of the chunk and whether it is the last: chunks can
 * be neither exchanged nor cut off at the end.
 */
export const CHUNK_BYTES = 65_536
const TAG_BYTES = 16
const SALT_BYTES = 32
const KEY_BYTES = 32
const VERSION = 1
const HEAD_BYTES = 1 + SALT_BYTES

/** What a document is sealed for: whom it is about, by the key to them, and where it lies. */
export type SealedFor = { readonly key: KeyObject; readonly address: string }

/** Every document has a last chunk, if an empty one. */
export async function* encrypted(
  plain: AsyncIterable<Uint8Array>,
  sealedFor: SealedFor,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES)
  const key = documentKey(sealedFor, salt)
  yield Buffer.concat([Buffer.of(VERSION), salt])
  for await (const { bytes, number, last } of pieces(plain, CHUNK_BYTES, CHUNK_BYTES)) {
    yield sealed(key, nonce(number, last), bytes)
  }
}

/** The same of bytes that are all there and fit into one chunk. */
export function encryptedWhole(plain: Uint8Array, sealedFor: SealedFor): Buffer {
  assert(plain.length <= CHUNK_BYTES, 'what is larger comes in pieces')
  const salt = randomBytes(SALT_BYTES)
  const chunk = sealed(documentKey(sealedFor, salt), nonce(0, true), plain)
  return Buffer.concat([Buffer.of(VERSION), salt, chunk])
}

function sealed(key: KeyObject, nonce: Buffer, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** Gives nothing that was not checked; throws at the first chunk that is not as it was written. */
export async function* decrypted(
  stored: AsyncIterable<Uint8Array>,
  sealedFor: SealedFor,
): AsyncGenerator<Buffer> {
  let key: KeyObject | undefined
  for await (const { bytes, number, last } of pieces(stored, HEAD_BYTES, CHUNK_BYTES + TAG_BYTES)) {
    if (key) {
      yield opened(key, nonce(number - 1, last), bytes)
    } else {
      if (last || bytes[0] !== VERSION) throw new Error('A stored document is not one of ours')
      key = documentKey(sealedFor, bytes.subarray(1))
    }
  }
}

function opened(key: KeyObject, nonce: Buffer, bytes: Buffer): Buffer {
  if (bytes.length < TAG_BYTES) throw new Error('A stored document is cut off')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const plain = decipher.update(bytes.subarray(0, -TAG_BYTES))
  try {
    return Buffer.concat([plain, decipher.final()])
  } catch (error) {
    throw new Error('A stored document does not open', { cause: error })
  }
}

const documentKey = ({ key, address }: SealedFor, salt: Uint8Array): KeyObject =>
  createSecretKey(
    Buffer.from(hkdfSync('sha256', key, salt, `kecid document ${address}`, KEY_BYTES)),
  )

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(number, 7)
  bytes.writeUInt8(last ? 1 : 0, 11)
  return bytes
}

type Piece = { readonly bytes: Buffer; readonly number: number; readonly last: boolean }

/** Cuts a stream into a first piece and equal ones; only the last may be shorter, or empty. */
async function* pieces(
  source: AsyncIterable<Uint8Array>,
  firstBytes: number,
  nextBytes: number,
): AsyncGenerator<Piece> {
  let rest: Buffer = Buffer.alloc(0)
  let number = 0
  let wanted = firstBytes
  for await (const bytes of source) {
    rest = Buffer.concat([rest, bytes])
    // Not `>=`: whether a full piece is the last shows only when more arrives.
    while (rest.length > wanted) {
      yield { bytes: rest.subarray(0, wanted), number, last: false }
      rest = rest.subarray(wanted)
      wanted = nextBytes
      number += 1
    }
  }
  yield { bytes: rest, number, last: true }
}
