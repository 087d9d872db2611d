import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'

/**
 * What an answer may do in a browser: a page runs our own scripts and nothing else; what is no
 * page, such as the file of a stranger, runs nothing and belongs to no origin.
 */
export function secured(url: string): MiddlewareHandler {
  const pages = secureHeaders({ ...headersAt(url), contentSecurityPolicy: OF_PAGES })
  const files = secureHeaders({ ...headersAt(url), contentSecurityPolicy: OF_FILES })
  return async (c, next) => {
    await next()
    const type = c.res.headers.get('content-type') ?? 'text/html'
    await (type.startsWith('text/html') ? pages : files)(c, async () => undefined)
  }
}

const SELF = ["'self'"]
const NONE = ["'none'"]
const OF_PAGES = {
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
}
const OF_FILES = { defaultSrc: NONE, frameAncestors: NONE, sandbox: [] }
const YEAR_SECONDS = 31_536_000

/** No page of ours asks a device for any of this, so no script that got into one may either. */
const NOTHING_OF_THE_DEVICE = {
  camera: [],
  microphone: [],
  geolocation: [],
  payment: [],
  usb: [],
  serial: [],
  bluetooth: [],
  hid: [],
  midi: [],
  accelerometer: [],
  gyroscope: [],
  magnetometer: [],
  displayCapture: [],
  screenWakeLock: [],
  idleDetection: [],
  publickeyCredentialsGet: [],
  publickeyCredentialsCreate: [],
}

const headersAt = (url: string) =>
  ({
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    permissionsPolicy: NOTHING_OF_THE_DEVICE,
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
