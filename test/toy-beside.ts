import type { CaseType } from '#core/policy/case-type.ts'
import { taken } from '#test/life-parts.ts'
import {
  ANA,
  begin,
  contextOf,
  MONDAY,
  recorded,
  recordOf,
  type Case,
  type Law,
} from '#test/toy-case.ts'
import { comfortType } from '#test/toy-types.ts'

const OPEN = ['submitted', 'decision-drafted']

/** Comfort in which officials have cases by name, and people and officials write to each other. */
export const besideType: CaseType = {
  ...comfortType,
  steps: [
    ...comfortType.steps,
    {
      code: 'give',
      kind: 'assign',
      of: 'case-officer',
      ...taken(OPEN, 'case-officer', 'head'),
    },
    {
      code: 'write',
      kind: 'say',
      ...taken(OPEN, 'applicant'),
      reply: { step: 'write-back', clock: 'objection' },
    },
    {
      code: 'write-back',
      kind: 'say',
      ...taken([...OPEN, 'decided', 'withdrawn'], 'case-officer', 'head'),
    },
    { code: 'note', kind: 'say', shown: 'office', ...taken(OPEN, 'case-officer', 'signer') },
  ],
}

/** Such a case of Ana's as it is sent in. */
export function besideSubmitted(law: Law): Case {
  const filed = [{ subject: ANA.id, answers: {}, documents: [], confirmed: [] }]
  const step = {
    code: 'submit',
    role: 'applicant',
    to: 'submitted',
    event: { kind: 'file', filed, number: 'LOC-2026-000001' },
  } as const
  return recorded(begin(law), recordOf(step, contextOf(ANA, MONDAY, law)))
}
