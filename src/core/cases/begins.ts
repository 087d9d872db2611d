import type { Role } from '#core/cases/roles.ts'
import type { Test } from '#core/cases/tests.ts'
import type { Grounded } from '#core/policy/basis.ts'

/** Who may begin a case, about what, and what stands against it. */
export type Begins = Grounded<{
  readonly by: readonly Role[]
  /** What such a case is about, besides its subject. */
  readonly about?: About
  /**
   * Types whose cases, once they were granted, are gone on from: where what is held says otherwise
   * than what was answered there, one is begun about it with those answers.
   */
  readonly carries?: readonly string[]
  /** All of these hold, and none of those. */
  readonly when?: readonly Test[]
  readonly unless?: readonly Test[]
  /** What has to hold besides for whoever begins as one of these, each in the first that fits. */
  readonly as?: readonly { readonly role: Role; readonly when: readonly Test[] }[]
  /** Of whom alone whoever acts for them begins one, as what, and what has to hold of them. */
  readonly for?: readonly BegunFor[]
}>

/** Whether somebody has one of the kind at a time, of what they begin about nothing else. */
export const isOneAtATime = ({ begins }: { readonly begins: Begins }): boolean =>
  begins.about === undefined &&
  begins.unless?.some(({ test }) => test === 'same-type-open') === true

/** Somebody for whom others act, in a case that is not about those. */
export type BegunFor = {
  readonly role: Role
  readonly by: Role
  readonly when: readonly Test[]
}

/** In which role of theirs whoever acts for somebody begins a case that is about those alone. */
export const actingAs = (
  { begins }: { readonly begins: Pick<Begins, 'for'> },
  role: Role,
): Role | undefined => begins.for?.find((each) => each.role === role)?.by

/**
 * The status of a kind, or of one of these; the decision of a case of one of these types; such a
 * case in which nothing was decided; or what is kept of somebody: of whoever begins it, or whom an
 * official names; or one of the missions, by anybody, who needs no account for it.
 */
type About =
  | { readonly status: string | readonly string[] }
  | { readonly decision: readonly string[] }
  | { readonly undecided: readonly string[] }
  | { readonly party: 'self' | 'named' }
  | { readonly mission: 'any' }
