import type { Chance } from '#test/chance.ts'
import type { Template } from '../template/text.ts'
import type { Copying } from './make.ts'

/** Of an office of some years most cases have ended: of a hundred people, so many have not. */
const OPEN_PERCENT = 12

/** Where numbers of cases and places in the ledger go on from. */
export type Beginning = { readonly number: number; readonly leaf: number }

/** Which templates are copied, two bytes for each copy, and where numbers and places then are. */
export type Drawn = {
  readonly order: Uint16Array
  readonly from: Beginning
  readonly end: Beginning
}

/**
 * What is copied until there are so many cases: each first once, as far as they go, then as chance
 * has it. In the order of their days, so that numbers and the ledger follow these as they would.
 */
export function drawn(
  templates: readonly Template[],
  { cases, chance, from }: { cases: number; chance: Chance; from: Beginning },
): Drawn {
  const chosen = chosenFrom(templates, cases, chance)
  const days = templates.map(({ firstDay }) => Date.parse(firstDay))
  const order = chosen.toSorted((one, other) => (days[one] ?? 0) - (days[other] ?? 0))
  let end = from
  for (const index of order) end = behind(end, templates[index])
  return { order, from, end }
}

const behind = ({ number, leaf }: Beginning, template: Template | undefined): Beginning => {
  const { numbers = 1, leafHashes = [] } = template ?? {}
  return { number: number + numbers, leaf: leaf + leafHashes.length }
}

/** So many copies at a time, as they are handed out. */
export function* sharesOf(
  templates: readonly Template[],
  { order, from }: Drawn,
  most: number,
): Generator<readonly Copying[]> {
  let next = from
  for (let at = 0; at < order.length; at += most) {
    yield Array.from(order.subarray(at, at + most), (template) => {
      const copying = { template, ...next }
      next = behind(next, templates[template])
      return copying
    })
  }
}

function chosenFrom(templates: readonly Template[], cases: number, chance: Chance): Uint16Array {
  const all = templates.map((template, index) => ({ ...template, index }))
  const [open, ended] = [all.filter(({ isOpen }) => isOpen), all.filter(({ isOpen }) => !isOpen)]
  const single = all.filter((each) => each.cases === 1)
  const most = Math.max(...templates.map((each) => each.cases))
  const chosen = new Uint16Array(cases)
  let count = 0
  for (let left = cases; left > 0; count += 1) {
    const among = chance.below(100) < OPEN_PERCENT ? open : ended
    const next = left < most ? chance.of(single) : (all[count] ?? chance.of(among))
    if (next === undefined) throw new Error('There is a story of every sort')
    chosen[count] = next.index
    left -= next.cases
  }
  return chosen.subarray(0, count)
}
