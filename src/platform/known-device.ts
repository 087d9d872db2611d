import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { blindIndex, newToken, sameBytes, type HouseSecret } from '#platform/sealing.ts'

/**
 * A browser in which somebody signed in keeps a cookie that only we can have made, for that owner.
 * It signs nobody in: its tries are counted apart, so that guesses of strangers, behind the same
 * address too, never keep out whoever has been here before.
 */
export type Devices = {
  readonly master: HouseSecret
  /** The origin of the face; over https the cookie's name binds it to this host and to https. */
  readonly url: string
  readonly face: 'portal' | 'office'
}

/** As long as browsers keep a cookie at most. */
const KEPT_SECONDS = 400 * 86_400

/** What tells this device from another one of this owner; undefined where it is not known. */
export function knownDevice(c: Context, devices: Devices, owner: string): string | undefined {
  const [id = '', proof = ''] = getCookie(c, cookieName(devices))?.split('.') ?? []
  const isOurs = sameBytes(Buffer.from(proof, 'base64url'), proofOf(devices, owner, id))
  return isOurs ? id : undefined
}

/** From now on this browser is known as one of this owner, and of nobody before. */
export function keepDevice(c: Context, devices: Devices, owner: string): void {
  const id = knownDevice(c, devices, owner) ?? newToken()
  const value = `${id}.${proofOf(devices, owner, id).toString('base64url')}`
  setCookie(c, cookieName(devices), value, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(devices),
    path: '/',
    maxAge: KEPT_SECONDS,
  })
}

const proofOf = ({ master, face }: Devices, owner: string, id: string): Buffer =>
  blindIndex(master, `device ${face}`, `${id}\0${owner}`)

const isSecure = ({ url }: Devices): boolean => url.startsWith('https:')

const cookieName = (devices: Devices): string =>
  `${isSecure(devices) ? '__Host-' : ''}kecid-${devices.face}-device`
