import type { CaseType } from '#core/policy/case-type.ts'
import { outcome, taken } from '#test/life-parts.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { comfortType, toyType } from '#test/toy-types.ts'

/** Recognition that is entered again, wherever it was decided: on one ground elsewhere. */
export const contestable: CaseType = {
  ...toyType,
  steps: [
    ...toyType.steps,
    {
      code: 'weigh-again',
      kind: 'reopen',
      does: 'enter-again',
      ...taken(['decided'], 'system'),
      to: 'awaiting-decision',
      grounds: ['C1'],
    },
    {
      code: 'examine-again',
      kind: 'reopen',
      does: 'enter-again',
      ...taken(['decided'], 'system'),
      to: 'submitted',
    },
  ],
}

/** About a decision of that: it is set aside, and the case is entered again. */
export const toyComplaint: CaseType = {
  ...comfortType,
  code: 'complaint',
  numberPrefix: 'CMP',
  procedure: comfortProcedure.family,
  begins: {
    ...comfortType.begins,
    about: { decision: ['recognition'] },
    when: [{ test: 'decision-unfavourable' }, { test: 'decision-in-force' }],
  },
  outcomes: [
    outcome('recognised', {
      favourable: true,
      needs: [{ test: 'decision-in-force' }],
      effects: [{ effect: 'set-aside' }, { effect: 'reopen' }],
    }),
    outcome('refused', { grounds: 'refusal' }),
  ],
}

/** About one in which nothing was decided: whoever has it is told to decide. */
export const toyDelay: CaseType = {
  ...toyComplaint,
  code: 'delay',
  numberPrefix: 'DLY',
  begins: {
    ...comfortType.begins,
    about: { undecided: ['recognition'] },
    when: [{ test: 'nothing-decided' }, { test: 'overdue' }],
  },
  outcomes: [
    outcome('recognised', {
      favourable: true,
      needs: [{ test: 'nothing-decided' }],
      effects: [{ effect: 'notify', within: 'closing' }],
    }),
    outcome('refused', { grounds: 'refusal' }),
  ],
}
