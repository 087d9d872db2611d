import { sql, type RawBuilder } from 'kysely'
import { assert } from '#core/assert.ts'
import { accountOf, HUNDRED, type InvoiceIn } from '#core/cases/account.ts'
import { isAwaited } from '#core/cases/asked.ts'
import { termCounted } from '#core/cases/counting.ts'
import { invoicedIn } from '#core/cases/duty.ts'
import { askOf } from '#core/cases/life.ts'
import type { Question } from '#core/cases/paying.ts'
import { placeIn } from '#core/cases/places.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { isoDate, type IsoDate } from '#core/dated.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import { json, type Tx } from '#platform/database.ts'
import { lawOf } from '#records/case-rows.ts'
import type { Happened, Taking } from '#records/cases.ts'
import { partIn, type Case } from '#records/read-case.ts'

/** What is owed for decisions, and what was paid. */

type Leaving = { readonly held: Case; readonly happened: Happened; readonly taking: Taking }

/**
 * What is owed for what a step has just decided; nothing where no price is known. What was paid for
 * an earlier decision about the same person counts for it.
 */
export async function leaveInvoices(
  tx: Tx,
  { held, happened: { after, event }, taking }: Leaving,
): Promise<void> {
  const law = lawOf(taking)
  const decidedNow = event.event.kind === 'decide' ? event.event.decisions : []
  const owed = invoicedIn(after, law, (subject) => {
    const { standing } = partIn(held, subject)
    return lastFiled(standing)?.answers ?? {}
  }).filter(({ subject }) => decidedNow.some((each) => each.subject === subject))
  if (owed.length === 0) return
  const task = after.tasks.find((each) => each.kind === 'payment' && isAwaited(each))
  const ask = task && askOf(law.type, task.step)
  assert(ask !== undefined, 'what is owed is asked for')
  const due = dayOf(termCounted(ask.clock, after, law), taking.calendars)
  const paid = await paidBefore(tx, held.standing.id)
  const rows = owed.map(({ subject: party, upTo, ...price }) => ({
    ...price,
    party,
    up_to: upTo,
    step: ask.step,
    due_on: due,
    ...placeIn(held, law.type, party),
    credited: Math.min(price.amount * HUNDRED, paid(party)),
  }))
  await sql`select leave_invoices(${event.id}::uuid, ${json(rows)})`.execute(tx)
}

/** What each of a case has paid in it, for whichever decision; in hundredths. */
async function paidBefore(tx: Tx, caseId: string): Promise<(party: string) => number> {
  const invoices = await invoicesOf(tx, caseId)
  return (party) => {
    const [first, ...others] = invoices.filter((each) => each.party === party)
    return first === undefined ? 0 : accountOf([first, ...others]).paid
  }
}

/** What somebody owes or has paid for one decision. */
export type Invoice = {
  readonly id: string
  readonly caseId: string
  readonly number: string
  readonly party: string
  readonly payer: string
  readonly tariff: string
  readonly tier: string
  readonly dueOn: IsoDate
  /** Where it can be paid by now. */
  readonly url?: string
  /** The portal of payments would not take it, and is asked no more. */
  readonly notTaken?: true
  readonly payments: readonly PaymentKept[]
  /** What there was to look at in all that its payer was asked for, and what an official said. */
  readonly looked: readonly Looked[]
} & Omit<InvoiceIn, 'payments'>

/** A payment as it stands, and what an official had to look at in it. */
type PaymentKept = {
  readonly id: string
  readonly kind: 'payment' | 'refund'
  readonly transaction: string
  readonly hundredths: number
  readonly currency: string
  readonly on: IsoDate
  readonly receipt: string
  readonly settles: boolean
  /** What the portal is asked to pay back of it, and what of that it has. */
  readonly back: readonly { readonly hundredths: number; readonly done: boolean }[]
  readonly looked: readonly Looked[]
}

type Looked = {
  readonly kind: Question
  readonly answer: 'nothing' | 'pay-back' | null
}

/** All that was asked of one person in one case, the first first. */
export type Invoices = readonly [Invoice, ...Invoice[]]

/** Of each person by themselves. */
export function byPerson(invoices: readonly Invoice[]): readonly Invoices[] {
  const all = Map.groupBy(invoices, ({ caseId, party }) => `${caseId} ${party}`)
  return [...all.values()].flatMap(([first, ...others]) => (first ? [[first, ...others]] : []))
}

/** Those of cases that whoever acts may read, in the order of their numbers. */
export const invoicesOf = (tx: Tx, ...cases: readonly string[]): Promise<readonly Invoice[]> =>
  invoicesWhere(tx, sql`case_id = any(${cases}::uuid[])`)

/** Those of the case that gave what has that number. */
export const invoicesFor = (tx: Tx, status: string): Promise<readonly Invoice[]> =>
  invoicesWhere(tx, sql`case_id = (select case_id from status where number = ${status})`)

async function invoicesWhere(tx: Tx, those: RawBuilder<unknown>): Promise<readonly Invoice[]> {
  const { rows } = await sql<InvoiceRow>`
    select id, case_id, number, party, payer, tariff, tier, amount, currency, credited, on_paper,
      due_on, state, told, url, given_up, invoice_stands(id) as stands, looked_in(id) as looked, (
      select json_agg(json_build_object(
        'id', id, 'kind', kind, 'transaction', transaction, 'hundredths', hundredths,
        'currency', payment.currency,
        'on', to_char(paid_at at time zone 'Asia/Baku', 'YYYY-MM-DD'),
        'receipt', receipt, 'settles', settles,
        'back', (
          select json_agg(json_build_object(
            'hundredths', back.hundredths,
            'done', done_by is not null or done_on is not null
          ))
          from repayment as back where back.payment = payment.id
        ),
        'looked', (
          select json_agg(json_build_object('kind', question.kind, 'answer', answer))
          from payment_question as question where question.payment = payment.id
        )
      ) order by paid_at, payment.id)
      from payment where payment.invoice = invoice.id
    ) as payments, (
      select json_agg(json_build_object('hundredths', back.hundredths, 'on', done_on)
        order by done_on, back.id)
      from repayment as back left join payment as paid on paid.id = back.payment
      where coalesce(back.invoice, paid.invoice) = invoice.id
        and back.currency = invoice.currency
        and (back.invoice is not null or done_on is not null)
    ) as by_hand
    from invoice where ${those}
    order by issued_at, length(number), number`.execute(tx)
  return rows.map(({ told, url, givenUp, dueOn, payments, byHand, looked: all, ...row }) => ({
    ...row,
    byHand: byHand ?? [],
    looked: all ?? [],
    dueOn: isoDate(dueOn),
    ...(told === 'open' && url !== null && row.state === 'open' ? { url } : {}),
    ...(givenUp && told === null && row.state === 'open' ? { notTaken: true } : {}),
    payments: (payments ?? []).map(({ on, looked, back, ...each }) => ({
      ...each,
      on: isoDate(on),
      back: back ?? [],
      looked: looked ?? [],
    })),
  }))
}

type InvoiceRow = Omit<Invoice, 'dueOn' | 'url' | 'notTaken' | 'payments' | 'looked' | 'byHand'> & {
  readonly givenUp: boolean
  readonly byHand: Invoice['byHand'] | null
  readonly looked: readonly Looked[] | null
  readonly dueOn: string
  readonly told: string | null
  readonly url: string | null
  readonly payments:
    | readonly (Omit<PaymentKept, 'on' | 'looked' | 'back'> & {
        readonly on: string
        readonly back: PaymentKept['back'] | null
        readonly looked: PaymentKept['looked'] | null
      })[]
    | null
}
