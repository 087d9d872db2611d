import type { Chance } from '#test/chance.ts'
import type { Template } from '../template/text.ts'
import type { Copying } from './make.ts'

/** Of an office of some years most cases have ended: of a hundred people, so many have not. */
const OPEN_PERCENT = 12

/** Where numbers of cases and places in the ledger go on from. */
export type Beginning = { readonly number: number; readonly leaf: number }

/**
 * What is copied until there are so many cases: each first once, as far as they go, then as chance
 * has it. In the order of their days, so that numbers and the ledger follow these as they would.
 */
export function drawn(
  templates: readonly Template[],
  { cases, chance, from }: { cases: number; chance: Chance; from: Beginning },
): readonly Copying[] {
  const chosen = chosenFrom(templates, cases, chance)
  const dayOf = (index: number) => templates[index]?.firstDay ?? ''
  const order = chosen.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))
  let { number, leaf } = from
  return order.map((index) => {
    const copying = { template: index, number, leaf }
    const { numbers = 1, leafHashes = [] } = templates[index] ?? {}
    number += numbers
    leaf += leafHashes.length
    return copying
  })
}

function chosenFrom(templates: readonly Template[], cases: number, chance: Chance): number[] {
  const all = templates.map((template, index) => ({ ...template, index }))
  const [open, ended] = [all.filter(({ isOpen }) => isOpen), all.filter(({ isOpen }) => !isOpen)]
  const single = all.filter((each) => each.cases === 1)
  const most = Math.max(...templates.map((each) => each.cases))
  const chosen: number[] = []
  for (let left = cases; left > 0;) {
    const among = chance.below(100) < OPEN_PERCENT ? open : ended
    const next = left < most ? chance.of(single) : (all[chosen.length] ?? chance.of(among))
    if (next === undefined) throw new Error('There is a story of every sort')
    chosen.push(next.index)
    left -= next.cases
  }
  return chosen
}
