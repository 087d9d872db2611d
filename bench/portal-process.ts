import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import { z } from 'zod'
import { createPortal } from '#portal/app.tsx'
import { portalOn } from './ground.ts'

/** The portal alone in a process, so that what it takes can be read from outside. */
const GROUND = z.object({
  root: z.string(),
  url: z.string(),
  folder: z.string(),
  assetsFolder: z.string(),
  masterKey: z.string(),
})

const [told] = (await once(process, 'message')) as unknown[]
const ground = GROUND.parse(told)
const door: { face?: ReturnType<typeof createPortal> } = {}
const server = createAdaptorServer({
  fetch: (request: Request, env: unknown) =>
    door.face?.fetch(request, env) ?? new Response('not yet', { status: 503 }),
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const place = server.address()
if (place === null || typeof place === 'string') throw new Error('the server has a port')
const portalUrl = `http://127.0.0.1:${place.port}`
door.face = createPortal(await portalOn(ground, portalUrl), ground.assetsFolder)
process.send?.({ port: place.port })
process.once('disconnect', () => process.exit())
