/**
 * Who can act in a case. Officials have roles of the office; parties have roles in the case, which
 * its type names; what nobody does, the system does. No word is both.
 */
export const OFFICE_ROLES = {
  'case-officer': 'service',
  head: 'service',
  signer: 'service',
  expert: 'body',
  'body-supervisor': 'body',
  'objection-officer': 'body',
  'council-secretary': 'council',
  'council-member': 'council',
  'policy-officer': 'house',
  'policy-approver': 'house',
  auditor: 'watch',
  'data-protection-officer': 'watch',
  administrator: 'house',
  'mission-officer': 'mission',
  'promotion-officer': 'ministry',
} as const

/** A role of the office. */
export type OfficeRole = keyof typeof OFFICE_ROLES

/** Whose people have a role of the office. */
export type Of = (typeof OFFICE_ROLES)[OfficeRole]

/** Time, and the registers. */
export const SYSTEM = 'system'

/** A role of the office, the system, or a role that the type of a case gives its parties. */
export type Role = string

/** The roles of the people of one kind of house. */
export const rolesOf = (of: Of): readonly OfficeRole[] =>
  Object.keys(OFFICE_ROLES)
    .filter(isOfficeRole)
    .filter((role) => OFFICE_ROLES[role] === of)

/** True for the name of a role that somebody of the office has. */
export function isOfficeRole(text: string): text is OfficeRole {
  return Object.hasOwn(OFFICE_ROLES, text)
}

/** Whoever acts: an official in all the roles they have on that day, a party, or the system. */
export type Actor = {
  readonly id: string
  /** Of the office, or the system's; what a party is in a case, the case itself says. */
  readonly roles: readonly Role[]
  /** The state body an official acts for. */
  readonly body?: string
}
