import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'

/** What a page may do in a browser: run our own scripts, and nothing else. */
export const securedPages = (url: string): MiddlewareHandler =>
  secureHeaders({
    ...headersAt(url),
    contentSecurityPolicy: {
      defaultSrc: NONE,
      scriptSrc: SELF,
      connectSrc: SELF,
      styleSrc: SELF,
      imgSrc: SELF,
      fontSrc: SELF,
      formAction: SELF,
      frameAncestors: NONE,
      baseUri: NONE,
      requireTrustedTypesFor: ["'script'"],
    },
  })

/** Uploaded files are strangers: shown, they may run nothing and belong to no origin. */
export const securedFiles = (url: string): MiddlewareHandler =>
  secureHeaders({
    ...headersAt(url),
    contentSecurityPolicy: { defaultSrc: NONE, frameAncestors: NONE, sandbox: [] },
  })

const SELF = ["'self'"]
const NONE = ["'none'"]
const YEAR_SECONDS = 31_536_000

const headersAt = (url: string) =>
  ({
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    strictTransportSecurity: url.startsWith('https:') ? `max-age=${YEAR_SECONDS}` : false,
  }) as const

/** A form that is larger is refused as too large, 413. */
export const limitedForms = (bytesMax: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: bytesMax,
    onError: () => {
      throw new HTTPException(413)
    },
  })

/**
 * No form of ours but that for files is made of parts. One that breaks off halfway or never was one
 * is refused here, before any page reads it; what was read is kept for the page.
 */
export const readableForms: MiddlewareHandler = async (c, next) => {
  const isOfParts = /^multipart\/form-data/i.test(c.req.header('content-type') ?? '')
  if (isOfParts && c.req.method === 'POST') {
    await c.req.formData().catch((error: unknown) => {
      throw error instanceof TypeError ? new HTTPException(400) : error
    })
  }
  await next()
}
