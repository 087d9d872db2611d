import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { placeOf } from '#core/appointments/places.ts'
import { isIsoDate, type IsoDate } from '#core/dated.ts'
import { isId } from '#core/id.ts'
import { typeOf } from '#core/policy/policy.ts'
import { ComingPage } from '#office/coming/page.tsx'
import { comingNames } from '#office/coming-names.ts'
import { comingById, comingOn, type ComingRow } from '#office/coming/queries.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { openCase } from '#office/open-case.ts'
import { isOneOf } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { recordsVisits } from '#office/visits-asked.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { askedOf, typedOf } from '#platform/typed.ts'
import { recordVisit } from '#records/appointments.ts'
import { done } from '#telling/done.tsx'

/** Who comes in person, day by day, and whether they did. */
export const comingRoute = new Hono<OfficeEnv>()

comingRoute.use(paths.coming.pattern, signedInOnly)

/** Each who is named is looked at, and reads that. */
comingRoute.get(paths.coming.pattern, (c) => {
  if (!isOneOf(c.var.official.roles, 'service')) return c.notFound()
  const asked = { place: askedOf(c.req, 'place'), day: askedOf(c.req, 'day') }
  return inTransaction(c.var.house.db, async (tx) => c.render(await page(c, tx, asked)))
})

comingRoute.post(paths.coming.pattern, async (c) => {
  const { house, official, language } = c.var
  if (!isOneOf(official.roles, 'service')) return c.notFound()
  const typed = await typedOf(c.req)
  const [id, state] = [first(typed, 'visit'), first(typed, 'state')]
  const asked = { place: first(typed, 'place'), day: first(typed, 'day') }
  if (!isId(id) || (state !== 'came' && state !== 'missed')) return c.notFound()
  return inTransaction(house.db, async (tx) => {
    const found = await comingById(tx, id)
    const open = found && (await openCase(c, tx, { hold: true, id: found.caseId }))
    if (!found || !open || !recordsVisits(c.var.official, open.law.type, found.visit.step)) {
      return c.notFound()
    }
    const around = { held: open.found, taking: open.taking }
    const recorded = await recordVisit(tx, around, { visit: found.visit, state })
    const here = `${paths.coming.to(language)}?${new URLSearchParams(asked).toString()}`
    return recorded.done
      ? done(c, here, 'visit-recorded')
      : c.render(await page(c, tx, { ...asked, isGone: true }), 409)
  })
})

type Asked = { readonly place: string; readonly day: string; readonly isGone?: boolean }

async function page(c: OfficeContext, tx: Tx, { place: code, day: text, isGone }: Asked) {
  const { policy, clock } = c.var.house
  const { places } = policy
  const place = placeOf(places, code) ?? places[0]
  const today = clock.today()
  const day: IsoDate = isIsoDate(text) ? text : today
  const rows = place ? await comingOn(tx, { place: place.code, day }) : []
  const names = await comingNames(c, tx, rows)
  const typeIn = ({ type, typeHash, caseState: state }: ComingRow) =>
    typeOf(policy, { type, state, ...(typeHash === undefined ? {} : { typeHash }) })
  return (
    <ComingPage
      view={viewOf(c)}
      {...{ places, place, day, today, rows, names }}
      typeOf={typeIn}
      mayRecord={(row) => recordsVisits(c.var.official, typeIn(row), row.step)}
      isGone={isGone === true}
    />
  )
}
