import type { Life, StepOf } from '#core/cases/life.ts'

/** Whether a case is about whoever has a role: the first one, and every other that says so. */
export const isOfSubject = ({ roles }: Pick<Life, 'roles'>, index: number): boolean =>
  index === 0 || roles[index]?.subject === true

/** The steps by which somebody joins a case that is there. */
export const joiningSteps = ({ steps }: Pick<Life, 'steps'>): readonly StepOf<'begin'>[] =>
  steps.filter((rule) => rule.kind === 'begin').filter(({ from }) => from.length > 0)
