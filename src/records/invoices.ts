import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { isAwaited } from '#core/cases/asked.ts'
import { termCounted } from '#core/cases/counting.ts'
import { invoicedIn } from '#core/cases/duty.ts'
import { askOf } from '#core/cases/life.ts'
import type { Finding } from '#core/cases/paying.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { isoDate, type IsoDate } from '#core/dated.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import { json, type Tx } from '#platform/database.ts'
import { lawOf } from '#records/case-rows.ts'
import type { Happened, Taking } from '#records/cases.ts'
import { partIn, type Case } from '#records/read-case.ts'

/** What is owed for decisions, and what was paid. */

type Leaving = { readonly held: Case; readonly happened: Happened; readonly taking: Taking }

/** What is owed for what a step has just decided; nothing where no price is known. */
export async function leaveInvoices(
  tx: Tx,
  { held, happened: { after, event }, taking }: Leaving,
): Promise<void> {
  const law = lawOf(taking)
  const owed = invoicedIn(after, law, (subject) => {
    const { standing } = partIn(held, subject)
    return lastFiled(standing)?.answers ?? {}
  })
  if (owed.length === 0) return
  const task = after.tasks.find((each) => each.kind === 'payment' && isAwaited(each))
  const ask = task && askOf(law.type, task.step)
  assert(ask !== undefined, 'what is owed is asked for')
  const due = dayOf(termCounted(ask.clock, after, law), taking.calendars)
  const rows = owed.map(({ subject: party, upTo, ...price }) => ({
    ...price,
    party,
    up_to: upTo,
    step: ask.step,
    due_on: due,
  }))
  await sql`select leave_invoices(${event.id}::uuid, ${json(rows)})`.execute(tx)
}

/** What somebody owes or has paid for one decision. */
export type Invoice = {
  readonly id: string
  readonly number: string
  readonly party: string
  readonly payer: string
  readonly tariff: string
  readonly tier: string
  readonly amount: number
  readonly currency: string
  readonly dueOn: IsoDate
  readonly state: 'open' | 'paid' | 'recorded' | 'withdrawn'
  /** Where it can be paid by now. */
  readonly url?: string
  readonly payments: readonly PaymentKept[]
}

/** A payment as it stands, and what an official had to look at in it. */
type PaymentKept = {
  readonly kind: 'payment' | 'refund'
  readonly transaction: string
  readonly hundredths: number
  readonly currency: string
  readonly on: IsoDate
  readonly receipt: string
  readonly settles: boolean
  readonly looked: readonly {
    readonly kind: Finding
    readonly answer: 'nothing' | 'pay-back' | null
  }[]
}

/** Those of a case that whoever acts may read, in the order of their numbers. */
export async function invoicesOf(tx: Tx, caseId: string): Promise<readonly Invoice[]> {
  const { rows } = await sql<InvoiceRow>`
    select id, number, party, payer, tariff, tier, amount, currency, due_on, state, told, url, (
      select json_agg(json_build_object(
        'kind', kind, 'transaction', transaction, 'hundredths', hundredths,
        'currency', payment.currency,
        'on', to_char(paid_at at time zone 'Asia/Baku', 'YYYY-MM-DD'),
        'receipt', receipt, 'settles', settles,
        'looked', (
          select json_agg(json_build_object('kind', question.kind, 'answer', answer))
          from payment_question as question where question.payment = payment.id
        )
      ) order by paid_at, payment.id)
      from payment where payment.invoice = invoice.id
    ) as payments
    from invoice where case_id = ${caseId}::uuid order by length(number), number`.execute(tx)
  return rows.map(({ told, url, dueOn, payments, ...row }) => ({
    ...row,
    dueOn: isoDate(dueOn),
    ...(told === 'open' && url !== null && row.state === 'open' ? { url } : {}),
    payments: (payments ?? []).map(({ on, looked, ...each }) => ({
      ...each,
      on: isoDate(on),
      looked: looked ?? [],
    })),
  }))
}

type InvoiceRow = Omit<Invoice, 'dueOn' | 'url' | 'payments'> & {
  readonly dueOn: string
  readonly told: string | null
  readonly url: string | null
  readonly payments:
    | readonly (Omit<PaymentKept, 'on' | 'looked'> & {
        readonly on: string
        readonly looked: PaymentKept['looked'] | null
      })[]
    | null
}
