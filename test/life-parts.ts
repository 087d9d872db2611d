import type { CaseRole, OutcomeRule, StateCode, StateRule } from '#core/cases/life.ts'
import type { Stage } from '#core/cases/stages.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

/** What the lives of the tests are put together from. */
export const HEARD = { term: 'hearing', unless: { test: 'no-hearing-asked' } } as const

export const role = (code: string): CaseRole => ({ code, title: say(code), basis: PROVISIONAL })

/** A state; who has to move in it, and by when where that is not all the same. */
export const state = (
  code: string,
  stage: Stage,
  { owner, clock = 'closing' }: Pick<StateRule, 'owner' | 'clock'> = {},
): StateRule => ({
  code,
  stage,
  ...(owner === undefined ? {} : { owner, clock }),
  basis: PROVISIONAL,
})

/** Where a step is taken, and by whom. */
export const taken = (from: readonly StateCode[], ...by: readonly string[]) => ({
  from,
  by,
  basis: PROVISIONAL,
})

export const outcome = (code: string, said: Partial<OutcomeRule> = {}): OutcomeRule => ({
  code,
  favourable: false,
  effects: [],
  basis: PROVISIONAL,
  ...said,
})
