import { serve as listen, type ServerType } from '@hono/node-server'
import type { Face } from '#test/visitor.ts'

/** What a face says that is made only once its own address is known. */
export const answered = (door: Face | undefined, request: Request, env: unknown) =>
  door ? door.fetch(request, env) : new Response('not built yet', { status: 503 })

/** The address at which something answers, on a port that was free. */
export function listening(
  servers: ServerType[],
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    )
    server.on('error', reject)
    servers.push(server)
  })
}

/** Waits for nobody who is still connected. */
export async function ended(server: ServerType): Promise<void> {
  const end = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  if ('closeAllConnections' in server) server.closeAllConnections()
  await end
}
