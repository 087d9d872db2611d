import type { z } from 'zod'
import type { IsoDate } from '#core/dated.ts'
import type { Content } from '#exchange/content.ts'
import type { Contract } from '#exchange/contract.ts'
import type { ExaminingDesk } from '#standins/exchange/examinations.ts'
import type { Recognitions } from '#standins/exchange/memory.ts'
import type { OpinionDesk } from '#standins/exchange/opinions.ts'
import type { SystemCode } from '#standins/exchange/systems.ts'

/** What a register has at hand besides the question. */
export type Desk = {
  readonly today: IsoDate
  readonly messageId: string
  readonly opinions: OpinionDesk
  readonly examinations: ExaminingDesk
  readonly recognitions: Recognitions
}

/** One service of one system, as the other side of its contract. */
export type Register = {
  readonly system: SystemCode
  readonly contract: Contract
  readonly answer: (question: Content, desk: Desk) => Content
}

/** What a contract lets its register answer. */
export type AnswerOf<Agreed extends Contract> = z.output<Agreed['answer']>

export const register = <Question extends Content, Answer extends Content>(
  system: SystemCode,
  contract: Contract<Question, Answer>,
  answer: (question: Question, desk: Desk) => Answer,
): Register => ({
  system,
  contract,
  answer: (question, desk) => answer(contract.question.parse(question), desk),
})
