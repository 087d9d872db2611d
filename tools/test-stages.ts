/**
 * How much is tested: what a change is tried by again and again, what it is taken in by, or all of
 * it, however long that takes.
 */
export type Extent = 'quick' | 'full' | 'all'

/** One run of node's own test runner. */
export type Stage = {
  readonly name: string
  readonly holds: readonly RegExp[]
  readonly flags: readonly string[]
  readonly minutesMax: number
  /** It walks the whole in a browser, or reads very many rows: no part of a quick run. */
  readonly walks?: true
}

export type Selected = { readonly stage: Stage; readonly files: readonly string[] }

export type Selection = {
  readonly stages: readonly Selected[]
  /** What only a fuller run has. */
  readonly left: readonly string[]
  readonly inNoStage: readonly string[]
}

/** Longer than any single test may take; the long ones have a stage's whole time. */
const TEST_SECONDS_MAX = 240

/** Begun from the end, two at a time; a file belongs to the first stage that holds it. */
export const STAGES: readonly Stage[] = [
  {
    name: 'core',
    holds: [/^src\/core\//],
    // No file of these leaves anything behind, and a process for each would cost most of the time.
    flags: ['--test-isolation=none'],
    minutesMax: 12,
  },
  {
    name: 'portal',
    holds: [/^src\/portal\//],
    // Each test has a database of its own; a process for each file would cost more than its tests.
    flags: ['--test-isolation=none'],
    minutesMax: 15,
  },
  {
    name: 'office and records',
    holds: [/^src\/(office|records)\//],
    flags: ['--test-isolation=none'],
    minutesMax: 15,
  },
  {
    name: 'platform, ui, telling and the rules of the house',
    holds: [
      /^src\/(platform|ui|telling)\//,
      /^tools\/(?!db-|build-|generate)/,
      /^test\/tidy\.test\.ts$/,
    ],
    // Those of the platform count statements, so none that prepares many runs before them.
    flags: ['--test-isolation=none'],
    minutesMax: 12,
  },
  {
    name: 'the whole, address by address',
    holds: [/^test\/(walk|plans|titles)\.test\.ts$/],
    // All of them walk copies of one furnished house.
    flags: ['--test-isolation=none'],
    minutesMax: 15,
    walks: true,
  },
  {
    name: 'jobs, exchange and stand-ins',
    holds: [/^src\/(jobs|exchange)\//, /^standins\//],
    flags: ['--test-isolation=none'],
    minutesMax: 15,
  },
  {
    name: 'processes',
    holds: [/^src\/main\//, /^(bench|tools)\//, /^test\/[^/]+$/],
    flags: ['--test-concurrency=1'],
    minutesMax: 20,
  },
  {
    name: 'journeys',
    holds: [/^test\/journeys\//],
    flags: ['--test-isolation=none'],
    minutesMax: 20,
    walks: true,
  },
]

/** Which of these test files run, in which stage; *.long.test.ts only when all do. */
export function select(files: readonly string[], extent: Extent): Selection {
  const isLong = (file: string) => /\.long\.test\.tsx?$/.test(file)
  const stageOf = (file: string) =>
    STAGES.find((stage) => stage.holds.some((place) => place.test(file)))
  const isWanted = (file: string) =>
    extent === 'all' || (!isLong(file) && (extent === 'full' || stageOf(file)?.walks !== true))
  const wanted = files.filter(isWanted).sort()
  return {
    stages: STAGES.map((stage) => ({
      stage,
      files: wanted.filter((file) => stageOf(file) === stage),
    })).filter((selected) => selected.files.length > 0),
    left: files.filter((file) => !isWanted(file)).sort(),
    inNoStage: files.filter((file) => stageOf(file) === undefined).sort(),
  }
}

export function flagsOf(stage: Stage, extent: Extent): readonly string[] {
  const seconds = extent === 'all' ? minutesOf(stage, extent) * 60 : TEST_SECONDS_MAX
  // Without the forced exit, a test that timed out with a handle open holds up its whole stage.
  const bounds = [`--test-timeout=${seconds * 1000}`, '--test-force-exit']
  return ['--import', 'tsx', '--test', ...bounds, ...stage.flags]
}

export const minutesOf = (stage: Stage, extent: Extent): number =>
  extent === 'all' ? stage.minutesMax * 4 : stage.minutesMax

const COUNTED = ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo'] as const

export type Tally = Readonly<Record<(typeof COUNTED)[number], number>>

export const NOTHING: Tally = tallyOf(() => 0)

function tallyOf(count: (word: keyof Tally) => number): Tally {
  return {
    tests: count('tests'),
    suites: count('suites'),
    pass: count('pass'),
    fail: count('fail'),
    cancelled: count('cancelled'),
    skipped: count('skipped'),
    todo: count('todo'),
  }
}

export type Count = { readonly tally: Tally; readonly cutOff: boolean }

/** The runner's closing count in its TAP; of a run that was cut off, the tests that had ended. */
export function readCount(tap: string): Count {
  const last = (word: string) => [...tap.matchAll(new RegExp(`^# ${word} (\\d+)$`, 'gm'))].at(-1)
  if (COUNTED.every((word) => last(word))) {
    return { tally: tallyOf((word) => Number(last(word)?.[1])), cutOff: false }
  }
  const pass = tap.match(/^ok \d+/gm)?.length ?? 0
  const fail = tap.match(/^not ok \d+/gm)?.length ?? 0
  return { tally: { ...NOTHING, tests: pass + fail, pass, fail }, cutOff: true }
}

/** A file without tests passes under its own name, as if it were one. */
export function emptyFiles(tap: string, files: readonly string[]): readonly string[] {
  const passed = new Set([...tap.matchAll(/^ok \d+ - (.+)$/gm)].map((match) => match[1]))
  return files.filter((file) => passed.has(file))
}

export function sum(tallies: readonly Tally[]): Tally {
  const total = (word: keyof Tally) => tallies.reduce((count, tally) => count + tally[word], 0)
  return tallyOf(total)
}

type EndOfStage = Count & { readonly code: number | null; readonly late: boolean }

/** How a stage went, in words, where the counted failures do not already say it. */
export function troubleOf(
  stage: Stage,
  { tally, cutOff, code, late }: EndOfStage,
): string | undefined {
  const failures = tally.fail + tally.cancelled
  if (late) return `The stage "${stage.name}" was ended because it took too long.`
  if (tally.tests === 0) return `The stage "${stage.name}" has files and ran no test.`
  if (cutOff) return `The stage "${stage.name}" ended before its last test.`
  if (code === 0 || failures > 0) return undefined
  return `The stage "${stage.name}" ended with code ${code ?? 'of a signal'} without a failed test.`
}

export const stageLine = (name: string, { pass, fail, cancelled }: Tally): string =>
  `${fail + cancelled > 0 ? '✖' : '✔'} ${name}: ${pass} passed, ${fail + cancelled} failed`

/** The end of the output, in the form of node's own runner; trouble outside of tests has failed. */
export function summary(tally: Tally, troubles: readonly string[], seconds: number): string {
  const counts = {
    ...tally,
    tests: tally.tests + troubles.length,
    fail: tally.fail + troubles.length,
  }
  return [
    ...troubles.map((trouble) => `✖ ${trouble}`),
    ...COUNTED.map((word) => `ℹ ${word} ${counts[word]}`),
    `ℹ duration_ms ${Math.round(seconds * 1000)}`,
    `${counts.pass} passed, ${counts.fail + counts.cancelled} failed`,
  ].join('\n')
}

/** The count that ends each stage's own output; only the sum over all of them is shown. */
export const isStageCount = (line: string): boolean =>
  new RegExp(`^ℹ (${COUNTED.join('|')}|duration_ms) [\\d.]+$`).test(line)
