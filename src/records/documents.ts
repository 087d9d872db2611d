import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { repliedWith, type Standing } from '#core/cases/standing.ts'
import { isId, NO_ID } from '#core/id.ts'
import { MEDIA, type Media } from '#core/policy/case-type.ts'
import { json, type Tx } from '#platform/database.ts'
import { openText, seal } from '#platform/sealing.ts'
import { isVaultAddress, type Stored } from '#platform/vault.ts'

/** The documents of a case: rows here, sealed bytes in the vault. */
export type CaseDocument = {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly media: Media
  readonly bytes: number
  readonly stored: Stored
  readonly addedAt: IsoMoment
  /** Unknown of what was sent before pages were counted. */
  readonly pages?: number
  /** Of a picture: a copy with nothing in it but the picture, and where that lies. */
  readonly shown?: { readonly stored: Stored; readonly bytes: number }
}

/** What was removed and can be put back; with the moment of its end where it has one. */
export type RemovedDocument = CaseDocument & { readonly eraseAt?: IsoMoment }

const DOCUMENTS_MAX = 500

/** The documents of a case in the order in which they came. */
const documentsIn = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('document')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('addedAt')
    .orderBy('id')
    .limit(DOCUMENTS_MAX)

/** What is filed with the case now; what was removed is kept but no longer filed. */
export async function documentsOf(
  tx: Tx,
  caseId: string,
): Promise<(of: Whose) => readonly CaseDocument[]> {
  if (!isId(caseId)) return () => []
  const rows = await documentsIn(tx, caseId).where('removedAt', 'is', null).execute()
  return (of) => ownIn(rows, of).map((row) => documentOf(row, of.key))
}

/** Whose documents, and what opens their names. */
type Whose = { readonly partyId: string; readonly key: KeyObject }

const ownIn = <Row extends { readonly subject: string | null }>(
  rows: readonly Row[],
  { partyId }: Whose,
): readonly Row[] => rows.filter(({ subject }) => subject === partyId)

/** What is filed, and what was removed since then and can be put back, the last one first. */
export async function documentsAndRemoved(
  tx: Tx,
  caseId: string,
  { since, at }: { readonly since: IsoMoment; readonly at: IsoMoment },
): Promise<(of: Whose) => DocumentsAndRemoved> {
  const rows = await documentsIn(tx, caseId)
    .where((each) => each.or([each('removedAt', 'is', null), each('removedAt', '>', since)]))
    .where((each) => each.or([each('eraseAt', 'is', null), each('eraseAt', '>', at)]))
    .clearOrderBy()
    .orderBy('removedAt', (order) => order.desc().nullsFirst())
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  return (of) => {
    const own = ownIn(rows, of)
    const removed = own.filter((row) => row.removedAt !== null)
    return {
      filed: own.filter((row) => row.removedAt === null).map((row) => documentOf(row, of.key)),
      removed: removed.map((row) => ({
        ...documentOf(row, of.key),
        ...(row.eraseAt === null ? {} : { eraseAt: isoMoment(row.eraseAt) }),
      })),
    }
  }
}

type DocumentsAndRemoved = {
  readonly filed: readonly CaseDocument[]
  readonly removed: readonly RemovedDocument[]
}

/** The documents with these ids, removed or not: what was sent in at one time. */
export async function filedDocuments(
  tx: Tx,
  { caseId, ids }: { readonly caseId: string; readonly ids: readonly string[] },
): Promise<(of: Whose) => readonly CaseDocument[]> {
  if (ids.length === 0) return () => []
  const rows = await documentsIn(tx, caseId).where('id', 'in', ids).execute()
  return (of) => ownIn(rows, of).map((row) => documentOf(row, of.key))
}

/** Both at once: what is filed with the case now, and what was sent in with these ids. */
export async function documentsNowAndSent(
  tx: Tx,
  {
    caseId,
    ids,
    of,
  }: { readonly caseId: string; readonly ids: readonly string[]; readonly of: Whose },
): Promise<{ readonly now: readonly CaseDocument[]; readonly sent: readonly CaseDocument[] }> {
  const rows = await documentsIn(tx, caseId)
    .where((each) => each.or([each('removedAt', 'is', null), each('id', 'in', [...ids, NO_ID])]))
    .execute()
  const documents = ownIn(rows, of).map((row) => ({ row, document: documentOf(row, of.key) }))
  return {
    now: documents.flatMap(({ row, document }) => (row.removedAt === null ? [document] : [])),
    sent: documents.flatMap(({ row, document }) => (ids.includes(row.id) ? [document] : [])),
  }
}

