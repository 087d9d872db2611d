import type { IsoDate } from '#core/dated.ts'
import { bindingOf } from '#core/policy/binding.ts'
import { isInForce, type Enacted } from '#core/policy/enacted.ts'
import type { Policy } from '#core/policy/policy.ts'

/** Of each family of dated documents, a hash of what binds in the one that is in force. */
export type LawOfDay = Readonly<Record<string, string>>

/** The same, with since when each is in force. */
export type LawInForce = ReadonlyMap<string, { readonly hash: string; readonly from: IsoDate }>

/** Gives the SHA-256 of a text in hexadecimal letters. */
type Hashing = (text: string) => string

type Lawful = Pick<Policy, 'procedures' | 'scorings' | 'concessions'>

/**
 * Terms, prices, bodies and points, and what the law allows: what people ask about. Words are no
 * part of it, and neither are the forms by which something is asked for.
 */
export function lawInForce(policy: Lawful, on: IsoDate, hashing: Hashing): LawInForce {
  const kinds = {
    procedure: [...policy.procedures.current.values()],
    scoring: [...policy.scorings.current.values()],
    concessions: policy.concessions,
  }
  return new Map(
    Object.entries(kinds).flatMap(([kind, documents]) =>
      documents
        .filter((document) => isInForce(document, on))
        .map((document) => {
          const { family, inForceFrom: from } = document
          return [`${kind} ${family}`, { hash: hashOf(document, hashing), from }] as const
        }),
    ),
  )
}

/** That something follows it one day changes nothing until then. */
function hashOf(document: Enacted<object>, hashing: Hashing): string {
  const known = hashes.get(document)
  if (known !== undefined) return known
  const hash = hashing(bindingOf({ ...document, inForceUntil: undefined }))
  hashes.set(document, hash)
  return hash
}

const hashes = new WeakMap<object, string>()

/** As it is kept with what was written by it. */
export const lawOfDay = (law: LawInForce): LawOfDay =>
  Object.fromEntries([...law].map(([family, { hash }]) => [family, hash]))

/** Since when another law is in force than something was written by, where that is known. */
export function changedLaw(
  { law, lawOn }: { readonly law: LawOfDay; readonly lawOn: IsoDate },
  now: LawInForce,
): { readonly since?: IsoDate } | undefined {
  const families = new Set([...Object.keys(law), ...now.keys()])
  const changed = [...families].filter((family) => law[family] !== now.get(family)?.hash)
  if (changed.length === 0) return undefined
  const [since] = changed
    .flatMap((family) => now.get(family)?.from ?? [])
    .filter((from) => from > lawOn)
    .toSorted()
  return since === undefined ? {} : { since }
}
