import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import { z } from 'zod'

/**
 * The static files that the build wrote: their names by content, and a handler that serves them
 * with the compressed twin the browser understands. A name never holds other bytes, so it is kept
 * for ever.
 */
export type AssetName =
  | 'portal.css'
  | 'office.css'
  | 'portal.js'
  | 'office.js'
  | 'head.js'
  | 'estimate.js'
  | 'application.js'
  | 'favicon.svg'
  | 'literata-latin.woff2'
  | 'literata-cyrillic.woff2'

export type Assets = { readonly assetPath: (name: AssetName) => string }

const MANIFEST = z.record(z.string(), z.string().regex(/^[\w.-]+$/))
const PREFIX = '/static/'
const NAMED_BY_CONTENT = /^\/static\/[a-z-]+\.[A-Za-z0-9]{8}\.(?:css|js|svg|woff2)$/

/** Nobody takes a file of ours for anything else, and no other site puts it on its pages. */
const HEADERS = [
  ['cache-control', 'public, max-age=31536000, immutable'],
  ['x-content-type-options', 'nosniff'],
  ['cross-origin-resource-policy', 'same-origin'],
] as const

/** Reads the manifest once, at start: a missing file or name stops the start, not a page. */
export async function readAssets(folder: string): Promise<Assets> {
  const manifest = MANIFEST.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  return {
    assetPath: (name) => {
      const file = manifest[name]
      if (file === undefined) throw new Error(`The build wrote no ${name}; run it again.`)
      return `${PREFIX}${file}`
    },
  }
}

/** For `app.use('/static/*', …)`; what is not one of the build's own files reads as absent. */
export function serveAssets(folder: string): MiddlewareHandler {
  const serve = serveStatic({
    root: folder,
    precompressed: true,
    rewriteRequestPath: (path) => path.slice(PREFIX.length - 1),
  })
  return async (c, next) => {
    if (!NAMED_BY_CONTENT.test(c.req.path)) return next()
    let isAbsent = false
    const response = await serve(c, async () => void (isAbsent = true))
    // A page that outlived a new build asks for files that are gone.
    if (isAbsent || !response) return next()
    // Its own hook for headers runs after the response is made, and is lost.
    for (const [name, value] of HEADERS) response.headers.set(name, value)
    return response
  }
}
