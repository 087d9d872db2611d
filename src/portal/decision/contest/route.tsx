import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { assert } from '#core/assert.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { waysToContest, type Way } from '#portal/decision/contest/ways.ts'
import type { PortalContext, PortalEnv } from '#portal/env.ts'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { beginCase } from '#records/cases.ts'
import { readDecisions, type Decision } from '#records/decisions.ts'
import { done } from '#telling/done.tsx'

/** A case about a decision, begun from its page; one that is open is gone on with. */
export const contestRoute = new Hono<PortalEnv>()

contestRoute.use(paths.contest.pattern, signedInOnly)

contestRoute.post(paths.contest.pattern, async (c) => {
  const { house, language } = c.var
  const typed = await typedOf(c.req)
  return inTransaction(house.db, async (tx) => {
    const own = await ownCase(c, tx, { hold: true })
    const all = own && (await readDecisions(tx, own.found))
    const decision = all?.find(({ id }) => id === c.req.param('decision'))
    if (!own || !decision) return c.notFound()
    const ways = waysToContest(house.policy, { own, decision })
    const code = first(typed, 'type')
    const way = ways.find(({ description }) => description.type.code === code)
    if (!way) return c.notFound()
    const { open, refusal } = way
    if (open) return done(c, paths.application.to(language, open), 'told')
    const { id } = own.found.standing
    if (refusal) return c.redirect(paths.decision.to(language, { id }), 303)
    const begun = await begin(c, tx, { own, decision, way })
    return done(c, paths.application.to(language, { id: begun }), 'told')
  })
})

type Beginning = {
  readonly own: OwnCase
  readonly decision: Decision
  readonly way: Way
}

/** About whom the decision was, by whoever acts for them. */
async function begin(
  c: PortalContext,
  tx: Tx,
  { own, decision, way: { description } }: Beginning,
): Promise<string> {
  const { house, applicant } = c.var
  const { partyId, language } = applicant
  const [role] = description.type.roles
  assert(role !== undefined, 'a type has a role')
  const about = { partyId: decision.record.subject, role: role.code }
  const { id: caseId } = own.found.standing
  const contests = { decision: decision.id, case: caseId, number: decision.record.number }
  const beginning = { reader: { partyId, language }, about, contests }
  return beginCase(tx, house.keys, beginning, { ...own.taking, description })
}
