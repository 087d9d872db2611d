import type { Call, Written } from '#exchange/driver.ts'
import {
  wrongIn,
  type XroadClient,
  type XroadServer,
  type XroadService,
} from '#exchange/drivers/identifiers.ts'

/** Where a service of X-Road is asked for: always of our own security server. */
export type XroadAddress = {
  /** `https://ss.internal:8443`, as our own network reaches it. */
  readonly securityServer: string
  /** As whom we ask. */
  readonly client: XroadClient
  /** Without a version, REST has none in its path and SOAP none in its header. */
  readonly service: XroadService
  /** The one of several servers of the provider that has to answer. */
  readonly targetSecurityServer?: XroadServer
}

type Unsent = Written & { readonly ok: false }

export const unsent = (reason: Unsent['reason'], where: string): Unsent => ({
  ok: false,
  reason,
  where,
})

/** What neither protocol may be given; undefined where nothing is wrong. */
export function wrongInCall(call: Call<XroadAddress>): Unsent | undefined {
  const { client, service, targetSecurityServer, securityServer } = call.address
  return (
    wrongInBase(securityServer, 'securityServer') ??
    wrongIn(client, 'client') ??
    wrongIn(service, 'service') ??
    (targetSecurityServer && wrongIn(targetSecurityServer, 'targetSecurityServer')) ??
    wrongInTexts(call)
  )
}

/** They travel in headers, where a line break would begin another one. */
export function wrongInTexts({
  messageId,
  issue,
  userId,
}: Pick<Call<unknown>, 'messageId' | 'issue' | 'userId'>): Unsent | undefined {
  for (const [where, text] of Object.entries({ messageId, issue, userId })) {
    if (text === '') return unsent('identifier-missing', where)
    if (text !== undefined && !/^[\x21-\x7e]{1,255}$/.test(text))
      return unsent('identifier-forbidden', where)
  }
  return undefined
}

/** A query, a fragment or a password in it would end up somewhere else in the address. */
export const wrongInBase = (base: string, where: string): Unsent | undefined =>
  /^https?:\/\/[^\s\\?#@]+$/.test(base) && URL.canParse(base)
    ? undefined
    : unsent('identifier-forbidden', where)

export const below = (base: string, path: string): string => `${base.replace(/\/+$/, '')}/${path}`
