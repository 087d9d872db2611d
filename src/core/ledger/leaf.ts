import { assert } from '#core/assert.ts'
import { canonicalBytes, readCanonical } from '#core/canonical.ts'
import { isIsoMoment, type IsoMoment } from '#core/dated.ts'
import { type Commitment, isCommitment, type Version } from '#core/ledger/commitment.ts'
import { hasExactly, type Fields } from '#core/ledger/fields.ts'

const LEAF_KINDS = ['event', 'look', 'policy', 'document', 'access'] as const
/** What a record in the ledger can be a record of (ledger §2.2). */
export type LeafKind = (typeof LEAF_KINDS)[number]
/** Those that the first form of a leaf knew. */
const FIRST_KINDS: readonly LeafKind[] = ['event', 'look', 'policy', 'document']

/** The role of a record that no person made. */
export const SYSTEM_ROLE = 'system'

/** What one leaf says: readable about the act, committed about the person (ledger §2). */
export type Leaf = {
  readonly v: Version
  readonly kind: LeafKind
  readonly type: string
  readonly at: IsoMoment
  readonly id: string
  readonly case: Commitment | null
  readonly subject: Commitment | null
  readonly actor: Commitment | null
  /** The event that this one follows from; absent in the first form. */
  readonly cause?: Commitment | null
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

const isPerhapsCommitment = (value: unknown): boolean => isNull(value) || isCommitment(value)

const COMMON = {
  type: isCode,
  at: (value: unknown) => typeof value === 'string' && isIsoMoment(value),
  id: isText(RANDOM_UUID),
  case: isPerhapsCommitment,
  subject: isPerhapsCommitment,
  actor: isPerhapsCommitment,
  role: isCode,
  body: (value: unknown) => isNull(value) || isCode(value),
  payload: isCommitment,
  policy: (value: unknown) => isNull(value) || isText(SHA_256)(value),
}

const FIELDS: Readonly<Record<Version, Fields>> = {
  1: {
    ...COMMON,
    v: (value) => value === 1,
    kind: (value) => FIRST_KINDS.some((kind) => kind === value),
  },
  2: {
    ...COMMON,
    v: (value) => value === 2,
    kind: (value) => LEAF_KINDS.some((kind) => kind === value),
    cause: isPerhapsCommitment,
  },
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
  return hasExactly(FIELDS[1], value) || hasExactly(FIELDS[2], value)
}

function fitsItsKind(leaf: Leaf): boolean {
  if ((leaf.actor === null) !== (leaf.role === SYSTEM_ROLE)) return false
  switch (leaf.kind) {
    case 'event':
      // An event that is about nobody belongs to its case alone.
      return leaf.case !== null && (leaf.v === 2 || leaf.subject !== null)
    case 'document':
      return leaf.case !== null && leaf.subject !== null
    case 'look':
      return leaf.subject !== null && leaf.actor !== null && isUncaused(leaf)
    case 'policy':
      return noCase(leaf) && leaf.subject === null && leaf.policy !== null
    case 'access':
      return noCase(leaf) && leaf.subject !== null && leaf.policy === null
  }
}

const isUncaused = ({ cause = null }: Leaf): boolean => cause === null
const noCase = (leaf: Leaf): boolean => leaf.case === null && isUncaused(leaf)
