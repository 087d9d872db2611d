import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Typed } from '#core/answers/typed.ts'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import { openText, seal } from '#platform/sealing.ts'

/**
 * What officials have written down for a task and not handed in, sealed as all that is told in its
 * case. Each reads their own; with the task it goes.
 */
export type TaskDraft = { readonly typed: Typed; readonly savedAt: IsoMoment }

/** Whose task it is: what an official, or their body, was asked in a case by a step. */
export type Owed = {
  readonly caseId: string
  readonly step: string
  readonly body?: string | undefined
  readonly official: string
  readonly key: KeyObject
}

const typed: z.ZodType<Typed> = z.record(z.string(), z.array(z.string()).readonly())

/** Undefined where nothing was kept, or the task is no longer open. */
export async function readTaskDraft(tx: Tx, owed: Owed): Promise<TaskDraft | undefined> {
  const { caseId, official, key } = owed
  const row = await openTask(tx, owed)
    .innerJoin('taskDraft', (join) =>
      join.onRef('taskDraft.caseId', '=', 'task.caseId').onRef('taskDraft.task', '=', 'task.id'),
    )
    .select(['task.id', 'taskDraft.sealed', 'taskDraft.savedAt'])
    .where('taskDraft.official', '=', official)
    .executeTakeFirst()
  if (!row) return undefined
  const place = draftPlace({ caseId, task: row.id, official })
  const plain = openText(key, { place, sealed: row.sealed })
  return { typed: typed.parse(JSON.parse(plain)), savedAt: isoMoment(row.savedAt) }
}

/** In place of what was kept before; false where the task is no longer open. */
export async function saveTaskDraft(tx: Tx, owed: Owed, draft: TaskDraft): Promise<boolean> {
  const { caseId, official, key } = owed
  const task = await openTask(tx, owed).select('task.id').executeTakeFirst()
  if (!task) return false
  const place = draftPlace({ caseId, task: task.id, official })
  const sealed = seal(key, { place, plain: JSON.stringify(draft.typed) })
  const { savedAt } = draft
  const { rows } = await sql<{ saved: boolean }>`
    select save_task_draft(
      ${caseId}::uuid, ${task.id}::uuid, ${savedAt}::timestamptz, ${sealed}
    ) as saved`.execute(tx)
  return rows[0]?.saved === true
}

const openTask = (tx: Tx, { caseId, step, body = '', official }: Owed) =>
  tx
    .selectFrom('task')
    .where('task.caseId', '=', caseId)
    .where('task.step', '=', step)
    .where((task) =>
      task.or([task('task.ownerBody', '=', body), task('task.ownerParty', '=', official)]),
    )
    .where('task.state', '=', 'open')

export const draftPlace = ({
  caseId,
  task,
  official,
}: Readonly<Record<'caseId' | 'task' | 'official', string>>) =>
  `task_draft.sealed:${caseId}/${task}/${official}`
