import type { IsoDate } from '#core/dated.ts'

/** Parts of a whole: qapik of the manat. */
export const HUNDRED = 100

/** What was paid, or paid back. */
export type Moved = {
  readonly kind: 'payment' | 'refund'
  /** In hundredths of the currency. */
  readonly hundredths: number
  readonly currency: string
}

/** What was asked for one decision about one person, as far as their account has it. */
export type InvoiceIn = {
  /** The price of what was given, in whole units of the currency. */
  readonly amount: number
  readonly currency: string
  /** Of that, in hundredths, what was paid for a decision before and counts for this one. */
  readonly credited: number
  readonly state: 'open' | 'paid' | 'recorded' | 'withdrawn'
  /** What an official was shown a receipt for, in hundredths. */
  readonly onPaper: number
  /** Whether its decision does; while it is decided anew nobody knows what will be owed. */
  readonly stands: 'holds' | 'anew' | 'gone'
  readonly payments: readonly Moved[]
  /** What the Service pays back itself, in this currency: of paper, or refused by the portal. */
  readonly byHand: readonly ByHand[]
}

/** Paid back by hand, once an official has recorded on which day. */
type ByHand = { readonly hundredths: number; readonly on: IsoDate | null }

/** How somebody stands with what one case costs them, in hundredths of its currency. */
export type Account = {
  readonly currency: string
  /** For the decision that holds. */
  readonly owed: number
  /** For whichever decision of the case, less what was paid back. */
  readonly paid: number
  /** What is still to be paid. */
  readonly rest: number
  /** What was paid beyond what is owed, and is theirs. */
  readonly tooMuch: number
  /** It is decided anew: what was paid counts then, and until then nothing is owed or too much. */
  readonly isAnew: boolean
}

/**
 * What one person owes for one case, and what they paid beyond that, from all that was asked for
 * and paid: whatever was paid for a decision that does not hold counts for the one that does. What
 * came in another currency counts for nothing and is looked at by itself.
 */
export function accountOf(invoices: readonly [InvoiceIn, ...InvoiceIn[]]): Account {
  const [{ currency }] = invoices
  const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0)
  const owed = sum(invoices.filter(isOwed).map(({ amount }) => amount * HUNDRED))
  const moved = invoices.flatMap((each) => [each.onPaper, paidIn(each.payments, currency)])
  const handed = invoices.flatMap(({ byHand }) => byHand).filter(({ on }) => on !== null)
  const paid = sum(moved) - sum(handed.map((each) => each.hundredths))
  const isAnew = invoices.some(({ stands }) => stands === 'anew')
  return {
    currency,
    owed,
    paid,
    rest: isAnew ? 0 : Math.max(0, owed - paid),
    tooMuch: isAnew ? 0 : Math.max(0, paid - owed),
    isAnew,
  }
}

/** Something is owed, and all of it is paid. */
export const isSettled = ({ owed, rest, isAnew }: Account): boolean =>
  owed > 0 && rest === 0 && !isAnew

/** It is, or was and is paid: an official may have said that it is not paid at all. */
const isOwed = ({ stands, state, onPaper }: InvoiceIn): boolean =>
  stands === 'holds' && (state === 'open' || state === 'paid' || onPaper > 0)

/** In this currency, less what was paid back. */
const paidIn = (payments: InvoiceIn['payments'], currency: string): number =>
  payments
    .filter((each) => each.currency === currency)
    .reduce((sum, { kind, hundredths }) => sum + (kind === 'refund' ? -hundredths : hundredths), 0)

/** A payment, and what was asked to be paid back of it. */
export type PaidIn = Moved & {
  readonly id: string
  readonly back: readonly { readonly hundredths: number; readonly done: boolean }[]
}

/** What is being paid back to somebody, and what still can be, in hundredths. */
export type PayingBack = {
  /** It was asked for, and nobody said that it was done. */
  readonly waiting: number
  /** Of that, what no portal pays back, since it was paid on paper. */
  readonly byHand: number
  /** Of what is too much, that for which nobody asked yet. */
  readonly left: number
  /** As much of that as the portal can pay back, by the payments that it has. */
  readonly parts: readonly { readonly payment: string; readonly hundredths: number }[]
}

/** Of what one person paid for one case, by its last payments, and by none more than it was. */
export function payingBackOf(
  invoices: readonly [InvoiceOf, ...InvoiceOf[]],
  { tooMuch, currency }: Pick<Account, 'tooMuch' | 'currency'> = accountOf(invoices),
): PayingBack {
  const payments = invoices
    .flatMap((each) => each.payments)
    .filter((each) => each.kind === 'payment' && each.currency === currency)
  const asked = payments
    .flatMap(({ back }) => back)
    .reduce((sum, { done, hundredths }) => sum + (done ? 0 : hundredths), 0)
  const byHand = invoices
    .flatMap((each) => each.byHand)
    .reduce((sum, { on, hundredths }) => sum + (on === null ? hundredths : 0), 0)
  const waiting = asked + byHand
  const left = Math.max(0, tooMuch - waiting)
  return { waiting, byHand, left, parts: partsOf(payments, left) }
}

type InvoiceOf = InvoiceIn & { readonly payments: readonly PaidIn[] }

/** So much of these payments. */
export function partsOf(payments: readonly PaidIn[], hundredths: number): PayingBack['parts'] {
  let left = hundredths
  return payments.toReversed().flatMap(({ id, back, hundredths: all }) => {
    const asked = back.reduce((sum, each) => sum + each.hundredths, 0)
    const some = Math.min(left, all - asked)
    if (some <= 0) return []
    left -= some
    return [{ payment: id, hundredths: some }]
  })
}
