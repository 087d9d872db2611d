import { Hono } from 'hono'
import { appealDays, deliveredOn } from '#core/lifecycle/appeal.ts'
import { inTransaction } from '#platform/database.ts'
import { DecisionPage } from '#portal/decision/page.tsx'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { ownCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { markTold, readDecision } from '#records/decisions.ts'
import { statusOf } from '#records/status-documents.ts'

export const decisionRoute = new Hono<PortalEnv>()

decisionRoute.use(paths.decision.pattern, signedInOnly)

/** The first opening is the delivery, unless it comes late: from then the terms of appeal run. */
decisionRoute.get(paths.decision.pattern, async (c) => {
  const { house, language } = c.var
  return inTransaction(house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return c.notFound()
    const { application, key } = own.found
    const decision = await readDecision(tx, application.id, key)
    if (!decision) return c.notFound()
    const { on } = own.taking
    const { partyId } = c.var.applicant
    await markTold(tx, { decision: decision.id, partyId, on, at: own.taking.at })
    const opened = decision.openedOn ?? on
    const delivered = deliveredOn(own.law, { told: decision.decidedOn, opened })
    const status = await statusOf(tx, application.id, key)
    const isValid = status?.state === 'valid' && on <= status.validUntil
    const { laws, lists } = house.policy
    const { rules, type } = own.description
    return c.html(
      <DecisionPage
        view={viewOf(c)}
        id={application.id}
        record={decision.record}
        reading={{ rules, laws, lists, language, type }}
        state={application.state}
        appeal={appealDays(own.law, delivered, 'compel')}
        calendars={own.law.calendars}
        {...(isValid ? { validUntil: status.validUntil } : {})}
      />,
    )
  })
})
