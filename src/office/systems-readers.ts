import type { Role } from '#core/cases/roles.ts'

/** Whoever works in the Service, watches over it or runs the house sees how registers do. */
const SYSTEMS_READERS: readonly Role[] = [
  'administrator',
  'case-officer',
  'head',
  'signer',
  'auditor',
  'data-protection-officer',
]

export const readsSystems = ({ roles }: { readonly roles: readonly Role[] }): boolean =>
  roles.some((role) => SYSTEMS_READERS.includes(role))
