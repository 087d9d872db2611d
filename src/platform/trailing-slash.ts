import type { MiddlewareHandler } from 'hono'
import { isRead } from '#platform/guards.ts'

/** No address of ours ends in a slash; whoever typed one is led to the page that they meant. */
export const withoutTrailingSlash: MiddlewareHandler = (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  // What begins with two would be read as another host.
  const meant = isRead(c.req.method) ? /^(\/[^/\\].*?)\/+$/.exec(pathname)?.[1] : undefined
  return meant === undefined ? next() : Promise.resolve(c.redirect(meant + search, 308))
}
