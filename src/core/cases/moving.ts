import type { Step } from '#core/cases/context.ts'
import { hasEnded, stateOf, type StepCode } from '#core/cases/life.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { CaseType } from '#core/policy/case-type.ts'

/** What stands where events name their step: no step of any type does this. */
export const TAKEN_OVER: StepCode = 'taken-over'

/** A published version of a type, by the hash that cases pin it by. */
export type Version = { readonly type: CaseType; readonly typeHash: string }

/**
 * A filed case goes on by a newer version of its type, which was published for those that run. None
 * where that is not of its version, where the case was decided or has ended, or is a draft, which
 * pins nothing and follows the newest version anyway.
 */
export function move(standing: Standing, was: CaseType, to: Version): Step | undefined {
  const { state, typeHash, decided } = standing
  const running = to.type.for?.running
  if (running === undefined || typeHash === undefined || typeHash === to.typeHash) return undefined
  if (was.code !== to.type.code || !running.versions.includes(was.version)) return undefined
  if (decided !== undefined || hasEnded(was, state)) return undefined
  const { states } = running
  const next = states[state] ?? state
  if (stateOf(to.type, next) === undefined) return undefined
  const event = { kind: 'move', typeHash: to.typeHash, states } as const
  return { code: TAKEN_OVER, role: SYSTEM, to: next, event }
}
