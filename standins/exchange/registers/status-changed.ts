import { statusChanged } from '#exchange/services/status-changed/contract.ts'
import { remember } from '#standins/exchange/memory.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

const KEPT_MAX = 20_000

/** What a change is known by: the same told again changes nothing. */
export const statusChanges = register(
  'migration',
  statusChanged,
  ({ subscription, change }, { recognitions: kept }): AnswerOf<typeof statusChanged> => {
    const key = `change ${subscription} ${change}`
    const isKnown = kept.get(key) !== undefined
    remember(kept, { key, value: change, max: KEPT_MAX })
    return { result: isKnown ? 'already-taken' : 'taken' }
  },
)
