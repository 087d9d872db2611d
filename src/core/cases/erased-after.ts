import { termEnd, type Law } from '#core/cases/context.ts'
import { outcomeOf, type EffectRule, type OutcomeCode } from '#core/cases/life.ts'
import type { IsoDate } from '#core/dated.ts'

/** The last day on which what is kept of somebody is there, where a decision has it erased. */
export function erasedAfter(
  law: Pick<Law, 'type' | 'procedure' | 'calendars'>,
  { outcome, decidedOn }: { readonly outcome: OutcomeCode; readonly decidedOn: IsoDate },
): IsoDate | undefined {
  const erases = outcomeOf(law.type, outcome)?.effects.find(isErasing)
  return erases && termEnd(erases.after, decidedOn, law)
}

const isErasing = (
  effect: EffectRule,
): effect is Extract<EffectRule, { readonly effect: 'erase' }> => effect.effect === 'erase'
