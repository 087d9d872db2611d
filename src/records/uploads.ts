import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { IsoMoment } from '#core/dated.ts'
import { isId } from '#core/id.ts'
import { inTransaction, json, type Database, type Tx } from '#platform/database.ts'
import type { Keys } from '#records/keys.ts'
import { open, openText, seal } from '#platform/sealing.ts'

/**
 * Files on their way. Each step is sealed for itself as it comes in, and they are put together when
 * all have come: a line that breaks costs no more than the step that was on it.
 */
export type Upload = {
  readonly id: string
  readonly kind: string
  readonly bytes: number
  readonly received: number
}

/** Who has so many finishes one or lets one go, before another is begun. */
export const UNFINISHED_MAX = 4

export type UnfinishedUpload = Upload & { readonly name: string }

/** All that a person has begun and not finished, in whichever of their applications. */
export async function unfinishedUploads(
  tx: Tx,
  keys: Keys,
  { caseId, partyId }: { readonly caseId: string; readonly partyId: string },
): Promise<readonly UnfinishedUpload[]> {
  const rows = await ofSamePerson(tx, caseId)
    .select(['id', 'caseId', 'subject', 'kind', 'bytes', 'received', 'nameSealed'])
    .where('subject', '=', partyId)
    .orderBy('startedAt')
    .execute()
  if (rows.length === 0) return []
  const ring = await keys.read({ cases: rows.map((row) => row.caseId) })
  return rows.flatMap(({ nameSealed, caseId: of, subject, ...upload }) => {
    const key = ring.of({ caseId: of, ...(subject === null ? {} : { party: subject }) })
    if (key === 'erased') return []
    return [{ ...upload, name: openText(key, { place: namePlace(upload.id), sealed: nameSealed }) }]
  })
}

/** Undefined where too many are unfinished. */
export async function startUpload(
  tx: Tx,
  upload: {
    readonly caseId: string
    /** Whom it is about. */
    readonly partyId: string
    readonly kind: string
    readonly name: string
    readonly bytes: number
    readonly key: KeyObject
    readonly at: IsoMoment
  },
): Promise<string | undefined> {
  const { caseId, partyId, kind, name, bytes, key, at } = upload
  const begun = await ofSamePerson(tx, caseId).select('id').execute()
  if (begun.length >= UNFINISHED_MAX) return undefined
  const id = randomUUID()
  const name_sealed = seal(key, { place: namePlace(id), plain: name }).toString('base64')
  const row = { id, kind, name_sealed, bytes, started_at: at }
  await sql`select begin_upload(${caseId}::uuid, ${partyId}::uuid, ${json(row)})`.execute(tx)
  return id
}

/** A few more than the bound may have been begun in one moment. */
const ofSamePerson = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('upload')
    .where('caseId', 'in', casesOfOwner(tx, caseId))
    .limit(2 * UNFINISHED_MAX)

const casesOfOwner = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('caseParty as same')
    .innerJoin('caseParty as every', 'every.party', 'same.party')
    .select('every.caseId')
    .where('same.caseId', '=', caseId)
    .where('same.isSubject', '=', true)

type Place = { readonly caseId: string; readonly id: string }

const uploadAt = (tx: Tx, { caseId, id }: Place) =>
  tx
    .selectFrom('upload')
    .select(['id', 'kind', 'bytes', 'received', 'nameSealed'])
    .where('caseId', '=', caseId)
    .where('id', '=', id)

export async function uploadById(tx: Tx, place: Place): Promise<Upload | undefined> {
  if (!isId(place.id)) return undefined
  const row = await uploadAt(tx, place).executeTakeFirst()
  return row && { id: row.id, kind: row.kind, bytes: row.bytes, received: row.received }
}

/** The name it came with, for when it is put together. */
export async function nameOfUpload(tx: Tx, place: Place, key: KeyObject): Promise<string> {
  const { nameSealed } = await uploadAt(tx, place).executeTakeFirstOrThrow()
  return openText(key, { place: namePlace(place.id), sealed: nameSealed })
}

/** Adds a step where the last one ended; undefined where it does not follow: nothing is kept. */
export async function addStep(
  tx: Tx,
  { id, at, bytes, key }: StepTaken,
): Promise<number | undefined> {
  const sealed = seal(key, { place: stepPlace(id, at), plain: bytes })
  const { rows } = await sql<{ received: number | null }>`
    select add_upload_step(${id}::uuid, ${at}, ${bytes.length}, ${sealed}) as received
  `.execute(tx)
  return rows[0]?.received ?? undefined
}

type StepTaken = {
  readonly id: string
  readonly at: number
  readonly bytes: Uint8Array
  readonly key: KeyObject
}

/** The file as it was sent, a step at a time. */
export async function* bytesOfUpload(
  db: Database,
  { id, key }: { readonly id: string; readonly key: KeyObject },
): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const row = await inTransaction(db, (tx) => stepAt(tx, { id, at }))
    if (!row) return
    const bytes = open(key, { place: stepPlace(id, at), sealed: row.sealed })
    yield bytes
    at += bytes.length
  }
}

const stepAt = (tx: Tx, { id, at }: { readonly id: string; readonly at: number }) =>
  tx
    .selectFrom('uploadStep')
    .select('sealed')
    .where('uploadId', '=', id)
    .where('atByte', '=', at)
    .executeTakeFirst()

/** Also one of another application of theirs: that one may be closed by now. */
export async function endUpload(tx: Tx, id: string): Promise<void> {
  if (isId(id)) await sql`select end_upload(${id}::uuid)`.execute(tx)
}

const namePlace = (id: string): string => `upload.name_sealed:${id}`
const stepPlace = (id: string, at: number): string => `upload_step.sealed:${id}:${at}`
