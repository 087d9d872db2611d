import type { KeyObject } from 'node:crypto'
import { assert } from '#core/assert.ts'
import type { Database } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import { heldKey } from '#records/parties.ts'

/** What a case has beside its file, for tests that look at rows. */

/** Whom a case is about. */
export async function subjectOf(db: Database, caseId: string): Promise<string> {
  const { party } = await db
    .selectFrom('caseParty')
    .select('party')
    .where('caseId', '=', caseId)
    .where('isSubject', '=', true)
    .executeTakeFirstOrThrow()
  return party
}

/** What opens the secrets of that subject in that case. */
export async function caseKey({ db, keys }: House, caseId: string): Promise<KeyObject> {
  const party = await subjectOf(db, caseId)
  return heldKey(await keys.read({ cases: [caseId] }), { party, caseId })
}

/** By when whoever has to move next in a case has to. */
export async function stepDueIn(db: Database, caseId: string): Promise<string> {
  const { dueOn } = await db
    .selectFrom('task')
    .select((each) => each.fn.min('dueOn').as('dueOn'))
    .where('caseId', '=', caseId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  assert(dueOn !== null, 'somebody has to move')
  return dueOn
}

/** What a row is counted from that simply names its day. */
export const onDay = (day: string) => ({ from: day, terms: [], pauses: [] })

/** As if whoever has to move next had to by that day. */
export async function setStepDue(db: Database, caseId: string, dueOn: string): Promise<void> {
  await db
    .updateTable('task')
    .set({ dueOn, counted: JSON.stringify(onDay(dueOn)) })
    .where('caseId', '=', caseId)
    .where('state', '=', 'open')
    .execute()
}
