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

/** A form that is larger is refused as too large, 413. What brings no form is not looked at. */
export function limitedForms(bytesMax: number): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: bytesMax,
    onError: () => {
      throw new HTTPException(413)
    },
  })
  return (c, next) => (FORMLESS.includes(c.req.method) ? next() : limit(c, next))
}

const FORMLESS: readonly string[] = ['GET', 'HEAD']
