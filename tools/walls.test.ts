import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { CODE_FOLDERS, lineOf, readSources, ROOT } from './sources.ts'
import { checkWalls } from './walls.ts'

const HOUSE = {
  'src/core/dated.ts': 'export const day = 1',
  'src/core/outcome.ts': 'export const agree = 1',
  'src/platform/database.ts': "import 'pg'\nexport type Tx = string",
  'src/ui/button.tsx': 'export const Button = () => <button>x</button>',
  'src/telling/letter.ts': 'export const letter = 1',
  'src/records/cases.ts':
    "export const write = (db: { insertInto: (table: string) => void }) => db.insertInto('cases')",
  'src/exchange/envelope.ts': 'export const envelope = 1',
  'src/portal/paths.ts': 'export const paths = 1',
  'src/portal/submit/page.tsx': 'export const SubmitPage = 1',
  'src/portal/receipt/page.tsx': 'export const ReceiptPage = 1',
  'src/office/queue/queries.ts':
    "import { sql } from 'kysely'\nexport const q = sql`select 1 for update`",
  'src/jobs/remind.ts': "import 'graphile-worker'\nexport const remind = 1",
  'src/main/web.ts': "import '#standins/registers.ts'\nexport const web = 1",
  'standins/registers.ts': "import '#exchange/envelope.ts'\nexport const registers = new Date()",
  'test/house.ts': "import '#main/web.ts'\nexport const house = 1",
}

