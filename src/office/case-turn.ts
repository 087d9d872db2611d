import { termCounted } from '#core/cases/counting.ts'
import { clockOf, stepDueOn, turnOf, type Owed } from '#core/cases/dues.ts'
import { hasEnded, stepOf } from '#core/cases/life.ts'
import { isAwaited, isFor } from '#core/cases/asked.ts'
import type { AskedTask } from '#core/cases/standing.ts'
import { liesThere, type Away } from '#core/cases/away.ts'
import type { Recorded } from '#core/cases/happenings.ts'
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
  /** It lies with the people of another system, and nobody here has to move. */
  readonly there?: Away
}

export function turnSeen(open: OpenCase): TurnSeen {
  const { found, law, sight } = open
  const { standing } = found
  const there = sight.whole ? liesThere(standing) : undefined
  if (there !== undefined) return { owed: {}, there }
  const owed = Object.fromEntries(awaitedIn(open).map(({ step }) => [step, true]))
  const { clock: term } = turnOf(standing, law.type, owed)
  if (term === undefined) return { owed }
  // Whose time runs besides its own is nothing that a body knows.
  const isOwed = Object.keys(owed).length > 0
  const own = isOwed ? dayToTell(termCounted(term, standing, law), law.calendars) : undefined
  const dueOn = sight.whole ? stepDueOn(standing, law) : own
  return { owed, term, ...(dueOn === undefined ? {} : { dueOn }) }
}

/** That somebody asked for it back from there, which another has to do. */
export const recallAsked = ({ found: { standing, history } }: OpenCase): Recorded | undefined =>
  standing.recalling === undefined
    ? undefined
    : history.findLast(({ event }) => event.kind === 'recall' && !event.done)

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
