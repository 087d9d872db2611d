import { assert } from '#core/assert.ts'

/** A hash function given from outside, since core brings no cryptography. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** A keyed hash function given from outside. */
export type Mac = (key: Uint8Array, bytes: Uint8Array) => Uint8Array

/** Length of everything SHA-256 gives, and of a salt. */
export const HASH_BYTES = 32

const HEX_OF_BYTE = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const HEX = /^([0-9a-f]{2})*$/

/** The same bytes always give the same text: lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += HEX_OF_BYTE[byte] ?? ''
  return text
}

/** The bytes that hexadecimal text in lower case stands for. */
export function bytesOfHex(text: string): Uint8Array {
  assert(HEX.test(text), 'hexadecimal text is pairs of 0 to 9 and a to f')
  const bytes = new Uint8Array(text.length / 2)
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(text.slice(at * 2, at * 2 + 2), 16)
  }
  return bytes
}

/** One run of bytes, the parts in their order. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** True for the same bytes; hashes of a public tree are no secret, so time may vary. */
export function sameBytes(some: Uint8Array, others: Uint8Array): boolean {
  return some.length === others.length && some.every((byte, at) => byte === others[at])
}
