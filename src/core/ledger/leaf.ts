import { assert } from '#core/assert.ts'
import { canonicalBytes, readCanonical } from '#core/canonical.ts'
import { isIsoMoment, type IsoMoment } from '#core/dated.ts'
import { type Commitment, isCommitment } from '#core/ledger/commitment.ts'
import { hasExactly } from '#core/ledger/fields.ts'

/** What a record in the ledger can be a record of (ledger §2.2). */
export const LEAF_KINDS = ['event', 'look', 'policy', 'document'] as const
export type LeafKind = (typeof LEAF_KINDS)[number]

/** The role of a record that no person made. */
export const SYSTEM_ROLE = 'system'

/** What one leaf says: readable about the act, committed about the person (ledger §2). */
export type Leaf = {
  readonly v: 1
  readonly kind: LeafKind
  readonly type: string
  readonly at: IsoMoment
  readonly id: string
  readonly case: Commitment | null
  readonly subject: Commitment | null
  readonly actor: Commitment | null
  readonly role: string
  readonly body: string | null
  readonly payload: Commitment
  readonly policy: string | null
}

/** Far below the 65,535 bytes that a tlog-tiles entry can have. */
export const LEAF_BYTES_MAX = 4096

const CODE_LENGTH_MAX = 64
const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const RANDOM_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const SHA_256 = /^[0-9a-f]{64}$/

const isCode = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= CODE_LENGTH_MAX && CODE.test(value)

const isNull = (value: unknown): boolean => value === null

const isText = (pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value)

const FIELDS: Readonly<Record<keyof Leaf, (value: unknown) => boolean>> = {
  v: (value) => value === 1,
  kind: (value) => LEAF_KINDS.some((kind) => kind === value),
  type: isCode,
  at: (value) => typeof value === 'string' && isIsoMoment(value),
  id: isText(RANDOM_UUID),
  case: (value) => isNull(value) || isCommitment(value),
  subject: (value) => isNull(value) || isCommitment(value),
  actor: (value) => isNull(value) || isCommitment(value),
  role: isCode,
  body: (value) => isNull(value) || isCode(value),
  payload: isCommitment,
  policy: (value) => isNull(value) || isText(SHA_256)(value),
}

/** True for an object with the fields of a leaf, no other, each as ledger §2.1 and §2.2 want it. */
export function isLeaf(value: unknown): value is Leaf {
  return hasFieldsOfLeaf(value) && fitsItsKind(value)
}

/** The bytes that enter the tree; they never change once they are written (ledger §2). */
export function leafBytes(leaf: Leaf): Uint8Array {
  assert(isLeaf(leaf), 'a leaf has exactly the fields of ledger §2, and those its kind needs')
  const bytes = canonicalBytes(leaf)
  assert(bytes.length <= LEAF_BYTES_MAX, `a leaf has at most ${LEAF_BYTES_MAX} bytes`)
  return bytes
}

/** The leaf that these bytes are, or nothing when no leaf is written in these bytes. */
export function readLeaf(bytes: Uint8Array): Leaf | undefined {
  return bytes.length > LEAF_BYTES_MAX ? undefined : readCanonical(bytes, isLeaf)
}

function hasFieldsOfLeaf(value: unknown): value is Leaf {
  return hasExactly(FIELDS, value)
}

function fitsItsKind(leaf: Leaf): boolean {
  if ((leaf.actor === null) !== (leaf.role === SYSTEM_ROLE)) return false
  switch (leaf.kind) {
    case 'event':
    case 'document':
      return leaf.case !== null && leaf.subject !== null
    case 'look':
      return leaf.subject !== null && leaf.actor !== null
    case 'policy':
      return leaf.case === null && leaf.subject === null && leaf.policy !== null
  }
}
