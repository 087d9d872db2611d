import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { dayInBaku, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { stepOfTime } from '#core/cases/examining.ts'
import { isDraft } from '#core/cases/filing.ts'
import { SYSTEM, type Actor } from '#core/cases/roles.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { inTransaction } from '#platform/database.ts'
import { eachAlone } from '#jobs/alone.ts'
import type { Handler } from '#jobs/job.ts'
import { dueCases, pastStatuses, type DueCase, type PastStatus } from '#jobs/queries.ts'
import { contextIn, nowIn, recordStep } from '#records/cases.ts'
import { holdCase } from '#records/read-case.ts'
import { throwAway } from '#records/erasing.ts'
import type { House } from '#records/house.ts'
import type { Jobs } from '#records/jobs.ts'
import { endByItself } from '#records/statuses.ts'

/** Takes the steps that the law lets time itself take, and ends what has had its time. */
export const watchTerms: Handler<Jobs['watch-terms']> = {
  payload: z.object({}),
  needsTrustedTime: true,
  work: async ({ house }) => {
    const now = await house.databaseNow(house.db)
    await takeSteps(house, now)
    await endStatuses(house, now)
  },
}

const TIME: Actor = { id: SYSTEM, roles: [SYSTEM] }

/**
 * Every case has its turn in each run, in the order of its days: one that stays delays no other.
 */
async function takeSteps(house: House, now: IsoMoment): Promise<void> {
  const on = dayInBaku(now)
  await eachAlone(house, {
    page: (tx, after?: DueCase) => dueCases(tx, { on, ...(after ? { after } : {}) }),
    deal: (due) => takeItsStep(house, due, now),
    fault: 'a term could not be watched',
  })
}

const takeItsStep = (house: House, due: DueCase, now: IsoMoment): Promise<void> =>
  inTransaction(house.db, async (tx) => {
    const held = await holdCase(tx, house.keys, due.id)
    if (!held) return
    const { at, on } = nowIn(held, now)
    const { calendars } = house.policy
    const description = descriptionOf(house.policy, held.standing, on)
    const taking = { by: TIME, at, on, description, calendars }
    const outcome = stepOfTime(held.standing, contextIn(held, taking), dayInBaku(due.touchedAt))
    if (!outcome?.ok) return
    const step = outcome.value
    const goes = step.event.kind === 'end' && isDraft(held.standing, description.type)
    if (goes) await throwAway(tx, house.keys, { held, step, taking })
    else await recordStep(tx, held, step, taking)
  })

async function endStatuses(house: House, now: IsoMoment): Promise<void> {
  const on = dayInBaku(now)
  await eachAlone(house, {
    page: (tx, after?: PastStatus) => pastStatuses(tx, { on, ...(after ? { after } : {}) }),
    deal: (past) => endIt(house, past, { at: now, on }),
    fault: 'a status could not be ended',
  })
}

async function endIt(
  house: House,
  { kind: code, ...past }: PastStatus,
  when: { readonly at: IsoMoment; readonly on: IsoDate },
): Promise<void> {
  const kind = house.policy.statuses.get(code)
  assert(kind !== undefined, `the loader saw to it that there is a status ${code}`)
  const { caseId, holder } = past
  const ring = await house.keys.read({ cases: [caseId] })
  const key = ring.of({ party: holder, caseId })
  if (key === 'erased') return
  await inTransaction(house.db, (tx) => endByItself(tx, { ...past, kind, key, ...when }))
}
