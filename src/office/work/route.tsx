import { Hono } from 'hono'
import { rolesOf, type Role } from '#core/cases/roles.ts'
import { asksIn, askOf } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import {
  descriptionsInForce,
  descriptionOf,
  typeOf,
  type Description,
} from '#core/policy/policy.ts'
import { askedOf } from '#platform/typed.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { caseAddress, withBack } from '#office/back.ts'
import { actorIn, viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { hasLists, isOneOf, ownPage } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { sightOf } from '#office/sight.ts'
import {
  EVERYTHING,
  LIST_CODES,
  LISTED_STAGES,
  OF_BODIES,
  placeIn,
  tidyNumber,
  type ListCode,
  type OfBodies,
  type Place,
} from '#office/work-lists.ts'
import { readCase } from '#records/read-case.ts'
import { WorkListPage, type Listed, type Reading, type WorkProps } from './page.tsx'
import {
  allCases,
  cardNumbered,
  casesAt,
  casesNumbered,
  casesWithRoles,
  countOwedBy,
  countsAt,
  endedCases,
  tasksOfBody,
  casesOwedBy,
  type InRoles,
  type WorkPage,
} from './queries.ts'

export const workRoute = new Hono<OfficeEnv>()

/** Whoever has no work in a list lands on the page that is theirs, with what was just done. */
workRoute.get(paths.work.pattern, signedInOnly, async (c) => {
  const { official, language, house } = c.var
  const own = ownPage(official.roles, language)
  const isAsked = askedOf(c.req, 'list') !== '' && hasLists(official.roles)
  if (own !== paths.work.to(language) && !isAsked) {
    return c.redirect(`${own}${new URL(c.req.url).search}`, 303)
  }
  const reading = readingIn(c)
  if (!reading) return c.notFound()
  const work = await inTransaction(house.db, (tx) => workOf(c, tx))
  return c.render(<WorkListPage view={viewOf(c)} reading={reading} {...work} />)
})

/**
 * The same answer for a number that is not there and for one that is not theirs to see. What is the
 * number of a status alone, and of no case, leads to the card of whoever holds it.
 */
workRoute.get(paths.search.pattern, signedInOnly, async (c) => {
  const { official, house } = c.var
  const reading = readingIn(c)
  if (!reading || !hasLists(official.roles)) return c.notFound()
  const text = askedOf(c.req, 'number').slice(0, NUMBER_MAX)
  const number = tidyNumber(text)
  const { page, card } =
    number === undefined
      ? { page: NOTHING, card: undefined }
      : await inTransaction(house.db, async (tx) => ({
          page: await foundBy(c, tx, number),
          card: isOneOf(official.roles, 'service') ? await cardNumbered(tx, number) : undefined,
        }))
  const [only, ...others] = page.rows
  const view = viewOf(c)
  if (only && others.length === 0) {
    const isOfCase = number !== undefined && only.number.endsWith(number)
    const leadsTo =
      card && !isOfCase
        ? withBack(view, paths.holder.to(view.language, card))
        : caseAddress(view, only.id)
    return c.redirect(leadsTo, 303)
  }
  const lists: readonly Listed[] = only ? [{ kind: 'found', page }] : []
  const problem = number === undefined ? 'nothingTyped' : 'notFound'
  const sought = only ? { text } : ({ text, problem } as const)
  const listed = <WorkListPage view={view} reading={reading} lists={lists} sought={sought} />
  return c.render(listed, only ? 200 : 404)
})

const NUMBER_MAX = 100
const NOTHING: WorkPage = { rows: [] }

/** A body finds only what it may see, and a case that was erased is nothing of theirs any more. */
async function foundBy(c: OfficeContext, tx: Tx, number: string): Promise<WorkPage> {
  const { roles } = c.var.official
  const { keys, policy, clock } = c.var.house
  const page = await casesNumbered(tx, number)
  if (isOneOf(roles, 'service') || isOneOf(roles, 'watch')) return page
  const rows: WorkPage['rows'][number][] = []
  for (const row of page.rows) {
    if (row.erased) continue
    const found = await readCase(tx, keys, row.id)
    if (!found) continue
    const description = descriptionOf(policy, found.standing, clock.today())
    if (sightOf(actorIn(c), found.standing, description)) rows.push(row)
  }
  return { rows }
}

/** The lists of whoever is signed in. */
async function workOf(c: OfficeContext, tx: Tx): Promise<Pick<WorkProps, 'lists' | 'tabs'>> {
  const { id, roles, body } = c.var.official
  const asked = askedOf(c.req, 'list')
  const after = placeIn(askedOf(c.req, 'after'))
  const lists: Listed[] = []
  for (const kind of OF_BODIES) {
    if (body === undefined || !answers(c, kind)) continue
    const from = asked === kind ? after : undefined
    lists.push({ kind, from, page: await tasksOfBody(tx, { body, kind }, from) })
  }
  const elsewhere = roles.filter((role) => [...COUNCIL, ...MISSION].includes(role))
  if (!isOneOf(roles, 'service') && !isOneOf(roles, 'watch')) {
    return { lists: [...lists, ...(await listsElsewhere(c, tx, elsewhere))] }
  }

  const own = { id, roles: ownersIn(c) }
  const codes = codesIn(c).filter((code) => code !== 'mine' || own.roles.length > 0)
  const code = codes.find((each) => each === asked) ?? firstList(c, codes)
  const from = asked === code ? after : undefined
  const [page, counts, mine] = await Promise.all([
    pageAt(tx, { code, own, from }),
    countsAt(tx, COUNTED),
    countOwedBy(tx, own),
  ])
  const tabs = new Map(
    codes.map((each) => [each, each === 'mine' ? mine : counts.get(each)] as const),
  )
  return { lists: [...lists, { kind: code, from, page }], tabs }
}

const COUNCIL: readonly Role[] = rolesOf('council')
const MISSION: readonly Role[] = rolesOf('mission')

/**
 * What waits for people of a council or a mission; and where they deal with the council's cases,
 * all that wait for anybody.
 */
async function listsElsewhere(
  c: OfficeContext,
  tx: Tx,
  roles: readonly Role[],
): Promise<readonly Listed[]> {
  if (roles.length === 0) return []
  const asked = askedOf(c.req, 'list')
  const after = placeIn(askedOf(c.req, 'after'))
  const from = (kind: Listed['kind']) => (asked === kind ? after : undefined)
  const own = { id: c.var.official.id, roles }
  const mine: Listed = {
    kind: 'mine',
    from: from('mine'),
    page: await casesOwedBy(tx, own, from('mine')),
  }
  const inCouncil = roles.filter((role) => COUNCIL.includes(role))
  const deals = typesIn(c).some(({ steps }) =>
    steps.some(({ kind, by }) => kind !== 'answer' && by.some((role) => inCouncil.includes(role))),
  )
  if (!deals) return [mine]
  const page = await casesWithRoles(tx, COUNCIL, from('council'))
  return [mine, { kind: 'council', from: from('council'), page }]
}

type Asking = {
  readonly code: ListCode
  readonly own: InRoles
  readonly from: Place | undefined
}

function pageAt(tx: Tx, { code, own, from }: Asking): Promise<WorkPage> {
  if (code === 'mine') return casesOwedBy(tx, own, from)
  if (code === EVERYTHING) return allCases(tx, from)
  return code === 'ended' ? endedCases(tx, from) : casesAt(tx, code, from)
}

/** Lists of what is still to be done; the others only grow. */
const COUNTED = LISTED_STAGES.filter((stage) => stage !== 'ended')

const SERVICE: readonly Role[] = rolesOf('service')

/** Their roles in which they own the next move of a case, or something is asked of them there. */
function ownersIn(c: OfficeContext): readonly Role[] {
  const owners = new Set(
    typesIn(c).flatMap(({ states, steps }) => [
      ...states.map(({ owner }) => owner),
      ...steps.flatMap(asksIn).map(({ of }) => of),
    ]),
  )
  const ours = [...SERVICE, ...COUNCIL, ...rolesOf('watch')]
  return c.var.official.roles.filter((role) => ours.includes(role) && owners.has(role))
}

/** Of the stages only those that a case of some type can be at. */
function codesIn(c: OfficeContext): readonly ListCode[] {
  const types = [...c.var.house.policy.types.current.values()]
  const stages = new Set(types.flatMap(({ states }) => states.map(({ stage }) => stage)))
  return LIST_CODES.filter((code) => code === 'mine' || code === EVERYTHING || stages.has(code))
}

/** What waits for them; else cases at the first stage at which they may do something; else all. */
function firstList(c: OfficeContext, codes: readonly ListCode[]): ListCode {
  if (codes.includes('mine')) return 'mine'
  const { roles } = c.var.official
  const states = typesIn(c).flatMap(({ steps, states: all }) =>
    steps
      .filter(({ by }) => by.some((role) => roles.includes(role)))
      .flatMap(({ from }) => all.filter(({ code }) => from.includes(code))),
  )
  return codes.find((code) => states.some(({ stage }) => stage === code)) ?? EVERYTHING
}

/** Whether somebody has a role in which such a task is answered, in any type there is. */
const answers = (c: OfficeContext, kind: OfBodies): boolean =>
  typesIn(c).some((type) =>
    type.steps.some(
      ({ code, by }) =>
        askOf(type, code)?.kind === kind && by.some((role) => c.var.official.roles.includes(role)),
    ),
  )

/** The newest description of each type. */
function descriptionsIn(c: OfficeContext): readonly Description[] {
  const { policy, clock } = c.var.house
  return descriptionsInForce(policy, clock.today())
}

const typesIn = (c: OfficeContext): readonly CaseType[] => descriptionsIn(c).map(({ type }) => type)

/** Lists are worded and measured by the law in force today; there are none without. */
function readingIn(c: OfficeContext): Reading | undefined {
  const { clock, policy } = c.var.house
  const today = clock.today()
  const newest = new Map(descriptionsIn(c).map((each) => [each.type.code, each]))
  if (newest.size === 0) return undefined
  return {
    today,
    calendars: policy.calendars,
    missions: policy.missions,
    systems: policy.systems,
    descriptionOf: (row) => {
      const current = newest.get(row.type)
      return current && { ...current, type: typeOf(policy, row) }
    },
    language: c.var.language,
  }
}
