import { z } from 'zod'
import { dayInBaku, type IsoMoment } from '#core/dated.ts'
import type { Actor, Application } from '#core/lifecycle/application.ts'
import { noteSilence } from '#core/lifecycle/assess.ts'
import { proposeClosing } from '#core/lifecycle/examine.ts'
import { idleStep } from '#core/lifecycle/idle.ts'
import { expire } from '#core/lifecycle/status.ts'
import type { Context, Step } from '#core/lifecycle/step.ts'
import type { Outcome } from '#core/outcome.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import type { Handler } from '#jobs/job.ts'
import { dueCases, type DueCase } from '#jobs/queries.ts'
import { inTransaction } from '#platform/database.ts'
import { faultFields } from '#platform/log.ts'
import { holdCase, nowIn, recordStep } from '#records/cases.ts'
import { throwAway } from '#records/erasing.ts'
import type { House } from '#records/house.ts'
import type { Jobs } from '#records/jobs.ts'

/** Takes the steps that the law lets time itself take. */
export const watchTerms: Handler<Jobs['watch-terms']> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house }) => {
    const now = await house.databaseNow(house.db)
    const on = dayInBaku(now)
    let after: DueCase | undefined
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const place = after === undefined ? {} : { after }
      const due = await inTransaction(house.db, (tx) => dueCases(tx, { on, limit: PAGE, ...place }))
      for (const each of due) await takeItsStep(house, each, now)
      after = due.at(-1)
      if (due.length < PAGE) return
    }
  },
}

const PAGE = 200
const PAGES_MAX = 50
const SYSTEM: Actor = { id: 'system', roles: ['system'] }

/** A case that cannot be dealt with must not keep the others waiting. */
async function takeItsStep(house: House, due: DueCase, now: IsoMoment): Promise<void> {
  try {
    await inTransaction(house.db, async (tx) => {
      const held = await holdCase(tx, house.keys, due.id)
      if (!held) return
      const { calendars } = house.policy
      const { at, on } = nowIn(held, now)
      const description = descriptionOf(house.policy, held.application, on)
      if (!description) return
      const { type, rules } = description
      const context = { by: SYSTEM, on, lifecycle: type.lifecycle, rules, calendars }
      const outcome = stepOfTime(held.application, context, due)
      if (!outcome?.ok) return
      const taking = { by: SYSTEM, at, on, description, calendars }
      const isThrownAway = outcome.value.events.some(({ type }) => type === 'draft-discarded')
      if (isThrownAway) await throwAway(tx, house.keys, { held, step: outcome.value, taking })
      else await recordStep(tx, held, outcome.value, taking)
    })
  } catch (fault) {
    house.log.warn('a term could not be watched', faultFields(fault))
  }
}

/** What time alone does to a case in this state; undefined where a person has to move. */
export function stepOfTime(
  application: Application,
  context: Context,
  { touchedAt }: Pick<DueCase, 'touchedAt'>,
): Outcome<Step, unknown> | undefined {
  if (application.state === 'returned') return proposeClosing(application, context)
  if (application.state === 'in-assessment') return noteSilence(application, context)
  if (application.state === 'recognised') return expire(application, context)
  return application.state === 'draft'
    ? idleStep(application, context, dayInBaku(touchedAt))
    : undefined
}
