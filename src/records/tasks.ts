import { sql } from 'kysely'
import type { IsoDate } from '#core/dated.ts'
import type { Application, CaseEvent } from '#core/lifecycle/application.ts'
import type { Tx } from '#platform/database.ts'

/** What each body still owes to a case, kept beside the events so that bodies have a work list. */
export async function recordTasks(
  tx: Tx,
  after: Application,
  {
    events,
    on,
    scoringDueOn,
    objectionDueOn,
  }: {
    readonly events: readonly CaseEvent[]
    readonly on: IsoDate
    readonly scoringDueOn: IsoDate
    readonly objectionDueOn: IsoDate
  },
): Promise<void> {
  for (const event of events) {
    if (event.type === 'application-accepted') {
      const scorers = [...new Set(Object.values(event.scorers))]
      const tasks = [
        ...scorers.map((body) => ({ body, kind: 'score', dueOn: scoringDueOn })),
        ...event.objectionBodies.map((body) => ({ body, kind: 'opinion', dueOn: objectionDueOn })),
      ]
      await tx
        .insertInto('assessmentTask')
        .values(tasks.map((task) => ({ applicationId: after.id, ...task })))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    const done = doneBy(event)
    if (done) {
      await tx
        .updateTable('assessmentTask')
        .set({ doneOn: on })
        .where('applicationId', '=', after.id)
        .where('kind', '=', done.kind)
        .where('body', '=', done.body)
        .where('doneOn', 'is', null)
        .execute()
    }
  }
}

/** Nothing is owed to this case any more. Said by a function, since the portal sees no task. */
export async function endTasks(tx: Tx, applicationId: string, on: IsoDate): Promise<void> {
  await sql`select end_tasks(${applicationId}::uuid, ${on}::date)`.execute(tx)
}

/** What bodies owe begins when a case is accepted, and ends with what they give. */
export const concernsTasks = (event: CaseEvent): boolean =>
  event.type === 'application-accepted' || doneBy(event) !== undefined

function doneBy(event: CaseEvent): { readonly kind: string; readonly body: string } | undefined {
  if (event.type === 'criterion-scored') return { kind: 'score', body: event.body }
  if (event.type === 'opinion-given' || event.type === 'opinion-silent') {
    return { kind: 'opinion', body: event.body }
  }
  return undefined
}
