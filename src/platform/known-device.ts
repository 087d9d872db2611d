import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { clientAddress } from '#platform/client-address.ts'
import { blindIndex, newToken, sameBytes, type HouseSecret } from '#platform/sealing.ts'

/**
 * A browser in which somebody signed in keeps a cookie that only we can have made, for that owner.
 * It signs nobody in: its tries are counted apart, so that guesses of strangers, behind the same
 * address too, never keep out whoever has been here before.
 */
export type Devices = {
  readonly secret: HouseSecret
  /** The origin of the face; over https the cookie's name binds it to this host and to https. */
  readonly url: string
  readonly face: 'portal' | 'office'
  readonly trustProxy: boolean
}

/** Who tries something that is an owner's alone, as far as it can be told. */
export type Trier = {
  readonly face: Devices['face']
  readonly owner: string
  readonly client: string
  /** One that the owner is known to have used. */
  readonly device?: string | undefined
}

export const trierOf = (c: Context, devices: Devices, owner: string): Trier => ({
  face: devices.face,
  owner,
  client: clientAddress(c, devices.trustProxy),
  device: knownDevice(c, devices, owner),
})

/** As long as browsers keep a cookie at most. */
const KEPT_SECONDS = 400 * 86_400

/** What tells this device from another one of this owner; undefined where it is not known. */
function knownDevice(c: Context, devices: Devices, owner: string): string | undefined {
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

const proofOf = ({ secret, face }: Devices, owner: string, id: string): Buffer =>
  blindIndex(secret, `device ${face}`, `${id}\0${owner}`)

const isSecure = ({ url }: Devices): boolean => url.startsWith('https:')

const cookieName = (devices: Devices): string =>
  `${isSecure(devices) ? '__Host-' : ''}kecid-${devices.face}-device`
