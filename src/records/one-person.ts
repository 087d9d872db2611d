import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { SentBeside } from '#core/cases/filing.ts'
import type { Agreed, LinkAct, LinkGround, LinkState, LinkTold } from '#core/cases/one-person.ts'
import type { Actor } from '#core/cases/roles.ts'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { json, type Tx } from '#platform/database.ts'
import { accessLeaves } from '#records/access.ts'
import type { House } from '#records/house.ts'
import { leafJson } from '#records/ledger.ts'
import { houseLetterRow } from '#records/letters.ts'
import { heldKey } from '#records/parties.ts'

/**
 * Two parties that are one person are linked, and stay two: what each holds counts for both, and
 * nothing else of one goes over to the other (one-person.sql).
 */

/** Somebody, in a case that tells who they are. */
export type EnteredIn = { readonly partyId: string; readonly caseId: string }

export type Link = {
  readonly id: string
  readonly entries: readonly [LinkedEntry, LinkedEntry]
  readonly ground: LinkGround
  readonly agrees: readonly Agreed[]
  readonly state: LinkState
  /** Who did last what was done about it. */
  readonly actedBy: string
  readonly actedAt: IsoMoment
}

export type LinkedEntry = EnteredIn & { readonly number: string }

type LinkRow = {
  readonly id: string
  readonly party: string
  readonly other: string
  readonly caseId: string
  readonly number: string
  readonly otherCase: string
  readonly otherNumber: string
  readonly ground: LinkGround
  readonly agrees: readonly Agreed[]
  readonly state: LinkState
  readonly actedBy: string
  readonly actedAt: string
}

function linkIn(row: LinkRow): Link {
  const { id, ground, agrees, state, actedBy } = row
  return {
    id,
    entries: [
      { partyId: row.party, caseId: row.caseId, number: row.number },
      { partyId: row.other, caseId: row.otherCase, number: row.otherNumber },
    ],
    ground,
    agrees,
    state,
    actedBy,
    actedAt: isoMoment(row.actedAt),
  }
}

/** The links of somebody, what was rejected and undone too. */
export async function linksOf(tx: Tx, partyId: string): Promise<readonly Link[]> {
  const { rows } = await sql<LinkRow>`
    select * from links_among(${sql.val([partyId])}::uuid[])`.execute(tx)
  return rows.map(linkIn)
}

/** All that wait for a second official. */
export async function linksWaiting(tx: Tx): Promise<readonly Link[]> {
  const { rows } = await sql<LinkRow>`select * from links_among(null)`.execute(tx)
  return rows.map(linkIn)
}

/** Of these, whoever else is the same person. */
export async function sameAmong(
  tx: Tx,
  parties: readonly string[],
): Promise<readonly { readonly party: string; readonly same: string }[]> {
  const { rows } = await sql<{ readonly party: string; readonly same: string }>`
    select party, same from same_among(${sql.val([...parties])}::uuid[])`.execute(tx)
  return rows
}

/** So many people of a case are held against one; no type lets in more. */
const ENTRIES_MAX = sql.lit(12)

/** Whom a case with that number is about, or who holds the status with it. */
export async function entriesNumbered(tx: Tx, number: string): Promise<readonly EnteredIn[]> {
  const { rows } = await sql<EnteredIn>`
    select holder as party_id, case_id from status where number = ${number}
    union
    select party, case_id
    from case_file join case_party on case_party.case_id = case_file.id
    where case_file.number = ${number} and is_subject and until_on is null
    limit ${ENTRIES_MAX}`.execute(tx)
  return rows
}

/** Statuses of others that name their holder by the same travel document and date of birth. */
export async function alikeTo(
  tx: Tx,
  partyId: string,
): Promise<readonly { readonly number: string; readonly holder: string }[]> {
  const { rows } = await sql<{ readonly number: string; readonly holder: string }>`
    select distinct on (alike.holder) alike.number, alike.holder
    from status own
    join status alike on alike.document_index = own.document_index and alike.holder <> own.holder
    where own.holder = ${partyId}::uuid
    order by alike.holder, alike.until_on desc
    limit ${ENTRIES_MAX}`.execute(tx)
  return rows
}

type Around = Pick<House, 'keys' | 'policy'>

/** Who does it, in the role in which they do. */
type Doing = { readonly by: Actor; readonly at: IsoMoment }

export type Proposing = Doing & {
  readonly entries: readonly [EnteredIn, EnteredIn]
  readonly ground: LinkGround
  readonly agrees: readonly Agreed[]
}

/**
 * Undefined where one of them was erased just now. False where they are linked, or it is proposed,
 * already.
 */
