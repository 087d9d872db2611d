import { PROVISIONAL } from '#core/policy/basis.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { returning } from '#test/ferreiras.ts'
import { say } from '#test/toy-rules.ts'

/** A child who is of age while something is asked for them: it goes on with them. */
const YOUNG: readonly string[] = ['mend', 'tell', 'leave', 'leave-returned']

export const growing: CaseType = {
  ...returning,
  steps: returning.steps.map((rule) =>
    YOUNG.includes(rule.code) ? { ...rule, by: [...rule.by, 'child'] } : rule,
  ),
  letters: [
    {
      code: 'by-themselves',
      on: 'taken-over',
      subject: say('Somebody acts for themselves'),
      body: say('See {link}'),
      basis: { '*': PROVISIONAL },
    },
  ],
}
