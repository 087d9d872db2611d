import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import {
  emptyFiles,
  type Extent,
  flagsOf,
  isStageCount,
  NOTHING,
  readCount,
  select,
  stageLine,
  STAGES,
  sum,
  summary,
  troubleOf,
} from './test-stages.ts'

const [core] = STAGES
const tap = (tests: number, pass: number, fail: number) =>
  `# tests ${tests}\n# suites 0\n# pass ${pass}\n# fail ${fail}\n` +
  '# cancelled 0\n# skipped 0\n# todo 0\n'

test('each file runs in the first stage that holds it', () => {
  const files = [
    'test/journeys/apply.test.ts',
    'test/walk.test.ts',
    'test/tidy.test.ts',
    'src/portal/submit/submit.test.ts',
    'src/core/dated.test.ts',
    'standins/registers.test.ts',
    'tools/walls.test.ts',
    'tools/db-schema.test.ts',
  ]
  deepEqual(
    select(files, 'full').stages.map(({ files }) => files),
    [
      ['src/core/dated.test.ts'],
      ['src/portal/submit/submit.test.ts'],
      ['test/tidy.test.ts', 'tools/walls.test.ts'],
      ['test/walk.test.ts'],
      ['standins/registers.test.ts'],
      ['tools/db-schema.test.ts'],
      ['test/journeys/apply.test.ts'],
    ],
  )
})

test('a quick run walks nothing, a full one nothing long, and what they leave is named', () => {
  const long = 'src/main/x.long.test.ts'
  const files = ['test/walk.test.ts', 'src/core/dated.test.ts', 'test/journeys/a.test.ts', long]
  const ran = (extent: Extent) => select(files, extent).stages.flatMap((stage) => stage.files)
  deepEqual(ran('quick'), ['src/core/dated.test.ts'])
  deepEqual(select(files, 'quick').left, [long, 'test/journeys/a.test.ts', 'test/walk.test.ts'])
  deepEqual([ran('full').length, select(files, 'full').left], [3, [long]])
  deepEqual([ran('all').length, select(files, 'all').left], [4, []])
})

test('a test file that no stage holds is named', () => {
  deepEqual(select(['src/cellar/x.test.ts'], 'full').inNoStage, ['src/cellar/x.test.ts'])
})

test('every stage bounds each test in time', () => {
  for (const stage of STAGES) {
    for (const extent of ['quick', 'full', 'all'] as const) {
      match(flagsOf(stage, extent).join(' '), /--test-timeout=[1-9]\d{4,}\b/)
    }
  }
})

test('the count is the last one written, since a test may write the same words', () => {
  const count = readCount(`# tests 7\nok 1 - x\n${tap(3, 2, 1)}`)
  deepEqual(count, { tally: { ...NOTHING, tests: 3, pass: 2, fail: 1 }, cutOff: false })
})

test('of a run that was cut off, the tests that had ended are counted', () => {
  const cut = 'TAP version 13\nok 1 - a\nok 2 - b # tests 4\nnot ok 3 - c\n    not ok 1 - inside\n'
  deepEqual(readCount(cut), { tally: { ...NOTHING, tests: 3, pass: 2, fail: 1 }, cutOff: true })
  deepEqual(readCount(''), { tally: NOTHING, cutOff: true })
})

test('a stage without a test, too late, cut off or broken otherwise is trouble', () => {
  const passed = { ...NOTHING, tests: 1, pass: 1 }
  const failed = { ...NOTHING, tests: 1, fail: 1 }
  const trouble = (ended: Partial<Parameters<typeof troubleOf>[1]>) =>
    core && troubleOf(core, { tally: passed, cutOff: false, code: 0, late: false, ...ended })
  equal(trouble({}), undefined)
  equal(trouble({ tally: failed, code: 1 }), undefined)
  match(trouble({ tally: NOTHING }) ?? '', /ran no test/)
  match(trouble({ late: true }) ?? '', /too long/)
  match(trouble({ cutOff: true }) ?? '', /before its last test/)
  match(trouble({ code: 7 }) ?? '', /code 7 without a failed test/)
  match(trouble({ code: null }) ?? '', /without a failed test/)
})

test('a file that holds no test is named, one that fails to load is a failed test', () => {
  const files = ['src/a.test.ts', 'src/b.test.ts', 'src/c.test.ts']
  const written = 'ok 1 - src/a.test.ts\nnot ok 2 - src/b.test.ts\nok 3 - other\n'
  deepEqual(emptyFiles(written, files), ['src/a.test.ts'])
})

test('the end is the sum of all stages, and trouble outside of tests counts as failed', () => {
  const tally = sum([
    readCount(tap(3, 2, 1)).tally,
    { ...NOTHING, tests: 2, pass: 1, cancelled: 1 },
  ])
  const lines = summary(tally, ['The database did not start.'], 1.5).split('\n')
  deepEqual(lines.slice(0, 5), [
    '✖ The database did not start.',
    'ℹ tests 6',
    'ℹ suites 0',
    'ℹ pass 3',
    'ℹ fail 2',
  ])
  deepEqual(lines.slice(-2), ['ℹ duration_ms 1500', '3 passed, 3 failed'])
})

test('each stage has a line of its own before the end, and a cancelled test has failed', () => {
  equal(stageLine('journeys', { ...NOTHING, tests: 3, pass: 3 }), '✔ journeys: 3 passed, 0 failed')
  const cut = { ...NOTHING, tests: 3, pass: 1, fail: 1, cancelled: 1 }
  equal(stageLine('journeys', cut), '✖ journeys: 1 passed, 2 failed')
})

test('of the lines of a stage only its own count is held back', () => {
  deepEqual(
    ['ℹ tests 4', 'ℹ duration_ms 12.5', '✔ tests 4', 'ℹ tests of the day', '  ℹ pass 1'].map(
      isStageCount,
    ),
    [true, true, false, false, false],
  )
})
