import { Hono } from 'hono'
import { rolesOf, type Role } from '#core/cases/roles.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { withBack } from '#office/back.ts'
import { actorIn, viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import type { LookedAt } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { tidyNumber } from '#office/work-lists.ts'
import { comingOfAge } from '#core/cases/taking-over.ts'
import type { House } from '#records/house.ts'
import { givenThere } from '#records/given-there.ts'
import { recordLooks } from '#records/looks.ts'
import { sameAmong } from '#records/one-person.ts'
import { chargesAmong } from '#records/taking-over.ts'
import { aheadOf, joined, namedOf, peopleIn, personFrom } from './around/people.ts'
import {
  foundationOf,
  openCasesOf,
  peopleAround,
  OPEN_MAX,
  PEOPLE_ROWS_MAX,
  STATUSES_MAX,
  statusesOf,
  type StatusHeld,
} from './around/queries.ts'
import { HolderPage, type Card } from './page.tsx'

export const holderRoute = new Hono<OfficeEnv>()

const SERVICE: readonly Role[] = rolesOf('service')

/** The number of what rests on a status leads to the card of whoever holds that. */
holderRoute.get(paths.holder.pattern, signedInOnly, async (c) => {
  const { official, house, language } = c.var
  const as = SERVICE.find((role) => official.roles.includes(role))
  const number = tidyNumber(c.req.param('number') ?? '')
  if (as === undefined || number === undefined) return c.notFound()
  const found = await inTransaction(house.db, async (tx) => {
    const status = await foundationOf(tx, number)
    if (status === undefined || status.number !== c.req.param('number')) return status
    return cardOf(c, tx, { status, as })
  })
  if (found === undefined) return c.notFound()
  const view = viewOf(c)
  if ('people' in found) return c.render(<HolderPage view={view} {...found} />)
  return c.redirect(withBack(view, paths.holder.to(language, found)), 303)
})

type Asked = { readonly status: StatusHeld; readonly as: Role }

/** Read and noted together: of each whose answers are opened a look, before anything is shown. */
async function cardOf(c: OfficeContext, tx: Tx, { status, as }: Asked): Promise<Card> {
  const { keys, clock, policy } = c.var.house
  const on = clock.today()
  const around = await peopleAround(tx, status)
  const groups = peopleIn(around.slice(0, PEOPLE_ROWS_MAX), status)
  const subjects = groups.flatMap((rows) =>
    rows.some(({ isSubject }) => isSubject) ? [rows[0].party] : [],
  )
  const same = await sameAmong(tx, subjects)
  const others = same.map((each) => each.same).filter((id) => !subjects.includes(id))
  const all = [...new Set([...subjects, ...others])]
  const [named, statuses, open, charges, there] = await Promise.all([
    namedOf(tx, { keys, policy, clock }, groups),
    statusesOf(tx, all),
    openCasesOf(tx, all),
    chargesAmong(tx, subjects),
    givenThere(tx, { keys, policy }, { parties: all, on }),
  ])
  const by = { ...actorIn(c), roles: [as] }
  const page: LookedAt = 'holder-page'
  // What another system gave is read in the case that was sent there, which is looked at as well.
  const read = there.filter(({ holder, caseId }) => named.get(holder)?.caseId !== caseId)
  const at = clock.now()
  const unread = others.filter((id) => !read.some(({ holder }) => holder === id))
  const linked = await keptOf(keys, unread, { statuses, open })
  await recordLooks(
    tx,
    [
      ...named.values(),
      ...read.map((each) => ({ ...each, partyId: each.holder, at })),
      ...linked.map((each) => ({ ...each, at })),
    ].map(({ partyId, caseId, key, at: moment }) => {
      return { by, page, partyId, caseId, key, at: moment }
    }),
  )
  const known = { status, named, same, statuses: statuses.slice(0, STATUSES_MAX), policy, on }
  const people = joined(groups.map((rows) => personFrom(rows, known)))
  return {
    status,
    people,
    there,
    ahead: aheadOf(people, known),
    open: open.slice(0, OPEN_MAX),
    charges: charges.flatMap(({ partyId, ofAgeOn }) =>
      comingOfAge(ofAgeOn, on) === 'of-age' ? partyId : [],
    ),
    isCut:
      around.length > PEOPLE_ROWS_MAX || statuses.length > STATUSES_MAX || open.length > OPEN_MAX,
    reading: { policy, on },
  }
}

/** Where what the card shows of each is kept, by another entry of whoever it is about. */
async function keptOf(
  keys: House['keys'],
  parties: readonly string[],
  { statuses, open }: { readonly statuses: readonly StatusHeld[]; readonly open: Card['open'] },
) {
  const kept = parties.flatMap((partyId) => {
    const given = statuses.find(({ holder }) => holder === partyId)?.caseId
    const caseId = given ?? open.find((each) => each.parties.includes(partyId))?.id
    return caseId === undefined ? [] : [{ partyId, caseId }]
  })
  if (kept.length === 0) return []
  const ring = await keys.read({ cases: kept.map(({ caseId }) => caseId) })
  return kept.flatMap((each) => {
    const key = ring.of({ party: each.partyId, caseId: each.caseId })
    return key === 'erased' ? [] : [{ ...each, key }]
  })
}
