import { sql } from 'kysely'
import { isPaidBackOn } from '#core/cases/paying.ts'
import { dayInBaku, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { json, type Tx } from '#platform/database.ts'
import { accessLeaves, type Doer } from '#records/access.ts'
import type { House } from '#records/house.ts'
import { invoicesOf } from '#records/invoices.ts'
import { leafJson } from '#records/ledger.ts'
import { moneyLetter } from '#records/money-letters.ts'
import { heldKey } from '#records/parties.ts'
import type { Answered } from '#records/payment-questions.ts'
import { readCase, unlessErased } from '#records/read-case.ts'

/** What is to be paid back and no portal does: on paper it was paid, or the portal refuses. */

export type RepaymentWaiting = {
  readonly id: string
  readonly hundredths: number
  readonly currency: string
  /** The day on which it was decided; it cannot have been paid back before. */
  readonly decidedOn: IsoDate
  /** Of whom and in which case; nobody's where it was paid for no invoice of ours. */
  readonly of?: { readonly caseId: string; readonly number: string; readonly party: string }
  /** Where the portal was asked: how often, what it said last, and by which receipt it was paid. */
  readonly asked?: { readonly tries: number; readonly code: string; readonly receipt: string }
}

/** As many as can be looked at; the rest follows when these are done. */
const WAITING_MAX = 100

/** The oldest first. */
export async function repaymentsWaiting(tx: Tx): Promise<readonly RepaymentWaiting[]> {
  const { rows } = await sql<Row>`
    select repayment.id, repayment.hundredths, repayment.currency, repayment.decided_at,
      repayment.tries, repayment.code, payment.receipt, invoice.case_id, invoice.party,
      case_file.number
    from repayment
    left join payment on payment.id = repayment.payment
    left join invoice on invoice.id = coalesce(repayment.invoice, payment.invoice)
    left join case_file on case_file.id = invoice.case_id
    where repayment.done_by is null and repayment.done_on is null
      and (repayment.invoice is not null or repayment.given_up)
    order by repayment.decided_at, repayment.id
    limit ${WAITING_MAX}`.execute(tx)
  return rows.map((row) => {
    const { id, hundredths, currency, tries, receipt, caseId, party } = row
    return {
      id,
      hundredths,
      currency,
      decidedOn: dayInBaku(isoMoment(row.decidedAt)),
      ...(caseId === null || party === null
        ? {}
        : { of: { caseId, number: row.number ?? '', party } }),
      ...(receipt === null ? {} : { asked: { tries, code: row.code ?? '', receipt } }),
    }
  })
}

type Row = {
  readonly id: string
  readonly hundredths: number
  readonly currency: string
  readonly decidedAt: string
  readonly tries: number
  readonly code: string | null
  readonly receipt: string | null
  readonly caseId: string | null
  readonly party: string | null
  readonly number: string | null
}

/** The portal is asked once more; whoever presses twice is told that it is. */
export async function askBackAgain(
  tx: Tx,
  id: string,
  at: IsoMoment,
): Promise<'done' | 'gone' | Answered> {
  const { rows } = await sql<{ done: boolean }>`
    select ask_back_again(${id}::uuid, ${at}::timestamptz) as done`.execute(tx)
  if (rows[0]?.done === true) return 'done'
  const isAsked = await tx
    .selectFrom('repayment')
    .select('id')
    .where('id', '=', id)
    .where('payment', 'is not', null)
    .where('givenUp', '=', false)
    .where('doneBy', 'is', null)
    .where('doneOn', 'is', null)
    .executeTakeFirst()
  return isAsked ? 'done' : ((await recordedBefore(tx, id)) ?? 'gone')
}

/** By whom it was recorded already that it was paid back by hand. */
async function recordedBefore(tx: Tx, id: string): Promise<Answered | undefined> {
  const row = await tx
    .selectFrom('repayment')
    .select(['recordedBy', 'recordedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  const { recordedBy: by, recordedAt: at } = row ?? {}
  if (!by || !at) return undefined
  return { answer: 'paid-back', by, on: dayInBaku(isoMoment(at)) }
}

type Recording = {
  readonly id: string
  readonly on: IsoDate | undefined
  readonly by: Doer
  readonly at: IsoMoment
}

/**
 * It was paid back by hand, all that was decided and on that day; whoever paid is written to.
 * Whoever presses twice is told that it is done, and who was faster is told to whoever was not.
 */
export async function recordPaidBack(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { id, on, by, at }: Recording,
): Promise<'done' | 'gone' | 'day-impossible' | Answered> {
  const waiting = (await repaymentsWaiting(tx)).find((each) => each.id === id)
  if (waiting === undefined) {
    const before = await recordedBefore(tx, id)
    return before?.by === by.id ? 'done' : (before ?? 'gone')
  }
  const { decidedOn, of } = waiting
  if (on === undefined || !isPaidBackOn(on, { decidedOn, today: dayInBaku(at) })) {
    return 'day-impossible'
  }
  const key = heldKey(await keys.read({ parties: [by.id] }), { party: by.id })
  const act = { type: 'paid-back-by-hand', row: id, said: { done_on: on } } as const
  const [leaf] = accessLeaves(key, { partyId: by.id, by, at, acts: [act] })
  const letter = of && (await letterOf(tx, { keys, policy }, { of, sum: waiting, now: at }))
  const said = { on, at, leaf: leaf && leafJson(leaf), letters: letter ? [letter] : [] }
  const { rows } = await sql<{ done: boolean }>`
    select record_paid_back(${id}::uuid, ${json(said)}) as done`.execute(tx)
  return rows[0]?.done === true ? 'done' : 'gone'
}

type Of = NonNullable<RepaymentWaiting['of']>

async function letterOf(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { of, sum, now }: { readonly of: Of; readonly sum: RepaymentWaiting; readonly now: IsoMoment },
) {
  const held = await readCase(tx, keys, of.caseId).catch(unlessErased)
  const asked = await invoicesOf(tx, of.caseId)
  const payer = asked.findLast(({ party }) => party === of.party)?.payer
  if (held === undefined || payer === undefined) return undefined
  const { party } = of
  return moneyLetter({ held, policy, now }, { on: 'paid-back', sum, party, payer })
}
