import { sql } from 'kysely'
import type { DIFFERENCES, Finding } from '#core/cases/paying.ts'
import { isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { json, type Tx } from '#platform/database.ts'
import { accessLeaves, type Doer } from '#records/access.ts'
import type { Keys } from '#records/keys.ts'
import { leafJson } from '#records/ledger.ts'
import { heldKey } from '#records/parties.ts'

/** What an official has to look at in payments, and says what follows. */

export type PaymentQuestion = {
  readonly id: string
  readonly kind: Finding | (typeof DIFFERENCES)[number]
  readonly transaction: string
  readonly day: IsoDate
  readonly paid?: {
    readonly hundredths: number
    readonly currency: string
    readonly receipt: string
  }
  readonly of?: { readonly id: string; readonly number: string }
}

/** As many as can be looked at; the rest follows when these are done. */
const QUESTIONS_MAX = 100

/** The oldest first. */
export async function openQuestions(tx: Tx): Promise<readonly PaymentQuestion[]> {
  const rows = await tx
    .selectFrom('paymentQuestion as question')
    .leftJoin('payment', 'payment.transaction', 'question.transaction')
    .leftJoin('invoice', 'invoice.id', 'payment.invoice')
    .leftJoin('caseFile', 'caseFile.id', 'invoice.caseId')
    .select(['question.id', 'question.kind', 'question.transaction', 'question.day'])
    .select(['payment.hundredths', 'payment.currency', 'payment.receipt'])
    .select(['caseFile.id as caseId', 'caseFile.number'])
    .where('question.answer', 'is', null)
    .orderBy('question.openedAt')
    .orderBy('question.id')
    .limit(QUESTIONS_MAX)
    .execute()
  return rows.map(({ hundredths, currency, receipt, caseId, number, ...row }) => ({
    ...row,
    kind: kindIn(row.kind),
    day: isoDate(row.day),
    ...(hundredths !== null && currency !== null && receipt !== null
      ? { paid: { hundredths, currency, receipt } }
      : {}),
    ...(caseId !== null && number !== null ? { of: { id: caseId, number } } : {}),
  }))
}

const KINDS: Readonly<Record<PaymentQuestion['kind'], true>> = {
  unknown: true,
  currency: true,
  withdrawn: true,
  twice: true,
  'too-little': true,
  'too-much': true,
  late: true,
  refunded: true,
  'only-here': true,
  'only-there': true,
  otherwise: true,
}

const isKind = (text: string): text is PaymentQuestion['kind'] => Object.hasOwn(KINDS, text)

function kindIn(text: string): PaymentQuestion['kind'] {
  if (!isKind(text)) throw new Error('The database knows a kind of question that nobody does')
  return text
}

export type DayHeld = {
  readonly day: IsoDate
  readonly here: number
  readonly there: number
  readonly differing: number
}

const DAYS_MAX = 14

/** The newest first. */
export async function daysHeld(tx: Tx): Promise<readonly DayHeld[]> {
  const rows = await tx
    .selectFrom('reconciliation')
    .select(['day', 'here', 'there', 'differing'])
    .orderBy('day', 'desc')
    .limit(DAYS_MAX)
    .execute()
  return rows.map((row) => ({ ...row, day: isoDate(row.day) }))
}

type Answering = {
  readonly id: string
  readonly answer: 'nothing' | 'pay-back'
  readonly by: Doer
  readonly at: IsoMoment
}

/** False where somebody was faster. */
export async function answerQuestion(
  tx: Tx,
  keys: Keys,
  { id, answer, by, at }: Answering,
): Promise<boolean> {
  const key = heldKey(await keys.read({ parties: [by.id] }), { party: by.id })
  const acts = [{ type: 'payment-looked-at', said: { question: id, answer } }] as const
  const [leaf] = accessLeaves(key, { partyId: by.id, by, at, acts })
  const { rows } = await sql<{ done: boolean }>`
    select answer_payment_question(
      ${id}::uuid, ${json({ answer, at })}, ${json(leaf && leafJson(leaf))}
    ) as done`.execute(tx)
  return rows[0]?.done === true
}
