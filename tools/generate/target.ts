import { sql } from 'kysely'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { officialsByMailbox } from '#main/demonstration/furnish.ts'
import { publishedPolicy } from '#main/house.ts'
import type { Clock } from '#platform/calendar.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import type { MasterKey, MasterKeys } from '#platform/master-key.ts'
import type { HouseSecret } from '#platform/sealing.ts'
import { ensureDemonstrationOfficials } from '#records/demonstration-officials.ts'
import { keyStore } from '#records/keys.ts'
import { bindToMasterKey, houseSecret, knownMasters, present } from '#records/master-keys.ts'
import type { PolicyFiles } from '#records/policy-files.ts'
import type { Beginning } from './copies/drawn.ts'

/** The house whose database is filled. */
export type Installation = {
  /** As whoever owns the tables and may pass over their triggers. */
  readonly url: string
  readonly masters: MasterKeys
  readonly policy: PolicyFiles
  readonly clock: Clock
  /** The folder of its vault; without it documents have no files. */
  readonly vault?: string
}

/** What the copies have to know of it. */
export type Target = {
  readonly secret: HouseSecret
  readonly master: MasterKey
  /** The number of the policy in force. */
  readonly policy: string
  /** Whoever works there, by mailbox. */
  readonly officials: ReadonlyMap<string, string>
  readonly from: Beginning
  readonly leafId: number
}

/** Makes the house ready as its own start would, and finds where its numbers go on. */
export async function targetIn(
  db: Database,
  { masters, policy: files, clock }: Installation,
): Promise<Target | { readonly problem: string }> {
  const bound = await bindToMasterKey(db, masters)
  if (!bound.ok) return bound
  const secret = await houseSecret(db, masters)
  const at = clock.now()
  if (await hasOthers(db)) return { problem: NOT_INVENTED }
  await publishedPolicy(db, files, { secret, at })
  const keys = keyStore(db, masters)
  await ensureDemonstrationOfficials({ door: db, jobs: db, keys, secret }, at)
  await sequenceLedger(db)
  const { id = '' } = (await knownMasters(db)).find(({ isCurrent }) => isCurrent) ?? {}
  const officials = await officialsByMailbox({ door: db, secret, clock })
  return {
    secret,
    master: present(masters, id),
    officials: new Map(Array.from(officials, ([mailbox, each]) => [mailbox, each.id])),
    ...(await beginningsIn(db)),
  }
}

const NOT_INVENTED =
  'There are cases here of people who are not invented; cases are only generated where all are.'

/** Accounts of invented people are marked when they are made; all others are somebody’s. */
async function hasOthers(db: Database): Promise<boolean> {
  const { rows } = await sql<{ readonly found: boolean }>`
    select exists (
      select from case_party left join account on account.party = case_party.party
      where is_subject and is_demonstration is distinct from true
    ) as found`.execute(db)
  return rows[0]?.found === true
}

async function beginningsIn(db: Database): Promise<Pick<Target, 'policy' | 'from' | 'leafId'>> {
  const { rows } = await sql<{
    readonly policy: number
    readonly number: number
    readonly leaf: number
    readonly leafId: number
  }>`
    select (select max(id) from policy_version) as policy,
      (select last_value + is_called::int from case_number) as number,
      (select count(*) from ledger_leaf) as leaf,
      (select coalesce(max(id), 0) from ledger_leaf) as leaf_id`.execute(db)
  const [found] = rows
  if (found === undefined) throw new Error('A select of values gives one row')
  const { policy, number, leaf, leafId } = found
  return { policy: String(policy), from: { number, leaf }, leafId }
}

/** Numbers are taken before what has them is brought in: of a run that breaks off gaps remain. */
export const goOn = (db: Database, { number, leafId }: { number: number; leafId: number }) =>
  inTransaction(db, async (tx) => {
    await sql`select setval('case_number', ${number - 1})`.execute(tx)
    await sql`
      select setval(pg_get_serial_sequence('ledger_leaf', 'id'), ${leafId})`.execute(tx)
  })
