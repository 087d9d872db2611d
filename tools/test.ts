import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, sep } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { TestCluster } from '#test/house-database.ts'
import { programProblems } from './apt.ts'
import { ensureChromium } from './chromium.ts'
import { runBounded } from './run-bounded.ts'
import { CODE_FOLDERS, ROOT } from './sources.ts'
import {
  emptyFiles,
  type Extent,
  flagsOf,
  isStageCount,
  minutesOf,
  readCount,
  type Selected,
  type Selection,
  select,
  stageLine,
  sum,
  summary,
  type Tally,
  troubleOf,
} from './test-stages.ts'

type Session = {
  readonly extent: Extent
  readonly signal: AbortSignal
  readonly environment: Record<string, string>
  readonly counted: { readonly name: string; readonly tally: Tally }[]
  readonly troubles: string[]
}

const RESULTS = join('build', 'test-results')
const ASSETS_SECONDS_MAX = 120

/** All stages, two at a time, whatever became of those before. */
async function runTests(session: Session): Promise<void> {
  const patterns = CODE_FOLDERS.map((folder) => `${folder}/**/*.test.{ts,tsx}`)
  const files = globSync(patterns).map((file) => file.split(sep).join('/'))
  const selection = select(files, session.extent)
  sayWhatRuns(selection, session)
  preparePrograms(session)
  await buildAssets(session)
  const cluster = await startCluster(session)
  try {
    // The slowest stand at the end of the list and begin first, so that the lanes end together.
    const waiting = selection.stages.toReversed()
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await runStage(next, session)
    }
    await Promise.all([lane(), lane()])
  } finally {
    await cluster?.stop()
  }
}

function sayWhatRuns({ stages, left, inNoStage }: Selection, { troubles }: Session): void {
  const count = stages.reduce((files, stage) => files + stage.files.length, 0)
  const more = left.length === 0 ? '' : `; ${left.length} more by test:full and test:all:`
  console.log(`${count} test files${more}`)
  for (const file of left) console.log(`  ${file}`)
  for (const file of inNoStage)
    troubles.push(`${file} belongs to no stage of tools/test-stages.ts.`)
  if (count === 0) troubles.push('No test files were found.')
}

function preparePrograms({ environment, troubles }: Session): void {
  const chromium = ensureChromium()
  if (chromium.ok) environment['KECID_CHROMIUM'] = chromium.path
  else troubles.push(chromium.problem)
  troubles.push(...programProblems())
}

async function buildAssets({ signal, troubles }: Session): Promise<void> {
  const script = 'tools/build-assets.ts'
  if (!existsSync(script)) return
  const run = { words: [script], secondsMax: ASSETS_SECONDS_MAX, signal }
  const { code } = await runBounded(run)
  if (code !== 0) troubles.push(`${script} failed, so pages are tested without their assets.`)
}

/** One PostgreSQL for all stages; should it not start, the tests that need none still run. */
async function startCluster({ environment, troubles }: Session): Promise<TestCluster | undefined> {
  if (process.env['KECID_TEST_DATABASE_URL']) return undefined
  try {
    const { startTestCluster } = await import('#test/house-database.ts')
    const cluster = await startTestCluster()
    environment['KECID_TEST_DATABASE_URL'] = cluster.url
    return cluster
  } catch (error) {
    troubles.push(`The test database did not start: ${String(error)}`)
    return undefined
  }
}

async function runStage({ stage, files }: Selected, session: Session): Promise<void> {
  if (session.signal.aborted) return
  console.log(`\nStage: ${stage.name} (${files.length} files)`)
  const results = join(RESULTS, `${stage.name.replace(/[^a-z]+/g, '-')}.tap`)
  rmSync(results, { force: true })
  const reporters = [
    ['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ['--test-reporter=tap', `--test-reporter-destination=${results}`],
  ].flat()
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : undefined
  const ended = await runBounded({
    words: [...flagsOf(stage, session.extent), ...reporters, ...files],
    secondsMax: minutesOf(stage, session.extent) * 60,
    environment: { ...session.environment, ...colour },
    shows: (line) => !isStageCount(stripVTControlCharacters(line)),
    signal: session.signal,
  })
  const tap = existsSync(results) ? readFileSync(results, 'utf8') : ''
  const count = readCount(tap)
  const trouble = troubleOf(stage, { ...count, ...ended })
  session.counted.push({ name: stage.name, tally: count.tally })
  if (trouble !== undefined) session.troubles.push(trouble)
  for (const file of emptyFiles(tap, files)) session.troubles.push(`${file} holds no test.`)
}

/** Quick, where nothing else is asked for. */
function extentIn(words: readonly string[]): Extent {
  if (words.includes('--all')) return 'all'
  return words.includes('--full') ? 'full' : 'quick'
}

const began = performance.now()
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort())
process.chdir(ROOT)
mkdirSync(RESULTS, { recursive: true })
const session: Session = {
  extent: extentIn(process.argv),
  signal: interrupted.signal,
  // Most of what a process for each file takes is to compile the same modules.
  environment: { NODE_COMPILE_CACHE: join(ROOT, 'build', 'compile-cache') },
  counted: [],
  troubles: [],
}
await runTests(session)
if (interrupted.signal.aborted) session.troubles.push('The tests were interrupted.')
const tally = sum(session.counted.map((stage) => stage.tally))
const seconds = (performance.now() - began) / 1000
console.log()
for (const { name, tally } of session.counted) console.log(stageLine(name, tally))
console.log(summary(tally, session.troubles, seconds))
process.exitCode = tally.fail + tally.cancelled + session.troubles.length > 0 ? 1 : 0
