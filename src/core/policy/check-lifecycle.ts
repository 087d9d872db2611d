import type { Action, ActionRule, Lifecycle, State } from '#core/lifecycle/lifecycle.ts'
import { repeatedCodes, unless, type PolicyProblem } from '#core/policy/problem.ts'
import { termOf, type RuleSet } from '#core/policy/rule-set.ts'

/**
 * What the life of a case must mean: it begins once, every state is reached and left, somebody
 * has to move by some day, and no document can take away the second pair of eyes.
 */
export function problemsOfLifecycle(
  lifecycle: Lifecycle,
  rules: RuleSet,
): readonly PolicyProblem[] {
  const { states, actions } = lifecycle
  const problems = [
    ...repeatedCodes(
      states.map(({ state }) => state),
      ['states'],
    ),
    ...repeatedCodes(
      actions.map(({ action }) => action),
      ['actions'],
    ),
    ...problemsOfBeginning(lifecycle),
    ...states.flatMap((_, index) => problemsOfState(lifecycle, rules, index)),
    ...actions.flatMap((_, index) => problemsOfAction(lifecycle, index)),
  ]
  return problems.map(({ path, reason }) => ({ path: ['lifecycle', ...path], reason }))
}

/** Actions that only decide together with another, by another person. */
const SECOND_OF_TWO: Partial<Record<Action, Action>> = {
  sign: 'draft-decision',
  annul: 'propose-annulment',
  'confirm-death': 'report-death',
}

/** Actions that end in one of several states, as the case decides; all others lead to one. */
const LEADS: Partial<Record<Action, readonly State[]>> = {
  score: ['in-assessment', 'awaiting-decision'],
  'give-opinion': ['in-assessment', 'awaiting-decision'],
  'note-silence': ['in-assessment', 'awaiting-decision'],
  sign: ['recognised', 'refused'],
}

function problemsOfBeginning({ actions }: Lifecycle): readonly PolicyProblem[] {
  const begins = actions.filter(({ from }) => from.length === 0).map(({ action }) => action)
  return unless(
    begins.length === 1 && begins[0] === 'begin',
    ['actions'],
    'only begin, and begin alone, comes from no state',
  )
}

function problemsOfState(
  lifecycle: Lifecycle,
  rules: RuleSet,
  index: number,
): readonly PolicyProblem[] {
  const rule = lifecycle.states[index]
  if (!rule) return []
  const { state, owner, term, ends } = rule
  const path = ['states', index]
  const exits = lifecycle.actions.filter(({ from, to }) => {
    return from.includes(state) && to.some((next) => next !== state)
  })
  const reached = reachedFromBegin(lifecycle).has(state)
  const unreached = unless(reached, path, `nothing leads to ${state}`)
  if (ends) {
    const free = owner === undefined && term === undefined
    return [
      ...unreached,
      ...unless(free, path, `${state} ends, so nobody has to move`),
      ...unless(exits.length === 0, path, `${state} ends, so nothing leads on`),
    ]
  }
  return [
    ...unreached,
    ...unless(owner !== undefined, path, `nobody has to move in ${state}`),
    ...unless(
      term !== undefined && termOf(rules, term) !== undefined,
      path,
      `${state} has no day by which to move`,
    ),
    ...unless(exits.length > 0, path, `nothing leads on from ${state}`),
  ]
}

function reachedFromBegin({ actions }: Lifecycle): ReadonlySet<State> {
  const reached = new Set<State>()
  const begin = actions.filter(({ from }) => from.length === 0)
  const waiting = begin.flatMap(({ to }) => to)
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (reached.has(state)) continue
    reached.add(state)
    const here = state
    waiting.push(...actions.filter(({ from }) => from.includes(here)).flatMap(({ to }) => to))
  }
  return reached
}

function problemsOfAction({ states, actions }: Lifecycle, index: number): readonly PolicyProblem[] {
  const rule = actions[index]
  if (!rule) return []
  const path = ['actions', index]
  const known = (state: State) => states.some((each) => each.state === state)
  const strange = [...rule.from, ...rule.to].filter((state) => !known(state))
  const first = SECOND_OF_TWO[rule.action]
  return [
    ...strange.map((state) => ({ path, reason: `${state} is no state of this type` })),
    ...unless(leadsRight(rule, actions), [...path, 'to'], `${rule.action} cannot end there`),
    ...unless(
      first === undefined || rule.notBy === first,
      [...path, 'notBy'],
      `${rule.action} is for another person than ${first}`,
    ),
    ...unless(
      rule.notBy === undefined || actions.some(({ action }) => action === rule.notBy),
      [...path, 'notBy'],
      `${rule.notBy} is no action of this type`,
    ),
  ]
}

/** The decisions lead to these states and no others, and a step off the table is a fault. */
function leadsRight({ action, from, to }: ActionRule, actions: readonly ActionRule[]): boolean {
  const holdsAll = (wanted: readonly State[]) => wanted.every((state) => to.includes(state))
  if (action === 'extend') return holdsAll(from)
  if (action === 'send-back') {
    return holdsAll(actions.find((rule) => rule.action === 'draft-decision')?.from ?? [])
  }
  const wanted = LEADS[action]
  return wanted ? holdsAll(wanted) : to.length === 1
}
