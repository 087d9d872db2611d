import { Hono } from 'hono'
import { join } from '#core/cases/joining.ts'
import type { CaseRole } from '#core/cases/life.ts'
import { isConsenting } from '#core/cases/people.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionOf, typeOf } from '#core/policy/policy.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { InvitationPage, type Verdict } from '#portal/invitation/page.tsx'
import { tokenOf, toldOrTooOften } from '#portal/invitation/told.ts'
import type { Inviting } from '#portal/invitation/words.ts'
import { nameSelf } from '#portal/name-self.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { whyNot } from '#portal/why-not.tsx'
import { contextIn, nowIn, type Taking } from '#records/cases.ts'
import { holdCase, readCase, type Case } from '#records/read-case.ts'
import { comeInvited, type Invited, type ToldByLink } from '#records/invitations.ts'
import { joinerKnown, joinInvited, makeKeyWithin } from '#records/joining.ts'
import { done, STEP, stepOfType } from '#telling/done.tsx'

/**
 * An adult comes into somebody's application by a link. Whoever has the link reads to what it
 * leads; by whom they are invited they read, and join, with an account of the address that it went
 * to. Looking at the page changes nothing: programs that read mail follow links before people do.
 */
export const invitationRoute = new Hono<PortalEnv>()

invitationRoute.get(paths.invitation.pattern, async (c) => {
  const told = await toldOrTooOften(c)
  if ('kind' in told) return answered(c, told)
  if (!told.link) return answered(c, { kind: 'absent' })
  const { link } = told
  if (link.takesOver) return c.redirect(takeOverPath(c), 303)
  if (!c.var.account) return answered(c, { kind: link.stands }, link)
  return inTransaction(c.var.house.db, async (tx) => {
    const { verdict } = await judged(c, tx, { link, hold: false })
    return answered(c, verdict, link)
  })
})

invitationRoute.post(paths.invitation.pattern, signedInOnly, async (c) => {
  const told = await toldOrTooOften(c)
  if ('kind' in told) return answered(c, told)
  if (!told.link) return answered(c, { kind: 'absent' })
  const { link } = told
  if (link.takesOver) return c.redirect(takeOverPath(c), 303)
  return inTransaction(c.var.house.db, async (tx) => {
    const { verdict, joins } = await judged(c, tx, { link, hold: true })
    // A second press of the button.
    if (verdict.kind === 'joined') return toCase(c, verdict.caseId)
    if (!joins) return answered(c, verdict, link, 409)
    const { held, taking } = joins
    const joined = await joinInvited(tx, { ...joins, token: tokenOf(c), role: link.role })
    if (!joined.ok) return answered(c, { kind: 'closed' }, link, 409)
    const { type } = taking.description
    const { code } = type
    const { id: caseId } = held.standing
    if (type.family === true) await nameSelf(c, tx, { caseId, type, at: taking.at })
    return toCase(c, caseId, stepOfType(code, joined.value))
  })
})

/** To go on as who one was is asked on a page of its own. */
const takeOverPath = (c: PortalContext): string =>
  paths.takeOver.to(c.var.language, { token: tokenOf(c) })

const toCase = (c: PortalContext, id: string, step?: string): Response => {
  const path = paths.application.to(c.var.language, { id })
  return step === undefined ? done(c, path, 'told') : done(c, path, STEP, step)
}

type Judging = { readonly link: ToldByLink; readonly hold: boolean }

type Judged = {
  readonly verdict: Verdict
  /** Where they can join now. */
  readonly joins?: { readonly held: Case; readonly taking: Taking }
}

/** What is so for whoever is signed in. */
async function judged(c: PortalContext, tx: Tx, { link, hold }: Judging): Promise<Judged> {
  const { house, account } = c.var
  const { keys, clock } = house
  const invited = await comeInvited(tx, keys, { token: tokenOf(c), at: clock.now() })
  if (!invited || !account) return { verdict: { kind: 'absent' } }
  const { partyId } = account
  const shut = shutFor(invited, partyId, link)
  if (shut) return { verdict: shut }
  const { caseId, inviter } = invited
  if (hold) await makeKeyWithin(keys, partyId, caseId)
  const held = await (hold ? holdCase : readCase)(tx, keys, caseId)
  if (!held) return { verdict: { kind: 'absent' } }
  const taking = takingOf(c, held, partyId)
  const { role } = invited
  const known = await joinerKnown(tx, taking)
  const joining = join(held.standing, contextIn(held, taking), { party: partyId, role, known })
  if (joining.ok) {
    return {
      verdict: { kind: 'open', ...(inviter === undefined ? {} : { inviter }) },
      joins: { held, taking },
    }
  }
  const { refusal } = joining
  if (refusal.reason === 'already-here') {
    const { roles } = taking.description.type
    const title = roles.find(({ code }) => code === refusal.role)?.title[c.var.language]
    return { verdict: { kind: 'here', caseId, role: title ?? '' } }
  }
  if (refusal.reason === 'not-for-them') {
    const telling = { statuses: c.var.house.policy.statuses, language: c.var.language }
    return { verdict: { kind: 'not-now', why: whyNot(refusal.why, telling) } }
  }
  const isFull = refusal.reason === 'role-full' || refusal.reason === 'case-full'
  return { verdict: { kind: isFull ? 'full' : 'closed' } }
}

function shutFor(invited: Invited, partyId: string, { stands }: ToldByLink): Verdict | undefined {
  const { invitedBy, joined, caseId, isForThem, isOpen } = invited
  if (invitedBy === partyId) return { kind: 'own' }
  if (joined === partyId) return { kind: 'joined', caseId }
  if (!isOpen && stands !== 'open') return { kind: stands }
  return isForThem ? undefined : { kind: 'wrong' }
}

function takingOf(c: PortalContext, held: Case, id: string): Taking {
  const { clock, policy } = c.var.house
  const now = nowIn(held, clock.now())
  const description = descriptionOf(policy, held.standing, now.on)
  return { ...now, by: { id, roles: [] }, description, calendars: policy.calendars }
}

function answered(
  c: PortalContext,
  verdict: Verdict,
  link?: ToldByLink,
  status: 200 | 409 = 200,
): Response | Promise<Response> {
  const { policy } = c.var.house
  const type = link && typeOf(policy, link.law)
  const role = type?.roles.find(({ code }) => code === link?.role)
  const { language } = c.var
  const to =
    type === undefined || role === undefined
      ? {}
      : {
          to: {
            type: type.title[language],
            role: role.title[language],
            inviting: invitingTo(type, role),
          },
        }
  const page = <InvitationPage view={viewOf(c)} verdict={verdict} {...to} />
  return c.render(page, STATUS[verdict.kind] ?? status)
}

const invitingTo = ({ family }: CaseType, role: CaseRole): Inviting => {
  if (family === true) return 'family'
  return isConsenting(role) ? 'consent' : 'application'
}

const STATUS: Readonly<Partial<Record<Verdict['kind'], 404 | 429>>> = {
  absent: 404,
  'too-often': 429,
}
