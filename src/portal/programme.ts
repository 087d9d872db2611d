import type { StatusKind } from '#core/cases/statuses.ts'
import { programmeOn, type Scored } from '#core/policy/policy.ts'
import type { PortalContext } from '#portal/env.ts'
import type { Reading } from '#telling/fact-values.ts'

/** The Program as it is in force today. */
export const programmeInForce = ({ var: { house } }: PortalContext): Scored | undefined =>
  programmeOn(house.policy, house.clock.today())

/** Whether it is the Program that gives statuses of this kind. */
export function isOfProgramme(c: PortalContext, { code }: Pick<StatusKind, 'code'>): boolean {
  const { outcomes = [] } = programmeInForce(c)?.type ?? {}
  return outcomes.some(({ effects }) =>
    effects.some((each) => each.effect === 'issue' && each.status === code),
  )
}

/** The Program for this reader, with the acts and lists that give it words. */
export type ProgrammeReading = Reading & Pick<Scored, 'procedure'>

export function readingOf(c: PortalContext, { procedure, scoring }: Scored): ProgrammeReading {
  const { laws, lists } = c.var.house.policy
  return { procedure, scoring, laws, lists, language: c.var.language }
}
