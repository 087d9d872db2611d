import { isId } from '#core/id.ts'
import type { Actor } from '#core/lifecycle/application.ts'
import type { Context as LawContext } from '#core/lifecycle/step.ts'
import { descriptionOf, type Description } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { readAnswers, type KeptAnswers } from '#records/answers.ts'
import { holdCase, nowIn, readCase, type Case, type Taking } from '#records/cases.ts'

/** A case of the person who asks, with its law. Somebody else's reads as absent. */
export type OwnCase = {
  readonly found: Case
  readonly description: Description
  readonly taking: Taking
  readonly law: LawContext
}

type How = {
  /** Nobody else takes a step until the transaction ends. */
  readonly hold?: boolean
}

export async function ownCase(
  c: PortalContext,
  tx: Tx,
  { hold = false }: How = {},
): Promise<OwnCase | undefined> {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) return undefined
  const { house, applicant } = c.var
  const { keys, clock, policy } = house
  const found = await (hold ? holdCase : readCase)(tx, keys, id)
  if (!found?.parties.some(({ partyId }) => partyId === applicant.partyId)) return undefined
  const { at, on } = nowIn(found, clock.now())
  const description = descriptionOf(policy, found.application, on)
  if (!description) return undefined
  const by: Actor = { id: applicant.partyId, roles: ['applicant'] }
  const { calendars } = policy
  const { rules, type } = description
  return {
    found,
    description,
    taking: { by, at, on, description, calendars },
    law: { by, on, lifecycle: type.lifecycle, rules, calendars },
  }
}

/** The case with the answers as they are being written. */
export type OwnAnswers = OwnCase & { readonly kept: KeptAnswers }

export async function ownAnswers(
  c: PortalContext,
  tx: Tx,
  how: How = {},
): Promise<OwnAnswers | undefined> {
  const [own, kept] = await Promise.all([
    ownCase(c, tx, how), // first, since what follows is read once the case is held
    readAnswers(tx, c.req.param('id') ?? ''),
  ])
  return own && { ...own, kept: kept(own.found) }
}
