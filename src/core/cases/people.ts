import type { CaseRole, EffectRule, Life, StepOf } from '#core/cases/life.ts'
import type { Role } from '#core/cases/roles.ts'

/** Whether a case is about whoever has a role: the first one, and every other that says so. */
export const isOfSubject = ({ roles }: Pick<Life, 'roles'>, index: number): boolean =>
  index === 0 || roles[index]?.subject === true

/** Whether whoever has it joins a case that is not about them: by that they consent to it. */
export const isConsenting = ({ comes, subject }: CaseRole): boolean =>
  comes === 'invited' && subject !== true

/** Who is let in so by whoever began in one of these roles. */
export const consentsFor = (
  { roles, begins }: Pick<Life, 'roles' | 'begins'>,
  began: readonly Role[],
): readonly CaseRole[] =>
  roles
    .filter(isConsenting)
    .filter(({ letInBy = begins.by }) => letInBy.some((role) => began.includes(role)))

/** The steps by which somebody joins a case that is there. */
export const joiningSteps = ({ steps }: Pick<Life, 'steps'>): readonly StepOf<'begin'>[] =>
  steps.filter((rule) => rule.kind === 'begin').filter(({ from }) => from.length > 0)

/** Whether an effect that gives something gives it to one of these roles. */
export const isGivenTo = (
  { of }: Extract<EffectRule, { readonly effect: 'issue' }>,
  roles: readonly Role[],
): boolean => of === undefined || of.some((role) => roles.includes(role))
