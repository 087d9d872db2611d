import { awaited } from '#core/cases/asked.ts'
import type { ActorId, CaseEvent } from '#core/cases/happenings.ts'
import { answeredBy, type Made, type Standing } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'

/** The same without what is proposed, was sent back, or was done by time last. */
export const withoutProposal = ({ proposed: _proposed, ...now }: Standing): Standing => now
export const withoutSentBack = ({ sentBack: _sentBack, ...now }: Standing): Standing => now
export const withoutLapsed = ({ lapsed: _lapsed, ...now }: Standing): Standing => now

/** Somebody asked for it; another has to agree. */
export const reopening = (now: Standing, by: ActorId): Standing =>
  now.lapsed === undefined ? now : { ...now, lapsed: { ...now.lapsed, reopening: by } }

/** As if time had not taken its step, and all the time of the state begins anew. */
export function reopened({ lapsed, ...now }: Standing, on: IsoDate): Standing {
  const kept = now.proposed?.step === lapsed?.step ? withoutProposal(now) : now
  const tasks = now.tasks.map((task) =>
    task.silent === true && lapsed?.silent.includes(task.id) === true ? awaited(task) : task,
  )
  return { ...kept, stateSince: on, tasks }
}

/**
 * Nothing is proposed any more, nor decided of those for whom it is entered; what was sent in and
 * answered stays.
 */
export function entered(
  now: Standing,
  { whose, binding }: Extract<CaseEvent, { readonly kind: 'reopen' }>,
  on: IsoDate,
): Standing {
  const { decided: made, settled: before, notice: _notice, ...then } = now
  const last = before ?? made
  const settled = whose && last && without(last, whose)
  const anew = binding ? (last?.decisions ?? []) : []
  const barred = anew
    .filter(({ subject }) => whose?.includes(subject) !== false)
    .map(({ record: _record, ...each }) => ({ ...each, on, answered: answeredBy(now.tasks) }))
  const bare = withoutLapsed(withoutProposal(withoutSentBack(then)))
  return {
    ...bare,
    ...(settled === undefined || settled.whose.length === 0 ? {} : { settled }),
    enteredOn: on,
    barred: [...now.barred, ...barred],
    pauses: [],
    returns: 0,
    extended: [],
  }
}

function without({ decisions, whose, told, on }: Made, gone: readonly ActorId[]): Made {
  const isLeft = (id: ActorId) => !gone.includes(id)
  return {
    decisions: decisions.filter(({ subject }) => isLeft(subject)),
    whose: whose.filter(isLeft),
    told: told.filter(isLeft),
    on,
  }
}
