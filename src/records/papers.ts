import type { KeyObject } from 'node:crypto'
import type { Answers } from '#core/answers/answers.ts'
import { answerMeaning } from '#core/answers/asked.ts'
import { namedIn, type Named } from '#core/answers/named.ts'
import { assert } from '#core/assert.ts'
import { isPartialDate, type PartialDate } from '#core/facts/partial-date.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { blindIndex, seal, type HouseSecret, type KeyedHash } from '#platform/sealing.ts'
import { offeredIndexes } from '#records/offered.ts'
import { newStatusCode } from '#records/status-numbers.ts'

/**
 * By what a status names its holder: the code on its paper, and what only that and its holder tell.
 * It comes from what was sent in, in the case that gave the status or in one that replaced its
 * paper.
 */

/** Whom a status names, as the submitted answers name them. */
export type Holder = Named & {
  readonly birthDate: PartialDate
  readonly citizenships: readonly string[]
}

export function holderOf(type: Pick<CaseType, 'blocks'>, answers: Answers): Holder {
  const { birthDate, ...named } = namedIn(type, answers)
  const citizenships = answerMeaning(type, answers, 'citizenships')
  assert(isPartialDate(birthDate) && named.passportNumber !== '', 'who is recognised is known')
  return {
    ...named,
    birthDate,
    citizenships: typeof citizenships === 'string' ? [citizenships] : (citizenships ?? []),
  }
}

/** Their travel document and birth date, as other systems ask about them. */
export function documentedIn(type: Pick<CaseType, 'blocks'>, answers: Answers) {
  const { birthDate, passportNumber: documentNumber } = holderOf(type, answers)
  const issuer = answerMeaning(type, answers, 'document-issuer')
  return { birthDate, documentNumber, documentIssuer: typeof issuer === 'string' ? issuer : '' }
}

/** How much of the passport number a person who checks a status is asked for. */
export const PASSPORT_END_LENGTH = 4

export type Claim = {
  /** The number or the code, as typed. */
  readonly document: string
  readonly birthDate: PartialDate
  readonly passportEnd: string
}

export const codeIndex = (secret: HouseSecret, code: string): KeyedHash =>
  blindIndex(secret, 'status.code', code.replaceAll('-', ''))

export function holderIndex(
  secret: HouseSecret,
  { number, birthDate, passportEnd }: Omit<Claim, 'document'> & { readonly number: string },
): KeyedHash {
  const end = passportEnd.toUpperCase().slice(-PASSPORT_END_LENGTH)
  return blindIndex(secret, 'status.holder', `${number}|${birthDate}|${end}`)
}

export const codePlace = (number: string): string => `status.code_sealed:${number}`

/** Whose paper it is, of which status, and under whose key its code lies. */
type Papered = {
  readonly type: Pick<CaseType, 'blocks'>
  readonly answers: Answers
  readonly number: string
  readonly key: KeyObject
}

/** A new paper of a status, as the database keeps it, with a code that no other had. */
export function paperOf(
  secret: HouseSecret,
  { type, answers, number, key }: Papered,
): Readonly<Record<string, string>> {
  const code = newStatusCode()
  const { birthDate, passportNumber } = holderOf(type, answers)
  const columns = {
    code_index: codeIndex(secret, code),
    holder_index: holderIndex(secret, { number, birthDate, passportEnd: passportNumber }),
    ...offeredIndexes(secret, { number, ...documentedIn(type, answers) }),
    code_sealed: seal(key, { place: codePlace(number), plain: code }),
  }
  return Object.fromEntries(
    Object.entries(columns).map(([column, bytes]) => [column, bytes.toString('base64')]),
  )
}
