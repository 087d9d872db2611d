import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { ApplicationsPage } from '#portal/applications/page.tsx'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { holdingsOf, offersTo, type Offer } from '#portal/offers.ts'
import { ownCases, type ListedCase } from '#portal/own-cases.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { copyAnswers } from '#records/answers.ts'
import { beginCase } from '#records/cases.ts'
import { openElsewhere } from '#records/one-person.ts'
import { heldKey, holdParty } from '#records/parties.ts'
import { done } from '#telling/done.tsx'

/** What somebody has applied for, and what they can begin. */
export const applicationsRoute = new Hono<PortalEnv>()

applicationsRoute.use(paths.applications.pattern, signedInOnly)

applicationsRoute.get(paths.applications.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => page(c, await listOf(c, tx))),
)

applicationsRoute.post(paths.applications.pattern, async (c) => {
  const { house, applicant, language } = c.var
  const typed = await typedOf(c.req)
  return inTransaction(house.db, async (tx) => {
    await holdParty(tx, applicant.partyId)
    const list = await listOf(c, tx)
    const wanted = first(typed, 'type')
    const [only, another] = list.offers
    const offer = another
      ? list.offers.find(({ description }) => description.type.code === wanted)
      : only
    const draft = offer?.draft
    if (draft) return done(c, paths.application.to(language, { id: draft.id }), 'told')
    if (!offer || offer.refusal) return page(c, list, 409)
    const id = await begin(c, tx, { offer, from: first(typed, 'from') })
    return done(c, paths.application.to(language, { id }), 'told')
  })
})

type List = { readonly cases: readonly ListedCase[]; readonly offers: readonly Offer[] }

async function listOf(c: PortalContext, tx: Tx): Promise<List> {
  const { policy, clock } = c.var.house
  const on = clock.today()
  const all = await ownCases(tx, policy, c.var.applicant.partyId)
  const cases = all.filter(({ type }) => type.family !== true)
  const [holdings, openThere] = await Promise.all([
    holdingsOf(tx, c.var.applicant.partyId),
    openElsewhere(tx),
  ])
  return { cases, offers: offersTo({ policy, on, cases, holdings, openThere }) }
}

/** A draft, with the answers of an earlier case of theirs where they chose that. */
async function begin(
  c: PortalContext,
  tx: Tx,
  { offer, from }: { readonly offer: Offer; readonly from: string },
): Promise<string> {
  const { house, applicant } = c.var
  const { keys, clock, policy } = house
  const { partyId, language } = applicant
  const { description, earlier, role } = offer
  const at = clock.now()
  const by = { id: partyId, roles: [] }
  const taking = { by, at, on: clock.today(), description, calendars: policy.calendars }
  const about = role === undefined ? {} : { about: { partyId, role } }
  const id = await beginCase(tx, keys, { reader: { partyId, language }, ...about }, taking)
  if (earlier?.id !== from) return id
  const ring = await keys.read({ cases: [from, id] })
  const within = (caseId: string) => {
    return { caseId, partyId, key: heldKey(ring, { party: partyId, caseId }) }
  }
  const { blocks } = description.type
  await copyAnswers(tx, { from: within(from), to: within(id), blocks, at })
  return id
}

const page = (c: PortalContext, list: List, status: 200 | 409 = 200) => {
  const { policy, clock } = c.var.house
  const { statuses } = policy
  const on = clock.today()
  return c.render(
    <ApplicationsPage view={viewOf(c)} {...list} statuses={statuses} on={on} />,
    status,
  )
}
