import { assert } from '#core/assert.ts'
import { HASH_BYTES, hexOf, joined, type Mac } from '#core/ledger/bytes.ts'

/** The forms of a leaf, the first of which is only read any more (ledger §2). */
export const VERSIONS = [1, 2] as const
export type Version = (typeof VERSIONS)[number]

/** What a leaf commits to without saying it (ledger §3); the first form knows no cause. */
export const PURPOSES = ['case', 'subject', 'actor', 'cause', 'payload'] as const
export type Purpose = (typeof PURPOSES)[number]

/** Lower-case hexadecimal of a MAC that only the holder of the salt can make again. */
export type Commitment = string & { readonly brand: 'Commitment' }

const COMMITMENT = /^[0-9a-f]{64}$/

/** True for 64 hexadecimal digits in lower case. */
export function isCommitment(value: unknown): value is Commitment {
  return typeof value === 'string' && COMMITMENT.test(value)
}

/** Two values, purposes, versions or salts never give the same commitment (ledger §3.1). */
export function commit({
  hmac,
  salt,
  version,
  purpose,
  value,
}: {
  readonly hmac: Mac
  readonly salt: Uint8Array
  readonly version: Version
  readonly purpose: Purpose
  readonly value: Uint8Array
}): Commitment {
  assert(salt.length === HASH_BYTES, `a salt has ${HASH_BYTES} bytes`)
  assert(value.length > 0, 'a commitment is to something')
  const commitment = hexOf(hmac(salt, joined([bytesOf(labelOf(version, purpose)), value])))
  assert(isCommitment(commitment), `the MAC of a commitment has ${HASH_BYTES} bytes`)
  return commitment
}

/** What stands before the value in what the MAC is taken of. */
export const labelOf = (version: Version, purpose: Purpose): string =>
  `kecid/v${version}/${purpose}\0`

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
