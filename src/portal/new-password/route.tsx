import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { inTransaction, type Tx } from '#platform/database.ts'
import { secretOf } from '#platform/typed.ts'
import { BUSY_SECONDS, hashPassword } from '#platform/passwords.ts'
import { emailForm, statusOf, tooOften, type EmailProblem } from '#portal/email-field.tsx'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { askForLink, forgetAsked, keepAsked, keptAsked, sendLink } from '#portal/link-request.ts'
import { LinkSentPage } from '#portal/link-sent-page.tsx'
import { passwordProblem, type PasswordProblem } from '#portal/new-password/form.ts'
import { ForgottenPage, LinkEndedPage, PasswordPage } from '#portal/new-password/page.tsx'
import { paths } from '#portal/paths.ts'
import { beginSession, comeBySession, keepSession } from '#portal/session.tsx'
import {
  accountByEmail,
  accountById,
  accountOfLink,
  mailboxOf,
  setPassword,
  useLink,
  type Account,
  type LinkPurpose,
} from '#records/accounts.ts'
import { endSessionsOf } from '#records/sessions.ts'
import { done } from '#telling/done.tsx'

export const newPasswordRoute = new Hono<PortalEnv>()

newPasswordRoute.get(paths.forgotten.pattern, async (c) => {
  const { account } = c.var
  const typed = account && (await addressOf(c, account))
  return c.render(<ForgottenPage view={viewOf(c)} typed={typed ?? ''} />)
})

newPasswordRoute.post(paths.forgotten.pattern, async (c) => {
  const form = await emailForm(c)
  if (!form.ok) return refusedEmail(c, form)
  const { email } = form
  const asking = await askForLink(c, { email, what: 'password' }, (tx) => sendReset(c, tx, email))
  if (asking.may === 'not') {
    return refusedEmail(c, { typed: email, problem: tooOften(asking.reached) })
  }
  keepAsked(c, { ...asking, email })
  return done(c, paths.forgottenSent.to(c.var.language), 'told')
})

newPasswordRoute.get(paths.forgottenSent.pattern, (c) => {
  const asked = paths.forgotten.to(c.var.language)
  const kept = keptAsked(c)
  return c.render(<LinkSentPage view={viewOf(c)} kept={kept} asked={asked} certain={false} />)
})

/** Looking at the page changes nothing: programs that read mail follow links before people do. */
for (const { pattern } of [paths.confirm, paths.newPassword]) {
  newPasswordRoute.get(pattern, async (c) => {
    const opened = await openLink(c)
    return opened ? passwordPage(c, opened) : linkEnded(c)
  })

  newPasswordRoute.post(pattern, async (c) => {
    const opened = await openLink(c)
    if (!opened) return linkEnded(c)
    const typed = await secretOf(c.req, 'password')
    const problem = passwordProblem(typed, opened.email)
    if (problem) return passwordPage(c, opened, problem)
    const hashing = await hashPassword(typed)
    if (!hashing.ok) return passwordPage(c, opened, hashing.reason)
    const session = await changePassword(c, opened.account, hashing.hash)
    if (session === undefined) return linkEnded(c)
    keepSession(c, session, opened)
    forgetAsked(c)
    const deed = opened.purpose === 'confirm' ? 'account-ready' : 'password-set'
    return done(c, paths.applications.to(c.var.language), deed)
  })
}

type Opened = {
  readonly account: Account
  readonly email: string
  readonly purpose: LinkPurpose
}

/** Of whoever is signed in. */
function addressOf(c: PortalContext, account: Account): Promise<string | undefined> {
  const { door, keys } = c.var.house
  return inTransaction(door, async (tx) => {
    await comeBySession(c, tx)
    return mailboxOf(tx, keys, account)
  })
}

const tokenOf = (c: PortalContext): string => c.req.param('token') ?? ''

/** The account that the link of this address opens, as long as it works. */
function openLink(c: PortalContext): Promise<Opened | undefined> {
  const { door, keys, clock } = c.var.house
  return inTransaction(door, async (tx) => {
    const link = await accountOfLink(tx, { token: tokenOf(c), at: clock.now() })
    const account = link && (await accountById(tx, link.accountId))
    if (!link || !account) return undefined
    const email = await mailboxOf(tx, keys, account)
    return email === undefined ? undefined : { account, email, purpose: link.purpose }
  })
}

/** The one session that is left of this account; none where the link was used a moment before. */
function changePassword(c: PortalContext, account: Account, passwordHash: string) {
  const { door, keys, clock } = c.var.house
  const [accountId, at] = [account.id, clock.now()]
  return inTransaction(door, async (tx) => {
    if (!(await useLink(tx, { token: tokenOf(c), accountId, at }))) return undefined
    await setPassword(tx, keys, { account, passwordHash, at })
    await endSessionsOf(tx, accountId)
    return beginSession(c, tx, account)
  })
}

async function sendReset(c: PortalContext, tx: Tx, email: string): Promise<void> {
  const account = await accountByEmail(tx, c.var.house.secret, email)
  const purpose = account && account.confirmedAt === undefined ? 'confirm' : 'reset'
  // Without an account the same is done for one that does not exist: it takes as long.
  await sendLink(c, tx, { accountId: account?.id ?? randomUUID(), purpose, mail: purpose })
}

function refusedEmail(
  c: PortalContext,
  { typed, problem }: { readonly typed: string; readonly problem?: EmailProblem },
) {
  const page = <ForgottenPage view={viewOf(c)} typed={typed} problem={problem} />
  return c.render(page, statusOf(problem))
}

function passwordPage(c: PortalContext, { email, purpose }: Opened, problem?: PasswordProblem) {
  const status = problem === undefined ? 200 : problem === 'busy' ? 503 : 400
  if (problem === 'busy') c.header('retry-after', String(BUSY_SECONDS))
  const action = c.req.path
  return c.render(
    <PasswordPage view={viewOf(c)} {...{ action, email, purpose, problem }} />,
    status,
  )
}

const linkEnded = (c: PortalContext) => c.render(<LinkEndedPage view={viewOf(c)} />, 410)
