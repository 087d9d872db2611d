import type { IsoDate } from '#core/dated.ts'

/** What is owed for one decision about one person, as far as a payment is judged by it. */
export type Owing = {
  /** In whole units of the currency, as tariffs have it. */
  readonly amount: number
  readonly currency: string
  /** The last day on which it can be paid in time. */
  readonly dueOn: IsoDate
  /** Nothing is owed any more: the decision does not hold, or it was paid on paper. */
  readonly isWithdrawn: boolean
  /** What was paid for it before, in hundredths, less what was paid back. */
  readonly before: number
}

/** What the portal of payments says that somebody paid, or was paid back. */
export type PaymentTold = {
  readonly kind: 'payment' | 'refund'
  /** In hundredths of the currency: qapik of the manat. */
  readonly hundredths: number
  readonly currency: string
  readonly on: IsoDate
}

/** What an official has to look at in a payment. */
export type Finding =
  'unknown' | 'currency' | 'withdrawn' | 'twice' | 'too-little' | 'too-much' | 'late' | 'refunded'

/** Of which of these money is to be paid back, if an official says so. */
export const PAYS_BACK: readonly Finding[] = [
  'unknown',
  'currency',
  'withdrawn',
  'twice',
  'too-little',
  'too-much',
]

/** What a payment comes to, and what an official has to look at in it. */
export type Judged = {
  /** With this payment all of it is paid. */
  readonly settles: boolean
  readonly findings: readonly Finding[]
}

const HUNDRED = 100

/**
 * What a payment comes to. Whatever was paid is taken: too little waits for the rest, late settles
 * as well, and what was paid twice or for nothing settles nothing.
 */
export function judged(owing: Owing | undefined, told: PaymentTold): Judged {
  const open = (...findings: readonly Finding[]): Judged => ({ settles: false, findings })
  if (owing === undefined) return open('unknown')
  const { amount, currency, dueOn, isWithdrawn, before } = owing
  const owed = amount * HUNDRED
  if (told.currency !== currency) return open('currency')
  if (told.kind === 'refund') {
    const isShort = !isWithdrawn && before >= owed && before - told.hundredths < owed
    return isShort ? open('refunded') : open()
  }
  if (isWithdrawn) return open('withdrawn')
  if (before >= owed) return open('twice')
  const sum = before + told.hundredths
  if (sum < owed) return open('too-little')
  const findings: Finding[] = []
  if (sum > owed) findings.push('too-much')
  if (told.on > dueOn) findings.push('late')
  return { settles: true, findings }
}

/** A payment as one of two books has it. */
export type Booked = {
  readonly transaction: string
  readonly kind: PaymentTold['kind']
  readonly hundredths: number
  readonly currency: string
}

/** What two books of one day do not have alike. */
export const DIFFERENCES = ['only-here', 'only-there', 'otherwise'] as const
export type Difference = {
  readonly transaction: string
  readonly what: (typeof DIFFERENCES)[number]
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
