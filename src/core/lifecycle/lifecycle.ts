import type { Grounded } from '#core/policy/basis.ts'
import type { TermCode } from '#core/policy/rule-set.ts'

/**
 * The life of a case as one table: which states there are, who owns each and by when, which
 * actions lead on, from where, by whom and where to. Types of application choose from these words.
 */
export const STATES = [
  'draft',
  'submitted',
  'returned',
  'closing-proposed',
  'in-assessment',
  'awaiting-decision',
  'decision-drafted',
  'recognised',
  'annulment-proposed',
  'death-reported',
  'discarded',
  'withdrawn',
  'left-unexamined',
  'refused',
  'annulled',
  'expired',
  'holder-deceased',
] as const
export type State = (typeof STATES)[number]

/** Everything that people and the clock can do to a case. */
export const ACTIONS = [
  'begin',
  'announce-discard',
  'discard',
  'submit',
  'withdraw',
  'accept',
  'return',
  'resubmit',
  'propose-closing',
  'close-unexamined',
  'score',
  'give-opinion',
  'note-silence',
  'extend',
  'draft-decision',
  'send-back',
  'sign',
  'propose-annulment',
  'drop-annulment',
  'annul',
  'report-death',
  'dismiss-death-report',
  'confirm-death',
  'expire',
] as const
export type Action = (typeof ACTIONS)[number]

/** Everybody who can act, the clock and the registers being the system. */
export const ROLES = [
  'applicant',
  'case-officer',
  'head',
  'signer',
  'expert',
  'body-supervisor',
  'objection-officer',
  'policy-officer',
  'policy-approver',
  'auditor',
  'data-protection-officer',
  'administrator',
  'system',
] as const
export type Role = (typeof ROLES)[number]

/** What a state asks of whom, and by when. */
export type StateRule = Grounded<{
  readonly state: State
  /** Who has to move next; a state that ends has nobody. */
  readonly owner?: Role
  /** By when the owner has to move. */
  readonly term?: TermCode
  readonly ends: boolean
}>

/** Where an action may be taken, by whom, and where it leads. */
export type ActionRule = Grounded<{
  readonly action: Action
  readonly from: readonly State[]
  readonly by: readonly Role[]
  readonly to: readonly State[]
  /** Whoever took that action last may not take this one. */
  readonly notBy?: Action
}>

/** The whole life of one type of application. */
export type Lifecycle = {
  readonly states: readonly StateRule[]
  readonly actions: readonly ActionRule[]
}

/** True for the name of a state. */
export function isState(text: string): text is State {
  return STATES.some((state) => state === text)
}

/** True for the name of a role. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text)
}

/** True for the name of an action. */
export function isAction(text: string): text is Action {
  return ACTIONS.some((action) => action === text)
}
