import type { StepRule } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { state, taken } from '#test/life-parts.ts'
import { say } from '#test/toy-rules.ts'
import { comfortType } from '#test/toy-types.ts'

const OFFICIALS = ['case-officer', 'head'] as const

const forwarding = (open: readonly string[]): readonly StepRule[] => [
  { code: 'hear', kind: 'report', ...taken(open, 'system'), to: 'settled-there' },
  { code: 'ask-for-it', kind: 'recall', ...taken(open, ...OFFICIALS), shown: 'office' },
  { code: 'take-it', kind: 'recall', confirms: 'ask-for-it', ...taken(open, ...OFFICIALS) },
]

/** The same type, which another system examines while it is in one of these states. */
export const forwardedType = (type: CaseType, open: readonly string[]): CaseType => ({
  ...type,
  examinedBy: 'elsewhere',
  states: [
    ...type.states,
    { ...state('settled-there', 'ended'), tag: say('Decided there'), title: say('Decided there') },
  ],
  steps: [
    ...type.steps.map((rule) =>
      rule.kind === 'return' ? { ...rule, by: [...rule.by, 'system'] } : rule,
    ),
    ...forwarding(open),
  ],
})

/** Comfort that others give. */
export const comfortElsewhere = forwardedType(comfortType, ['submitted', 'decision-drafted'])
