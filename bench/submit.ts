import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { createPortal } from '#portal/app.tsx'
import { paths } from '#portal/paths.ts'
import { addDrafts, patternOf, someone, submitDraft, takeBack, type Draft } from './drafts.ts'
import { inHouse, onGround, PORTAL_CONNECTIONS, type BenchHouse } from './ground.ts'
import type { Load, LoadDone } from './http-clients.ts'
import { openPgbench, type Pgbench } from './pgbench.ts'
import { drained, interleaved, median, type Drained, type Runner } from './rounds.ts'
import { served, type Served } from './served.ts'
import { scriptsOf, sendScript, type Script } from './statements.ts'
import { atLeast, figure, milliseconds, perSecond, share, type Figure } from './table.ts'

const CLIENTS = [1, 8, 16] as const
const ROUNDS = 3
/** Nothing is measured for longer, however slow the machine is. */
const RUN_MS_MAX = 2000
const PGBENCH_SECONDS = 2
const DRAFTS = 320
/** One at a time takes its time. */
const DRAFTS_ALONE = 80
/** Submissions beside the commits of one row that pgbench gets from the same database. */
export const measureSubmit = (root: string): Promise<readonly Figure[]> =>
  onGround(root, (ground) =>
    inHouse(ground, 'submit', async (bench) => {
      const portal = bench.face('kecid_portal', PORTAL_CONNECTIONS)
      const pattern = await patternOf(portal, ground.assetsFolder)
      const people = await Promise.all(Array.from({ length: DRAFTS }, () => someone(portal)))
      const drafts = await addDrafts(portal, pattern, people)
      const pgbench = await openPgbench(ground.folder, bench)
      const server = await served(async (portalUrl) =>
        createPortal({ ...portal, portalUrl }, ground.assetsFolder),
      )
      const scripts = await scriptsOf(bench.face('kecid_portal', 1), drafts)
      const found: Figure[] = []
      try {
        await warmedUp({ clients: 8, drafts, scripts, pgbench, server }, bench)
        for (const clients of CLIENTS) {
          found.push(...(await measureWith({ clients, drafts, scripts, pgbench, server }, bench)))
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
  readonly scripts: ReadonlyMap<Draft, Script>
  readonly pgbench: Pgbench
  readonly server: Served
}

/** Code that has just been loaded is slower than the one that serves all day. */
async function warmedUp(measuring: Measuring, bench: BenchHouse): Promise<void> {
  await measureWith({ ...measuring, pgbench: { ok: false, problem: 'warming up' } }, bench, 1)
}

async function measureWith(
  { clients, drafts, scripts, pgbench, server }: Measuring,
  bench: BenchHouse,
  rounds = ROUNDS,
): Promise<readonly Figure[]> {
  const straight = bench.face('kecid_portal', clients)
  const some = drafts.slice(0, clients === 1 ? DRAFTS_ALONE : DRAFTS)
  const spent: Record<Way, number[]> = { database: [], records: [], http: [] }
  const afresh = (way: Way, run: () => Promise<Drained>): Runner => {
    return async () => {
      await takeBack(bench.all)
      const before = process.threadCpuUsage()
      const { done, rate } = await run()
      const { user, system } = process.threadCpuUsage(before)
      spent[way].push((user + system) / 1000 / done)
      return rate
    }
  }
  const sending = some.map((draft) => () => sendScript(straight, draft, scripts.get(draft) ?? []))
  const submitting = some.map((draft) => () => submitDraft(straight, draft))
  const [database = 0, records = 0, http = 0, commits] = await interleaved(
    [
      afresh('database', () => drained(sending, { atOnce: clients, msMax: RUN_MS_MAX })),
      afresh('records', () => drained(submitting, { atOnce: clients, msMax: RUN_MS_MAX })),
      afresh('http', () => postedFrom({ ...server, clients }, some)),
      ...(pgbench.ok ? [() => pgbench.rate(clients, PGBENCH_SECONDS)] : []),
    ],
    rounds,
  )
  const line = (way: Way, rate: number) =>
    figure({
      name: `submit, ${WAYS[way].title}, ${clients} at once | pgbench, one row`,
      ours: perSecond(rate),
      ...(commits === undefined ? {} : { peer: perSecond(commits), ratio: share(rate, commits) }),
      note: [
        ...(pgbench.ok ? [] : [`peer not measured: ${pgbench.problem}`]),
        ...budgetOf(way, { clients, part: commits === undefined ? undefined : rate / commits }),
        `${milliseconds(median(spent[way]))} of Node's processor time each`,
      ].join('; '),
    })
  return [line('database', database), line('records', records), line('http', http)]
}

const WAYS = {
  database: { title: 'database part', least: 0.08, budget: '8 %, decision 0009' },
  records: { title: 'through records', least: undefined, budget: undefined },
  http: { title: 'through HTTP', least: 0.02, budget: '2 %, decision 0009' },
} as const
type Way = keyof typeof WAYS

/** The part is of the commits that pgbench gets. */
function budgetOf(
  way: Way,
  { clients, part }: { readonly clients: number; readonly part: number | undefined },
): readonly string[] {
  const { least, budget } = WAYS[way]
  if (clients !== 8 || least === undefined) return []
  return [part === undefined ? `budget ${budget} not measured` : atLeast(part, least, budget)]
}

async function postedFrom(
  { origin, clients }: Pick<Load, 'origin' | 'clients'>,
  drafts: readonly Draft[],
): Promise<LoadDone> {
  const posts = drafts.map(({ id, applicant }) => {
    const { token, formToken } = applicant
    return { path: paths.submit.to('en', { id }), cookie: `kecid=${token}`, token: formToken }
  })
  const workerData: Load = { origin, clients, posts, msMax: RUN_MS_MAX }
  const worker = new Worker(new URL('./http-clients.ts', import.meta.url), { workerData })
  const [done] = (await once(worker, 'message')) as [LoadDone]
  if (done.refused.length > 0) throw new Error(`answered ${done.refused.join(' ').slice(0, 100)}`)
  return done
}
