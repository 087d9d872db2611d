import { first } from '#core/answers/typed.ts'
import { groundsOffered, type Offered } from '#core/cases/deciding.ts'
import { failing } from '#core/cases/holds.ts'
import { outcomeOf, type OutcomeRule } from '#core/cases/life.ts'
import { knownOf } from '#core/cases/may.ts'
import type { Test } from '#core/cases/tests.ts'
import { ruleAs, type Asking } from '#office/step-handler.ts'

/** What can be proposed as the case stands, and what of it follows from what was typed. */
export type Choice = {
  /** What stands against each outcome, where nothing can be proposed yet. */
  readonly against: readonly Test[]
  readonly offered: readonly Offered[]
  /** Those that need no ground and can be proposed now. */
  readonly free: readonly OutcomeRule[]
  /** Those that a ground carries and nothing else stands against. */
  readonly carried: readonly OutcomeRule[]
}

export function choiceIn({ open, rule }: Asking): Choice {
  const { law, found } = open
  const outcomes = ruleAs(rule, 'propose').outcomes.flatMap(
    (code) => outcomeOf(law.type, code) ?? [],
  )
  const known = knownOf(found.standing, law)
  const left = outcomes.filter(({ needs = [] }) => !failing(needs, known))
  const carried = left.filter(({ grounds }) => grounds !== undefined)
  const kinds = new Set(carried.flatMap(({ grounds = [] }) => grounds))
  return {
    offered: [...kinds].flatMap((kind) => groundsOffered(found.standing, law, kind)),
    free: left.filter(({ grounds }) => grounds === undefined),
    carried,
    against:
      left.length > 0 ? [] : outcomes.flatMap(({ needs = [] }) => failing(needs, known) ?? []),
  }
}

/** Those that follow from the case, and those that were ticked. */
export function groundsIn({ typed }: Asking, { offered }: Choice): readonly string[] {
  const following = offered.filter(({ follows }) => follows).map(({ ground }) => ground.code)
  return [...new Set([...following, ...(typed['grounds'] ?? [])])]
}

/** What the grounds leave to be proposed; the one that was chosen, where that is more than one. */
export function outcomeIn(
  { open, typed }: Asking,
  { free, carried }: Choice,
  grounds: readonly string[],
): OutcomeRule | undefined {
  const kinds = open.law.procedure.grounds.flatMap(({ code, kind }) =>
    grounds.includes(code) ? kind : [],
  )
  const left =
    grounds.length > 0 ? carried.filter((each) => kinds.includes(each.grounds ?? '')) : free
  return left.length > 1 ? left.find(({ code }) => code === first(typed, 'outcome')) : left[0]
}

/** Outcomes that no ground tells apart: which of them is proposed has to be said. */
export function alike({ free, carried }: Choice): readonly OutcomeRule[] {
  const shared = carried.filter(({ code, grounds }) =>
    carried.some((other) => other.code !== code && other.grounds === grounds),
  )
  return [...(free.length > 1 ? free : []), ...shared]
}
