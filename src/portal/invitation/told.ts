import { clientAddress } from '#platform/client-address.ts'
import { inTransaction } from '#platform/database.ts'
import type { IsoMoment } from '#core/dated.ts'
import type { PortalContext } from '#portal/env.ts'
import { countAttempts, floodLimit, takeBackAttempts } from '#records/attempts.ts'
import { invitationOf, type ToldByLink } from '#records/invitations.ts'

export const tokenOf = (c: PortalContext): string => c.req.param('token') ?? ''

type Told =
  | { readonly link: ToldByLink | undefined }
  | { readonly kind: 'too-often'; readonly until: IsoMoment }

/** A link cannot be guessed; whoever tries many all the same waits, and nobody else for them. */
export async function toldOrTooOften(c: PortalContext): Promise<Told> {
  const { db, door, secret, clock, trustProxy } = c.var.house
  const limits = [floodLimit('invitation', clientAddress(c, trustProxy))]
  const at = clock.now()
  const reached = await inTransaction(door, (tx) => countAttempts(tx, limits, { secret, at }))
  if (reached) return { kind: 'too-often', until: reached.until }
  const link = await inTransaction(db, (tx) => invitationOf(tx, { token: tokenOf(c), at }))
  if (link) await inTransaction(door, (tx) => takeBackAttempts(tx, limits, { secret, at }))
  return { link }
}
