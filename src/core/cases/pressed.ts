import { fold } from '#core/cases/folding.ts'
import type { ActorId, CaseId, Recorded } from '#core/cases/happenings.ts'
import type { StepCode } from '#core/cases/life.ts'
import type { Standing } from '#core/cases/standing.ts'

/** What comes with a form: of whom, for which step, and what was written in it. */
export type Pressed = {
  readonly by: ActorId
  readonly step: StepCode
  /** Whether the form was made from that standing; one that carries no version, from any. */
  readonly isFrom?: (before: Standing) => boolean
  readonly said?: readonly string[]
}

/**
 * What somebody has done already with the form that comes once more: whoever presses twice is told
 * that it is done. It was the last that they did here, and all that they write now stands in it: of
 * another form, sent from a second window, nothing is lost.
 */
export function doneBefore(
  id: CaseId,
  history: readonly Recorded[],
  { by, step, isFrom = () => true, said = [] }: Pressed,
): Recorded | undefined {
  const index = history.findLastIndex((each) => each.by === by)
  const last = history[index]
  if (last?.step !== step) return undefined
  const before = fold(id, history.slice(0, index))
  if (before === undefined || !isFrom(before)) return undefined
  const told = new Set(textsIn(last.event))
  const isTold = (text: string) =>
    told.has(text.trim()) || text.split('.').every((part) => told.has(part))
  return said.every(isTold) ? last : undefined
}

/** All that an event says, as forms say it: a day in its parts, and a place with dots between. */
function textsIn(told: unknown): readonly string[] {
  if (typeof told === 'string') {
    const parts = DAY.exec(told)?.slice(1) ?? []
    return [told.trim(), ...parts.flatMap((part) => [part, String(Number(part))])]
  }
  if (typeof told === 'number') return [String(told)]
  if (told === true) return ['yes']
  return typeof told === 'object' && told !== null ? Object.values(told).flatMap(textsIn) : []
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
