import { rolesOf, type Of, type OfficeRole, type Role } from '#core/cases/roles.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { paths } from '#office/paths.ts'

/** Whether somebody is one of the people of such a house. */
export const isOneOf = (roles: readonly Role[], of: Of): boolean =>
  rolesOf(of).some((role) => roles.includes(role))

/** Whether cases are listed for them: to work on, or to watch over. */
export const hasLists = (roles: readonly Role[]): boolean =>
  isOneOf(roles, 'watch') || isOneOf(roles, 'mission') || hasWork(roles)

/** Whoever watches over personal data also answers what people ask about theirs. */
const hasWork = (roles: readonly Role[]): boolean =>
  isOneOf(roles, 'service') ||
  isOneOf(roles, 'body') ||
  isOneOf(roles, 'council') ||
  roles.includes('data-protection-officer')

/**
 * Where somebody lands: on their list where there is work in it for them, else on their own page.
 */
export function ownPage(roles: readonly Role[], language: OfficeLanguage): string {
  if (hasWork(roles)) return paths.work.to(language)
  const [, page] = OWN.find(([role]) => roles.includes(role)) ?? []
  return paths[page ?? 'work'].to(language)
}

const OWN: readonly (readonly [OfficeRole, 'looks' | 'rules' | 'time' | 'campaigns'])[] = [
  ['auditor', 'looks'],
  ['policy-officer', 'rules'],
  ['policy-approver', 'rules'],
  ['administrator', 'time'],
  ['mission-officer', 'campaigns'],
  ['promotion-officer', 'campaigns'],
]
