import type { OutcomeCode } from '#core/cases/life.ts'
import type { AskedTask, Standing } from '#core/cases/standing.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import type { IsoDate } from '#core/dated.ts'
import type { BodyCode } from '#core/policy/procedure.ts'
import type { CriterionCode } from '#core/policy/scoring.ts'

/** The points of one criterion as they stand, who gave them, when and why. */
export type Score = {
  readonly body: BodyCode
  readonly points: number
  readonly reason: string
  readonly by: ActorId
  readonly on: IsoDate
}

/** Which body gives the points of each criterion that is scored in this case. */
export const scorersOf = ({ tasks }: Standing): Readonly<Record<CriterionCode, BodyCode>> =>
  Object.fromEntries(
    tasks.flatMap(({ criteria = [], body }) =>
      body === undefined ? [] : criteria.map((code) => [code, body] as const),
    ),
  )

/** The points of each criterion as they stand. */
export const scoresOf = ({ tasks }: Standing): Readonly<Record<CriterionCode, Score>> =>
  Object.fromEntries(tasks.flatMap(scoresIn))

function scoresIn({ answer, body }: AskedTask): readonly (readonly [CriterionCode, Score])[] {
  if (answer?.points === undefined || body === undefined) return []
  const { by, on, reasons } = answer
  return Object.entries(answer.points).map(([code, points]) => [
    code,
    { body, points, reason: reasons[code] ?? '', by, on },
  ])
}

/** The points given so far, and whether every criterion has them. Computed, never typed. */
export function pointsOf(standing: Standing): { points: number; complete: boolean } {
  const asked = Object.keys(scorersOf(standing))
  const given = Object.values(scoresOf(standing))
  return {
    points: given.reduce((sum, { points }) => sum + points, 0),
    complete: asked.length > 0 && given.length === asked.length,
  }
}

/** What a body that may object has said so far. */
export type Opinion = 'awaited' | 'no-objection' | 'objection' | 'silent'

/** What each body that may object has said. */
export const opinionsOf = ({ tasks }: Standing): Readonly<Record<BodyCode, Opinion>> =>
  Object.fromEntries(
    tasks.flatMap((task) =>
      task.kind === 'opinion' && task.body !== undefined ? [[task.body, opinionIn(task)]] : [],
    ),
  )

function opinionIn({ answer, silent }: AskedTask): Opinion {
  if (answer) return answer.objects === true ? 'objection' : 'no-objection'
  return silent === true ? 'silent' : 'awaited'
}

/** What a party says to what stands in their case; empty where they have nothing to add. */
export const repliesOf = ({ tasks }: Standing): readonly AskedTask[] =>
  tasks.filter(({ kind }) => kind === 'reply')

/** What each of those who were asked voted for, as far as they have. */
export const votesOf = ({ tasks }: Standing): readonly OutcomeCode[] =>
  tasks.flatMap(({ answer }) => answer?.vote ?? [])
