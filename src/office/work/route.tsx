import { Hono } from 'hono'
import { stopsIn } from '#core/lifecycle/dues.ts'
import { rolesOf, type Role, type State } from '#core/lifecycle/lifecycle.ts'
import { isInForce } from '#core/policy/policy.ts'
import { askedOf } from '#platform/typed.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { actorIn, viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { sightOf } from '#office/sight.ts'
import type { Reading } from '#office/time-left.ts'
import { readCase } from '#records/cases.ts'
import {
  firstList,
  isListCode,
  isWhole,
  LIST_CODES,
  LISTS,
  placeIn,
  tidyNumber,
  type ListCode,
} from '#office/work-lists.ts'
import { WorkListPage, type Listed, type WorkProps } from './page.tsx'
import { caseByNumber, casesIn, countsOf, tasksOf, type Listing } from './queries.ts'

export const workRoute = new Hono<OfficeEnv>()

workRoute.get(paths.work.pattern, signedInOnly, async (c) => {
  const reading = readingIn(c)
  if (!reading) return c.notFound()
  const work = await inTransaction(c.var.house.db, (tx) => workOf(c, tx, reading))
  return c.html(<WorkListPage view={viewOf(c)} reading={reading} {...work} />)
})

/** The same answer for a number that is not there and for one that is not theirs to see. */
workRoute.get(paths.search.pattern, signedInOnly, async (c) => {
  const { db, keys } = c.var.house
  const reading = readingIn(c)
  if (!reading) return c.notFound()
  const typed = askedOf(c.req, 'number').slice(0, NUMBER_MAX)
  const found = await inTransaction(db, async (tx) => {
    const number = tidyNumber(typed)
    const id = number === undefined ? undefined : await caseByNumber(tx, number)
    const known = id === undefined ? undefined : await readCase(tx, keys, id)
    const isTheirs = known && sightOf(actorIn(c), known.application) !== undefined
    return isTheirs ? { id: known.application.id } : workOf(c, tx, reading)
  })
  if ('id' in found) return c.redirect(paths.case.to(c.var.language, found), 303)
  const sought = { text: typed, problem: problemIn(typed) }
  const page = <WorkListPage view={viewOf(c)} reading={reading} {...found} sought={sought} />
  return c.html(page, 404)
})

const NUMBER_MAX = 100

/** Why nothing was found; of a whole number it is not said whether it exists. */
function problemIn(typed: string): NonNullable<WorkProps['sought']>['problem'] {
  if (typed === '') return 'nothingTyped'
  return isWhole(tidyNumber(typed) ?? '') ? 'notFound' : 'notWhole'
}

const SERVICE: readonly Role[] = [...rolesOf('service'), ...rolesOf('watch')]
const SCORING: readonly Role[] = ['expert', 'body-supervisor']

/** The lists of whoever is signed in. */
async function workOf(
  c: OfficeContext,
  tx: Tx,
  reading: Reading,
): Promise<Pick<WorkProps, 'lists' | 'tabs'>> {
  const { roles, body } = c.var.official
  const has = (wanted: readonly Role[]) => wanted.some((role) => roles.includes(role))
  const asked = askedOf(c.req, 'list')
  const after = placeIn(askedOf(c.req, 'after'))
  const lists: Listed[] = []
  for (const kind of ['points', 'opinion'] as const) {
    const isTheirs = has(kind === 'points' ? SCORING : ['objection-officer'])
    if (!isTheirs || body === undefined) continue
    const from = asked === kind ? after : undefined
    const page = await tasksOf(tx, { body, kind }, from)
    lists.push({ kind, page, goesOn: from !== undefined })
  }
  if (!has(SERVICE)) return { lists }

  const code = isListCode(asked) ? asked : firstList(roles)
  const from = asked === code ? after : undefined
  const [page, counts] = await Promise.all([
    casesIn(tx, LISTS[code].map(listingIn(reading)), from),
    countsOf(
      tx,
      COUNTED.flatMap((each) => [...LISTS[each]]),
    ),
  ])
  const tabs = new Map(COUNTED.map((each) => [each, sum(LISTS[each], counts)]))
  return { lists: [...lists, { kind: code, page, goesOn: from !== undefined }], tabs }
}

const listingIn =
  ({ stopsIn: stopped }: Reading) =>
  (state: State): Listing => ({ state, stopped: stopped.includes(state) })

/** Lists of what is still to be done; the others only grow. */
const COUNTED = LIST_CODES.filter((code) => code !== 'decided' && code !== 'all')

const sum = (states: (typeof LISTS)[ListCode], counts: ReadonlyMap<string, number>): number =>
  states.reduce((total, state) => total + (counts.get(state) ?? 0), 0)

/** Lists are worded and measured by the rules in force today; there are none without. */
function readingIn(c: OfficeContext): Reading | undefined {
  const { clock, policy } = c.var.house
  const today = clock.today()
  const rules = [...policy.ruleSets.values()].find((each) => isInForce(each, today))
  if (!rules) return undefined
  const lives = [...policy.types.values()].map(({ lifecycle }) => lifecycle)
  return {
    today,
    calendars: policy.calendars,
    rules,
    stopsIn: lives.flatMap((lifecycle) => stopsIn(lifecycle, rules)),
    language: c.var.language,
  }
}
