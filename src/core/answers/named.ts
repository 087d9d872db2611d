import type { Answers, Value } from '#core/answers/answers.ts'
import { answerInPassport, answerMeaning } from '#core/answers/asked.ts'
import { machineName } from '#core/facts/name.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/** Somebody as answers name them; a part that nobody answered is empty. */
export type Named = {
  readonly surname: string
  readonly givenNames: string
  /** As at the foot of the passport; absent where no table gives the letters. */
  readonly machineName?: string
  /** As far as the travel document knows it. */
  readonly birthDate: string
  readonly passportNumber: string
}

/** Each part by the question that means it, whatever its type calls that. */
export function namedIn(type: Pick<CaseType, 'blocks'>, answers: Answers): Named {
  const text = (value: Value | undefined) => (typeof value === 'string' ? value : '')
  const told = (meaning: Meaning) => text(answerMeaning(type, answers, meaning))
  const inPassport = (meaning: Meaning) => text(answerInPassport(type, answers, meaning))
  const [surname, givenNames] = [told('surname'), told('given-names')]
  const machine = machineName({
    surname,
    given: givenNames,
    inPassport: [inPassport('surname'), inPassport('given-names')],
  })?.replace(/<+$/, '')
  return {
    surname,
    givenNames,
    birthDate: told('birth-date'),
    passportNumber: told('document-number'),
    ...(machine === undefined ? {} : { machineName: machine }),
  }
}

/** Whether they are called anything. */
export const isNamed = ({ surname, givenNames }: Named): boolean =>
  surname !== '' || givenNames !== ''
