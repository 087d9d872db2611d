import type { StatusKind } from '#core/cases/life.ts'
import { descriptionInForce, type Description } from '#core/policy/policy.ts'
import type { PortalContext } from '#portal/env.ts'
import type { Reading } from '#telling/fact-values.ts'

/** What the public pages tell about: the type of application that the Program begins with. */
const PROGRAMME = 'recognition'

/** The Program as it is in force today. */
export function programmeInForce({ var: { house } }: PortalContext): Description | undefined {
  return descriptionInForce(house.policy, PROGRAMME, house.clock.today())
}

/** Whether it is the Program that gives statuses of this kind. */
export function isOfProgramme(c: PortalContext, { code }: Pick<StatusKind, 'code'>): boolean {
  const { outcomes = [] } = programmeInForce(c)?.type ?? {}
  return outcomes.some(({ effects }) =>
    effects.some((each) => each.effect === 'issue' && each.status === code),
  )
}

/** The Program's rules for this reader, with the acts and lists that give them words. */
export function readingOf(c: PortalContext, { rules }: Description): Reading {
  const { laws, lists } = c.var.house.policy
  return { rules, laws, lists, language: c.var.language }
}
