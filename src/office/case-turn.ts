import { termCounted } from '#core/cases/counting.ts'
import { clockOf, stepDueOn, turnOf, type Owed } from '#core/cases/dues.ts'
import { hasEnded, stepOf } from '#core/cases/life.ts'
import { isAwaited, isFor } from '#core/cases/asked.ts'
import type { AskedTask } from '#core/cases/standing.ts'
import type { Clock } from '#core/deadlines/clock.ts'
import { dayToTell } from '#core/deadlines/counted.ts'
import type { IsoDate } from '#core/dated.ts'
import type { TermCode } from '#core/policy/procedure.ts'
import type { OpenCase } from '#office/open-case.ts'

/** Whose turn it is in a case, and the time for it, as far as whoever looks may know. */
export type TurnSeen = {
  readonly owed: Owed
  readonly term?: TermCode
  readonly dueOn?: IsoDate
}

export function turnSeen(open: OpenCase): TurnSeen {
  const { found, law, sight } = open
  const { standing } = found
  const owed = Object.fromEntries(awaitedIn(open).map(({ step }) => [step, true]))
  const { clock: term } = turnOf(standing, law.type, owed)
  if (term === undefined) return { owed }
  // Whose time runs besides its own is nothing that a body knows.
  const isOwed = Object.keys(owed).length > 0
  const own = isOwed ? dayToTell(termCounted(term, standing, law), law.calendars) : undefined
  const dueOn = sight.whole ? stepDueOn(standing, law) : own
  return { owed, term, ...(dueOn === undefined ? {} : { dueOn }) }
}

/** What others have not answered yet: whoever was asked knows of their own alone. */
export const awaitedIn = ({ found: { standing }, sight, law }: OpenCase): readonly AskedTask[] =>
  standing.tasks.filter(
    (task) =>
      isAwaited(task) &&
      stepOf(law.type, task.step)?.from.includes(standing.state) === true &&
      (sight.whole || isFor(task, sight)),
  )

/** The statutory clock while it matters: until the decision or another end. */
export function runningClock({ found: { standing }, law }: OpenCase): Clock | undefined {
  const isOver = hasEnded(law.type, standing.state) || standing.decided !== undefined
  return isOver ? undefined : clockOf(standing, law, law.on)
}
