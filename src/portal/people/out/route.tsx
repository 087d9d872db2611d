import { Hono } from 'hono'
import { consentingAs, leave, leavingStep } from '#core/cases/joining.ts'
import { peopleOf } from '#core/cases/standing.ts'
import { isId } from '#core/id.ts'
import { inTransaction } from '#platform/database.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { caseIn, ownWhole, type OwnWhole } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { mayMail } from '#portal/people/out/mailing.ts'
import { QuestionPage, TooOftenPage } from '#portal/people/page.tsx'
import { signedInOnly } from '#portal/session.tsx'
import {
  inviteAgain,
  openInvitations,
  withdrawInvitation,
  type Invitation,
} from '#records/invitations.ts'
import { leaveCase } from '#records/joining.ts'
import { done, STEP, stepOfType } from '#telling/done.tsx'

/** What becomes of an invitation that nobody has used, and how somebody leaves a case. */
export const outRoute = new Hono<PortalEnv>()

const EVERY = [paths.inviteAgain, paths.withdrawInvitation, paths.leaveCase]
for (const { pattern } of EVERY) outRoute.use(pattern, signedInOnly)

outRoute.get(paths.withdrawInvitation.pattern, (c) =>
  withInvitation(c, ({ own, invitation }) => {
    const id = own.held.standing.id
    if (!invitation) return toCase(c, id, 'told')
    const at = { id, invitation: invitation.id }
    const action = paths.withdrawInvitation.to(c.var.language, at)
    const { email } = invitation
    return c.render(
      <QuestionPage
        view={viewOf(c)}
        address={id}
        type={own.context.type}
        asks="withdraw"
        action={action}
        email={email}
      />,
    )
  }),
)

/** Gone already, by a second press or because they have joined: the list says what is so. */
outRoute.post(paths.withdrawInvitation.pattern, (c) =>
  withInvitation(c, async ({ own, invitation, tx }) => {
    const { id } = own.held.standing
    if (!invitation) return toCase(c, id, 'told')
    await withdrawInvitation(tx, { id: invitation.id, at: own.taking.at })
    return toCase(c, id, 'withdrawn')
  }),
)

outRoute.post(paths.inviteAgain.pattern, (c) =>
  withInvitation(c, async ({ own, invitation, tx }) => {
    const { id } = own.held.standing
    if (!invitation) return toCase(c, id, 'told')
    const reached = await mayMail(c, invitation.email)
    if (reached) {
      c.header('retry-after', String(reached.seconds))
      const page = { view: viewOf(c), address: id, type: own.context.type, reached }
      return c.render(<TooOftenPage {...page} />, 429)
    }
    const again = { id: invitation.id, at: own.taking.at }
    const isSent = await inviteAgain(tx, c.var.house.secret, again)
    return toCase(c, id, isSent ? 'invited' : 'told')
  }),
)

const toCase = (c: PortalContext, id: string, deed: Parameters<typeof done>[2]): Response =>
  done(c, paths.application.to(c.var.language, { id }), deed)

type Open = {
  readonly own: OwnWhole
  readonly invitation: Invitation | undefined
  readonly tx: Parameters<Parameters<typeof inTransaction>[1]>[0]
}

/** An invitation of whoever asks, in a case that they have. */
function withInvitation(
  c: PortalContext,
  then: (open: Open) => Response | Promise<Response>,
): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownWhole(c, tx)
    const wanted = c.req.param('invitation') ?? ''
    if (!own || !isId(wanted)) return c.notFound()
    const open = await openInvitations(tx, c.var.house.keys, own.held.standing.id)
    return then({ own, tx, invitation: open.find(({ id }) => id === wanted) })
  })
}

outRoute.get(paths.leaveCase.pattern, (c) => leaving(c))
outRoute.post(paths.leaveCase.pattern, (c) => leaving(c))

/** By themselves, or by whoever let them in; nobody else is let on that they are here. */
function leaving(c: PortalContext): Promise<Response> {
  const isPost = c.req.method === 'POST'
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownWhole(c, tx, { hold: isPost })
    const subject = own && leaverIn(c, own)
    if (!own || subject === undefined) return c.notFound()
    const { held, context, taking } = own
    const { standing } = held
    const step = leavingStep(context.type, standing.state)?.code
    const outcome = step === undefined ? undefined : leave(standing, context, { step, subject })
    const isOwn = subject === taking.by.id
    const address = c.req.param('id') ?? ''
    const reason = outcome?.ok === false ? outcome.refusal.reason : undefined
    if (reason === 'has-left') return toCase(c, standing.id, 'told')
    if (outcome?.ok === true && step !== undefined && isPost) {
      await leaveCase(tx, { held, taking, step, subject })
      const { language } = c.var
      const list = context.type.family === true ? paths.may : paths.applications
      const to = isOwn ? list.to(language) : paths.application.to(language, { id: standing.id })
      return done(c, to, STEP, stepOfType(context.type.code, step))
    }
    if (reason === 'not-your-role' || reason === 'not-a-subject') return c.notFound()
    const refusal = reason === 'acts-for-others' ? 'actsForOthers' : 'tooLate'
    return c.render(
      <QuestionPage
        view={viewOf(c)}
        address={standing.id}
        type={context.type}
        asks={isOwn ? 'leave' : 'remove'}
        consents={consentingAs(context.type, standing, subject) !== undefined}
        action={paths.leaveCase.to(c.var.language, { id: address })}
        {...(outcome?.ok === true ? {} : { refusal })}
      />,
      isPost ? 409 : 200,
    )
  })
}

/** Without a place in the address, whoever asks. */
function leaverIn(c: PortalContext, { held: { standing }, taking }: OwnWhole): string | undefined {
  const { place } = caseIn(c)
  return place === undefined ? taking.by.id : peopleOf(standing)[place - 1]
}
