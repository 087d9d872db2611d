import { writeRecognition } from '#exchange/services/write-recognition/contract.ts'
import { remember } from '#standins/exchange/memory.ts'
import { drawn } from '#standins/exchange/registers/people.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

const KEPT_MAX = 20_000

/** The same message, or another that says the same, changes nothing and names the same record. */
export const recognitions = register(
  'migration',
  writeRecognition,
  (
    { recognition: { number, state, changedOn } },
    { messageId, recognitions: kept },
  ): AnswerOf<typeof writeRecognition> => {
    const said = `${number} ${state} ${changedOn}`
    const known = kept.get(`message ${messageId}`) ?? kept.get(said)
    const record = known ?? `UMS-R-${String(drawn(said, 100_000_000)).padStart(8, '0')}`
    for (const key of [`message ${messageId}`, said]) {
      remember(kept, { key, value: record, max: KEPT_MAX })
    }
    return { result: known === undefined ? 'written' : 'already-written', record }
  },
)
