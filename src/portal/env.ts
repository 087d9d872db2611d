import type { Context } from 'hono'
import type { Language } from '#core/language.ts'
import type { Devices } from '#platform/known-device.ts'
import type { Account } from '#records/accounts.ts'
import type { House } from '#records/house.ts'
import { askedIn, type Asked } from '#telling/done.tsx'

/** What a request of the portal carries, set before its handler runs. */
export type PortalEnv = {
  Variables: {
    readonly house: House
    readonly language: Language
    /** Whoever is signed in. */
    readonly account: Account | undefined
    /** What the forms of the answer carry, for whoever that is. */
    readonly formToken: string | undefined
    /** The same on pages behind the sign-in, where it is always there. */
    readonly applicant: Account
  }
}

export type PortalContext = Context<PortalEnv>

/** What every page needs to know of the request, without the request. */
export type View = Asked & {
  readonly language: Language
  readonly signedIn: boolean
  readonly demonstration: boolean
  /** Hours without a visit after which one is signed out. */
  readonly idleHours: number
  readonly contact: string
  readonly asset: House['assets']['assetPath']
}

/** The browsers in which applicants are known. */
export const devicesOf = (c: PortalContext): Devices => ({
  secret: c.var.house.secret,
  url: c.var.house.portalUrl,
  face: 'portal',
  trustProxy: c.var.house.trustProxy,
})

export function viewOf(c: PortalContext): View {
  const { house, language, account } = c.var
  return {
    language,
    ...askedIn(c.req.raw, { language, types: house.policy.types.current.values() }),
    signedIn: account !== undefined,
    demonstration: house.demonstration,
    idleHours: house.sessionHours,
    contact: house.contact,
    asset: house.assets.assetPath,
  }
}
