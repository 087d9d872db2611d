import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { Step } from '#core/cases/context.ts'
import { lastFiled, type Standing } from '#core/cases/standing.ts'
import { inTransaction, type Database, type Tx } from '#platform/database.ts'
import { faultFields, type Log } from '#platform/log.ts'
import { openText, seal } from '#platform/sealing.ts'
import { recordStep, type Taking } from '#records/cases.ts'
import type { Case } from '#records/read-case.ts'
import type { House } from '#records/house.ts'
import type { Keys, Tombstone } from '#records/keys.ts'
import { heldKey } from '#records/parties.ts'

/**
 * Erasing goes tombstone, key, rows, files. Each step may be done again, so that one who is
 * interrupted, or a database of yesterday that comes back, ends where it should: `finishErasing`
 * does again what is not whole. It is final when the last archive that held the key is gone.
 */
type Erasing = Pick<House, 'db' | 'keys'>

/** A step of a draft that leaves nothing of it, this step neither: its key first. */
export async function throwAway(
  tx: Tx,
  keys: Keys,
  { held, step, taking }: { readonly held: Case; readonly step: Step; readonly taking: Taking },
): Promise<Standing> {
  const { id } = held.standing
  // Asked of what happened: a row may say what whoever writes rows likes.
  assert(lastFiled(held.standing) === undefined, 'what was sent in is never thrown away')
  await keys.erase({ caseId: id }, taking.at)
  const after = await recordStep(tx, held, step, taking)
  await eraseDraft(tx, id)
  return after
}

/** All that a party told and that was told of it, in the running house at once; drafts go whole. */
export async function eraseParty(
  { db, keys }: Erasing,
  {
    partyId,
    at,
    decided,
  }: { readonly partyId: string; readonly at: IsoMoment; readonly decided?: Decided },
): Promise<void> {
  if (decided) await putProof({ db, keys }, { partyId, at, decided })
  await keys.erase({ party: partyId }, at)
  for (const { kind, id } of await leftOf(db, [partyId])) {
    if (kind !== 'case') continue
    await keys.erase({ caseId: id }, at)
    await inTransaction(db, (tx) => eraseDraft(tx, id))
  }
  await inTransaction(db, (tx) => eraseRows(tx, { kind: 'party', id: partyId, caseId: null }))
}

/** What a party told and was told of it in one case, and nothing else: the party stays. */
export type Part = { readonly partyId: string; readonly caseId: string }

/**
 * A part of a case goes on this ground, for which the transaction holds the case: the proof and the
 * key do not wait for it, so that whoever is interrupted leaves what can be ended.
 */
export async function erasePart(
  tx: Tx,
  { db, keys }: Erasing,
  { part, ground, at }: { readonly part: Part; readonly ground: string; readonly at: IsoMoment },
): Promise<void> {
  const { partyId, caseId } = part
  await putProof({ db, keys }, { partyId, at, decided: { caseId, ground } })
  await keys.erase({ party: partyId, caseId }, at)
  await eraseRows(tx, { kind: 'part', id: partyId, caseId })
}

/** Whom to erase by now, as decided: whether anything stands against it is asked there again. */
export async function dueErasures(
  tx: Tx,
  { on, after }: { readonly on: IsoDate; readonly after: string },
): Promise<readonly DueErasure[]> {
  const { rows } = await sql<DueErasure>`
    select id, party, case_id, ground from erasures_due(${on}::date, ${after}::uuid)`.execute(tx)
  return rows
}

/** By an effect of a decision. */
export type DueErasure = Decided & { readonly id: string; readonly party: string }

/** May be done again, until it is noted that it was. */
export async function carryOutErasure(
  { db, keys }: Erasing,
  { id, party: partyId, caseId, ground }: DueErasure,
  at: IsoMoment,
): Promise<void> {
  await eraseParty({ db, keys }, { partyId, at, decided: { caseId, ground } })
  await sql`select settle_erasure(${id}::uuid)`.execute(db)
}

/** In which case it was decided that somebody is erased, and on what ground. */
export type Decided = { readonly caseId: string; readonly ground: string }

/** Before anything goes: whoever is interrupted leaves a proof too many and never one too few. */
async function putProof(
  { db, keys }: Erasing,
  { partyId, at, decided }: { partyId: string; at: IsoMoment; decided: Decided },
): Promise<void> {
  const { caseId, ground } = decided
  const key = heldKey(await keys.read({ cases: [caseId] }), { caseId })
  const id = randomUUID()
  const plain = JSON.stringify({ party: partyId, erased_at: at, ground })
  const sealed = seal(key, { place: proofPlace(id), plain })
  await db.insertInto('erasure').values({ id, caseId, erasedAt: at, sealed }).execute()
}

const proofShape = z.object({ party: z.string(), erased_at: z.string(), ground: z.string() })

