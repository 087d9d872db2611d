import { Hono } from 'hono'
import { placeIn } from '#core/cases/place.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { isForNow, shownTo } from '#portal/claim-ways.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { FamilyPage, type Pictured } from '#portal/family/page.tsx'
import { offersForTheirs } from '#portal/for-theirs.tsx'
import { joinsOf, JoinsSection } from '#portal/joins.tsx'
import { nameSelf } from '#portal/name-self.ts'
import { holdingsOf, offersTo } from '#portal/offers.ts'
import { ownParts } from '#portal/own-case.ts'
import { ownCases } from '#portal/own-cases.ts'
import {
  familiesOf,
  familyKnown,
  migrantName,
  ownFamily,
  readingOf,
  type OwnFamily,
} from '#portal/own-family.ts'
import { wardsBesides } from '#portal/wards.tsx'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { beginCase } from '#records/cases.ts'
import { givenThere } from '#records/given-there.ts'
import { openElsewhere } from '#records/one-person.ts'
import { holdParty } from '#records/parties.ts'
import { done } from '#telling/done.tsx'

/** The family of whoever is signed in, in one picture. */
export const familyRoute = new Hono<PortalEnv>()

for (const { pattern } of [paths.family, paths.familyOf]) familyRoute.use(pattern, signedInOnly)

familyRoute.get(paths.family.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const [id] = await familiesOf(c, tx)
    const { language } = c.var
    const to = id === undefined ? paths.may.to(language) : paths.familyOf.to(language, { id })
    return c.redirect(to, 303)
  }),
)

familyRoute.post(paths.family.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const { language, house, applicant } = c.var
    const { policy, clock, keys } = house
    await holdParty(tx, applicant.partyId)
    const on = clock.today()
    const cases = await ownCases(tx, policy, applicant.partyId)
    const holdings = await holdingsOf(tx, applicant.partyId)
    const [offer] = offersTo({ policy, on, cases, holdings, about: 'family' })
    if (offer?.draft) return done(c, paths.familyOf.to(language, { id: offer.draft.id }), 'told')
    if (!offer || offer.refusal) return c.redirect(paths.may.to(language), 303)
    const by = { id: applicant.partyId, roles: [] }
    const { description } = offer
    const { calendars } = policy
    const taking = { by, at: clock.now(), on, description, calendars }
    const id = await beginCase(tx, keys, { reader: applicant }, taking)
    await nameSelf(c, tx, { caseId: id, type: description.type, at: taking.at })
    return done(c, paths.familyOf.to(language, { id }), 'told')
  }),
)

familyRoute.get(paths.familyOf.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const { place } = placeIn(c.req.param('id') ?? '')
    const family = place === undefined ? await ownFamily(c, tx) : undefined
    return family ? page(c, tx, family) : c.notFound()
  }),
)

async function page(c: PortalContext, tx: Tx, { own, people }: OwnFamily) {
  const { language } = c.var
  const reading = readingOf(c)
  const known = familyKnown(c, people[0])
  const { standing } = own.held
  const [parts, families] = [await ownParts(c, tx), await familiesOf(c, tx)]
  const { policy } = c.var.house
  const [cases, openThere] = await Promise.all([
    ownCases(tx, policy, c.var.applicant.partyId),
    openElsewhere(tx),
  ])
  const [migrant] = people
  const self = people.find(({ isSelf }) => isSelf)
  const holdings = self?.holds ?? (await holdingsOf(tx, c.var.applicant.partyId))
  const offers = offersTo({ policy, on: reading.on, cases, holdings, openThere })
  const theirs = people.filter(({ isTheirs }) => isTheirs).map(({ id }) => id)
  const given = await givenThere(tx, c.var.house, { parties: theirs, on: reading.on })
  const [first, ...rest] = parts
  const block = own.context.type.blocks[0]?.code
  const pictured = people.map((relation): Pictured => {
    const there = given.filter(({ holder }) => holder === relation.id)
    const person = { ...relation, there }
    const { address: id, isTheirs } = person
    const asking = known && { known, migrant, policy, offers, cases, reading }
    // What others have applied for themselves nobody else is told, so nothing of theirs is counted.
    const isKnown = person.isSelf || person.isTheirs
    const count = asking && isKnown ? shownTo(person, asking).filter(isForNow).length : 0
    const forThem = offersForTheirs({ policy, on: reading.on, person, cases: [] })
    const shown = { ...person, count, forThem }
    if (!isTheirs || id === undefined || block === undefined) return shown
    return { ...shown, enter: paths.block.to(language, { id, block }) }
  })
  const wards = await wardsBesides(c, tx, { cases, people })
  const others = []
  for (const id of families.filter((each) => each !== standing.id)) {
    others.push({ id, name: await migrantName(c, tx, id) })
  }
  return c.render(
    <FamilyPage view={viewOf(c)} {...{ reading, cases, others, wards }} people={pictured}>
      {first && <JoinsSection {...await joinsOf(c, tx, [first, ...rest])} />}
    </FamilyPage>,
  )
}
