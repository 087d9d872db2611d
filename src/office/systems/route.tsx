import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { readsSystems } from '#office/systems-readers.ts'
import { SystemsPage, type Wrong } from '#office/systems/page.tsx'
import { inTransaction } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { namesOfOfficials } from '#records/officials.ts'
import { askAgain, switchSystem, systemHealth } from '#records/systems.ts'
import { done } from '#telling/done.tsx'

export const systemsRoute = new Hono<OfficeEnv>()

systemsRoute.use(paths.systems.pattern, signedInOnly)

systemsRoute.get(paths.systems.pattern, (c) =>
  readsSystems(c.var.official) ? show(c) : c.notFound(),
)

systemsRoute.post(paths.systems.pattern, async (c) => {
  if (!isAdministrator(c)) return c.notFound()
  const { house, official, language } = c.var
  const typed = await typedOf(c.req)
  const [code, act, reason] = [first(typed, 'system'), first(typed, 'act'), first(typed, 'reason')]
  const system = house.policy.systems.systems.find((each) => each.code === code)
  if (system === undefined || system.services.length === 0 || !isAct(act)) return c.notFound()
  const why = reason.trim()
  const wrong = act === 'off' ? wrongIn(why) : undefined
  if (wrong !== undefined) return show(c, { system: code, reason, wrong })
  const at = await house.databaseNow(house.db)
  const by = { id: official.id, role: ADMINISTRATOR }
  const isDone = await inTransaction(house.db, async (tx) => {
    if (act === 'again') return askAgain(tx, code, at)
    const because = act === 'off' ? { reason: why } : {}
    return switchSystem(tx, house.keys, { system: code, by, at, ...because })
  })
  const back = paths.systems.to(language)
  return isDone ? done(c, back, SAID[act]) : c.redirect(back, 303)
})

const SAID = { off: 'system-off', on: 'system-on', again: 'system-again' } as const

const isAct = (act: string): act is keyof typeof SAID => Object.hasOwn(SAID, act)

const REASON_MAX = 1000

function wrongIn(reason: string): Wrong | undefined {
  if (reason === '') return 'reasonMissing'
  return reason.length > REASON_MAX ? 'reasonLong' : undefined
}

const ADMINISTRATOR = 'administrator'

const isAdministrator = (c: OfficeContext): boolean => c.var.official.roles.includes(ADMINISTRATOR)

async function show(
  c: OfficeContext,
  typed?: { readonly system: string; readonly reason: string; readonly wrong: Wrong },
) {
  const { house } = c.var
  const now = await house.databaseNow(house.db)
  const { health, names } = await inTransaction(house.db, async (tx) => {
    const found = await systemHealth(tx, house.keys, now)
    const by = found.flatMap(({ off }) => off?.by ?? [])
    return { health: found, names: await namesOfOfficials(tx, house.secret, by) }
  })
  const { systems, laws } = house.policy
  const page = (
    <SystemsPage
      view={viewOf(c)}
      systems={systems.systems}
      laws={laws}
      health={health}
      names={names}
      now={now}
      switches={isAdministrator(c)}
      {...(typed ? { typed } : {})}
    />
  )
  return c.render(page, typed ? 422 : 200)
}
