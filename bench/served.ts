import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import type { createPortal } from '#portal/app.tsx'

type Portal = ReturnType<typeof createPortal>

export type Served = { readonly origin: string; readonly close: () => void }

/** A portal on a port of loopback; it is made when the port, and so its address, is known. */
export async function served(portalAt: (origin: string) => Promise<Portal>): Promise<Served> {
  const door: { portal?: Portal } = {}
  const server = createAdaptorServer({
    fetch: (request: Request, env: unknown) =>
      door.portal?.fetch(request, env) ?? new Response('not yet', { status: 503 }),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('the server has a port')
  const origin = `http://127.0.0.1:${place.port}`
  door.portal = await portalAt(origin)
  return { origin, close: () => void server.close() }
}