function found(planted: Readonly<Record<string, string>>): readonly string[] {
  const findings = checkWalls(new Map(Object.entries({ ...HOUSE, ...planted })))
  return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`)
}

test('a house that keeps its walls has no findings', () => {
  deepEqual(found({}), [])
})

test('a tree in which nothing is seen is an error, not a clean result', () => {
  const onlyWords = new Map([['README.md', '# Words']])
  deepEqual(
    [checkWalls(new Map()), checkWalls(onlyWords)].map(([finding]) => finding?.rule),
    ['nothing-seen', 'nothing-seen'],
  )
})

test('each way of importing against a direction is found, at its line', () => {
  const cases = [
    ["import '#portal/paths.ts'", 'src/core/x.ts'],
    ["import '../portal/paths.ts'", 'src/core/x.ts'],
    ["import type { P } from '#portal/paths.ts'", 'src/records/x.ts'],
    ["export { paths as way } from '#portal/paths.ts'\nexport const x = 1", 'src/telling/x.ts'],
    ["export const x = import('#portal/paths.ts')", 'src/office/x.ts'],
    ["export type X = import('#portal/paths.ts').P", 'src/ui/x.tsx'],
    ["import '#core/dated.ts'", 'src/ui/x.tsx'],
    ["import '#records/cases.ts'", 'src/platform/x.ts'],
    ["import '#exchange/envelope.ts'", 'src/office/x.ts'],
    ["import '#records/cases.ts'", 'standins/x.ts'],
    ["import '#test/house.ts'", 'src/main/x.ts'],
  ] as const
  for (const [text, file] of cases) {
    deepEqual(found({ [file]: `\n${text}` }), [`${file}:2 direction`], text)
  }
})

test('tests may use the house and the stand-ins, and nothing else against a direction', () => {
  deepEqual(found({ 'src/jobs/x.test.ts': "import '#test/house.ts'\nimport 'fast-check'" }), [])
  deepEqual(found({ 'src/core/x.test.ts': "import '#records/cases.ts'" }), [
    'src/core/x.test.ts:1 direction',
  ])
})

test('a slice never imports another slice, its tests included', () => {
  const toReceipt = "import '../receipt/page.tsx'"
  deepEqual(found({ 'src/portal/submit/route.tsx': toReceipt }), [
    'src/portal/submit/route.tsx:1 slice',
  ])
  deepEqual(found({ 'src/portal/submit/submit.test.ts': toReceipt }), [
    'src/portal/submit/submit.test.ts:1 slice',
  ])
  const toOwn = "import './page.tsx'\nimport '#portal/paths.ts'"
  deepEqual(found({ 'src/portal/submit/route.tsx': toOwn }), [])
})

test('a file in no room, and a folder in records, are found', () => {
  deepEqual(found({ 'src/cellar/x.ts': 'export const x = 1' }), ['src/cellar/x.ts:1 unknown-room'])
  deepEqual(found({ 'src/x.ts': 'export const x = 1' }), ['src/x.ts:1 unknown-room'])
  deepEqual(found({ 'src/records/cases/x.ts': 'export const x = 1' }), [
    'src/records/cases/x.ts:1 records-flat',
  ])
})

test('an import that leads nowhere is found', () => {
  deepEqual(found({ 'src/core/x.ts': "import './absent.ts'" }), ['src/core/x.ts:1 file-not-found'])
  deepEqual(found({ 'src/core/x.ts': "import './dated'" }), ['src/core/x.ts:1 file-not-found'])
  deepEqual(found({ 'test/x.ts': "import '#core/absent.ts'" }), ['test/x.ts:1 file-not-found'])
})

test('nothing imports a test, not even another test', () => {
  const planted = { 'src/core/x.test.ts': "import './dated.ts'\nexport const x = 1" }
  const text = "import '#core/x.test.ts'"
  for (const file of ['src/core/y.test.ts', 'test/y.test.ts', 'src/core/y.ts']) {
    deepEqual(found({ ...planted, [file]: text }), [`${file}:1 test-import`])
  }
})

test('cycles are found, those of types included', () => {
  const b = "import type { A } from './a.ts'\nexport type B = A"
  const a = "import type { B } from './b.ts'\nexport type A = { b: B }"
  deepEqual(found({ 'src/core/a.ts': a, 'src/core/b.ts': b }), ['src/core/a.ts:1 cycle'])
  deepEqual(found({ 'src/core/a.ts': "import './a.ts'" }), ['src/core/a.ts:1 cycle'])
})

test('core knows no package, no machine, no moment, no chance and never waits', () => {
  const cases = [
    ["import 'zod'", 'package'],
    ["import { readFileSync } from 'node:fs'", 'package'],
    ['export const x = new Date()', 'core-pure'],
    ['export type X = Date', 'core-pure'],
    ['export const x = Math.random()', 'core-pure'],
    ['export const x = () => fetch(1)', 'core-pure'],
    ['setTimeout(() => 1)', 'core-pure'],
    ['export const x = process.pid', 'core-pure'],
    ['export async function x() {}', 'core-pure'],
    ['export const x = async () => 1', 'core-pure'],
    ['export const x = await 1', 'core-pure'],
    ['export type X = Promise<number>', 'core-pure'],
  ] as const
  for (const [text, rule] of cases) {
    deepEqual(found({ 'src/core/x.ts': text }), [`src/core/x.ts:1 ${rule}`], text)
  }
})

test('names that only look like the machine are allowed in core', () => {
  const text = 'export const x = (a: { process: 1; Date: 2 }) => a.process + a.Date + Math.floor(1)'
  deepEqual(found({ 'src/core/x.ts': `// Date\n${text}\nexport const y = 'Date'` }), [])
})

test('packages stay in their places', () => {
  const cases = [
    ['kysely', 'src/office/queue/page.tsx', 'src/office/queue/queries.ts'],
    ['pg', 'src/main/x.ts', 'src/platform/x.ts'],
    ['graphile-worker', 'src/records/x.ts', 'src/platform/job-queue.ts'],
    ['nodemailer', 'src/portal/x.ts', 'src/jobs/x.ts'],
    ['pdfkit', 'src/office/x.ts', 'src/telling/x.ts'],
    ['pdfkit/js/x.js', 'src/office/x.ts', 'src/telling/x.ts'],
    ['zod', 'src/ui/x.tsx', 'src/portal/x.ts'],
    ['hono', 'src/ui/x.tsx', 'src/portal/x.ts'],
    ['hono/jsx', 'src/ui/x.tsx', 'src/portal/x.ts'],
    ['govuk-frontend', 'src/ui/x.tsx', 'src/ui/browser/x.ts'],
  ] as const
  for (const [name, outside, inside] of cases) {
    const text = `import '${name}'`
    deepEqual(found({ [outside]: text }), [`${outside}:1 package`], name)
    deepEqual(found({ [inside]: text }), [], name)
  }
})

