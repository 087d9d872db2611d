import { randomBytes, type KeyObject } from 'node:crypto'
import type { Answers, Value } from '#core/answers/answers.ts'
import { assert } from '#core/assert.ts'
import { isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { plainDashes } from '#core/facts/digits.ts'
import { machineName } from '#core/facts/name.ts'
import { isPartialDate, type PartialDate } from '#core/facts/partial-date.ts'
import type { Actor, Application, CaseEvent } from '#core/lifecycle/application.ts'
import type { ApplicationType } from '#core/policy/application-type.ts'
import { answerInPassport, answerMeaning } from '#core/answers/asked.ts'
import type { Meaning } from '#core/policy/meanings.ts'
import type { Tx } from '#platform/database.ts'
import {
  blindIndex,
  openText,
  sameBytes,
  seal,
  type KeyedHash,
  type HouseSecret,
} from '#platform/sealing.ts'
import type { Noted } from '#records/case-rows.ts'
import { enterLeaf, newEntryId } from '#records/ledger.ts'

/**
 * The documents of recognised people. Whoever checks one shows that they have it before them:
 * its number or code, with what only the paper and its holder tell. Neither can be read from here.
 */
const STATUS_STATES = ['valid', 'annulled', 'expired', 'holder-deceased'] as const
type StatusState = (typeof STATUS_STATES)[number]

export type StatusDocument = {
  readonly number: string
  readonly code: string
  readonly field: string
  readonly validFrom: IsoDate
  readonly validUntil: IsoDate
  readonly state: StatusState
  readonly issuedAt: IsoMoment
}

/** Crockford's digits: no I, L, O or U, so that a code read off paper has one meaning. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_BITS = 128
const CODE_LENGTH = Math.ceil(CODE_BITS / 5)

/** A new code: 128 random bits in groups that can be typed. */
export function newStatusCode(): string {
  let rest = BigInt(`0x${randomBytes(CODE_BITS / 8).toString('hex')}`)
  let digits = ''
  for (let place = 0; place < CODE_LENGTH; place += 1) {
    digits = `${DIGITS[Number(rest % 32n)] ?? ''}${digits}`
    rest /= 32n
  }
  return digits.replace(/^(.{5})(.{5})(.{5})(.{5})(.{6})$/, '$1-$2-$3-$4-$5')
}

/** The code as it was given out, from one typed in any of the ways that a person may read it. */
export function readStatusCode(typed: string): string | undefined {
  const digits = typed
    .replace(/[\s\-‐‑–]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const known = Array.from(digits).every((digit) => DIGITS.includes(digit))
  return known && digits.length === CODE_LENGTH ? digits : undefined
}

/** HQM-2026-000123 gives HQM-S-2026-000123: one status for one application. */
export const statusNumber = (applicationNumber: string): string =>
  applicationNumber.replace(/-(?=\d{4}-\d+$)/, '-S-')

/** The number in the one form in which it is kept. */
export const readStatusNumber = (typed: string): string =>
  plainDashes(typed).replace(/\s/g, '').toUpperCase()

/** Whom a status names, as the submitted answers name them. */
export type Holder = {
  readonly surname: string
  readonly givenNames: string
  /** As at the foot of the passport; absent where no table gives the letters. */
  readonly machineName?: string
  /** As far as the travel document knows it. */
  readonly birthDate: PartialDate
  readonly citizenships: readonly string[]
  readonly passportNumber: string
}

export function holderOf(type: Pick<ApplicationType, 'blocks'>, answers: Answers): Holder {
  const text = (value: Value | undefined) => (typeof value === 'string' ? value : '')
  const told = (meaning: Meaning) => text(answerMeaning(type, answers, meaning))
  const inPassport = (meaning: Meaning) => text(answerInPassport(type, answers, meaning))
  const [surname, givenNames] = [told('surname'), told('given-names')]
  const [birthDate, passportNumber] = [told('birth-date'), told('document-number')]
  assert(isPartialDate(birthDate) && passportNumber !== '', 'who is recognised is known')
  const citizenships = answerMeaning(type, answers, 'citizenships')
  const machine = machineName({
    surname,
    given: givenNames,
    inPassport: [inPassport('surname'), inPassport('given-names')],
  })?.replace(/<+$/, '')
  return {
    surname,
    givenNames,
    birthDate,
    passportNumber,
    citizenships: typeof citizenships === 'string' ? [citizenships] : (citizenships ?? []),
    ...(machine === undefined ? {} : { machineName: machine }),
  }
}

/** How much of the passport number a person who checks a status is asked for. */
export const PASSPORT_END_LENGTH = 4

type Issuing = {
  readonly type: ApplicationType
  readonly application: Application
  readonly decision: string
  readonly answers: Answers
  readonly recordHash: string
  readonly validUntil: IsoDate
  readonly partyId: string
  readonly key: KeyObject
  readonly by: Actor
  readonly at: IsoMoment
  readonly on: IsoDate
}

/** The row and its leaf, in the transaction that signs the decision. */
export async function issueStatus(tx: Tx, secret: HouseSecret, issuing: Issuing): Promise<string> {
  const { application, type, partyId, key, validUntil, at, on } = issuing
  assert(application.number !== undefined, 'a decided application has a number')
  const number = statusNumber(application.number)
  const code = newStatusCode()
  const { birthDate, passportNumber } = holderOf(type, issuing.answers)
  const field = application.field ?? ''
  await tx
    .insertInto('status')
    .values({
      number,
      kind: type.code,
      holder: partyId,
      caseId: application.id,
      givenBy: issuing.decision,
      codeIndex: codeIndex(secret, code),
      holderIndex: holderIndex(secret, { number, birthDate, passportEnd: passportNumber }),
      codeSealed: seal(key, { place: codePlace(number), plain: code }),
      field,
      fromOn: on,
      untilOn: validUntil,
      state: IN_FORCE,
      issuedAt: at,
    })
    .execute()
  await enterIssued(tx, issuing, { number, field })
  return number
}

async function enterIssued(
  tx: Tx,
  { application, partyId, recordHash, validUntil, key, by, at, on }: Issuing,
  { number, field }: { readonly number: string; readonly field: string },
): Promise<void> {
  const id = newEntryId()
  const payload = {
    id,
    number,
    application: application.id,
    valid_from: on,
    valid_until: validUntil,
    field,
    record: recordHash,
  }
  await enterLeaf(
    tx,
    {
      id,
      kind: 'document',
      type: 'status-issued',
      at,
      caseId: application.id,
      subjectId: partyId,
      actorId: by.id,
      role: 'signer',
      body: by.body ?? null,
      policy: application.ruleSet ?? null,
      payload,
    },
    key,
  )
}

const IN_FORCE = 'in-force'

/** What an event makes of a status; every other event leaves it as it is. */
const ENDINGS: Readonly<Partial<Record<CaseEvent['type'], StatusState>>> = {
  'status-annulled': 'annulled',
  'status-expired': 'expired',
  'holder-death-confirmed': 'holder-deceased',
}

/** The document goes the way of the case, in the same transaction. */
export async function followStatus(
  tx: Tx,
  after: Application,
  events: readonly Noted[],
): Promise<void> {
  for (const { id, event } of events) {
    const endedAs = ENDINGS[event.type]
    if (endedAs === undefined) continue
    await tx
      .updateTable('status')
      .set({ state: 'ended', endedAs, endedBy: id })
      .where('caseId', '=', after.id)
      .execute()
  }
}

/** The status of an application, with the code that its holder may print. */
export async function statusOf(
  tx: Tx,
  caseId: string,
  key: KeyObject,
): Promise<StatusDocument | undefined> {
  const row = await tx
    .selectFrom('status')
    .selectAll()
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  if (!row) return undefined
  const state = STATUS_STATES.find((each) => each === (row.endedAs ?? 'valid'))
  assert(state !== undefined, `the state of ${row.number} is known`)
  return {
    number: row.number,
    code: openText(key, { place: codePlace(row.number), sealed: row.codeSealed }),
    field: row.field,
    validFrom: isoDate(row.fromOn),
    validUntil: isoDate(row.untilOn),
    state,
    issuedAt: isoMoment(row.issuedAt),
  }
}

export type Claim = {
  /** The number or the code, as typed. */
  readonly document: string
  readonly birthDate: PartialDate
  readonly passportEnd: string
}

type Verified = {
  readonly number: string
  readonly field: string
  /** The hash of the rule set whose words name the field. */
  readonly ruleSet: string
  readonly validUntil: IsoDate
}

/**
 * A status that is valid on that day and is this holder's. For a wrong number, date or passport
 * and for a status that has ended there is one answer, and it takes the same work.
 */
export async function verifyStatus(
  tx: Tx,
  secret: HouseSecret,
  { claim, on }: { readonly claim: Claim; readonly on: IsoDate },
): Promise<Verified | undefined> {
  const typed = readStatusNumber(claim.document)
  const code = readStatusCode(claim.document) ?? ''
  const row = await tx
    .selectFrom('status')
    .innerJoin('caseFile', 'caseFile.id', 'status.caseId')
    .select([
      'status.number',
      'status.field',
      'status.state',
      'status.fromOn',
      'status.untilOn',
      'status.holderIndex',
      'caseFile.scoringHash',
    ])
    .where((each) =>
      each.or([
        each('status.number', '=', typed),
        each('status.codeIndex', '=', codeIndex(secret, code)),
      ]),
    )
    .executeTakeFirst()
  const number = row?.number ?? typed
  const holder = holderIndex(secret, { ...claim, number })
  const isHolder = sameBytes(holder, row?.holderIndex ?? codeIndex(secret, typed))
  if (!row || !isHolder || row.state !== IN_FORCE) return undefined
  if (on < row.fromOn || on > row.untilOn) return undefined
  const { field, scoringHash, untilOn } = row
  return { number, field, ruleSet: scoringHash ?? '', validUntil: isoDate(untilOn) }
}

const codeIndex = (secret: HouseSecret, code: string): KeyedHash =>
  blindIndex(secret, 'status.code', code.replaceAll('-', ''))

function holderIndex(
  secret: HouseSecret,
  { number, birthDate, passportEnd }: Omit<Claim, 'document'> & { readonly number: string },
): KeyedHash {
  const end = passportEnd.toUpperCase().slice(-PASSPORT_END_LENGTH)
  return blindIndex(secret, 'status.holder', `${number}|${birthDate}|${end}`)
}

const codePlace = (number: string): string => `status.code_sealed:${number}`
