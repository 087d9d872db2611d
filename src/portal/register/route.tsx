import { Hono } from 'hono'
import { inTransaction, type Tx } from '#platform/database.ts'
import { emailForm, statusOf, tooOften, type EmailProblem } from '#portal/email-field.tsx'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { askForLink, keepAsked, keptAsked, sendLink } from '#portal/link-request.ts'
import { LinkSentPage } from '#portal/link-sent-page.tsx'
import { paths } from '#portal/paths.ts'
import { RegisterPage } from '#portal/register/page.tsx'
import { accountByEmail, addAccount, holdAddress, setLanguage } from '#records/accounts.ts'
import { campaignByCode, countByLink } from '#records/campaigns.ts'
import { viaIn } from '#portal/via.ts'
import { done } from '#telling/done.tsx'

/** An account begins with an address; whether it had one already, only its mailbox learns. */
export const registerRoute = new Hono<PortalEnv>()

registerRoute.get(paths.register.pattern, (c) => {
  const { account, language } = c.var
  if (account) return c.redirect(paths.applications.to(language), 303)
  return c.render(<RegisterPage view={viewOf(c)} typed="" />)
})

registerRoute.post(paths.register.pattern, async (c) => {
  const form = await emailForm(c)
  if (!form.ok) return refused(c, form)
  const { email } = form
  let isNew = false
  const asking = await askForLink(c, { email, what: 'account' }, async (tx) => {
    isNew = await register(c, tx, email)
  })
  if (asking.may === 'not') return refused(c, { typed: email, problem: tooOften(asking.reached) })
  await countBegun(c, isNew)
  keepAsked(c, { ...asking, email })
  return done(c, paths.registerSent.to(c.var.language), 'told')
})

registerRoute.get(paths.registerSent.pattern, (c) => {
  const asked = paths.register.to(c.var.language)
  return c.render(<LinkSentPage view={viewOf(c)} kept={keptAsked(c)} asked={asked} certain />)
})

function refused(
  c: PortalContext,
  { typed, problem }: { readonly typed: string; readonly problem?: EmailProblem },
) {
  const page = <RegisterPage view={viewOf(c)} typed={typed} problem={problem} />
  return c.render(page, statusOf(problem))
}

/**
 * That somebody who came by a campaign begins an account: of its own, beside the account, so that
 * nothing joins the two. It takes as long where the address had an account already.
 */
async function countBegun(c: PortalContext, isNew: boolean): Promise<void> {
  const code = viaIn(c)
  if (code === undefined) return
  await inTransaction(c.var.house.db, async (tx) => {
    if (isNew) await countByLink(tx, 'begun', code)
    else await campaignByCode(tx, code)
  })
}

/** Whether nobody had an account by this address before. */
async function register(c: PortalContext, tx: Tx, email: string): Promise<boolean> {
  const { language, house } = c.var
  await holdAddress(tx, house.secret, email)
  const known = await accountByEmail(tx, house.secret, email)
  if (known?.confirmedAt !== undefined) {
    await sendLink(c, tx, { accountId: known.id, purpose: 'reset', mail: 'already-registered' })
    return false
  }
  if (known) await setLanguage(tx, known.id, language)
  const account = known ?? (await addAccount(tx, house, { email, language, at: house.clock.now() }))
  await sendLink(c, tx, { accountId: account.id, purpose: 'confirm', mail: 'confirm' })
  return known === undefined
}