export async function proposeLink(
  tx: Tx,
  house: Around,
  { entries, ground, agrees, ...doing }: Proposing,
): Promise<boolean | undefined> {
  const [first, second] = entries
  const [one, two] = first.partyId < second.partyId ? [first, second] : [second, first]
  const id = randomUUID()
  const row = {
    id,
    party: one.partyId,
    other: two.partyId,
    case_id: one.caseId,
    other_case: two.caseId,
    ground,
    agrees,
  }
  const doneNow = { ...doing, act: 'propose' as const }
  const all = await written(house, { id, entries: [one, two] }, doneNow)
  if (all === undefined) return undefined
  const { act, leaves, letters } = all
  const { rows } = await sql<{ readonly is: boolean | null }>`
    select propose_link(
      ${json(row)}, ${json(act)}, ${json(leaves)}, ${json(letters)}
    ) as is`.execute(tx)
  return rows[0]?.is ?? undefined
}

/** False where it does not wait for that any more: somebody was faster, or one was erased. */
export async function stepLink(
  tx: Tx,
  house: Around,
  { link, act: what, ...doing }: Doing & { readonly link: Link; readonly act: LinkAct },
): Promise<boolean> {
  const all = await written(house, link, { ...doing, act: what })
  if (all === undefined) return false
  const { act, leaves, letters } = all
  const { rows } = await sql<{ readonly is: boolean }>`
    select step_link(
      ${link.id}::uuid, ${json(act)}, ${json(leaves)}, ${json(letters)}
    ) as is`.execute(tx)
  return rows[0]?.is === true
}

/**
 * The act, and of each a leaf and a letter; nothing where one was erased just now. Of whom others
 * acted for there may be no key yet.
 */
async function written(
  { keys, policy: { calendars } }: Around,
  {
    id: link,
    entries: [one, two],
  }: Pick<Link, 'id'> & { entries: readonly [EnteredIn, EnteredIn] },
  { by, at, act }: Doing & { readonly act: LinkAct | 'propose' },
) {
  const row = randomUUID()
  const role = by.roles[0] ?? ''
  const ring = await keys.make([one, two].map(({ partyId: party }) => ({ party })))
  if ([one, two].some(({ partyId: party }) => ring.of({ party }) === 'erased')) return undefined
  const leaves = [one, two].flatMap(({ partyId }) =>
    accessLeaves(heldKey(ring, { party: partyId }), {
      partyId,
      by: { id: by.id, role },
      at,
      acts: [{ type: 'link-changed', said: { link, act, done: row } }],
    }).map((leaf) => [partyId, leafJson(leaf)] as const),
  )
  const letters = [one, two].map(({ partyId: party }) =>
    houseLetterRow(party, { key: heldKey(ring, { party }), at, calendars }),
  )
  const done = { id: row, act, actor: by.id, role, body: by.body ?? null, at }
  return { act: done, leaves: Object.fromEntries(leaves), letters }
}

/** Of which types whoever acts has sent in a case by another entry of theirs that is not over. */
export async function openElsewhere(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly type: string }>`
    select type from open_by_same() as type`.execute(tx)
  return rows.map(({ type }) => type)
}

/**
 * Of whoever a case is first of all about, one of the kind that was sent in; no more of it where
 * whoever asks does not have it.
 */
export async function sentInBeside(tx: Tx, caseId: string): Promise<SentBeside | undefined> {
  const { rows } = await sql<{ readonly id: string | null; readonly number: string | null }>`
    select id, number from sent_in_beside(${caseId}::uuid)`.execute(tx)
  const [row] = rows
  if (row === undefined) return undefined
  const { id, number } = row
  return id === null || number === null ? {} : { theirs: { id, number } }
}

/** That whoever acts is, or was, thought to be here twice. */
export type OwnLink = {
  readonly ground: LinkGround
  readonly agrees: readonly Agreed[]
  readonly stands: LinkTold
  readonly proposedAt: IsoMoment
  readonly linkedAt?: IsoMoment
  /** It was rejected then, or undone. */
  readonly endedAt?: IsoMoment
}

type OwnRow = Pick<OwnLink, 'ground' | 'agrees' | 'stands'> & {
  readonly proposedAt: string
  readonly linkedAt: string | null
  readonly endedAt: string | null
}

export async function ownLinks(tx: Tx): Promise<readonly OwnLink[]> {
  const { rows } = await sql<OwnRow>`
    select ground, agrees, stands, proposed_at, linked_at, ended_at from own_links()`.execute(tx)
  return rows.map(({ proposedAt, linkedAt, endedAt, ...link }) => ({
    ...link,
    proposedAt: isoMoment(proposedAt),
    ...(linkedAt === null ? {} : { linkedAt: isoMoment(linkedAt) }),
    ...(endedAt === null ? {} : { endedAt: isoMoment(endedAt) }),
  }))
}
