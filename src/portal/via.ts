import type { MiddlewareHandler } from 'hono'
import { readCode, type ShortCode } from '#core/promotion/short-code.ts'
import { answer } from '#platform/answer.ts'
import { withToken } from '#platform/form-token.ts'
import { askedOf } from '#platform/typed.ts'
import type { PortalContext, PortalEnv } from '#portal/env.ts'
import { publicAddresses } from '#portal/paths.ts'

/**
 * Whoever comes by the link of a campaign carries its code from public page to public page in the
 * address, where they can see it and take it away, and nowhere else: no cookie, no field of an
 * account, no row. Where an account begins, a number goes up.
 */
const VIA = 'via'

export const viaIn = (c: PortalContext): ShortCode | undefined => readCode(askedOf(c.req, VIA))

/** A link to a page of the portal that carries the code on. */
export const carrying = (address: string, code: ShortCode): string => `${address}?${VIA}=${code}`

/** Pages that were asked for with a code have it in each link to a page for strangers. */
export const carriesCode: MiddlewareHandler<PortalEnv> = (c, next) => {
  const code = viaIn(c)
  if (code === undefined) return next()
  c.setRenderer(({ text }, status) => {
    const page = text.replace(LINKS, (whole, before: string, address: string) =>
      publicAddresses.has(address) ? `${before}${carrying(address, code)}"` : whole,
    )
    return answer(c, withToken(page, c.var.formToken), status)
  })
  return next()
}

const LINKS = /(\b(?:href|action)=")(\/[^"?#]*)"/g
