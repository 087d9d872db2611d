import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { stringify } from 'yaml'
import type { CaseType } from '#core/policy/case-type.ts'
import { outcome, taken } from '#test/life-parts.ts'
import { copyOfPolicy } from '#test/published.ts'
import { policyWithPermits } from '#test/toy-permit.ts'
import { comfortProcedure, PROVISIONAL } from '#test/toy-rules.ts'
import { comfortType, field } from '#test/toy-types.ts'

/** Whoever holds a status has another passport, and asks that it names that. */
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

/** The same of a permit as well, gone on to from news that were believed: one type of both. */
const replacingOfBoth: CaseType = {
  ...replacingType,
  begins: {
    ...replacingType.begins,
    about: { status: ['recognition', 'permit'] },
    carries: ['news'],
  },
}

/** Whoever has another passport tells of it, and is given nothing. */
const newsType: CaseType = {
  ...comfortType,
  code: 'news',
  numberPrefix: 'NWS',
  outcomes: [
    outcome('recognised', { favourable: true, effects: [] }),
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

const ISSUER = { means: 'document-issuer' } as const

/** The same, and a register is asked about whoever files it. */
export const replacingAsked: CaseType = {
  ...replacingType,
  blocks: replacingType.blocks.map((each) =>
    each.code === 'person'
      ? { ...each, fields: [...each.fields, field('issuer', 'issuer', ISSUER)] }
      : each,
  ),
  registers: [{ service: 'entry-restrictions', on: ['submit'], basis: PROVISIONAL }],
  steps: [
    ...replacingType.steps,
    {
      code: 'take-register-answer',
      kind: 'confirm',
      ...taken(['submitted', 'decision-drafted'], 'system'),
    },
  ],
}

/** The frozen policy, or that in a folder, with these and a permit that rests on recognition. */
export function policyWithReplacing(
  t: TestContext,
  folder = copyOfPolicy(t),
  replacing = replacingOfBoth,
): string {
  policyWithPermits(t, folder)
  for (const type of [replacing, replacingComplaint, newsType]) {
    const text = stringify(type, { aliasDuplicateObjects: false })
    writeFileSync(join(folder, 'types', `${type.code}.yaml`), text)
  }
  return folder
}
