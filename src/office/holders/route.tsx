import { Hono } from 'hono'
import { addDays, isIsoDate } from '#core/dated.ts'
import { inTransaction } from '#platform/database.ts'
import { askedOf } from '#platform/typed.ts'
import { withBack } from '#office/back.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { isOneOf } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { tidyNumber } from '#office/work-lists.ts'
import { linksWaiting } from '#records/one-person.ts'
import { HoldersPage, WITHIN_DAYS, type HoldersProps } from './page.tsx'
import { holdersNumbered, holdersOf, type HolderPlace } from './queries.ts'

export const holdersRoute = new Hono<OfficeEnv>()

/** The lines have no names, so that nobody is looked at; whose card is opened reads that. */
holdersRoute.get(paths.holders.pattern, signedInOnly, async (c) => {
  if (!isOneOf(c.var.official.roles, 'service')) return c.notFound()
  return new URL(c.req.url).searchParams.has('number') ? found(c) : listed(c)
})

async function listed(c: OfficeContext): Promise<Response> {
  const asked = askedIn(c)
  const { kinds, today, within } = asked
  const after = placeIn(askedOf(c.req, 'after'))
  const until = within === undefined ? undefined : addDays(today, within)
  const [page, waiting] = await inTransaction(c.var.house.db, async (tx) => [
    asked.kind ? await holdersOf(tx, { kind: asked.kind.code, until, after }) : { rows: [] },
    await linksWaiting(tx),
  ])
  const { policy } = c.var.house
  const props = {
    view: viewOf(c),
    policy,
    kinds,
    today,
    page,
    within,
    kind: asked.kind,
    after,
    waiting,
  }
  return c.render(<HoldersPage {...props} />)
}

async function found(c: OfficeContext): Promise<Response> {
  const { house, language } = c.var
  const text = askedOf(c.req, 'number').slice(0, NUMBER_MAX)
  const number = tidyNumber(text)
  const page = await inTransaction(house.db, async (tx) =>
    number === undefined ? { rows: [] } : holdersNumbered(tx, number),
  )
  const [only, ...others] = page.rows
  const view = viewOf(c)
  if (only && others.length === 0) {
    return c.redirect(withBack(view, paths.holder.to(language, only)), 303)
  }
  const problem = number === undefined ? 'nothingTyped' : 'notFound'
  const sought = only ? { text } : ({ text, problem } as const)
  const { kinds, today } = askedIn(c)
  const props = { view, policy: house.policy, kinds, today, page, sought }
  return c.render(<HoldersPage {...props} />, only ? 200 : 404)
}

const NUMBER_MAX = 100

/** Of which kind, and how soon it ends; what is not offered is all of the first. */
function askedIn(
  c: OfficeContext,
): Pick<HoldersProps, 'kinds' | 'today' | 'within'> & { readonly kind: HoldersProps['kind'] } {
  const { policy, clock } = c.var.house
  const kinds = [...policy.statuses.values()].filter(({ restsOn }) => restsOn === undefined)
  const wanted = askedOf(c.req, 'kind')
  const within = WITHIN_DAYS.find((days) => String(days) === askedOf(c.req, 'within'))
  return {
    kinds,
    today: clock.today(),
    within,
    kind: kinds.find(({ code }) => code === wanted) ?? kinds[0],
  }
}

function placeIn(text: string): HolderPlace | undefined {
  const [day = '', number = ''] = text.split('_')
  return isIsoDate(day) && tidyNumber(number) === number ? { day, number } : undefined
}
