import type { Context } from 'hono'
import type { Language } from '#core/language.ts'
import type { Account } from '#records/accounts.ts'
import type { House } from '#records/house.ts'
import { deedIn, placeIn, type Deed } from '#telling/done.tsx'

/** What a request of the portal carries, set before its handler runs. */
export type PortalEnv = {
  Variables: {
    readonly house: House
    readonly language: Language
    /** Whoever is signed in. */
    readonly account: Account | undefined
    /** The same on pages behind the sign-in, where it is always there. */
    readonly applicant: Account
  }
}

export type PortalContext = Context<PortalEnv>

/** What every page needs to know of the request, without the request. */
export type View = {
  readonly language: Language
  /** Path and query, for the links to the other languages. */
  readonly here: string
  /** What the form before this page did. */
  readonly deed?: Deed
  readonly signedIn: boolean
  readonly demonstration: boolean
  readonly asset: House['assets']['assetPath']
}

export function viewOf(c: PortalContext): View {
  const { house, language, account } = c.var
  const deed = c.req.method === 'GET' ? deedIn(c.req.url) : undefined
  return {
    language,
    here: placeIn(c.req.url),
    ...(deed === undefined ? {} : { deed }),
    signedIn: account !== undefined,
    demonstration: house.demonstration,
    asset: house.assets.assetPath,
  }
}
