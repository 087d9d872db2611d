import { Hono } from 'hono'
import type { Problem } from '#core/answers/check.ts'
import type { Typed } from '#core/answers/typed.ts'
import { comingOfAge } from '#core/cases/taking-over.ts'
import { peopleOf } from '#core/cases/standing.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { nameOfCharge } from '#portal/charges.tsx'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { caseIn, ownWhole, type OwnWhole } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { addressIn, askedWrong } from '#portal/people/form.ts'
import { HandOverPage } from '#portal/people/hand-over/page.tsx'
import { handOverInEach } from '#portal/people/hand-over/words.ts'
import { mayMail, tooOftenText } from '#portal/people/out/mailing.ts'
import { signedInOnly } from '#portal/session.tsx'
import type { PageError } from '#portal/shell.tsx'
import { wordingOf } from '#portal/wording.ts'
import { openInvitations } from '#records/invitations.ts'
import { inviteToTakeOver, ownCharges, type OwnCharge } from '#records/taking-over.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done } from '#telling/done.tsx'

/** Whoever acts for somebody, or did until they were of age, invites them to go on alone. */
export const handOverRoute = new Hono<PortalEnv>()

handOverRoute.use(paths.handOver.pattern, signedInOnly)

handOverRoute.get(paths.handOver.pattern, (c) =>
  withCharge(c, (handing, tx) => page(c, tx, { ...handing, typed: {}, problems: [] })),
)

handOverRoute.post(paths.handOver.pattern, async (c) => {
  const typed = await typedOf(c.req)
  return withCharge(c, async (handing, tx) => {
    const { own, charge } = handing
    const { language, house } = c.var
    const again = (problems: readonly Problem[], status: 200 | 400 | 409) =>
      page(c, tx, { ...handing, typed, problems, status })
    if (isForAnotherLanguage(typed)) return again([], 200)
    const to = paths.handOver.to(language, { id: c.req.param('id') ?? '' })
    // A second press of the button: the list says what is so.
    if (charge.invitation !== undefined) return done(c, to, 'told')
    const where = addressIn({ typed, on: own.taking.on })
    if (!where.ok) return again(where.problems, 400)
    const reached = await mayMail(c, where.email)
    if (reached) {
      c.header('retry-after', String(reached.seconds))
      const errors = [{ text: tooOftenText(reached, language), href: '#email' }]
      return page(c, tx, { ...handing, typed, problems: [], errors, status: 429 })
    }
    const { email, language: read } = where
    const caseId = own.held.standing.id
    const asking = { caseId, charge, email, language: read, at: own.taking.at }
    const asked = await inviteToTakeOver(tx, house, asking)
    return asked === 'invited' ? done(c, to, 'invited') : again([WRONG[asked]], 409)
  })
})

const wrong = (word: 'asked' | 'unknown'): Problem => ({
  field: 'email',
  problem: 'may-not-apply',
  words: handOverInEach(word),
})

const WRONG = {
  'own-address': askedWrong('ownAddress'),
  'asked-already': wrong('asked'),
  unknown: wrong('unknown'),
} as const

type Handing = { readonly own: OwnWhole; readonly charge: OwnCharge }

/** Somebody in a case of whoever asks, who may be invited by now and has not taken over. */
function withCharge(
  c: PortalContext,
  then: (handing: Handing, tx: Tx) => Response | Promise<Response>,
): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownWhole(c, tx, { hold: c.req.method === 'POST' })
    const { place } = caseIn(c)
    if (!own || place === undefined) return c.notFound()
    const subject = peopleOf(own.held.standing)[place - 1]
    const charge = (await ownCharges(tx)).find(({ partyId }) => partyId === subject)
    const isTime = charge && comingOfAge(charge.ofAgeOn, own.taking.on) !== 'later'
    return isTime === true ? then({ own, charge }, tx) : c.notFound()
  })
}

type Shown = Handing & {
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly errors?: readonly PageError[]
  readonly status?: 200 | 400 | 409 | 429
}

async function page(c: PortalContext, tx: Tx, shown: Shown) {
  const { own, charge, typed, problems, errors = [], status = 200 } = shown
  const { language, house } = c.var
  const { standing } = own.held
  const { type } = own.context
  const open = await openInvitations(tx, house.keys, standing.id)
  const asking = { typed, problems, type, wording: wordingOf(c, own.taking.description) }
  return c.render(
    <HandOverPage
      view={viewOf(c)}
      address={c.req.param('id') ?? ''}
      name={await nameOfCharge(c, tx, { own, subject: charge.partyId })}
      ofAgeOn={charge.ofAgeOn}
      isOfAge={comingOfAge(charge.ofAgeOn, own.taking.on) === 'of-age'}
      asking={asking}
      errors={errors}
      joins={{
        language,
        id: standing.id,
        now: house.clock.now(),
        type,
        invitations: open.filter(({ id }) => id === charge.invitation),
      }}
    />,
    status,
  )
}
