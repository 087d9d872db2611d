import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { OfficeLanguage } from '#core/language.ts'
import type { Actor, Role } from '#core/cases/roles.ts'
import { isInForce } from '#core/policy/enacted.ts'
import type { Body } from '#core/policy/procedure.ts'
import { missionOf } from '#core/promotion/missions.ts'
import type { Devices } from '#platform/known-device.ts'
import { askedOf } from '#platform/typed.ts'
import { BACK, cameFromIn } from '#office/back.ts'
import type { House } from '#records/house.ts'
import { askedIn, type Asked } from '#telling/done.tsx'
import { actorOf, type Official } from '#records/officials.ts'
import type { Child } from '#ui/markup.ts'

/** What a request of the office carries, set before its handler runs. */
export type OfficeEnv = {
  Variables: {
    readonly house: House
    readonly language: OfficeLanguage
    /** Whoever is signed in. */
    readonly visitor: Official | undefined
    /** What the forms of the answer carry, for whoever that is. */
    readonly formToken: string | undefined
    /** The same on pages behind the sign-in, where it is always there. */
    readonly official: Official
  }
}

export type OfficeContext = Context<OfficeEnv>

/** What every page needs to know of the request, without the request. */
export type View = Asked & {
  readonly language: OfficeLanguage
  /** The list, and the place in it, that a case was opened from. */
  readonly cameFrom?: string
  /** Whoever is signed in, as the head of the page names them. */
  readonly who?: { readonly name: string; readonly roles: readonly Role[]; readonly body?: string }
  /** A state body as people call it, by its code in the procedures. */
  readonly nameOfBody: (code: string) => string
  /** The person wants single keys to work. */
  readonly keys: boolean
  readonly demonstration: boolean
  /** Hours without a visit after which one is signed out. */
  readonly idleHours: number
  readonly asset: House['assets']['assetPath']
  /** Why a form was not taken that the page shows again, as it was filled in. */
  readonly refused?: Child
}

/** The browsers in which officials are known. */
export const devicesOf = (c: OfficeContext): Devices => ({
  secret: c.var.house.secret,
  url: c.var.house.officeUrl,
  face: 'office',
  trustProxy: c.var.house.trustProxy,
})

/** Whether single keys work is a wish of this browser; it says nothing about anybody. */
export const KEYS_COOKIE = 'kecid-office-keys'

export function viewOf(c: OfficeContext): View {
  const { house, language, visitor } = c.var
  const cameFrom = cameFromIn(askedOf(c.req, BACK), { language, at: c.req.path })
  return {
    language,
    ...(cameFrom === undefined ? {} : { cameFrom }),
    ...askedIn(c.req.raw, { language, types: house.policy.types.current.values() }),
    ...(visitor === undefined ? {} : { who: namedIn(visitor) }),
    nameOfBody: (code) =>
      bodyIn(house, code)?.name[language] ??
      missionOf(house.policy.missions, code)?.title[language] ??
      code,
    keys: getCookie(c, KEYS_COOKIE) === 'on',
    demonstration: house.demonstration,
    idleHours: house.sessionHours,
    asset: house.assets.assetPath,
  }
}

function bodyIn({ policy, clock }: House, code: string): Body | undefined {
  return [...policy.procedures.current.values()]
    .filter((procedure) => isInForce(procedure, clock.today()))
    .flatMap(({ bodies }) => bodies)
    .find((body) => body.code === code)
}

function namedIn({ name, roles, body }: Official): NonNullable<View['who']> {
  return { name, roles, ...(body === undefined ? {} : { body }) }
}

/** Whoever is signed in, as the core knows them. */
export const actorIn = (c: OfficeContext): Actor => actorOf(c.var.official)
