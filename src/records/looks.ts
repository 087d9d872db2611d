import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import type { Actor } from '#core/cases/roles.ts'
import { json, type Tx } from '#platform/database.ts'
import { accountHolder } from '#records/access.ts'
import { leafJson, leafRow } from '#records/ledger.ts'

/** Every look of an official at a person's data: written before anything is shown. */
export type Look = {
  readonly id: string
  readonly at: IsoMoment
  readonly role: string
  readonly body?: string
  readonly page: string
  readonly caseId?: string
}

export type Looking = {
  readonly by: Actor
  readonly at: IsoMoment
  /** What was looked at, as a code: `case-page`, `document`, `score-page`. */
  readonly page: string
  readonly partyId: string
  readonly caseId: string
  readonly key: KeyObject
}

/** The row and its leaf, in one statement; what cannot be logged is not shown. */
export const recordLook = (tx: Tx, looking: Looking): Promise<void> => recordLooks(tx, [looking])

/** The same of a page that shows several people, each in a case that tells of them. */
export async function recordLooks(tx: Tx, all: readonly Looking[]): Promise<void> {
  if (all.length === 0) return
  const noted = all.map((looking) => {
    const { look, leaf } = lookRows(looking)
    return sql`note_look(${json(look)}, ${json(leafJson(leaf))})`
  })
  await sql`select ${sql.join(noted)}`.execute(tx)
}

function lookRows(looking: Looking) {
  const { by, at, page, partyId, caseId, key } = looking
  const id = randomUUID()
  const role = by.roles[0] ?? 'auditor'
  const body = by.body ?? null
  const leaf = leafRow(
    {
      id,
      kind: 'look',
      type: page,
      at,
      caseId: caseId,
      subjectId: partyId,
      actorId: by.id,
      role,
      body,
      policy: null,
      payload: { id, at, by: by.id, role, body, page, person: partyId, case: caseId },
    },
    key,
  )
  return { look: { id, at, actor: by.id, role, body, page, party: partyId, case_id: caseId }, leaf }
}

/** What a copy that somebody makes of what is kept of them is called among the looks. */
export const COPY_PAGE = 'copy'

/**
 * The same of whoever makes a copy of what is kept of themselves, in the case in which that was
 * granted; the database refuses where it was not, or its time is over.
 */
export async function recordCopy(
  tx: Tx,
  { partyId, caseId, at, key }: Pick<Looking, 'partyId' | 'caseId' | 'at' | 'key'>,
): Promise<void> {
  const { id: actorId, role } = accountHolder(partyId)
  const looking = { by: { id: actorId, roles: [role] }, at, page: COPY_PAGE, partyId, caseId, key }
  const { look, leaf } = lookRows(looking)
  await sql`
    select note_copy(${json(look)}, ${json(leafJson(leaf))}, ${at}::timestamptz)`.execute(tx)
}

/** How many looks one page shows. */
export const LOOKS_PAGE = 50

/**
 * Who looked at a person's data, newest first, a page at a time. A page begins after a look and not
 * after a moment: the moment of some looks is not told.
 */
export async function looksAt(tx: Tx, partyId: string, before?: string): Promise<readonly Look[]> {
  const rows = await tx
    .selectFrom('look')
    .select(['id', 'at', 'role', 'body', 'page', 'caseId'])
    .where('party', '=', partyId)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(look.at, look.id) < (
          select at, id from look where id = ${before ?? ''}::uuid and party = ${partyId}
        )`,
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(LOOKS_PAGE)
    .execute()
  return rows.map(({ id, at, role, body, page, caseId }) => ({
    id,
    at: isoMoment(at),
    role,
    page,
    ...(body === null ? {} : { body }),
    ...(caseId === null ? {} : { caseId }),
  }))
}
