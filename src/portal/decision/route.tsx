import { Hono } from 'hono'
import { descriptionOf } from '#core/policy/policy.ts'
import { inTransaction } from '#platform/database.ts'
import { contestOf } from '#core/cases/appeal.ts'
import { contestsOf } from '#portal/decision/contest/contests.ts'
import { lawOf } from '#portal/decided-law.ts'
import { DecisionPage } from '#portal/decision/page.tsx'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { isBegunByPeople } from '#portal/offers.ts'
import { ownCase } from '#portal/own-case.ts'
import { ownStatus } from '#portal/own-status.ts'
import { paths } from '#portal/paths.ts'
import { isOfProgramme } from '#portal/programme.ts'
import { signedInOnly } from '#portal/session.tsx'
import { markTold, readDecision } from '#records/decisions.ts'

export const decisionRoute = new Hono<PortalEnv>()

decisionRoute.use(paths.decision.pattern, signedInOnly)

/** The first opening is the delivery, unless it comes late: from then the terms of appeal run. */
decisionRoute.get(paths.decision.pattern, async (c) => {
  const { house, language } = c.var
  return inTransaction(house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return c.notFound()
    const { standing, key } = own.found
    const decision = await readDecision(tx, standing.id, key)
    if (!decision) return c.notFound()
    const { on, at, calendars } = own.taking
    const { partyId } = c.var.applicant
    await markTold(tx, { decision: decision.id, partyId, on, at })
    const gave = await ownStatus(tx, house, own)
    const { laws, lists } = house.policy
    const { procedure, scoring, type } = descriptionOf(house.policy, lawOf(decision), on)
    return c.render(
      <DecisionPage
        view={viewOf(c)}
        id={standing.id}
        record={decision.record}
        reading={{ procedure, scoring, laws, lists, language, type, reader: 'applicant' }}
        contests={await contestsOf(tx, house.policy, { own, decision })}
        on={on}
        setAsideOn={decision.setAsideOn}
        contest={contestOf(
          { type, procedure, calendars },
          {
            outcome: decision.record.outcome,
            decidedOn: decision.decidedOn,
            opened: decision.openedOn ?? on,
          },
        )}
        calendars={calendars}
        marks={standing.marks}
        gave={gave}
        isOfProgramme={gave !== undefined && isOfProgramme(c, gave.kind)}
        mayRepeat={isBegunByPeople(type)}
      />,
    )
  })
})
