import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { stringify } from 'yaml'
import type { CaseType } from '#core/policy/case-type.ts'
import { outcome } from '#test/life-parts.ts'
import { copyOfPolicy } from '#test/published.ts'
import { policyWithPermits } from '#test/toy-permit.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { comfortType } from '#test/toy-types.ts'

/** Whoever is recognised has another passport, and asks that the status names that. */
export const replacingType: CaseType = {
  ...comfortType,
  code: 'renaming',
  numberPrefix: 'RNM',
  procedure: comfortProcedure.family,
  begins: {
    ...comfortType.begins,
    about: { status: 'recognition' },
    when: [{ test: 'status-in-force' }],
    unless: [{ test: 'same-type-open' }],
  },
  outcomes: [
    outcome('recognised', {
      favourable: true,
      needs: [{ test: 'status-in-force' }, { test: 'status-not-expired' }],
      effects: [{ effect: 'replace' }],
    }),
    outcome('refused', { grounds: 'refusal' }),
  ],
}

/** About what was decided there, whatever that was: it does not hold any more. */
export const replacingComplaint: CaseType = {
  ...comfortType,
  code: 'renaming-complaint',
  numberPrefix: 'RNC',
  procedure: comfortProcedure.family,
  begins: {
    ...comfortType.begins,
    about: { decision: ['renaming'] },
    when: [{ test: 'decision-in-force' }],
  },
  outcomes: [
    outcome('recognised', {
      favourable: true,
      needs: [{ test: 'decision-in-force' }],
      effects: [{ effect: 'set-aside' }],
    }),
    outcome('refused', { grounds: 'refusal' }),
  ],
}

/** The frozen policy with these, and with a permit that rests on recognition. */
export function policyWithReplacing(t: TestContext): string {
  const folder = policyWithPermits(t, copyOfPolicy(t))
  for (const type of [replacingType, replacingComplaint]) {
    const text = stringify(type, { aliasDuplicateObjects: false })
    writeFileSync(join(folder, 'types', `${type.code}.yaml`), text)
  }
  return folder
}
