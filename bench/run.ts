import { availableParallelism, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { notMeasured, printed, type Figure } from './table.ts'

/**
 * `npm run bench`: every figure beside its peer, in one run, on this machine. Words after
 * `npm run bench --` name the parts wanted; without any, all are run. What each means: README.md.
 */
const ROOT = resolve(import.meta.dirname, '..')

const MILLION = '--million'
const asked = process.argv.slice(2).filter((word) => word !== MILLION)
/** So many are only generated where somebody asks for it. */
const MANY = process.argv.includes(MILLION) ? 1_000_000 : 100_000

const PARTS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  evaluation: async () => (await import('./evaluation.ts')).measureEvaluation(join(ROOT, 'policy')),
  submit: async () => (await import('./submit.ts')).measureSubmit(ROOT),
  family: async () => (await import('./family.ts')).measureFamily(),
  links: async () => (await import('./links.ts')).measureLinks(),
  start: async () => (await import('./start.ts')).measureStart(ROOT),
  bytes: async () => (await import('./bytes.ts')).measureBytes(ROOT),
  judge: async () => (await import('./judge.ts')).measureJudge(),
  material: async () => (await import('./material.ts')).measureMaterial(),
  pages: async () => (await import('./pages.ts')).measurePages(ROOT),
  ledger: async () => (await import('./ledger.ts')).measureLedger(ROOT),
  lists: async () => (await import('./lists.ts')).measureLists(ROOT, MANY),
  living: async () => (await import('./living.ts')).measureLiving(ROOT, MANY),
  drivers: async () => (await import('./exchange-drivers.ts')).measureDrivers(ROOT),
  exchange: async () => (await import('./exchange.ts')).measureExchange(ROOT),
  beside: async () => (await import('./beside.ts')).measureBeside(ROOT, commit),
}

/** The word after this part is the commit; it is run only where it is asked for. */
const BESIDE = 'beside'

const [commit = 'HEAD'] = asked.includes(BESIDE) ? asked.splice(asked.indexOf(BESIDE) + 1, 1) : []
const unknown = asked.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(', ')}; the parts are ${Object.keys(PARTS).join(', ')}.`,
  )
  process.exit(1)
}

const figures: Figure[] = []
for (const [name, measure] of Object.entries(PARTS)) {
  if (asked.length === 0 ? name === BESIDE : !asked.includes(name)) continue
  const began = performance.now()
  try {
    figures.push(...(await measure()))
  } catch (error) {
    figures.push(notMeasured(name, firstLine(error)))
    if (asked.length > 0) console.error(error)
  }
  console.error(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
}
const load = loadavg()[0]?.toFixed(1)
console.log(`\n${availableParallelism()} cores, Node ${process.version}, load at the end ${load}\n`)
console.log(printed(figures))
process.exit() // the compiler that ran us may wait for more to compile

/** One part that cannot be measured does not take the others with it. */
function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return (text.split('\n')[0] ?? '').replaceAll(`${ROOT}/`, '')
}
