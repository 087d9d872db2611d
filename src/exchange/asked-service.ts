import type { IsoDate } from '#core/dated.ts'
import type { Content } from '#exchange/content.ts'
import type { Contract } from '#exchange/contract.ts'
import type { SignedChange } from '#exchange/signing.ts'
import type { Answered, ChangeTold, Question } from '#records/inquiries.ts'

/** One service that is asked: what is said to it, and what its answer means. */
export type Service = {
  readonly contract: Contract
  /** Undefined where what it has to be told is not known. */
  readonly call: (question: Question, asked: AskedFor) => Called<Content>
  /** The answer fits the contract when it comes here. */
  readonly read: (answer: Content, said: Content, question: Question) => Meant
}

export type AskedFor = {
  readonly issue: string
  /** The day on which it was left to be asked. */
  readonly on: IsoDate
  readonly signed: Signed
}

/** What is told of a change, with our signature; undefined where nobody is told any more. */
export type Signed = (told: ChangeTold) => Promise<SignedChange | undefined>

type Called<Asks> = Asks | undefined | Promise<Asks | undefined>

export type Meant =
  | { readonly as: 'answer'; readonly answered: Answered }
  /** Somebody over there still has to say. */
  | { readonly as: 'waits' }
  | { readonly as: 'other-person' }

/** With the types of its contract, which parse what comes in. */
export const service = <Asks extends Content, Says extends Content>(
  contract: Contract<Asks, Says>,
  {
    call,
    read,
  }: {
    readonly call: (question: Question, asked: AskedFor) => Called<Asks>
    readonly read: (answer: Says, said: Asks, question: Question) => Meant
  },
): Service => ({
  contract,
  call,
  read: (answer, said, question) =>
    read(contract.answer.parse(answer), contract.question.parse(said), question),
})

export const answered = (result: string, says: Answered['says'] = [], note?: string): Meant => ({
  as: 'answer',
  answered: { result, says, ...(note === undefined ? {} : { note }) },
})
