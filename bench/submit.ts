import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { createAdaptorServer } from '@hono/node-server'
import { createPortal } from '#portal/app.tsx'
import { paths } from '#portal/paths.ts'
import type { House } from '#records/house.ts'
import { addDrafts, patternOf, someone, submitDraft, takeBack, type Draft } from './drafts.ts'
import { inHouse, onGround, type BenchHouse } from './ground.ts'
import type { Load, LoadDone } from './http-clients.ts'
import { openPgbench, type Pgbench } from './pgbench.ts'
import { drained, interleaved, type Runner } from './rounds.ts'
import { figure, perSecond, share, type Figure } from './table.ts'

const CLIENTS = [1, 8, 16] as const
const ROUNDS = 3
const PGBENCH_SECONDS = 2
const DRAFTS = 320
/** One at a time takes its time. */
const DRAFTS_ALONE = 80
/** As many as the portal has in the product. */
const PORTAL_CONNECTIONS = 10

/** Submissions beside the commits of one row that pgbench gets from the same database. */
export const measureSubmit = (root: string): Promise<readonly Figure[]> =>
  onGround(root, (ground) =>
    inHouse(ground, 'submit', async (bench) => {
      const portal = bench.face('kecid_portal', PORTAL_CONNECTIONS)
      const pattern = await patternOf(portal, ground.assetsFolder)
      const people = await Promise.all(Array.from({ length: DRAFTS }, () => someone(portal)))
      const drafts = await addDrafts(portal, pattern, people)
      const pgbench = await openPgbench(ground.folder, bench)
      const server = await serving(portal, ground.assetsFolder)
      const found: Figure[] = []
      try {
        for (const clients of CLIENTS) {
          found.push(...(await measureWith({ clients, drafts, pgbench, server }, bench)))
        }
      } finally {
        server.close()
      }
      return found
    }),
  )

type Measuring = {
  readonly clients: number
  readonly drafts: readonly Draft[]
  readonly pgbench: Pgbench
  readonly server: Served
}

async function measureWith(
  { clients, drafts, pgbench, server }: Measuring,
  bench: BenchHouse,
): Promise<readonly Figure[]> {
  const straight = bench.face('kecid_portal', clients)
  const some = drafts.slice(0, clients === 1 ? DRAFTS_ALONE : DRAFTS)
  const afresh = (run: Runner) => async () => {
    await takeBack(bench.all)
    return run()
  }
  const runners: Runner[] = [
    afresh(() =>
      drained(
        some.map((draft) => () => submitDraft(straight, draft)),
        clients,
      ),
    ),
    afresh(() => postedFrom({ ...server, clients }, some)),
    ...(pgbench.ok ? [() => pgbench.rate(clients, PGBENCH_SECONDS)] : []),
  ]
  const [records = 0, http = 0, commits] = await interleaved(runners, ROUNDS)
  const line = (what: string, rate: number, budget: string) =>
    figure({
      name: `submit, ${what}, ${clients} at once | pgbench, one row`,
      ours: perSecond(rate),
      ...(commits === undefined
        ? { note: `not measured: ${pgbench.ok ? 'pgbench gave nothing' : pgbench.problem}` }
        : { peer: perSecond(commits), ratio: share(rate, commits) }),
      ...(clients === 8 && commits !== undefined ? { note: `budget ${budget}` } : {}),
    })
  return [line('database part', records, '25 %'), line('through HTTP', http, '15 %')]
}

type Served = { readonly origin: string; readonly close: () => void }

async function serving(house: House, assetsFolder: string): Promise<Served> {
  const door: { face?: ReturnType<typeof createPortal> } = {}
  const server = createAdaptorServer({
    fetch: (request: Request, env: unknown) =>
      door.face?.fetch(request, env) ?? new Response('not yet', { status: 503 }),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('the server has a port')
  const origin = `http://127.0.0.1:${place.port}`
  door.face = createPortal({ ...house, portalUrl: origin }, assetsFolder)
  return { origin, close: () => void server.close() }
}

async function postedFrom(
  { origin, clients }: Pick<Load, 'origin' | 'clients'>,
  drafts: readonly Draft[],
): Promise<number> {
  const posts = drafts.map(({ id, applicant }) => {
    return { path: paths.submit.to('en', { id }), cookie: `kecid=${applicant.token}` }
  })
  const workerData: Load = { origin, clients, posts }
  const worker = new Worker(new URL('./http-clients.ts', import.meta.url), { workerData })
  const [done] = (await once(worker, 'message')) as [LoadDone]
  if (done.refused.length > 0) throw new Error(`answered ${done.refused.join(' ').slice(0, 100)}`)
  return done.rate
}
