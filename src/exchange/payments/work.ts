import { differences } from '#core/cases/paying.ts'
import { dayInBaku, type IsoDate, type IsoMoment } from '#core/dated.ts'
import type { PaymentPortal } from '#exchange/payments/portal.ts'
import { readSigned, type Believing } from '#exchange/payments/signed.ts'
import { again } from '#platform/again.ts'
import { later } from '#platform/calendar.ts'
import type { Database } from '#platform/database.ts'
import type { Log } from '#platform/log.ts'
import {
  daysToReconcile,
  notePayment,
  noteReconciliation,
  paymentsOfDay,
  settleInvoice,
  settleRepayment,
  takeInvoices,
  takeRepayments,
  type InvoiceToTell,
  type RepaymentToAsk,
  type SaidPayment,
} from '#records/payment-log.ts'

/** What the exchange needs to speak with the portal of payments. */
export type Paying = Believing & {
  readonly db: Database
  readonly portal: PaymentPortal
  readonly now: (db: Database) => Promise<IsoMoment>
  readonly log: Log
}

const TELL_EVERY_MS = 2000
const RECONCILE_EVERY_MS = 15 * 60_000
const AT_ONCE = 10
const LEASE_SECONDS = 60
const FIRST_WAIT_MS = 5000
const LONGEST_WAIT_MS = 15 * 60_000

/** Tells the portal what is owed and holds its days against ours, until it is stopped. */
export function startPaying(paying: Paying): { readonly stop: () => Promise<void> } {
  const telling = again(TELL_EVERY_MS, paying.log, () => tellDue(paying))
  const reconciling = again(RECONCILE_EVERY_MS, paying.log, () => reconcileDue(paying))
  return {
    stop: async () => {
      await Promise.all([telling.stop(), reconciling.stop()])
    },
  }
}

/**
 * Tells it everything that is due now, asks it to pay back what is, and comes back; how many of
 * these it has.
 */
export async function tellDue(paying: Paying): Promise<number> {
  let told = 0
  for (;;) {
    const at = await paying.now(paying.db)
    const taking = { at, places: AT_ONCE, leaseSeconds: LEASE_SECONDS }
    const due = await takeInvoices(paying.db, taking)
    const back = await takeRepayments(paying.db, taking)
    if (due.length + back.length === 0) return told
    const settled = await Promise.all([
      ...due.map((invoice) => tell(paying, invoice, at)),
      ...back.map((repayment) => askBack(paying, repayment, at)),
    ])
    told += settled.filter(Boolean).length
  }
}

async function askBack(
  { db, portal, log }: Paying,
  repayment: RepaymentToAsk,
  at: IsoMoment,
): Promise<boolean> {
  const { id, tries } = repayment
  const asked = await portal.payBack(repayment)
  if (asked.ok) await settleRepayment(db, id, {})
  else {
    const { code } = asked
    const next = { next_at: waitedFor(tries, at), given_up: tries + 1 >= triesFor(code) }
    await settleRepayment(db, id, { code, ...next })
  }
  if (!asked.ok) log.warn('the portal of payments was not asked to pay back', { code: asked.code })
  return asked.ok
}

async function tell(
  { db, portal, log }: Paying,
  invoice: InvoiceToTell,
  at: IsoMoment,
): Promise<boolean> {
  const { id, tries } = invoice
  const said = await (invoice.state === 'open' ? owed : notOwed)(portal, invoice)
  if (said.ok) {
    await settleInvoice(db, id, said.told)
    return true
  }
  const { code } = said
  const isLast = isRefusal(code) && tries + 1 >= REFUSALS_MAX
  await settleInvoice(db, id, { code, next_at: waitedFor(tries, at), given_up: isLast })
  log.warn('the portal of payments was not told', { code })
  return false
}

async function owed(portal: PaymentPortal, invoice: InvoiceToTell) {
  const said = await portal.open(invoice)
  return said.ok ? { ok: true as const, told: { told: 'open', ...said.answer } as const } : said
}

async function notOwed(portal: PaymentPortal, invoice: InvoiceToTell) {
  const said = await portal.withdraw(invoice)
  return said.ok ? { ok: true as const, told: { told: 'withdrawn' } as const } : said
}

/** It has answered, and not by what was asked; that it does not answer is about no invoice. */
const isRefusal = (code: string): boolean => REFUSED.test(code) || code === 'unintelligible'

const REFUSED = /^4\d\d$/
/** For some twenty minutes. */
const REFUSALS_MAX = 8

/**
 * How often it is asked to pay back before an official has it to look at: where it does not answer,
 * for a day.
 */
const triesFor = (code: string): number => (REFUSED.test(code) ? REFUSALS_MAX : 100)

/** Twice as long each time, up to a quarter of an hour. */
const waitedFor = (tries: number, at: IsoMoment): IsoMoment =>
  later(at, Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries, 20), LONGEST_WAIT_MS))

/** Every day that has ended and was not held against the portal's yet. */
export async function reconcileDue(paying: Paying): Promise<number> {
  const today = dayInBaku(await paying.now(paying.db))
  const days = await daysToReconcile(paying.db, today)
  let done = 0
  for (const day of days) if (await reconcile(paying, day)) done += 1
  return done
}

/**
 * What the portal has of a day and we have not is taken as if it had been said, since each bears
 * its signature, and told as a difference all the same: somebody waited for it.
 */
export async function reconcile(paying: Paying, day: IsoDate): Promise<boolean> {
  const { db, portal, log, now } = paying
  const listed = await portal.paidOn(day)
  if (!listed.ok) {
    log.warn('a day of the portal of payments could not be read', { code: listed.code })
    return false
  }
  const there: SaidPayment[] = []
  for (const jws of listed.answer.payments) {
    const read = await readSigned(jws, paying)
    if (!read.ok) {
      log.warn('a day of the portal of payments is not believed', { reason: read.reason })
      return false
    }
    there.push({ ...read.said, cameBy: 'list' })
  }
  const here = await paymentsOfDay(db, day)
  const differing = differences(here, there)
  const at = await now(db)
  for (const said of there) await notePayment(db, said, at)
  await noteReconciliation(db, day, {
    at,
    here: here.length,
    there: there.length,
    differences: differing,
  })
  return true
}
