import type { CaseType } from '#core/policy/case-type.ts'
import { say } from '#test/toy-rules.ts'
import { block, comfortType, field } from '#test/toy-types.ts'

/** Answered as soon as was asked for, by the tiers of its tariff. */
export const comfortTiered: CaseType = {
  ...comfortType,
  tariff: 'comfort',
  clock: { term: 'decision', tiered: true },
  blocks: [
    block('soon', [
      field('tier', 'choice', {
        means: 'requested-tier',
        options: ['normal', 'fast'].map((code) => ({ code, label: say(code) })),
      }),
    ]),
    ...comfortType.blocks,
  ],
}
