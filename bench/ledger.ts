import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { isoMoment } from '#core/dated.ts'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import { newKey } from '#platform/sealing.ts'
import { leafRow, type LeafRow } from '#records/ledger.ts'
import { inHouse, onGround } from './ground.ts'
import { figure, perSecond, times, type Figure } from './table.ts'

const BACKLOG = 100_000
const BATCH = 2000

/** Leaves that have waited are given their places, beside the bare writing of as many rows. */
export const measureLedger = (root: string): Promise<readonly Figure[]> =>
  onGround(root, (ground) =>
    inHouse(ground, 'ledger', async ({ all, face }) => {
      const { db } = face('kecid_jobs', 2)
      await sequenceLedger(db)
      await entered(all)
      const ours = await seconds(() => sequenceLedger(db))
      await copied(all)
      const bare = await seconds(() => writtenBarely(all))
      return [
        figure({
          name: 'leaves given their places | the same rows written by SQL alone',
          ours: perSecond(BACKLOG / ours),
          peer: perSecond(BACKLOG / bare),
          ratio: times(bare, ours),
          note: `a backlog of ${BACKLOG.toLocaleString('en')} takes ${ours.toFixed(1)} s`,
        }),
      ]
    }),
  )

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** Leaves of looks, as the product makes them; the looks themselves are not needed here. */
async function entered(all: Database): Promise<void> {
  const key = newKey()
  for (let done = 0; done < BACKLOG; done += BATCH) {
    const rows = Array.from({ length: BATCH }, () => leafOfLook(key))
    await inTransaction(all, async (tx) => {
      await tx.insertInto('ledgerLeaf').values(rows).execute()
    })
  }
}

function leafOfLook(key: KeyObject): LeafRow {
  const [id, subject, caseId] = [randomUUID(), randomUUID(), randomUUID()]
  const said = { kind: 'look', type: 'case-page', role: 'case-officer', body: null } as const
  const at = isoMoment('2026-03-02T06:00:00.000Z')
  const actorId = randomUUID()
  const ids = { caseId, subjectId: subject, actorId, policy: null }
  const payload = { id, at, by: actorId, page: 'case-page', person: subject, case: caseId }
  return { ...leafRow({ id, at, ...said, ...ids, payload }, key), party: null, caseId: null }
}

async function copied(all: Database): Promise<void> {
  await inTransaction(all, async (tx) => {
    await sql`create table bare_leaf (like ledger_leaf including all)`.execute(tx)
    await sql`insert into bare_leaf (leaf, leaf_hash, opening)
      select leaf, leaf_hash, opening from ledger_leaf order by id desc limit ${BACKLOG}`.execute(
      tx,
    )
    await sql`create table bare_node (like ledger_node including all)`.execute(tx)
  })
}

/** As many places and nodes, without hashing, in one statement each. */
async function writtenBarely(all: Database): Promise<void> {
  await inTransaction(all, async (tx) => {
    await sql`update bare_leaf set index = id`.execute(tx)
    await sql`insert into bare_node select * from ledger_node`.execute(tx)
  })
}
