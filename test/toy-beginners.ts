import type { StepRule } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { role } from '#test/life-parts.ts'
import { familyType } from '#test/toy-family.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

/**
 * Comfort that whoever is recognised begins with their family, and whoever has a permit by
 * themselves, with somebody who consents to that.
 */
const ALSO: readonly string[] = ['begin', 'submit', 'withdraw', 'discard', 'resubmit', 'leave']

/** Whoever consents comes, and goes. */
const CONSENTING: readonly string[] = ['join', 'leave']

const withMember = (step: StepRule): StepRule => ({
  ...step,
  by: [
    ...step.by,
    ...(ALSO.includes(step.code) && step.by.includes('applicant') ? ['member'] : []),
    ...(CONSENTING.includes(step.code) ? ['sponsor'] : []),
  ],
})

export const beginnersType: CaseType = {
  ...familyType,
  roles: [
    ...familyType.roles.map((each) =>
      each.comes === 'invited' ? { ...each, letInBy: ['applicant'] } : each,
    ),
    { ...role('member'), title: say('Member'), subject: true },
    { ...role('sponsor'), title: say('Sponsor'), max: 1, comes: 'invited', letInBy: ['member'] },
  ],
  begins: {
    by: ['applicant', 'member'],
    as: [
      { role: 'applicant', when: [{ test: 'holds', status: 'recognition' }] },
      {
        role: 'member',
        when: [{ test: 'holds-any', of: [{ status: 'permit' }, { status: 'lasting' }] }],
      },
    ],
    unless: [{ test: 'same-type-open' }],
    basis: PROVISIONAL,
  },
  steps: familyType.steps.map(withMember),
}

/** The same, which whoever acts for a child also begins for that child alone. */
const OF_WHOLE: readonly string[] = ['submit', 'withdraw', 'discard', 'resubmit']

const isOfDraft = ({ from }: StepRule): boolean => from.every((state) => state === 'draft')

export const forOthersType: CaseType = {
  ...beginnersType,
  roles: [
    ...beginnersType.roles,
    {
      ...role('minor'),
      title: say('Child alone'),
      subject: true,
      comes: 'represented',
      relation: 'child',
    },
    { ...role('keeper'), title: say('Whoever acts for them') },
  ],
  begins: {
    ...beginnersType.begins,
    for: [{ role: 'minor', by: 'keeper', when: [{ test: 'holds', status: 'permit' }] }],
  },
  steps: beginnersType.steps.map((step) =>
    step.by.includes('applicant') && (step.from.length === 0 || OF_WHOLE.includes(step.code))
      ? { ...step, by: [...step.by, 'keeper', ...(isOfDraft(step) ? [] : ['minor'])] }
      : step,
  ),
}
