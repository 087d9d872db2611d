import type { Account, Moved } from '#core/cases/account.ts'
import type { IsoDate } from '#core/dated.ts'

/** How one person stood with what a case costs them, as far as a payment is judged by it. */
export type Owing = Pick<Account, 'currency' | 'owed' | 'paid' | 'isAnew'> & {
  /** The last day on which it can be paid in time. */
  readonly dueOn: IsoDate
}

/** What the portal of payments says that somebody paid, or was paid back. */
export type PaymentTold = Moved & {
  readonly on: IsoDate
  /** Of a refund that says what it was asked by: what we asked, if we did and it was not done. */
  readonly of?: Omit<Moved, 'kind'> | 'nothing' | undefined
}

/** Whether it can have been paid back by hand on that day: once that was decided, and by today. */
export const isPaidBackOn = (
  on: IsoDate,
  { decidedOn, today }: { readonly decidedOn: IsoDate; readonly today: IsoDate },
): boolean => on >= decidedOn && on <= today

/** What an official has to look at in a payment. */
type Finding =
  | 'unknown'
  | 'currency'
  | 'withdrawn'
  | 'twice'
  | 'too-little'
  | 'too-much'
  | 'late'
  | 'refunded'
  | 'refund-differs'

/** What they look at besides: it was decided anew, and less is owed than was paid. */
export type Question = Finding | 'decided-anew' | Difference['what']

/** What a payment comes to, and what an official has to look at in it. */
export type Judged = {
  /** With this payment all of it is paid. */
  readonly settles: boolean
  readonly findings: readonly Finding[]
}

/**
 * What a payment comes to. Whatever was paid is taken: too little waits for the rest, late settles
 * as well, and what was paid twice or for nothing settles nothing. While it is decided anew it only
 * counts.
 */
export function judged(owing: Owing | undefined, told: PaymentTold): Judged {
  const open = (...findings: readonly Finding[]): Judged => ({ settles: false, findings })
  if (told.kind === 'refund') return open(...findingsOfRefund(owing, told))
  if (owing === undefined) return open('unknown')
  const { owed, currency, dueOn, paid, isAnew } = owing
  if (told.currency !== currency) return open('currency')
  if (isAnew) return open()
  if (owed === 0) return open('withdrawn')
  if (paid >= owed) return open('twice')
  const sum = paid + told.hundredths
  if (sum < owed) return open('too-little')
  const findings: Finding[] = []
  if (sum > owed) findings.push('too-much')
  if (told.on > dueOn) findings.push('late')
  return { settles: true, findings }
}

/** It was not asked for so, or less is left than is owed. */
function findingsOfRefund(
  owing: Owing | undefined,
  { of, hundredths, currency }: PaymentTold,
): readonly Finding[] {
  const isAsked =
    of === undefined ||
    (of !== 'nothing' && of.hundredths === hundredths && of.currency === currency)
  const differs: readonly Finding[] = isAsked ? [] : ['refund-differs']
  if (owing === undefined) return of === undefined ? ['unknown'] : differs
  if (currency !== owing.currency) return of === undefined ? ['currency'] : differs
  const { owed, paid } = owing
  const isShort = paid >= owed && paid - hundredths < owed
  return isShort ? [...differs, 'refunded'] : differs
}

/** A payment as one of two books has it. */
export type Booked = {
  readonly transaction: string
  readonly kind: PaymentTold['kind']
  readonly hundredths: number
  readonly currency: string
}

/** What two books of one day do not have alike. */
export type Difference = {
  readonly transaction: string
  readonly what: 'only-here' | 'only-there' | 'otherwise'
}

/** Every payment that is in one of the books alone, or stands otherwise in the other. */
export function differences(
  here: readonly Booked[],
  there: readonly Booked[],
): readonly Difference[] {
  const ours = new Map(here.map((each) => [each.transaction, each]))
  const theirs = new Map(there.map((each) => [each.transaction, each]))
  const all = [...new Set([...ours.keys(), ...theirs.keys()])]
  return all.flatMap((transaction): readonly Difference[] => {
    const [mine, other] = [ours.get(transaction), theirs.get(transaction)]
    if (other === undefined) return [{ transaction, what: 'only-here' }]
    if (mine === undefined) return [{ transaction, what: 'only-there' }]
    return isAlike(mine, other) ? [] : [{ transaction, what: 'otherwise' }]
  })
}

const isAlike = (mine: Booked, other: Booked): boolean =>
  mine.kind === other.kind &&
  mine.hundredths === other.hundredths &&
  mine.currency === other.currency
