import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { assert } from '#core/assert.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { carriedFrom } from '#portal/carried.ts'
import type { Way } from '#portal/contest-ways.ts'
import type { PortalContext, PortalEnv } from '#portal/env.ts'
import { waysAboutHeld } from '#portal/held-ways.ts'
import { ownCase, type OwnCase } from '#portal/own-case.ts'
import { ownStatus, type OwnStatus } from '#portal/own-status.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { carryAnswers } from '#records/answers.ts'
import { casesAbout } from '#records/cases-about.ts'
import { beginCase } from '#records/cases.ts'
import { heldKey } from '#records/parties.ts'
import { done } from '#telling/done.tsx'

/** A case about a status, begun where its holder reads of it; one that is open is gone on with. */
export const aboutHeldRoute = new Hono<PortalEnv>()

aboutHeldRoute.use(paths.aboutHeld.pattern, signedInOnly)

aboutHeldRoute.post(paths.aboutHeld.pattern, async (c) => {
  const { house, language } = c.var
  const typed = await typedOf(c.req)
  return inTransaction(house.db, async (tx) => {
    const own = await ownCase(c, tx, { hold: true })
    const held = own && (await ownStatus(tx, house, own))
    if (!own || !held) return c.notFound()
    const cases = await casesAbout(tx, held.status.number)
    const ways = waysAboutHeld(house.policy, { own, held, cases })
    const way = ways.find(({ description }) => description.type.code === first(typed, 'type'))
    if (!way) return c.notFound()
    if (way.open) return done(c, paths.application.to(language, way.open), 'told')
    if (way.refusal) return c.redirect(paths.application.to(language, { id: own.address }), 303)
    const begun = await begin(c, tx, { own, held, way })
    await carry(c, tx, { id: begun, from: first(typed, 'from'), held, way })
    return done(c, paths.application.to(language, { id: begun }), 'told')
  })
})

type Carrying = {
  readonly id: string
  readonly from: string
  readonly held: OwnStatus
  readonly way: Way
}

/** Nobody is asked again what was granted to them elsewhere. */
async function carry(c: PortalContext, tx: Tx, { id, from, held, way }: Carrying): Promise<void> {
  const { keys, clock } = c.var.house
  const { type } = way.description
  const { holder: partyId } = held.status
  const known = await carriedFrom(c, tx, { id: from, subject: partyId, type })
  if (known === undefined) return
  const ring = await keys.read({ cases: [id] })
  const to = { caseId: id, partyId, key: heldKey(ring, { party: partyId, caseId: id }) }
  await carryAnswers(tx, { to, blocks: type.blocks, known, at: clock.now() })
}

type Beginning = { readonly own: OwnCase; readonly held: OwnStatus; readonly way: Way }

/** For whoever holds it, by whoever acts for them. */
async function begin(
  c: PortalContext,
  tx: Tx,
  { own, held: { status }, way: { description } }: Beginning,
): Promise<string> {
  const { house, applicant } = c.var
  const { partyId, language } = applicant
  const [role] = description.type.roles
  assert(role !== undefined, 'a type has a role')
  const about = { partyId: status.holder, role: role.code }
  const beginning = { reader: { partyId, language }, about, status: status.number }
  return beginCase(tx, house.keys, beginning, { ...own.taking, description })
}
