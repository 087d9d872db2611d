import { sql } from 'kysely'
import type { Booked, Difference } from '#core/cases/paying.ts'
import { isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { json, type Database } from '#platform/database.ts'

/**
 * What the exchange reads and writes of payments. Each is a statement of its own and holds at once:
 * the portal is told what is owed, and what it says was paid is noted before it is answered.
 */

/** Of what the portal is to be told: that it is owed, or that it is not any more. */
export type InvoiceToTell = {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly tariff: string
  /** Of the currency, without what counts already. */
  readonly hundredths: number
  readonly currency: string
  readonly dueOn: string
  readonly tries: number
}

export async function takeInvoices(
  db: Database,
  { at, places, leaseSeconds }: { at: IsoMoment; places: number; leaseSeconds: number },
): Promise<readonly InvoiceToTell[]> {
  const { rows } = await sql<InvoiceToTell>`
    select * from take_invoices(${at}, ${places}, ${leaseSeconds})`.execute(db)
  return rows
}

/**
 * What it was told, and where it is paid there; or why it was not, and when it is told again,
 * unless an official looks first.
 */
export type ToldOf =
  | { readonly told: 'open'; readonly url: string }
  | { readonly told: 'withdrawn' }
  | { readonly code: string; readonly next_at: IsoMoment; readonly given_up: boolean }

export async function settleInvoice(db: Database, id: string, told: ToldOf): Promise<void> {
  await sql`select settle_invoice(${id}::uuid, ${json(told)})`.execute(db)
}

/** Of what the portal is to be asked to pay back: which payment, as it knows it, and how much. */
export type RepaymentToAsk = {
  readonly id: string
  readonly transaction: string
  readonly hundredths: number
  readonly currency: string
  readonly tries: number
}

export async function takeRepayments(
  db: Database,
  { at, places, leaseSeconds }: { at: IsoMoment; places: number; leaseSeconds: number },
): Promise<readonly RepaymentToAsk[]> {
  const { rows } = await sql<RepaymentToAsk>`
    select * from take_repayments(${at}, ${places}, ${leaseSeconds})`.execute(db)
  return rows
}

/** It was asked, or why it was not, and when it is asked again, unless an official looks first. */
export async function settleRepayment(
  db: Database,
  id: string,
  settled: {
    readonly code?: string
    readonly next_at?: IsoMoment
    readonly given_up?: boolean
  },
): Promise<void> {
  await sql`select settle_repayment(${id}::uuid, ${json(settled)})`.execute(db)
}

/** A payment as the portal has signed it. */
export type SaidPayment = Booked & {
  readonly invoice: string
  readonly paidAt: IsoMoment
  readonly receipt: string
  readonly sha256: string
  readonly cameBy: 'notice' | 'list'
  /** By which request of ours it says that it was paid back. */
  readonly refund?: string | undefined
}

/** False where it was known: what is said twice counts once. */
export async function notePayment(
  db: Database,
  { invoice, paidAt, cameBy, ...said }: SaidPayment,
  at: IsoMoment,
): Promise<boolean> {
  const row = { ...said, invoice_number: invoice, paid_at: paidAt, came_by: cameBy, noted_at: at }
  const { rows } = await sql<{ isNew: boolean }>`
    select note_payment(${json(row)}) as is_new`.execute(db)
  return rows[0]?.isNew === true
}

export async function paymentsOfDay(db: Database, day: IsoDate): Promise<readonly Booked[]> {
  const { rows } = await sql<Booked>`select * from payments_of_day(${day}::date)`.execute(db)
  return rows
}

/** Days that ended and were not held against the portal's yet. */
export async function daysToReconcile(db: Database, today: IsoDate): Promise<readonly IsoDate[]> {
  const { rows } = await sql<{ day: string }>`
    select day::text from days_to_reconcile(${today}::date) as day`.execute(db)
  return rows.map(({ day }) => isoDate(day))
}

export type Reconciled = {
  readonly at: IsoMoment
  readonly here: number
  readonly there: number
  readonly differences: readonly Difference[]
}

export async function noteReconciliation(
  db: Database,
  day: IsoDate,
  result: Reconciled,
): Promise<void> {
  await sql`select note_reconciliation(${day}::date, ${json(result)})`.execute(db)
}