/** Whom a case erased, when and why. */
export async function erasuresOf(
  { db, keys }: Erasing,
  caseId: string,
): Promise<readonly z.infer<typeof proofShape>[]> {
  const [rows, ring] = await Promise.all([
    db.selectFrom('erasure').select(['id', 'sealed']).where('caseId', '=', caseId).execute(),
    keys.read({ cases: [caseId] }),
  ])
  const key = heldKey(ring, { caseId })
  return rows.map(({ id, sealed }) =>
    proofShape.parse(JSON.parse(openText(key, { place: proofPlace(id), sealed }))),
  )
}

const proofPlace = (id: string): string => `erasure.sealed:${id}`

/**
 * Does again what was begun, or was undone by a restore; how many. The database knows up to which
 * tombstone it has gone, so that one of yesterday goes on from there. One that cannot be dealt with
 * keeps none of the others waiting, and is tried again.
 */
export async function finishErasing({ db, keys }: Erasing, log: Log): Promise<number> {
  let done = 0
  let isWhole = true
  let through = Math.max(0, (await goneThrough(db)) - UNDER_WAY)
  for (;;) {
    const tombstones = await keys.tombstones(through, PAGE)
    const last = tombstones.at(-1)
    if (last === undefined) return done
    for (const each of await stillThere(db, tombstones)) {
      if (await erasedAgain({ db, keys }, each, log)) done += 1
      else isWhole = false
    }
    through = last.n
    if (isWhole) await sql`update erased_through set n = ${through}`.execute(db)
  }
}

const PAGE = 1000
/** Tombstones that were being set when a later one was already seen. */
const UNDER_WAY = 100

async function goneThrough(db: Database): Promise<number> {
  const { rows } = await sql<{ readonly n: number }>`select n from erased_through`.execute(db)
  return rows[0]?.n ?? 0
}

async function erasedAgain({ db, keys }: Erasing, each: Tombstone, log: Log): Promise<boolean> {
  const { kind, id, erasedAt } = each
  try {
    if (kind === 'party') await eraseParty({ db, keys }, { partyId: id, at: erasedAt })
    else await inTransaction(db, (tx) => eraseRows(tx, each))
    return true
  } catch (fault) {
    log.warn('what was erased could not be erased again', {
      reason: kind,
      ...faultFields(fault),
    })
    return false
  }
}

async function stillThere(
  db: Database,
  tombstones: readonly Tombstone[],
): Promise<readonly Tombstone[]> {
  const rows = await leftOf(
    db,
    tombstones.map(({ id }) => id),
  )
  const named = ({ kind, id, caseId }: Left) => `${kind} ${id} ${caseId ?? ''}`
  const left = new Set(rows.map(named))
  return tombstones.filter((each) => left.has(named(each)))
}

type Left = { readonly kind: string; readonly id: string; readonly caseId: string | null }

/** Of what was erased, that of which rows are left, and the drafts of a party. */
async function leftOf(db: Database, ids: readonly string[]) {
  const { rows } = await sql<Left>`
    select kind, id, case_id from left_of_erased(${sql.val(ids)}::uuid[])`.execute(db)
  return rows
}

async function eraseRows(
  tx: Tx,
  { kind, id, caseId }: Pick<Tombstone, 'kind' | 'id' | 'caseId'>,
): Promise<void> {
  if (kind === 'party') await sql`select erase_party(${id}::uuid)`.execute(tx)
  else if (kind === 'part') await sql`select erase_part(${caseId}::uuid, ${id}::uuid)`.execute(tx)
  else await eraseDraft(tx, id)
}

/** Its files go by a job, since they are not in there. */
const eraseDraft = (tx: Tx, id: string) => sql`select erase_draft(${id}::uuid)`.execute(tx)

/** Keys of which nothing was ever written, as where a beginning was interrupted; how many. */
export async function sweepKeys({ db, keys }: Erasing, before: IsoMoment): Promise<number> {
  let swept = 0
  for (;;) {
    const found = await keys.orphans(before, PAGE)
    if (found.length === 0) return swept
    const ofKey = ({ party, caseId }: (typeof found)[number]) => [party ?? [], caseId ?? []].flat()
    const named = await namedAmong(db, { ids: found.flatMap(ofKey) })
    const isOwned = (each: (typeof found)[number]) => ofKey(each).every((id) => named.has(id))
    const ids = (owned: boolean) =>
      found.filter((each) => isOwned(each) === owned).map(({ id }) => id)
    await keys.settle(ids(true))
    await keys.forget(ids(false))
    swept += ids(false).length
  }
}

/** Of files in the vault and of parties and cases with keys, those that a row names. */
export async function namedAmong(
  db: Pick<Database, 'getExecutor'>,
  { addresses = [], ids = [] }: { addresses?: readonly string[]; ids?: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly named: string }>`
    select named from named_among(
      ${sql.val(addresses)}::text[], ${sql.val(ids)}::uuid[]
    ) as named`.execute(db)
  return new Set(rows.map(({ named }) => named))
}

/**
 * Sessions and documents that have had their time, tries and uploads of a day ago; how many
 * documents, so many at a time. Their files go by a job.
 */
export async function forgetEnded(tx: Tx, at: IsoMoment): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    select forget_ended(${at}::timestamptz) as erased`.execute(tx)
  return rows[0]?.erased ?? 0
}
