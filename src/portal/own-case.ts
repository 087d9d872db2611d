import type { Context } from '#core/cases/context.ts'
import { isId } from '#core/id.ts'
import { descriptionOf, type Description } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { readAnswers, type KeptAnswers } from '#records/answers.ts'
import { contextIn, holdCase, nowIn, readCase, type Case, type Taking } from '#records/cases.ts'

/** A case of the person who asks, with its law. Somebody else's reads as absent. */
export type OwnCase = {
  readonly found: Case
  readonly description: Description
  readonly taking: Taking
  readonly context: Context
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
  const now = nowIn(found, clock.now())
  const description = descriptionOf(policy, found.standing, now.on)
  const by = { id: applicant.partyId, roles: [] }
  const taking = { ...now, by, description, calendars: policy.calendars }
  return { found, description, taking, context: contextIn(found, taking) }
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
