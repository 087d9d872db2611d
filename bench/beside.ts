import { execFileSync, fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { ended } from './hof-peer.ts'
import { loaded, requestFor } from './http-load.ts'
import { readProcessor, spentSince, type Spent } from './processor.ts'
import { median, quantile } from './rounds.ts'
import { figure, milliseconds, times, within, type Figure } from './table.ts'

const CASES = 20_000
const SLOWER_MAX = 1.1
/** One process is luckier than another with what its compiler made of the same code. */
const SITTINGS = 3
const ROUNDS = 4
/** Code that has just been loaded is slower. */
const WARMING_ROUNDS = 2
const TURN_MS = 500
/** What can be asked once only is shared out. */
const ONCE_A_TURN = 2
const DRAFTS = SITTINGS * (WARMING_ROUNDS + ROUNDS) * 2 * ONCE_A_TURN
const HEARD_MS_MAX = 165_000

/** Today's house beside that of an earlier commit, each full of as many cases, by turns. */
export const measureBeside = (root: string, commit: string): Promise<readonly Figure[]> =>
  withTree(root, commit, async (tree) => {
    const children = { before: opened(tree), after: opened(root) }
    try {
      const [before, after] = await Promise.all([full(children.before), full(children.after)])
      return await compared({ before, after })
    } finally {
      await Promise.all(Object.values(children).map(ended))
    }
  })

async function withTree<Value>(
  root: string,
  commit: string,
  work: (tree: string) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-before-'))
  const tree = join(folder, 'kecid')
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-C', root, 'worktree', ...words])
  try {
    git('add', '--quiet', '--detach', tree, commit)
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    return await work(tree).finally(() => git('remove', '--force', tree))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const PROGRAM = join('bench', 'beside-house.ts')

const REQUEST = z.object({
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  form: z.string().optional(),
})
const FACES = ['portal', 'office'] as const
const ASK = z.object({
  face: z.enum(FACES),
  status: z.number(),
  requests: z.array(REQUEST).min(1),
})
const ASKS = z.object({ submission: ASK, form: ASK, list: ASK, step: ASK, signIn: ASK })
const SITTING = z.object({
  pids: z.object({ node: z.number(), postgres: z.number() }),
  faces: z.record(z.enum(FACES), z.string()),
})
type Name = keyof z.infer<typeof ASKS>

/** By the program of that very tree; one that has none yet gets ours. */
function opened(tree: string): ChildProcess {
  const program = join(tree, PROGRAM)
  if (!existsSync(program)) copyFileSync(join(import.meta.dirname, 'beside-house.ts'), program)
  const words = [CASES, DRAFTS].map(String)
  return fork(program, words, { cwd: tree, execArgv: ['--import', 'tsx'] })
}

type House = { readonly sit: () => Promise<(name: Name) => Promise<Taken>> }

/** Each request is the next one of its kind, in whatever sitting. */
async function full(child: ChildProcess): Promise<House> {
  const asks = ASKS.parse(await heard(child))
  const given: Record<Name, number> = { submission: 0, form: 0, list: 0, step: 0, signIn: 0 }
  const sit = async () => {
    child.send('sit')
    const { pids, faces } = SITTING.parse(await heard(child))
    return async (name: Name): Promise<Taken> => {
      const { face, status, requests } = asks[name]
      const origin = faces[face]
      const request = () => {
        const next = requests[given[name]++ % requests.length]
        if (!next) throw new Error('a house gives what may be asked of it')
        return requestFor({ origin, path: next.path }, next.headers, next.form)
      }
      const { most } = ASKED[name]
      const before = readProcessor(pids)
      const load = { origin, status, request, clients: 1, ms: TURN_MS, most }
      const { times: waited } = await loaded(load)
      return { ...spentSince(before, pids), waited }
    }
  }
  return { sit }
}

async function heard(child: ChildProcess): Promise<unknown> {
  const signal = AbortSignal.timeout(HEARD_MS_MAX)
  const said = once(child, 'message', { signal })
  const over = once(child, 'exit', { signal }).then(() => ['ended'])
  const [told] = (await Promise.race([said, over]).catch(() => ['had no time'])) as unknown[]
  if (typeof told === 'string') throw new Error(`a house ${told} before it was ready`)
  return told
}

/** What some requests of one kind took of the processors and of the patience of who asked. */
type Taken = Spent & { readonly waited: readonly number[] }
type Round = { readonly before: Taken; readonly after: Taken }

const ASKED = {
  submission: { title: 'submission', most: ONCE_A_TURN },
  form: { title: 'longest form', most: Infinity },
  list: { title: `work list, ${CASES.toLocaleString('en')} cases`, most: Infinity },
  step: { title: 'step of an official', most: ONCE_A_TURN },
  signIn: { title: 'sign-in', most: Infinity },
} as const satisfies Record<Name, { readonly title: string; readonly most: number }>

type Houses = { readonly before: House; readonly after: House }

async function compared({ before, after }: Houses): Promise<readonly Figure[]> {
  const names = Object.keys(ASKED) as readonly Name[]
  const found = new Map<Name, Round[]>(names.map((name) => [name, []]))
  for (let sitting = 0; sitting < SITTINGS; sitting += 1) {
    const turns = { before: await before.sit(), after: await after.sit() }
    for (let round = -WARMING_ROUNDS; round < ROUNDS; round += 1) {
      for (const name of names) {
        // Neither is always the first, nor always the one that comes after the other.
        const first = await turns.before(name)
        const middle = [await turns.after(name), await turns.after(name)]
        const last = await turns.before(name)
        if (round < 0) continue
        found.get(name)?.push({ before: together([first, last]), after: together(middle) })
      }
    }
  }
  return names.flatMap((name) => figuresOf(name, found.get(name) ?? []))
}

const together = (turns: readonly Taken[]): Taken => ({
  thread: sumOf(turns, ({ thread }) => thread),
  node: sumOf(turns, ({ node }) => node),
  postgres: sumOf(turns, ({ postgres }) => postgres),
  waited: turns.flatMap(({ waited }) => waited),
})

const sumOf = (turns: readonly Taken[], part: (taken: Taken) => number): number =>
  turns.reduce((sum, taken) => sum + part(taken), 0)

type Measure = readonly [title: string, of: (taken: Taken) => number]

const each = (part: (taken: Taken) => number) => (taken: Taken) => part(taken) / taken.waited.length

const PROCESSOR: readonly Measure[] = [
  ['processor', each(({ node }) => node)],
  ['processor with PostgreSQL', each(({ node, postgres }) => node + postgres)],
]
const PATIENCE: readonly Measure[] = [
  ['p50', ({ waited }) => quantile(waited, 0.5)],
  ['p99', ({ waited }) => quantile(waited, 0.99)],
]
const WITHOUT_HASH: Measure = [
  'processor without the hash',
  each(({ thread, postgres }) => thread + postgres),
]

function figuresOf(name: Name, rounds: readonly Round[]): readonly Figure[] {
  const measures = [...PROCESSOR, ...(name === 'signIn' ? [WITHOUT_HASH] : []), ...PATIENCE]
  return measures.map(([title, of]) => {
    const [before, after] = [
      of(together(rounds.map((round) => round.before))),
      of(together(rounds.map((round) => round.after))),
    ]
    const found = rounds.map((round) => of(round.after) / of(round.before))
    const ratio = median(found)
    const range = [quantile(found, 0), quantile(found, 1)].map((each) => each.toFixed(2))
    return figure({
      name: `${ASKED[name].title}, ${title} | before`,
      ours: milliseconds(after),
      peer: milliseconds(before),
      ratio: times(ratio, 1),
      note: `${within(ratio, SLOWER_MAX, `${SLOWER_MAX}×`)}; rounds ${range.join(' to ')}`,
    })
  })
}
