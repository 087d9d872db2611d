import { stopsIn } from '#core/cases/dues.ts'
import { leadsTo, outcomeOf, type Stage, type StateCode, type StepRule } from '#core/cases/life.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { RuleSet } from '#core/policy/rule-set.ts'

/** What a life must be, beyond what the loader asks of it, for no case to be lost in it. */
export const losesNothing = (type: CaseType, rules: RuleSet): boolean =>
  leadsOn(type) && endsSurely(type) && standsStillClearly(type, rules)

/**
 * A draft is sent in or ends, nothing is proposed in place, time ends nothing by itself, and what
 * is decided is over.
 */
function leadsOn({ states, steps }: CaseType): boolean {
  const isIn = (code: StateCode, stage: Stage) =>
    states.some((each) => each.code === code && each.stage === stage)
  return steps.every((rule) => {
    const { kind, from } = rule
    if (from.some((code) => isIn(code, 'draft')) && !OF_DRAFTS.includes(kind)) return false
    if (kind === 'decide') return isIn(rule.to, 'ended')
    if (kind === 'propose') return !from.includes(rule.to)
    if (kind !== 'lapse' || rule.does === 'note-silence') return true
    if (rule.does === 'give-notice') return true
    return (
      !from.includes(rule.to) &&
      ![...from, rule.to].some((code) => isIn(code, 'draft') || isIn(code, 'ended'))
    )
  })
}

const OF_DRAFTS: readonly StepRule['kind'][] = ['file', 'end', 'lapse']

/** Whatever else may be refused, one can get on from everywhere by steps that never are. */
function endsSurely(type: CaseType): boolean {
  const sure = new Set(type.states.filter(({ stage }) => stage === 'ended').map(({ code }) => code))
  for (let size = -1; size !== sure.size;) {
    size = sure.size
    for (const rule of type.steps.filter((each) => isSure(type, each))) {
      if (!('to' in rule) || !sure.has(rule.to)) continue
      for (const from of rule.from) sure.add(from)
    }
  }
  return sure.size === type.states.length
}

/** Not one that waits for others, may be used up, or takes something back. */
function isSure(type: CaseType, rule: StepRule): boolean {
  switch (rule.kind) {
    case 'file':
    case 'ask':
    case 'decide':
      return true
    case 'end':
      return rule.by.some((role) => role !== SYSTEM)
    case 'propose':
      return rule.outcomes.some((code) => outcomeOf(type, code)?.grounds !== undefined)
    case 'lapse':
      return rule.does === 'move' || rule.does === 'propose'
    case 'answer':
      return rule.from.every((from) => type.steps.every((each) => entersAsking(type, each, from)))
    case 'begin':
    case 'return':
    case 'extend':
    case 'send-back':
    case 'reopen':
      return false
  }
}

/** Whatever leads to where answers are awaited asks for them. */
const entersAsking = (type: CaseType, rule: StepRule, to: StateCode): boolean =>
  rule.kind === 'ask' ||
  !(
    rule.kind === 'begin' ? [rule.to] : rule.from.flatMap((from) => elsewhere(type, rule, from))
  ).includes(to)

/** Where a step leads from a state, unless it stays there. */
const elsewhere = (type: CaseType, rule: StepRule, from: StateCode): readonly StateCode[] =>
  leadsTo(type, rule, from).filter((to) => to !== from)

/** A return alone leads to where the clock stands still, and what ends the pause leads out. */
function standsStillClearly(type: CaseType, rules: RuleSet): boolean {
  const still = stopsIn(type, rules)
  return type.steps.every((rule) =>
    (rule.kind === 'begin' ? [''] : rule.from).every((from) =>
      (rule.kind === 'begin' ? [rule.to] : elsewhere(type, rule, from)).every((to) => {
        if (still.includes(from)) return still.includes(to) !== CLOSES.includes(rule.kind)
        return !still.includes(to) || rule.kind === 'return'
      }),
    ),
  )
}

const CLOSES: readonly StepRule['kind'][] = ['file', 'decide', 'end']
