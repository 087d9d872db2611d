import { recalled, reported } from '#core/cases/away.ts'
import type { CaseEvent } from '#core/cases/happenings.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'

/** Once all of it was decided over there, nobody is waited for here. */
export const reportHeard = (
  now: Standing,
  event: Extract<CaseEvent, { readonly kind: 'report' }>,
  { on, isOver }: { readonly on: IsoDate; readonly isOver: boolean },
): Standing => ({
  ...now,
  away: reported(now.away, event, on),
  ...(isOver
    ? {
        pauses: now.pauses.map((pause) =>
          pause.until === undefined ? { ...pause, until: on } : pause,
        ),
      }
    : {}),
})

/** All the time of the state begins anew for those who examine it from here on. */
export const calledBack = ({ recalling: _asked, ...now }: Standing, on: IsoDate): Standing => ({
  ...now,
  stateSince: on,
  away: recalled(now.away, on),
})
