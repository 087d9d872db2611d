import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { stringify } from 'yaml'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { outcome } from '#test/life-parts.ts'
import { copyOfPolicy } from '#test/published.ts'
import { comfortProcedure, say } from '#test/toy-rules.ts'
import { toyStatus, toyEnd } from '#test/toy-status.ts'
import { comfortType, toyAnnulment } from '#test/toy-types.ts'

/** A permit that rests on recognition: what gives it, and what is opened when that is gone. */
export const toyPermit: StatusKind = {
  ...toyStatus,
  code: 'permit',
  title: say('Permit'),
  restsOn: ['recognition'],
  whenGone: { open: 'permit-review' },
  ends: [toyEnd('withdrawn'), toyEnd('expired', { byTime: true })],
}

export const permitType: CaseType = {
  ...comfortType,
  code: 'permit',
  numberPrefix: 'PRM',
  outcomes: [
    outcome('recognised', {
      favourable: true,
      effects: [
        {
          effect: 'issue',
          status: 'permit',
          rests: { role: 'applicant', status: 'recognition' },
        },
      ],
    }),
    outcome('refused', { grounds: 'refusal' }),
  ],
}

export const permitReview: CaseType = {
  ...toyAnnulment,
  code: 'permit-review',
  numberPrefix: 'PRV',
  procedure: comfortProcedure.family,
  begins: { ...toyAnnulment.begins, by: ['system', 'case-officer'], about: { status: 'permit' } },
  steps: toyAnnulment.steps.map((step) =>
    step.kind === 'begin' ? { ...step, by: ['system', 'case-officer'] } : step,
  ),
  outcomes: [
    outcome('annulled', { grounds: 'annulment', effects: [{ effect: 'end', as: 'withdrawn' }] }),
  ],
}

/** The frozen policy, or that in a folder, and these beside it. */
export function policyWithPermits(
  t: TestContext,
  folder = copyOfPolicy(t),
  permit = permitType,
): string {
  const documents = {
    'statuses/permit': toyPermit,
    'types/permit': permit,
    'types/permit-review': permitReview,
    'procedures/comfort': comfortProcedure,
  }
  for (const [name, document] of Object.entries(documents)) {
    const text = stringify(document, { aliasDuplicateObjects: false })
    writeFileSync(join(folder, `${name}.yaml`), text)
  }
  return folder
}
