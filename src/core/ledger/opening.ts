import { assert } from '#core/assert.ts'
import { canonicalBytes, readCanonical } from '#core/canonical.ts'
import { bytesOfHex, hexOf, type Mac } from '#core/ledger/bytes.ts'
import {
  commit,
  type Commitment,
  PURPOSES,
  type Purpose,
  type Version,
} from '#core/ledger/commitment.ts'
import { hasExactly, type Fields } from '#core/ledger/fields.ts'
import type { Leaf } from '#core/ledger/leaf.ts'

/** What a leaf commits to, said; it is only ever kept sealed (ledger §3.2). */
export type Opening = {
  readonly v: Version
  readonly salt: string
  readonly case: string | null
  readonly subject: string | null
  readonly actor: string | null
  readonly cause?: string | null
}

/** The readable half of a leaf. */
export type Said = Omit<Leaf, 'v' | Purpose>

/** The hidden half of a leaf; the payload is the canonical bytes of the full record. */
export type Hidden = Readonly<Record<Exclude<Purpose, 'payload'>, string | null>> & {
  readonly payload: Uint8Array
}

/** A leaf and the opening that fits it, made together so that neither can be without the other. */
export function leafWithOpening(
  said: Said,
  hidden: Hidden,
  { hmac, salt }: { readonly hmac: Mac; readonly salt: Uint8Array },
): { readonly leaf: Leaf; readonly opening: Opening } {
  const { payload, ...ids } = hidden
  const opening: Opening = { v: 2, salt: hexOf(salt), ...ids }
  assert(isOpening(opening), 'an opening has exactly the fields of ledger §3.2')
  return { leaf: { v: 2, ...said, ...commitments(opening, payload, hmac) }, opening }
}

/** The bytes of an opening, which are sealed before they are kept. */
export function openingBytes(opening: Opening): Uint8Array {
  assert(isOpening(opening), 'an opening has exactly the fields of ledger §3.2')
  return canonicalBytes(opening)
}

/** The opening that these unsealed bytes are, or nothing when they are none. */
export function readOpening(bytes: Uint8Array): Opening | undefined {
  return readCanonical(bytes, isOpening)
}

/** The purposes whose commitment in the leaf is not the one of this opening and this payload. */
export function mismatches(
  leaf: Leaf,
  { opening, payload }: { readonly opening: Opening; readonly payload: Uint8Array },
  hmac: Mac,
): readonly Purpose[] {
  const expected = commitments(opening, payload, hmac)
  return PURPOSES.filter((purpose) => (leaf[purpose] ?? null) !== (expected[purpose] ?? null))
}

function commitments(opening: Opening, payload: Uint8Array, hmac: Mac): Pick<Leaf, Purpose> {
  const { v: version } = opening
  const salt = bytesOfHex(opening.salt)
  const ofId = (purpose: Exclude<Purpose, 'payload'>): Commitment | null => {
    const id = opening[purpose] ?? null
    const value = new TextEncoder().encode(id ?? '')
    return id === null ? null : commit({ hmac, salt, version, purpose, value })
  }
  return {
    case: ofId('case'),
    subject: ofId('subject'),
    actor: ofId('actor'),
    ...(version === 1 ? {} : { cause: ofId('cause') }),
    payload: commit({ hmac, salt, version, purpose: 'payload', value: payload }),
  }
}

const SALT = /^[0-9a-f]{64}$/

const isId = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value !== '' && value.isWellFormed())

const COMMON = {
  salt: (value: unknown) => typeof value === 'string' && SALT.test(value),
  case: isId,
  subject: isId,
  actor: isId,
}

const FIELDS: Readonly<Record<Version, Fields>> = {
  1: { ...COMMON, v: (value) => value === 1 },
  2: { ...COMMON, v: (value) => value === 2, cause: isId },
}

function isOpening(value: unknown): value is Opening {
  return hasExactly(FIELDS[1], value) || hasExactly(FIELDS[2], value)
}
