import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import type { ApplicationType } from '#core/policy/application-type.ts'
import { descriptionInForce } from '#core/policy/policy.ts'
import { inTransaction } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { ApplicationsPage } from '#portal/applications/page.tsx'
import { ownApplications, type OwnApplication } from '#portal/applications/queries.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { copyAnswers } from '#records/answers.ts'
import { beginCase } from '#records/cases.ts'
import { heldKey, holdParty } from '#records/parties.ts'
import { done } from '#telling/done.tsx'

/** The first type of application; more will be offered here once they are described. */
const OFFERED = 'recognition'

export const applicationsRoute = new Hono<PortalEnv>()

applicationsRoute.use(paths.applications.pattern, signedInOnly)

applicationsRoute.get(paths.applications.pattern, async (c) => {
  const applications = await inTransaction(c.var.house.db, (tx) =>
    ownApplications(tx, c.var.applicant.partyId),
  )
  return answer(c, applications)
})

applicationsRoute.post(paths.applications.pattern, async (c) => {
  const { house, applicant, language } = c.var
  const from = first(await typedOf(c.req), 'from')
  return inTransaction(house.db, async (tx) => {
    await holdParty(tx, applicant.partyId)
    const applications = await ownApplications(tx, applicant.partyId)
    const draft = applications.find(({ state }) => state === 'draft')
    if (draft) return done(c, paths.application.to(language, { id: draft.id }), 'told')
    const description = offered(c)
    if (!description || !mayBegin(applications, description.type.lifecycle)) {
      return answer(c, applications, 409)
    }
    const [at, on] = [house.clock.now(), house.clock.today()]
    const { partyId, language: reading } = applicant
    const by = { id: applicant.partyId, roles: ['applicant'] } as const
    const { calendars } = house.policy
    const reader = { partyId, language: reading }
    const taking = { by, at, on, description, calendars }
    const id = await beginCase(tx, house.keys, { reader }, taking)
    const earlier = earlierOf(applications, description.type)
    if (earlier?.id === from) {
      const ring = await house.keys.read({ cases: [from, id] })
      const within = (caseId: string) => {
        return { caseId, partyId, key: heldKey(ring, { party: partyId, caseId }) }
      }
      const { blocks } = description.type
      await copyAnswers(tx, { from: within(from), to: within(id), blocks, at })
    }
    return done(c, paths.application.to(language, { id }), 'told')
  })
})

function offered(c: PortalContext) {
  const { policy, clock } = c.var.house
  return descriptionInForce(policy, OFFERED, clock.today())
}

/** One application at a time: another may begin once none is open, and no status is held. */
function mayBegin(
  applications: readonly OwnApplication[],
  lifecycle: { readonly states: readonly { readonly state: string; readonly ends: boolean }[] },
): boolean {
  const ended = lifecycle.states.filter(({ ends }) => ends).map(({ state }) => state)
  return applications.every(({ state }) => ended.includes(state))
}

type Earlier = OwnApplication & { readonly number: string }

/** The last application of this type that was sent in, whose answers another may begin with. */
const earlierOf = (
  applications: readonly OwnApplication[],
  { code }: Pick<ApplicationType, 'code'>,
): Earlier | undefined =>
  applications.find((each): each is Earlier => each.type === code && each.number !== undefined)

function answer(
  c: PortalContext,
  applications: readonly OwnApplication[],
  status: 200 | 409 = 200,
) {
  const description = offered(c)
  return c.html(
    <ApplicationsPage
      view={viewOf(c)}
      applications={applications}
      typeTitle={description?.type.title[c.var.language] ?? ''}
      earlier={description && earlierOf(applications, description.type)}
      mayBegin={description !== undefined && mayBegin(applications, description.type.lifecycle)}
    />,
    status,
  )
}
