import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { isId } from '#core/id.ts'
import type { Language } from '#core/language.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { askedOf, typedOf } from '#platform/typed.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { LooksPage } from '#portal/looks/page.tsx'
import { RegistersAsked, SystemsAnswered } from '#portal/looks/registers.tsx'
import { holdingsOf, offersTo, type Offer } from '#portal/offers.ts'
import { ownCases } from '#portal/own-cases.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { beginCase } from '#records/cases.ts'
import { ASKED_PAGE, askedAbout } from '#records/inquiries.ts'
import { LOOKS_PAGE, looksAt } from '#records/looks.ts'
import { ANSWERED_PAGE, answeredAbout } from '#records/offered.ts'
import { ownLinks } from '#records/one-person.ts'
import { holdParty } from '#records/parties.ts'
import { done } from '#telling/done.tsx'

/** Who looked at my data, and what I can ask about it. */
export const looksRoute = new Hono<PortalEnv>()

looksRoute.use(paths.looks.pattern, signedInOnly)

looksRoute.get(paths.looks.pattern, async (c) => {
  const { house, applicant, language } = c.var
  const before = askedOf(c.req, 'before')
  const askedBefore = askedOf(c.req, 'asked-before')
  const answeredBefore = askedOf(c.req, 'answered-before')
  const [looks, cases, holdings, asked, answered, links] = await inTransaction(house.db, (tx) =>
    Promise.all([
      looksAt(tx, applicant.partyId, isId(before) ? before : undefined),
      ownCases(tx, house.policy, applicant.partyId),
      holdingsOf(tx, applicant.partyId),
      askedAbout(tx, applicant.partyId, isId(askedBefore) ? askedBefore : undefined),
      answeredAbout(tx, applicant.partyId, isId(answeredBefore) ? answeredBefore : undefined),
      ownLinks(tx),
    ]),
  )
  const { systems, laws } = house.policy
  const lastAnswered = answered.length === ANSWERED_PAGE ? answered.at(-1) : undefined
  const lastAsked = asked.length === ASKED_PAGE ? asked.at(-1) : undefined
  const last = looks.length === LOOKS_PAGE ? looks.at(-1) : undefined
  const older = last && `${paths.looks.to(language)}?before=${last.id}`
  const { current } = house.policy.procedures
  const bodies = [...current.values()].flatMap((procedure) => procedure.bodies)
  return c.render(
    <LooksPage
      view={viewOf(c)}
      looks={looks}
      links={links}
      bodies={bodies}
      cases={cases}
      offers={offersIn(c, { cases, holdings })}
      registers={
        <>
          <RegistersAsked
            {...{ asked, systems, laws, language }}
            {...olderThan('asked-before', language, lastAsked)}
          />
          <SystemsAnswered
            {...{ answered, systems, laws, language }}
            {...olderThan('answered-before', language, lastAnswered)}
          />
        </>
      }
      {...(older ? { older } : {})}
    />,
  )
})

/** The next page of one list. */
const olderThan = (name: string, language: Language, last: { readonly id: string } | undefined) =>
  last === undefined ? {} : { older: `${paths.looks.to(language)}?${name}=${last.id}` }

looksRoute.post(paths.looks.pattern, async (c) => {
  const { house, applicant, language } = c.var
  const code = first(await typedOf(c.req), 'type')
  return inTransaction(house.db, async (tx) => {
    const { partyId } = applicant
    await holdParty(tx, partyId)
    const offers = await offersOf(c, tx)
    const offer = offers.find(({ description }) => description.type.code === code)
    if (!offer) return c.notFound()
    const { description, draft, refusal } = offer
    if (draft) return done(c, paths.application.to(language, { id: draft.id }), 'told')
    if (refusal) return c.redirect(paths.looks.to(language), 303)
    const { clock, keys, policy } = house
    const when = { at: clock.now(), on: clock.today() }
    const taking = { by: { id: partyId, roles: [] }, ...when, description }
    const reader = { partyId, language: applicant.language }
    const { calendars } = policy
    const id = await beginCase(tx, keys, { reader }, { ...taking, calendars })
    return done(c, paths.application.to(language, { id }), 'told')
  })
})

/** What somebody can begin about what is kept of them. */
async function offersOf(c: PortalContext, tx: Tx): Promise<readonly Offer[]> {
  const { house, applicant } = c.var
  const cases = await ownCases(tx, house.policy, applicant.partyId)
  return offersIn(c, { cases, holdings: await holdingsOf(tx, applicant.partyId) })
}

function offersIn(
  c: PortalContext,
  known: Pick<Parameters<typeof offersTo>[0], 'cases' | 'holdings'>,
): readonly Offer[] {
  const { policy, clock } = c.var.house
  return offersTo({ policy, on: clock.today(), ...known, about: 'self' })
}
