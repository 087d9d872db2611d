import { assert } from '#core/assert.ts'

/**
 * What a value of policy rests on: a named act, with the clause where it was seen, such as
 * `migration-code/61.1` or `nk-99-2025`; or `provisional`, until the Service says.
 */
export type Basis = string

/** The basis of a value that no act seen so far gives. */
export const PROVISIONAL = 'provisional'

/** In a document `*` stands for every property not named; it may only be provisional. */
export const EVERY_OTHER = '*'

/** An entry of policy, each of whose properties says what it rests on. */
export type Grounded<Entry> = Entry & { readonly basis: Readonly<Record<string, Basis>> }

/** An act of the register, and the clause where it was seen. */
export type LawReference = { readonly law: string; readonly clause?: string }

/** What one property of an entry rests on. */
export function basisOf<Entry extends Grounded<object>>(
  entry: Entry,
  property: keyof Entry & string,
): Basis {
  const basis = entry.basis[property] ?? entry.basis[EVERY_OTHER]
  assert(basis !== undefined, `the loader saw to it that ${property} has a basis`)
  return basis
}

/** The act and the clause of a basis, or undefined where the basis is provisional. */
export function lawOf(basis: Basis): LawReference | undefined {
  if (basis === PROVISIONAL) return undefined
  const slash = basis.indexOf('/')
  return slash < 0 ? { law: basis } : { law: basis.slice(0, slash), clause: basis.slice(slash + 1) }
}

/** True where the Service has not said what holds. */
export const isProvisional = (basis: Basis): boolean => basis === PROVISIONAL
