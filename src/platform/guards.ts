import type { HonoRequest, MiddlewareHandler } from 'hono'
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

/** What changes something, or is read to be changed, comes from a page of this very origin. */
export function ownOriginOnly(url: string): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin') ?? (site === SAME ? url : undefined)
    const isOwn = origin === url && (site ?? SAME) === SAME
    if (!isRead(c.req.method) && !isOwn) throw new HTTPException(403)
    await next()
  }
}

/** Whether a form came from a page of ours, at an address that is not the one we are known by. */
export function isFromAnotherAddress({ headers, url: at }: Request, url: string): boolean {
  const [origin, site] = [headers.get('origin') ?? '', headers.get('sec-fetch-site') ?? SAME]
  const isOurs = URL.canParse(origin) && new URL(origin).host === new URL(at).host
  return isOurs && site === SAME && origin !== url
}

const SAME = 'same-origin'
/** Whether a request of this method changes nothing, and brings no form. */
export const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD'

/** Far more than the longest form of ours has. */
const FIELDS_MAX = 1000

/**
 * The one reader of what forms send: names and texts in UTF-8, as browsers encode them, up to a
 * size (413) and a number. What is anything else, or breaks off, is refused before any page reads
 * it. Only where files are is there another one, `receiveUpload`.
 */
export function readsForms(bytesMax: number): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: bytesMax,
    onError: () => {
      throw new HTTPException(413)
    },
  })
  return async (c, next) => {
    if (isRead(c.req.method)) return next()
    if (!isForm(c.req)) throw new HTTPException(400)
    await limit(c, async () => void (await c.req.text())).catch((error: unknown) => {
      // What else goes wrong here is a sender who broke off.
      throw error instanceof HTTPException ? error : new HTTPException(400, { cause: error })
    })
    if (fieldsIn(await c.req.text()) > FIELDS_MAX) throw new HTTPException(400)
    return next()
  }
}

/** A button without fields sends nothing, and some programs then name no type. */
function isForm({ raw: { headers } }: HonoRequest): boolean {
  const type = headers.get('content-type')
  const isPlain = (headers.get('content-encoding') ?? 'identity') === 'identity'
  if (type === null) return headers.get('content-length') === '0' || !isSent(headers)
  return isPlain && OF_FORMS.test(type)
}

const isSent = (headers: Headers): boolean =>
  headers.has('content-length') || headers.has('transfer-encoding')

/** Whether a body of this type is a form without files, and may be read again. */
export const isPlainForm = (type: string | undefined): boolean =>
  type?.startsWith('application/x-www-form-urlencoded') === true

const OF_FORMS = /^application\/x-www-form-urlencoded *(?:; *charset="?utf-8"? *)?$/i

const fieldsIn = (text: string): number => text.split('&', FIELDS_MAX + 1).length