/** All of one person that lies in a case, what was removed too, and when; so many at most. */
export async function everyDocument(
  tx: Tx,
  { caseId, of, max }: { readonly caseId: string; readonly of: Whose; readonly max: number },
): Promise<readonly EveryDocument[]> {
  const rows = await documentsIn(tx, caseId)
    .where('subject', '=', of.partyId)
    .clearLimit()
    .limit(max)
    .execute()
  return rows.map((row) => ({
    ...documentOf(row, of.key),
    ...(row.removedAt === null ? {} : { removedAt: isoMoment(row.removedAt) }),
  }))
}

type EveryDocument = CaseDocument & { readonly removedAt?: IsoMoment }

/** One document of a case, removed or not: a decision may rest on what was replaced later. */
export async function documentById(
  tx: Tx,
  {
    caseId,
    id,
    key,
  }: {
    readonly caseId: string
    readonly id: string
    readonly key: KeyObject
  },
): Promise<CaseDocument | undefined> {
  if (!isId(id)) return undefined
  const row = await documentsIn(tx, caseId).where('id', '=', id).executeTakeFirst()
  return row && documentOf(row, key)
}

export async function addDocument(
  tx: Tx,
  document: Omit<CaseDocument, 'id'> & {
    readonly caseId: string
    /** Whom it is about. */
    readonly partyId: string
    readonly key: KeyObject
  },
): Promise<string> {
  const id = randomUUID()
  const { caseId, partyId, kind, name, media, bytes, stored, addedAt, key, pages, shown } = document
  const nameSealed = seal(key, { place: documentNamePlace(id), plain: name })
  const { address, sha256 } = stored
  const row = {
    id,
    kind,
    name_sealed: nameSealed.toString('base64'),
    media,
    bytes,
    pages,
    address,
    sha256: sha256.toString('base64'),
    shown_address: shown?.stored.address,
    shown_sha256: shown?.stored.sha256.toString('base64'),
    shown_bytes: shown?.bytes,
    added_at: addedAt,
  }
  await sql`select put_document(${caseId}::uuid, ${partyId}::uuid, ${json(row)})`.execute(tx)
  return id
}

type Removal = {
  readonly caseId: string
  readonly id: string
  readonly at: IsoMoment
  /** When it is to be deleted for good; never where it was once sent in. */
  readonly eraseAt?: IsoMoment | undefined
}

/** True where there was one to remove. */
export const removeDocument = (tx: Tx, { at, eraseAt, ...place }: Removal): Promise<boolean> =>
  takeDocument(tx, place, { at, eraseAt })

/** Filed with the case again, as if it had never been removed. False: it is not there any more. */
export const restoreDocument = (
  tx: Tx,
  place: { readonly caseId: string; readonly id: string },
): Promise<boolean> => takeDocument(tx, place)

async function takeDocument(
  tx: Tx,
  { caseId, id }: { readonly caseId: string; readonly id: string },
  { at, eraseAt }: Partial<Pick<Removal, 'at' | 'eraseAt'>> = {},
): Promise<boolean> {
  const [removed, end] = [at ?? null, eraseAt ?? null]
  const { rows } = await sql<{ taken: boolean }>`
    select take_document(
      ${caseId}::uuid, ${id}::uuid, ${removed}::timestamptz, ${end}::timestamptz
    ) as taken`.execute(tx)
  return rows[0]?.taken === true
}

type DocumentRow = {
  readonly id: string
  readonly kind: string
  readonly nameSealed: Buffer
  readonly media: string
  readonly bytes: number
  readonly address: string
  readonly sha256: Buffer
  readonly addedAt: string
  readonly pages: number | null
  readonly shownAddress: string | null
  readonly shownSha256: Buffer | null
  readonly shownBytes: number | null
}

function documentOf(row: DocumentRow, key: KeyObject): CaseDocument {
  const { id, kind, bytes } = row
  const media = MEDIA.find((each) => each === row.media)
  assert(media !== undefined, `document ${id} is of a kind that we take`)
  const name = openText(key, { place: documentNamePlace(id), sealed: row.nameSealed })
  const { pages, shownAddress, shownSha256, shownBytes } = row
  return {
    id,
    kind,
    name,
    media,
    bytes,
    stored: storedAt(row.address, row.sha256),
    addedAt: isoMoment(row.addedAt),
    ...(pages === null ? {} : { pages }),
    ...(shownAddress === null || shownSha256 === null || shownBytes === null
      ? {}
      : { shown: { stored: storedAt(shownAddress, shownSha256), bytes: shownBytes } }),
  }
}

function storedAt(address: string, sha256: Buffer): Stored {
  assert(isVaultAddress(address), 'a document lies at an address of the vault')
  return { address, sha256 }
}

export const documentNamePlace = (id: string): string => `document.name_sealed:${id}`

/** What came with the sides of those who were asked for them, as far as it is of this one. */
export async function repliedDocuments(
  tx: Tx,
  { standing, ...of }: Whose & { readonly standing: Standing },
): Promise<readonly CaseDocument[]> {
  const ids = repliedWith(standing)
  return (await filedDocuments(tx, { caseId: standing.id, ids }))(of)
}
