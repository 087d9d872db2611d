import { createHmac, createSecretKey, hash, randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { canonicalBytes, type Json } from '#core/canonical.ts'
import type { IsoMoment } from '#core/dated.ts'
import { leafBytes, type LeafKind } from '#core/ledger/leaf.ts'
import { leafWithOpening, openingBytes } from '#core/ledger/opening.ts'
import { appended, leafHash, placesCovering } from '#core/ledger/tree.ts'
import type { Hash, Mac } from '#core/ledger/bytes.ts'
import type { Tx } from '#platform/database.ts'
import { commitmentSalt, seal } from '#platform/sealing.ts'

/**
 * The ledger of docs/specs/ledger.md. A leaf is written in the transaction of the act it speaks
 * of; its place in the tree is given afterwards, by one sequencer at a time.
 */
/** By way of text: for a digest in bytes of its own Node takes three times as long. */
export const sha256: Hash = (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary')
/** Node takes five times as long for a key that comes as bytes. */
const hmac: Mac = (key, bytes) => createHmac('sha256', createSecretKey(key)).update(bytes).digest()

/** What is to be entered: readable about the act, committed about the people. */
export type Entry = {
  readonly id: string
  readonly kind: LeafKind
  readonly type: string
  readonly at: IsoMoment
  readonly caseId: string | null
  readonly subjectId: string | null
  readonly actorId: string | null
  /** The event that this one follows from. */
  readonly causeId?: string
  readonly role: string
  readonly body: string | null
  readonly policy: string | null
  readonly payload: Json
}

/** A leaf as the table takes it; the opening is sealed under the key given. */
export type LeafRow = {
  readonly leaf: Buffer
  readonly leafHash: Buffer
  readonly opening: Buffer
  readonly party: string | null
  readonly caseId: string | null
}

export function leafRow(entry: Entry, key: KeyObject): LeafRow {
  const { id, kind, type, at, role, body, policy, caseId, subjectId, actorId, causeId, payload } =
    entry
  const { leaf, opening } = leafWithOpening(
    { id, kind, type, at, role, body, policy },
    {
      case: caseId,
      subject: subjectId,
      actor: actorId,
      cause: causeId ?? null,
      payload: canonicalBytes(payload),
    },
    { hmac, salt: commitmentSalt() },
  )
  const bytes = leafBytes(leaf)
  return {
    leaf: Buffer.from(bytes),
    leafHash: Buffer.from(leafHash(sha256, bytes)),
    opening: seal(key, { place: openingPlace(id), plain: openingBytes(opening) }),
    party: subjectId,
    caseId,
  }
}

/** The same as a function of the database takes it. */
export const leafJson = ({ leaf, leafHash, opening, party }: LeafRow) => ({
  leaf: leaf.toString('base64'),
  leaf_hash: leafHash.toString('base64'),
  opening: opening.toString('base64'),
  party,
})

export const openingPlace = (id: string): string => `ledger_leaf.opening:${id}`

export const newEntryId = (): string => randomUUID()

const SEQUENCER_LOCK = 7_216_042
const BATCH_MAX = 1000

/** Gives waiting leaves their places, in the order of their numbers; how many it placed. */
export async function sequenceLeaves(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(${SEQUENCER_LOCK})`.execute(tx)
  const waiting = await tx
    .selectFrom('ledgerLeaf')
    .select(['id', 'leafHash'])
    .where('index', 'is', null)
    .orderBy('id')
    .limit(BATCH_MAX)
    .execute()
  if (waiting.length === 0) return 0

  let size = await treeSize(tx)
  const nodes = await nodesOf(tx, size)
  const places: { id: number; index: number }[] = []
  const added: { level: number; index: number; hash: Buffer }[] = []
  const readNode = (level: number, index: number) => {
    const hash = nodes.get(`${level}/${index}`)
    assert(hash !== undefined, `the tree has its node ${level}/${index}`)
    return hash
  }
  for (const { id, leafHash } of waiting) {
    places.push({ id, index: size })
    const made = appended(sha256, { size, leafHash, readNode }).nodes
    for (const { level, index, hash } of made) {
      nodes.set(`${level}/${index}`, hash)
      added.push({ level, index, hash: Buffer.from(hash) })
    }
    size += 1
  }
  await sql`update ledger_leaf set index = place.index
    from json_to_recordset(${JSON.stringify(places)}::json) as place (id bigint, index bigint)
    where ledger_leaf.id = place.id`.execute(tx)
  await tx.insertInto('ledgerNode').values(added).execute()
  return waiting.length
}

export async function treeSize(tx: Tx): Promise<number> {
  const last = await tx
    .selectFrom('ledgerLeaf')
    .select((each) => each.fn.max('index').as('index'))
    .executeTakeFirstOrThrow()
  return last.index === null ? 0 : last.index + 1
}

/** The nodes on the right edge of the tree: all that an append needs to read. */
async function nodesOf(tx: Tx, size: number): Promise<Map<string, Uint8Array>> {
  const nodes = new Map<string, Uint8Array>()
  const places = size === 0 ? [] : placesCovering({ from: 0, to: size })
  for (const { level, index } of places) {
    const row = await tx
      .selectFrom('ledgerNode')
      .select('hash')
      .where('level', '=', level)
      .where('index', '=', index)
      .executeTakeFirstOrThrow()
    nodes.set(`${level}/${index}`, row.hash)
  }
  return nodes
}
