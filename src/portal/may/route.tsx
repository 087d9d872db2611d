import { Hono } from 'hono'
import { knownFrom } from '#core/answers/carried.ts'
import { first } from '#core/answers/typed.ts'
import { changesFor } from '#core/concessions/changes.ts'
import type { Holding } from '#core/concessions/classes.ts'
import { lastDayToKeep } from '#core/concessions/keeping.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { beginForTheirs, offersForTheirs } from '#portal/for-theirs.tsx'
import { shownTo } from '#portal/claim-ways.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { AlonePage, PersonPage } from '#portal/may/page.tsx'
import { holdingsOf, offersTo } from '#portal/offers.ts'
import { ownCases } from '#portal/own-cases.ts'
import {
  alone,
  familiesOf,
  familyKnown,
  ownFamily,
  placeOfSelf,
  readingOf,
  type OwnFamily,
  type Relative,
} from '#portal/own-family.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { familyAnswers } from '#records/families.ts'
import { givenThere } from '#records/given-there.ts'
import { openElsewhere } from '#records/one-person.ts'
import { wardsBesides } from '#portal/wards.tsx'
import { stillToDo } from '#portal/still-to-do.tsx'

/** What whoever is signed in may do now, and each of their family. */
export const mayRoute = new Hono<PortalEnv>()

for (const { pattern } of [paths.may, paths.mayOf]) mayRoute.use(pattern, signedInOnly)

mayRoute.get(paths.may.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const [first] = await familiesOf(c, tx)
    if (first !== undefined) {
      const id = await placeOfSelf(c, tx, first)
      const { search } = new URL(c.req.url)
      return c.redirect(`${paths.mayOf.to(c.var.language, { id })}${search}`, 303)
    }
    const person = await alone(c, tx)
    return page(c, tx, { person, migrant: person })
  }),
)

mayRoute.get(paths.mayOf.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const family = await ownFamily(c, tx)
    const person = family?.people.find(({ address }) => address === c.req.param('id'))
    return family && person
      ? page(c, tx, { person, migrant: family.people[0], family })
      : c.notFound()
  }),
)

mayRoute.post(paths.mayOf.pattern, async (c) => {
  const type = first(await typedOf(c.req), 'type')
  return inTransaction(c.var.house.db, async (tx) => {
    const family = await ownFamily(c, tx)
    const person = family?.people.find(({ address }) => address === c.req.param('id'))
    const isForOthers = person?.isTheirs === true && !person.isSelf
    if (!family || !isForOthers) return c.notFound()
    const { held, context } = family.own
    const written = (await familyAnswers(tx, held)).get(person.id) ?? {}
    const from = paths.mayOf.to(c.var.language, { id: person.address ?? '' })
    return beginForTheirs(c, tx, { person, type, from, known: knownFrom(context.type, written) })
  })
})

type Asked = {
  readonly person: Relative
  readonly migrant: Relative
  readonly family?: OwnFamily
}

async function page(c: PortalContext, tx: Tx, { person, migrant, family }: Asked) {
  const { policy } = c.var.house
  const there = await givenThere(tx, c.var.house, {
    parties: person.isTheirs ? [person.id] : [],
    on: c.var.house.clock.today(),
  })
  const reading = readingOf(c)
  const { on } = reading
  const known = familyKnown(c, migrant)
  const ever = migrant.holds.filter(({ kind }) => kind === known?.concessions.holds)
  const [cases, openThere] = await Promise.all([
    ownCases(tx, policy, c.var.applicant.partyId),
    openElsewhere(tx),
  ])
  const held = person.holds.filter(({ from, until }) => from <= on && on <= until)
  const toDo = await stillToDo(c, tx, { held, party: person.id, cases })
  const people = family?.people ?? [person]
  const wards = person.isSelf ? await wardsBesides(c, tx, { cases, people }) : []
  if (known === undefined || (family === undefined && ever.length === 0)) {
    const applyBy = (held: Holding) => known && lastDayToKeep(held, known)
    const alone = { reading, person, cases, there, toDo, applyBy, wards }
    return c.render(<AlonePage view={viewOf(c)} {...alone} />)
  }
  const isOfOther = person.isTheirs && !person.isSelf
  const theirs = isOfOther ? await ownCases(tx, policy, person.id) : []
  const self = family?.people.find(({ isSelf }) => isSelf) ?? person
  const holdings = self.isSelf ? self.holds : await holdingsOf(tx, c.var.applicant.partyId)
  const offers = offersTo({ policy, on, cases, holdings, openThere })
  const claims = shownTo(person, { known, migrant, policy, offers, cases, reading })
  const rests = ever.find(({ from, until }) => from <= on && on <= until)?.until
  const ended = ever
    .map(({ until }) => until)
    .toSorted()
    .at(-1)
  const [begins] = offersTo({ policy, on, cases, holdings, about: 'family' })
  return c.render(
    <PersonPage
      view={viewOf(c)}
      reading={reading}
      person={person}
      there={there}
      cases={cases}
      forThem={offersForTheirs({ policy, on, person, cases: theirs })}
      toDo={toDo}
      wards={wards}
      concessions={known.concessions}
      claims={claims}
      changes={changesFor(person, known, { claims, on })}
      rests={rests}
      ended={rests === undefined ? ended : undefined}
      family={family?.own.held.standing.id}
      mayBegin={family === undefined && begins !== undefined && begins.refusal === undefined}
    />,
  )
}
