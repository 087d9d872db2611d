import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { rolesOf } from '#core/cases/roles.ts'
import { comingOfAge } from '#core/cases/taking-over.ts'
import { isEmail } from '#core/facts/email.ts'
import { isId } from '#core/id.ts'
import { isLanguage } from '#core/language.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { HandOverPage } from '#office/hand-over/page.tsx'
import type { HandOverWords } from '#office/hand-over/words.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { readCase, type Case } from '#records/read-case.ts'
import { chargesAmong, inviteToTakeOver } from '#records/taking-over.ts'
import { done } from '#telling/done.tsx'
import { subjectTitle } from '#telling/person.ts'

/**
 * The Service invites somebody who is of age to go on by themselves, by a case that they are in:
 * where whoever acted for them is gone, or does not.
 */
export const handOverRoute = new Hono<OfficeEnv>()

handOverRoute.use(paths.handOver.pattern, signedInOnly)

handOverRoute.get(paths.handOver.pattern, (c) =>
  withCharge(c, (handing) => page(c, handing, { email: '', reads: 'az' })),
)

handOverRoute.post(paths.handOver.pattern, async (c) => {
  const typed = await typedOf(c.req)
  const [email, reads] = [first(typed, 'email').trim(), first(typed, 'language')]
  return withCharge(c, async (handing, tx) => {
    if (!isEmail(email) || !isLanguage(reads)) {
      return page(c, handing, { email, reads, problem: 'emailWrong' })
    }
    const { found, charge } = handing
    const caseId = found.standing.id
    const at = c.var.house.clock.now()
    const asking = { caseId, charge, email, language: reads, at }
    const asked = await inviteToTakeOver(tx, c.var.house, asking)
    if (asked === 'unknown') return page(c, handing, { email, reads, problem: 'unknown' })
    if (asked !== 'invited') return page(c, handing, { email, reads, problem: 'ownAddress' })
    return done(c, hereOf(c), 'invited')
  })
})

const hereOf = (c: OfficeContext): string =>
  paths.handOver.to(c.var.language, {
    id: c.req.param('id') ?? '',
    party: c.req.param('party') ?? '',
  })

type Handing = {
  readonly found: Case
  readonly charge: Awaited<ReturnType<typeof chargesAmong>>[number]
}

/** Somebody of age in that case who has yet to take over, for whoever is of the Service. */
function withCharge(
  c: OfficeContext,
  then: (handing: Handing, tx: Tx) => Response | Promise<Response>,
): Promise<Response> {
  const { house, official } = c.var
  const [id, party] = [c.req.param('id') ?? '', c.req.param('party') ?? '']
  const isOfService = rolesOf('service').some((role) => official.roles.includes(role))
  return inTransaction(house.db, async (tx) => {
    if (!isOfService || !isId(id) || !isId(party)) return c.notFound()
    const found = await readCase(tx, house.keys, id)
    const isHere = found?.standing.parties.some((each) => each.isSubject && each.id === party)
    const [charge] = isHere === true ? await chargesAmong(tx, [party]) : []
    const isOfAge = charge && comingOfAge(charge.ofAgeOn, house.clock.today()) === 'of-age'
    return found && isOfAge ? then({ found, charge }, tx) : c.notFound()
  })
}

type Typed = {
  readonly email: string
  readonly reads: string
  readonly problem?: keyof HandOverWords
}

function page(c: OfficeContext, { found, charge }: Handing, { problem, ...typed }: Typed) {
  const { house, language } = c.var
  const { standing } = found
  const { type } = descriptionOf(house.policy, standing, house.clock.today())
  const { partyId: subject, ofAgeOn, invitedUntil } = charge
  return c.render(
    <HandOverPage
      view={viewOf(c)}
      here={hereOf(c)}
      role={subjectTitle(standing, type, { subject, language })}
      number={standing.number ?? ''}
      ofAgeOn={ofAgeOn}
      {...(invitedUntil === undefined ? {} : { invitedUntil })}
      {...typed}
      problem={problem}
    />,
    problem === undefined ? 200 : 400,
  )
}
