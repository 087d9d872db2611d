import { once } from 'node:events'
import { z } from 'zod'
import { createPortal } from '#portal/app.tsx'
import { portalOn } from './ground.ts'
import { served } from './served.ts'

/** The portal alone in a process, so that what it takes can be read from outside. */
const GROUND = z.object({
  root: z.string(),
  url: z.string(),
  folder: z.string(),
  assetsFolder: z.string(),
})

const [told] = (await once(process, 'message')) as unknown[]
const ground = GROUND.parse(told)
const { origin } = await served(async (portalUrl) =>
  createPortal(await portalOn(ground, portalUrl), ground.assetsFolder),
)
process.send?.({ port: Number(new URL(origin).port) })
process.once('disconnect', () => process.exit())
