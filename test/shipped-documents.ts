import { assert } from '#core/assert.ts'
import type { Document } from '#core/policy/provisional.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { SHIPPED_POLICY } from '#test/policies.ts'

/** What is shipped as it is adopted: whole, with what its documents take from their parts. */
export function shippedDocuments(): readonly Document[] {
  const read = readPolicyFiles(SHIPPED_POLICY)
  assert(read.ok, 'what is shipped can be used')
  const { types, procedures, scorings } = read.policy
  return [...types, ...procedures, ...scorings]
}
