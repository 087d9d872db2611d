import { sql } from 'kysely'
import type { IsoMoment } from '#core/dated.ts'
import type { Application } from '#core/lifecycle/application.ts'
import type { Step } from '#core/lifecycle/step.ts'
import { inTransaction, type Database, type Tx } from '#platform/database.ts'
import { recordStep, type Case, type Taking } from '#records/cases.ts'
import type { House } from '#records/house.ts'
import type { Keys, Tombstone } from '#records/keys.ts'

/**
 * Erasing goes tombstone, key, rows, files. Each step may be done again, so that one who is
 * interrupted, or a database of yesterday that comes back, ends where it should: `finishErasing`
 * does again what is not whole. It is final when the last archive that held the key is gone.
 */
export type Erasing = Pick<House, 'db' | 'keys'>

/** A step of a draft that leaves nothing of it, this step neither: its key first. */
export async function throwAway(
  tx: Tx,
  keys: Keys,
  held: Case,
  ...[step, taking]: readonly [Step, Taking]
): Promise<Application> {
  const { id } = held.application
  await keys.erase({ caseId: id }, taking.at)
  const after = await recordStep(tx, held, step, taking)
  await eraseDraft(tx, id)
  return after
}

/** All that a party told and that was told of it, in the running house at once. */
export async function eraseParty(
  { db, keys }: Erasing,
  { partyId, at }: { readonly partyId: string; readonly at: IsoMoment },
): Promise<void> {
  await keys.erase({ party: partyId }, at)
  await inTransaction(db, (tx) => eraseRows(tx, { kind: 'party', id: partyId }))
}

/** Does again what was begun, or was undone by a restore; how many. */
export async function finishErasing({ db, keys }: Erasing): Promise<number> {
  const tombstones = await keys.tombstones()
  let done = 0
  for (let from = 0; from < tombstones.length; from += PAGE) {
    const left = await leftOf(db, tombstones.slice(from, from + PAGE))
    for (const each of left) {
      const { kind, id } = each
      await keys.erase(kind === 'party' ? { party: id } : { caseId: id }, each.erasedAt)
      await inTransaction(db, (tx) => eraseRows(tx, each))
      done += 1
    }
  }
  return done
}

const PAGE = 1000

async function leftOf(
  db: Database,
  tombstones: readonly Tombstone[],
): Promise<readonly Tombstone[]> {
  const ids = tombstones.map(({ id }) => id)
  const { rows } = await sql<{ readonly kind: string; readonly id: string }>`
    select kind, id from left_of_erased(${sql.val(ids)}::uuid[])`.execute(db)
  const left = new Set(rows.map(({ kind, id }) => `${kind} ${id}`))
  return tombstones.filter(({ kind, id }) => left.has(`${kind} ${id}`))
}

async function eraseRows(tx: Tx, { kind, id }: Pick<Tombstone, 'kind' | 'id'>): Promise<void> {
  if (kind === 'party') await sql`select erase_party(${id}::uuid)`.execute(tx)
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
    const { parties, cases } = await knownOf(db, found)
    const isOwned = ({ party, caseId }: (typeof found)[number]) =>
      (party === undefined || parties.has(party)) && (caseId === undefined || cases.has(caseId))
    const ids = (owned: boolean) =>
      found.filter((each) => isOwned(each) === owned).map(({ id }) => id)
    await keys.settle(ids(true))
    await keys.forget(ids(false))
    swept += ids(false).length
  }
}

async function knownOf(
  db: Database,
  found: readonly { readonly party?: string; readonly caseId?: string }[],
) {
  const ids = (part: 'party' | 'caseId') => found.flatMap((each) => each[part] ?? [])
  const [parties, cases] = await Promise.all([
    sql<{ id: string }>`
      select id from party where id = any(${sql.val(ids('party'))}::uuid[])`.execute(db),
    sql<{ id: string }>`
      select id from case_file where id = any(${sql.val(ids('caseId'))}::uuid[])`.execute(db),
  ])
  const idsIn = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id))
  return { parties: idsIn(parties.rows), cases: idsIn(cases.rows) }
}
