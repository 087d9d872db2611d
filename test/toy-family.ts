import type { CaseRole } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { role, taken } from '#test/life-parts.ts'
import { comfortLife } from '#test/toy-lives.ts'
import { say } from '#test/toy-rules.ts'
import { block, comfortType, field } from '#test/toy-types.ts'

/**
 * A type that a document makes and nothing else: about whoever begins, a spouse who is invited,
 * children who are brought along, and somebody in care.
 */
const comes = (code: string, title: string, said: Partial<CaseRole>): CaseRole => ({
  ...role(code),
  title: say(title),
  subject: true,
  ...said,
})

const { roles, begins, steps, ...life } = comfortLife

export const familyType: CaseType = {
  ...comfortType,
  ...life,
  code: 'family-comfort',
  title: say('Comfort for a family'),
  numberPrefix: 'FAM',
  subjects: { max: 5 },
  roles: [
    ...roles.map((each) => ({ ...each, title: say('Applicant') })),
    comes('spouse', 'Spouse', { comes: 'invited', max: 1, relation: 'spouse' }),
    comes('friend', 'Friend', { comes: 'invited', max: 3 }),
    comes('child', 'Child', { comes: 'represented', max: 2, relation: 'child' }),
    comes('ward', 'In care', { comes: 'represented', max: 1, relation: 'dependant' }),
  ],
  begins,
  steps: [
    ...steps.map((rule) => (rule.kind === 'tell' ? { ...rule, by: [...rule.by, 'spouse'] } : rule)),
    { code: 'join', kind: 'begin', ...taken(['draft'], 'spouse', 'friend'), to: 'draft' },
    {
      code: 'add-child',
      kind: 'begin',
      ...taken(['draft'], 'applicant'),
      to: 'draft',
      joins: ['child', 'ward'],
    },
    {
      code: 'leave',
      kind: 'end',
      ...taken(['draft'], 'applicant', 'spouse', 'friend'),
      to: 'draft',
      leaves: 'subject',
    },
    {
      code: 'confirm',
      kind: 'file',
      ...taken(['draft'], 'spouse', 'friend'),
      to: 'draft',
      part: true,
    },
  ],
}

/** The same as a permit: for as many months as each asks for, and paid for by that. */
export const permitOfFamily: CaseType = {
  ...familyType,
  tariff: 'comfort',
  blocks: [
    ...familyType.blocks.filter(({ code }) => code === 'person'),
    block('term', [field('months', 'whole-number', { means: 'requested-term' })]),
  ],
  outcomes: familyType.outcomes.map((each) => ({
    ...each,
    effects: each.effects.map((effect) =>
      effect.effect === 'issue'
        ? { ...effect, for: { answer: 'requested-term', unit: 'months' } }
        : effect,
    ),
  })),
}
