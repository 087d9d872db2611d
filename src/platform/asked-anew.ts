import type { Context, Env, ErrorHandler, Hono } from 'hono'
import { isOutdated } from '#platform/database-reach.ts'
import { isPlainForm, isRead } from '#platform/guards.ts'

const anew = new WeakSet<Request>()

/**
 * What failed because policy was replaced meanwhile has changed nothing. It is asked once more from
 * the beginning, by the new one, and whoever sent it notices nothing.
 */
export const askedAnew =
  <E extends Env>(app: Hono<E>, onFault: ErrorHandler<E>): ErrorHandler<E> =>
  async (fault, c) => {
    if (!isOutdated(fault) || anew.has(c.req.raw) || !isRepeatable(c)) return onFault(fault, c)
    const { url, method, headers } = c.req.raw
    const body = isRead(method) ? null : await c.req.text()
    const request = new Request(url, { method, headers, body })
    anew.add(request)
    return app.fetch(request, c.env)
  }

/** Files are read as they come, and cannot be read twice. */
const isRepeatable = ({ req }: Context): boolean =>
  isRead(req.method) || isPlainForm(req.header('content-type'))
