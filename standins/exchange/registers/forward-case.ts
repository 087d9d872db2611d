import { forwardCase } from '#exchange/services/forward-case/contract.ts'
import { register } from '#standins/exchange/registers/register.ts'

/** People there examine it: `examinations.ts` says what they decide, and how long that takes. */
export const forwardedCases = register(
  'migration',
  forwardCase,
  (question, { messageId, examinations }) => examinations.ask(messageId, question),
)
