import { spawnSync } from 'node:child_process'
import { ROOT } from './sources.ts'

/**
 * What has to hold of the text of the house, without running it: all of it is looked at, whatever
 * was found before, what is quickest first.
 */
const PARTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  walls: [['node', 'tools/walls.ts']],
  tidy: [['node', 'tools/tidy.ts']],
  forms: [['node', '--import', 'tsx', 'tools/forms.ts']],
  policy: [['node', '--import', 'tsx', 'tools/policy-check.ts', 'policy']],
  unused: [['knip', '--no-progress', '--no-config-hints']],
  format: [
    [
      'prettier',
      '--check',
      '--cache',
      '--cache-location',
      'build/prettier',
      '.',
      '--log-level',
      'warn',
    ],
  ],
  types: [['tsc'], ['tsc', '-p', 'src/ui/browser']],
  lint: [['oxlint']],
}

/** The name of a part looks at that alone. */
const named = process.argv.slice(2)
const unknown = named.filter((name) => PARTS[name] === undefined)
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}

const failed: string[] = []
for (const [name, commands] of Object.entries(PARTS)) {
  if (named.length > 0 && !named.includes(name)) continue
  const begun = performance.now()
  const isClean = commands.map(run).every((status) => status === 0)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${isClean ? '✔' : '✖'} ${name}  ${seconds} s`)
  if (!isClean) failed.push(name)
}
if (failed.length > 0) {
  console.error(`Not as it has to be: ${failed.join(', ')}.`)
  process.exitCode = 1
}

function run([program = '', ...words]: readonly string[]): number {
  const { status, error } = spawnSync(program, words, { cwd: ROOT, stdio: 'inherit' })
  if (error) console.error(`${program} did not run: ${error.message}`)
  return status ?? 1
}
