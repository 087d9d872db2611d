import { Hono } from 'hono'
import type { Problem } from '#core/answers/check.ts'
import type { Typed } from '#core/answers/typed.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { doesNotFit, selfIn } from '#portal/invitation/take-over/form.ts'
import { TakeOverPage, type Verdict } from '#portal/invitation/take-over/page.tsx'
import { tokenOf, toldOrTooOften } from '#portal/invitation/told.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly, signIn } from '#portal/session.tsx'
import type { Account } from '#records/accounts.ts'
import type { ToldByLink } from '#records/invitations.ts'
import {
  comeToTakeOver,
  takeOver,
  tellTakenOver,
  type Charge,
  type ComeToTakeOver,
} from '#records/taking-over.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done } from '#telling/done.tsx'

/**
 * Somebody who was acted for as a child goes on as the same person. Looking at the page changes
 * nothing: programs that read mail follow links before people do.
 */
export const takeOverRoute = new Hono<PortalEnv>()

takeOverRoute.get(paths.takeOver.pattern, async (c) => {
  const told = await toldOrTooOften(c)
  if ('kind' in told) return answered(c, told)
  const { link } = told
  if (!link?.takesOver) return answered(c, { kind: 'absent' })
  if (!c.var.account) return answered(c, { kind: link.stands })
  return inTransaction(c.var.house.db, async (tx) => {
    const { verdict, come } = await judged(c, tx, link)
    return come?.isDone === true ? toCase(c, come.caseId) : answered(c, verdict)
  })
})

takeOverRoute.post(paths.takeOver.pattern, signedInOnly, async (c) => {
  const told = await toldOrTooOften(c)
  if ('kind' in told) return answered(c, told)
  const { link } = told
  if (!link?.takesOver) return answered(c, { kind: 'absent' })
  const typed = await typedOf(c.req)
  const taken = await inTransaction(c.var.house.db, (tx) => taking(c, tx, { link, typed }))
  if (taken instanceof Response) return taken
  const { account, email, before, caseId } = taken
  // The account that they had is closed, and nothing was ever in it.
  await c.var.house.keys.erase({ party: before }, c.var.house.clock.now())
  await signIn(c, account, email)
  return done(c, paths.application.to(c.var.language, { id: caseId }), 'taken-over')
})

type Posted = { readonly link: ToldByLink; readonly typed: Typed }

type Taken = {
  readonly account: Account
  readonly email: string
  /** The party of the account that they signed in with. */
  readonly before: string
  readonly caseId: string
}

async function taking(
  c: PortalContext,
  tx: Tx,
  { link, typed }: Posted,
): Promise<Taken | Response> {
  const { house, applicant } = c.var
  const { verdict, come } = await judged(c, tx, link)
  // A second press of the button.
  if (come?.isDone === true) return toCase(c, come.caseId)
  if (verdict.kind !== 'asked' || !come?.charge || come.email === undefined) {
    return answered(c, verdict, { status: 409 })
  }
  if (isForAnotherLanguage(typed)) return answered(c, verdict, { typed })
  const { asksDocument, triesLeft, charge, email } = come
  const self = selfIn({ asksDocument, typed, on: house.clock.today() })
  if (!self.ok) return answered(c, verdict, { typed, problems: self.problems, status: 400 })
  const { said } = self
  const at = house.clock.now()
  const { partyId } = charge
  const asked = { token: tokenOf(c), said, come: { partyId, email }, at }
  const outcome = await takeOver(tx, house, asked)
  if (outcome.is !== 'taken') {
    if (outcome.is === 'over') return answered(c, { kind: 'over' }, { status: 409 })
    const problems = [doesNotFit(triesLeft - 1)]
    return answered(c, verdict, { typed, problems, status: 400 })
  }
  await tellTakenOver(tx, house, { come, charge, at })
  const { language } = applicant
  const account = { id: outcome.accountId, partyId, language, confirmedAt: at }
  return { account, email, before: applicant.partyId, caseId: come.caseId }
}

const toCase = (c: PortalContext, id: string): Response =>
  done(c, paths.application.to(c.var.language, { id }), 'told')

type Judged = { readonly verdict: Verdict; readonly come?: ComeToTakeOver }

/** What is so for whoever is signed in. */
async function judged(c: PortalContext, tx: Tx, { stands }: ToldByLink): Promise<Judged> {
  const { keys, clock } = c.var.house
  const come = await comeToTakeOver(tx, keys, { token: tokenOf(c), at: clock.now() })
  if (!come) return { verdict: { kind: 'absent' } }
  if (come.isDone) return { verdict: { kind: 'used' }, come }
  if (stands !== 'open') return { verdict: { kind: come.triesLeft <= 0 ? 'over' : stands } }
  return come.charge ? { verdict: openFor(c, come, come.charge), come } : { verdict: NOT_THEIRS }
}

const NOT_THEIRS: Verdict = { kind: 'wrong' }

function openFor(c: PortalContext, come: ComeToTakeOver, { ofAgeOn }: Charge): Verdict {
  if (come.hasOwn) return { kind: 'has-own' }
  if (c.var.house.clock.today() < ofAgeOn) return { kind: 'early', from: ofAgeOn }
  const { asksDocument, inviter } = come
  return { kind: 'asked', asksDocument, ...(inviter === undefined ? {} : { inviter }) }
}

type Again = {
  readonly typed?: Typed
  readonly problems?: readonly Problem[]
  readonly status?: 200 | 400 | 409
}

function answered(
  c: PortalContext,
  verdict: Verdict,
  { typed = {}, problems = [], status = 200 }: Again = {},
): Response | Promise<Response> {
  const { language, house } = c.var
  const wording = { language, reader: 'applicant', lists: house.policy.lists, fields: [] } as const
  const asking = { typed, problems, wording, type: { blocks: [] } }
  const page = <TakeOverPage view={viewOf(c)} verdict={verdict} asking={asking} />
  return c.render(page, STATUS[verdict.kind] ?? status)
}

const STATUS: Readonly<Partial<Record<Verdict['kind'], 404 | 429>>> = {
  absent: 404,
  'too-often': 429,
}
