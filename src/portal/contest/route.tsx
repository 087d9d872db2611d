import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { assert } from '#core/assert.ts'
import type { Contested } from '#core/cases/happenings.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { TooSoonPage } from '#portal/contest/too-soon-page.tsx'
import { hastening, waysToContest, type Way } from '#portal/contest-ways.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { beginCase } from '#records/cases.ts'
import { readDecisions } from '#records/decisions.ts'
import { done } from '#telling/done.tsx'

/**
 * A case about a decision, or about one in which nothing was decided, begun from its page; one that
 * is open is gone on with.
 */
export const contestRoute = new Hono<PortalEnv>()

/** What a case would be about: in which ways, of whom, and where whoever may not goes back to. */
type About = {
  readonly ways: readonly Way[]
  readonly contests: Contested
  readonly subject: string
  readonly refused: () => Response | Promise<Response>
}

type Finding = (c: PortalContext, tx: Tx, own: OwnCase) => Promise<About | undefined>

async function aboutDecision(c: PortalContext, tx: Tx, own: OwnCase): Promise<About | undefined> {
  const { house, language } = c.var
  const all = await readDecisions(tx, own.found)
  const decision = all.find(({ id }) => id === c.req.param('decision'))
  if (!decision) return undefined
  const { id } = own.found.standing
  const { number, subject } = decision.record
  return {
    ways: waysToContest(house.policy, { own, decision }),
    contests: { decision: decision.id, case: id, number },
    subject,
    refused: () => c.redirect(paths.decision.to(language, { id }), 303),
  }
}

async function aboutUndecided(c: PortalContext, tx: Tx, own: OwnCase): Promise<About | undefined> {
  const { found, address } = own
  const { id, number } = found.standing
  if (number === undefined) return undefined
  return {
    ways: (await hastening(tx, c.var.house.policy, own)).ways,
    contests: { case: id, number },
    subject: found.partyId,
    refused: () => c.render(<TooSoonPage view={viewOf(c)} address={address} />, 409),
  }
}

const FINDING: readonly (readonly [pattern: string, find: Finding])[] = [
  [paths.contest.pattern, aboutDecision],
  [paths.hasten.pattern, aboutUndecided],
]

for (const [pattern, find] of FINDING) {
  contestRoute.use(pattern, signedInOnly)
  contestRoute.post(pattern, async (c) => {
    const { house, language } = c.var
    const typed = await typedOf(c.req)
    return inTransaction(house.db, async (tx) => {
      const own = await ownCase(c, tx, { hold: true })
      const about = own && (await find(c, tx, own))
      const code = first(typed, 'type')
      const way = about?.ways.find(({ description }) => description.type.code === code)
      if (!own || !about || !way) return c.notFound()
      if (way.open) return done(c, paths.application.to(language, way.open), 'told')
      if (way.refusal) return about.refused()
      const begun = await begin(c, tx, { own, about, way })
      return done(c, paths.application.to(language, { id: begun }), 'told')
    })
  })
}

type Beginning = {
  readonly own: OwnCase
  readonly about: About
  readonly way: Way
}

/** About whom the decision was or would be, by whoever acts for them. */
async function begin(
  c: PortalContext,
  tx: Tx,
  { own, about: { subject, contests }, way: { description } }: Beginning,
): Promise<string> {
  const { house, applicant } = c.var
  const { partyId, language } = applicant
  const [role] = description.type.roles
  assert(role !== undefined, 'a type has a role')
  const about = { partyId: subject, role: role.code }
  const beginning = { reader: { partyId, language }, about, contests }
  return beginCase(tx, house.keys, beginning, { ...own.taking, description })
}
