import type { Person } from '#test/browser.ts'
import { answers, begins, DECLARED, sends } from '#test/permits.ts'
import { BENEDITO } from '#test/residing.ts'
import type { Form } from '#test/visitor.ts'

/** What an employer gives to whoever is to work there. */
export const OF_EMPLOYER = ['employer-form', 'qualification', 'need', 'health-certificate']

type Asking = {
  /** What they are to the migrant; the spouse where nothing is said. */
  readonly relation?: 'spouse' | 'child'
  /** Who they are; Ben where nothing is said. */
  readonly who?: Readonly<Record<string, Form>>
  readonly purpose: 'first' | 'other-employer' | 'again'
  readonly documents: readonly string[]
}

/** Asks for a permit to work in that work, and sends what the employer gave; gives its id. */
export async function asksToWork(his: Person, asking: Asking): Promise<string> {
  const { purpose, documents, relation = 'spouse', who = BENEDITO } = asking
  const id = await begins(his, 'work-permit')
  const page = `/az/applications/${id}`
  await answers(his, page, {
    ...who,
    work: { relation, purpose, position: 'Mühəndis', months: '12' },
    employer: { kind: 'legal-entity', name: 'Söyüd Enerji MMC', tin: '1234567891' },
    soon: { tier: 'fast' },
    ...DECLARED,
  })
  await sends(his, page, documents)
  return id
}
