import type { StepRule } from '#core/cases/life.ts'
import { isFor, may } from '#core/cases/may.ts'
import type { OwnCase } from '#portal/own-case.ts'

/** The step by which whoever asks writes to the Service in this case, where they may. */
export const writing = ({
  found: { standing },
  context,
}: Pick<OwnCase, 'found' | 'context'>): StepRule | undefined =>
  context.type.steps.find(
    (rule) =>
      rule.kind === 'say' &&
      isFor(rule, context.by, standing) &&
      may(context, rule.code, standing).ok,
  )
