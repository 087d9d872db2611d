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

/** The roles of the office, and whose people have them: said here and nowhere else. */
export const OFFICE_ROLES = {
  'case-officer': 'service',
  head: 'service',
  signer: 'service',
  expert: 'body',
  'body-supervisor': 'body',
  'objection-officer': 'body',
  'policy-officer': 'house',
  'policy-approver': 'house',
  auditor: 'watch',
  'data-protection-officer': 'watch',
  administrator: 'house',
} as const

/** Everybody who can act, the clock and the registers being the system. */
export type Role = keyof typeof OFFICE_ROLES | 'applicant' | 'system'

/** All of them, in no order that means anything. */
export const ROLES: readonly Role[] = [
  'applicant',
  ...Object.keys(OFFICE_ROLES).filter(isOfficeRole),
  'system',
]

/** The roles of the people of one kind of house. */
export const rolesOf = (of: (typeof OFFICE_ROLES)[keyof typeof OFFICE_ROLES]): readonly Role[] =>
  ROLES.filter((role) => isOfficeRole(role) && OFFICE_ROLES[role] === of)

/** How far a case has come, alike for every type: what lists and rights go by. */
export const STAGES = [
  'draft',
  'with-person',
  'examined',
  'with-others',
  'deciding',
  'carrying-out',
  'ended',
] as const
export type Stage = (typeof STAGES)[number]

/** The kinds of things that can be done in a case, whatever its type calls them. */
export const STEP_KINDS = [
  'begin',
  'file',
  'return',
  'ask',
  'answer',
  'extend',
  'propose',
  'send-back',
  'decide',
  'tell',
  'end',
  'lapse',
  'reopen',
  'assign',
  'say',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** What a state asks of whom, and by when. */
export type StateRule = Grounded<{
  readonly state: State
  readonly stage: Stage
  /** Who has to move next; a state that ends has nobody. */
  readonly owner?: Role
  /** By when the owner has to move. */
  readonly term?: TermCode
  readonly ends: boolean
}>

/** Where an action may be taken, by whom, and where it leads. */
export type ActionRule = Grounded<{
  readonly action: Action
  readonly kind: StepKind
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

/** True for the name of a role that somebody of the office has. */
export function isOfficeRole(text: string): text is keyof typeof OFFICE_ROLES {
  return Object.hasOwn(OFFICE_ROLES, text)
}

/** True for the name of an action. */
export function isAction(text: string): text is Action {
  return ACTIONS.some((action) => action === text)
}