test('a script for the browser brings the law and its words, and nothing that runs elsewhere', () => {
  const script = 'src/ui/browser/x.ts'
  for (const text of ["import '#core/dated.ts'", "import '#telling/letter.ts'"]) {
    deepEqual(found({ [script]: text }), [])
  }
  for (const text of ["import '#records/cases.ts'", "import '#portal/paths.ts'"]) {
    deepEqual(found({ [script]: text }), [`${script}:1 direction`])
  }
  deepEqual(found({ [script]: "import 'zod'" }), [`${script}:1 package`])

  const paper = { 'src/telling/paper.ts': "import 'pdfkit'" }
  const through = { ...paper, 'src/telling/words.ts': "import './paper.ts'" }
  deepEqual(found(through), [])
  deepEqual(found({ ...through, [script]: "import '#telling/words.ts'" }), [
    'src/telling/paper.ts:1 browser',
  ])
})

test('rows are written in records, whichever way it is put', () => {
  const cases = [
    "export const x = (db) => db.insertInto('cases')",
    "export const x = (db) => db.updateTable('cases')",
    "export const x = (db) => db.deleteFrom('cases')",
    "export const x = (db) => db.mergeInto('cases')",
    'export const x = sql`insert into cases values (1)`',
    'export const x = sql<Row>`with old as (delete from cases returning *) select 1`',
    'export const x = sql`\n  update ${table} as t set a = 1`',
    'export const x = sql`truncate cases`',
    "export const x = query('update cases set a = 1')",
    'export const x = query(`delete from ${table}`)',
  ]
  for (const text of cases) {
    deepEqual(found({ 'src/office/queue/queries.ts': text }), [
      'src/office/queue/queries.ts:1 write',
    ])
    deepEqual(found({ 'src/records/x.ts': text }), [])
  }
  const prose = "export const x = ['Update your name', 'Delete from the list']"
  deepEqual(found({ 'src/portal/x.ts': prose }), [])
})

test('the clock and the environment have one reader each', () => {
  const clock = 'export const now = () => new Date()'
  deepEqual(found({ 'src/jobs/x.ts': clock }), ['src/jobs/x.ts:1 clock'])
  deepEqual(found({ 'src/platform/calendar.ts': clock }), [])
  for (const text of ['export const x = process.env', "import { env } from 'node:process'"]) {
    deepEqual(found({ 'src/main/x.ts': text }), ['src/main/x.ts:1 environment'])
    deepEqual(found({ 'src/platform/configuration.ts': text }), [])
  }
})

test('default exports are for configuration alone', () => {
  for (const text of [
    'export default 1',
    'const x = 1\nexport { x as default }',
    "export { agree as default } from '#core/outcome.ts'\nexport const y = 1",
  ]) {
    const [finding = ''] = found({ 'src/telling/x.ts': text })
    equal(finding.replace(/:\d+/, ''), 'src/telling/x.ts default-export', text)
    deepEqual(found({ 'tools/x.config.ts': text }), [])
  }
})

test('a file that only passes on is found', () => {
  for (const text of [
    "export * from '#core/dated.ts'",
    "export { day } from '#core/dated.ts'\nexport type { Y } from '#core/outcome.ts'",
    "import { day } from '#core/dated.ts'\nexport { day }",
    "export * as dated from '#core/dated.ts'\nexport const x = 1",
  ]) {
    deepEqual(found({ 'src/telling/x.ts': text }), ['src/telling/x.ts:1 barrel'], text)
  }
})

test('a file that does not parse and an import that cannot be followed are found', () => {
  equal(found({ 'src/telling/x.ts': 'const = 1' })[0], 'src/telling/x.ts:1 unreadable')
  deepEqual(found({ 'src/main/x.ts': 'export const x = (y: string) => import(y)' }), [
    'src/main/x.ts:1 computed-import',
  ])
})

test('this house keeps its walls', () => {
  deepEqual(checkWalls(readSources(ROOT, CODE_FOLDERS)).map(lineOf), [])
})
