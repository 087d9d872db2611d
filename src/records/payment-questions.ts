import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
  accountOf,
  partsOf,
  payingBackOf,
  type Account,
  type PayingBack,
} from '#core/cases/account.ts'
import type { Question } from '#core/cases/paying.ts'
import { dayInBaku, isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { json, type Tx } from '#platform/database.ts'
import { accessLeaves, type Doer } from '#records/access.ts'
import { byPerson, invoicesOf, type Invoices } from '#records/invoices.ts'
import type { Keys } from '#records/keys.ts'
import { leafJson } from '#records/ledger.ts'
import { heldKey } from '#records/parties.ts'

/** What an official has to look at in payments, and says what follows. */

export type PaymentQuestion = {
  readonly id: string
  readonly kind: Question
  readonly day: IsoDate
  /** Of a payment: as the portal knows it, and what it was. */
  readonly transaction?: string
  readonly paid?: {
    readonly hundredths: number
    readonly currency: string
    readonly receipt: string
  }
}

/** All that is open about what one person owes for one case; of what nobody owes, each alone. */
export type PaymentLine = {
  readonly questions: readonly [PaymentQuestion, ...PaymentQuestion[]]
  readonly of?: Of
  /** What can be paid back now, by which payments; and of what was paid on paper, by hand. */
  readonly back: Pick<PayingBack, 'parts'> & {
    readonly hundredths: number
    readonly currency: string
    readonly byHand?: { readonly invoice: string; readonly hundredths: number }
  }
}

type Of = {
  readonly caseId: string
  readonly number: string
  readonly invoices: Invoices
  readonly account: Account
  readonly payingBack: PayingBack
}

/** As many as can be looked at; the rest follows when these are done. */
const QUESTIONS_MAX = 100

/** The oldest first. */
export async function openLines(tx: Tx): Promise<readonly PaymentLine[]> {
  const rows = await openRows(tx)
  const cases = [...new Set(rows.flatMap(({ caseId }) => caseId ?? []))]
  const people = byPerson(cases.length === 0 ? [] : await invoicesOf(tx, ...cases))
  const lines = Map.groupBy(rows, ({ id, caseId, party }) =>
    caseId === null ? id : `${caseId} ${party}`,
  )
  return [...lines.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : lineOf([first, ...others], people),
  )
}

type Rows = readonly [OpenRow, ...OpenRow[]]
type OpenRow = Awaited<ReturnType<typeof openRows>>[number]

const openRows = async (tx: Tx) => {
  const { rows } = await sql<{
    readonly id: string
    readonly kind: string
    readonly transaction: string | null
    readonly day: string
    readonly payment: string | null
    readonly paidKind: string | null
    readonly hundredths: number | null
    readonly currency: string | null
    readonly receipt: string | null
    readonly asked: number
    readonly caseId: string | null
    readonly number: string | null
    readonly party: string | null
  }>`
    select question.id, question.kind, question.transaction, question.day, payment.id as payment,
      payment.kind as paid_kind, payment.hundredths, payment.currency, payment.receipt, (
        select coalesce(sum(repayment.hundredths), 0)::integer
        from repayment where repayment.payment = payment.id
      ) as asked, account.case_id, case_file.number, account.party
    from payment_question as question
    left join payment on payment.id = question.payment
    cross join lateral account_of_question(question.id) as account
    left join case_file on case_file.id = account.case_id
    where question.answer is null
    order by question.opened_at, question.id
    limit ${QUESTIONS_MAX}`.execute(tx)
  return rows
}

function lineOf(rows: Rows, people: readonly Invoices[]): PaymentLine {
  const [first, ...others] = rows
  const questions = [questionIn(first), ...others.map(questionIn)] as const
  const invoices = people.find(
    ([{ caseId, party }]) => caseId === first.caseId && party === first.party,
  )
  const { caseId, number } = first
  if (invoices === undefined || caseId === null) return { questions, back: backAlone(rows) }
  const account = accountOf(invoices)
  const payingBack = payingBackOf(invoices, account)
  const alone = backAlone(rows.filter(({ currency }) => currency !== account.currency))
  return {
    questions,
    of: { caseId, number: number ?? '', invoices, account, payingBack },
    back: payingBack.left > 0 ? backOf(invoices, account, payingBack) : alone,
  }
}

/** All that is too much: as much of it as the portal can, and the rest by hand. */
function backOf(
  invoices: Invoices,
  { currency }: Account,
  { left, parts }: PayingBack,
): PaymentLine['back'] {
  const byPortal = parts.reduce((sum, each) => sum + each.hundredths, 0)
  const onPaper = invoices.findLast((each) => each.onPaper > 0)
  const back = { parts, hundredths: left, currency }
  if (left === byPortal || onPaper === undefined) return { ...back, hundredths: byPortal }
  return { ...back, byHand: { invoice: onPaper.id, hundredths: left - byPortal } }
}

/** Of what counts for nothing, all that was paid. */
function backAlone(rows: readonly OpenRow[]): PaymentLine['back'] {
  const row = rows.find(({ paidKind }) => paidKind === 'payment')
  const { payment: id = null, hundredths: all = null, currency = null, asked = 0 } = row ?? {}
  if (id === null || all === null || currency === null) {
    return { parts: [], hundredths: 0, currency: '' }
  }
  const back = [{ hundredths: asked, done: true }]
  const parts = partsOf([{ id, kind: 'payment', hundredths: all, currency, back }], all)
  return { parts, hundredths: parts[0]?.hundredths ?? 0, currency }
}

const questionIn = (row: OpenRow): PaymentQuestion => {
  const { hundredths, currency, receipt, transaction } = row
  return {
    id: row.id,
    kind: kindIn(row.kind),
    day: isoDate(row.day),
    ...(transaction === null ? {} : { transaction }),
    ...(hundredths !== null && currency !== null && receipt !== null
      ? { paid: { hundredths, currency, receipt } }
      : {}),
  }
}

const KINDS: Readonly<Record<Question, true>> = {
  unknown: true,
  currency: true,
  withdrawn: true,
  twice: true,
  'too-little': true,
  'too-much': true,
  late: true,
  refunded: true,
  'refund-differs': true,
  'decided-anew': true,
  'only-here': true,
  'only-there': true,
  otherwise: true,
}

const isKind = (text: string): text is Question => Object.hasOwn(KINDS, text)

function kindIn(text: string): Question {
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
  /** One of those of a line. */
  readonly question: string
  readonly answer: 'nothing' | 'pay-back'
  /** How much whoever answers read that can be paid back, in hundredths. */
  readonly amount: number
  readonly by: Doer
  readonly at: IsoMoment
}

/** What somebody has said already, and the day on which they did. */
export type Answered = {
  readonly answer: 'nothing' | 'pay-back' | 'paid-back'
  readonly by: string
  readonly on: IsoDate
}

/** Taken; answered before; gone, since the rest was paid; or it is another sum by now. */
export type LineAnswered = 'done' | 'gone' | 'sum-changed' | Answered

/**
 * All that is open of a line is answered at once, and what is too much is asked back. Whoever
 * presses twice is told that it is done.
 */
export async function answerLine(
  tx: Tx,
  keys: Keys,
  { question, answer, amount, by, at }: Answering,
): Promise<LineAnswered> {
  const line = (await openLines(tx)).find(({ questions }) =>
    questions.some(({ id }) => id === question),
  )
  if (line === undefined) {
    const before = await answeredBefore(tx, question)
    return before?.by === by.id && before.answer === answer ? 'done' : (before ?? 'gone')
  }
  const { hundredths } = line.back
  if (answer === 'pay-back' && (hundredths === 0 || hundredths !== amount)) return 'sum-changed'
  const key = heldKey(await keys.read({ parties: [by.id] }), { party: by.id })
  const acts = line.questions.map(
    ({ id }) => ({ type: 'payment-looked-at', said: { question: id, answer } }) as const,
  )
  const leaves = accessLeaves(key, { partyId: by.id, by, at, acts })
  const answers = line.questions.map(({ id }, index) => {
    const leaf = leaves[index]
    return { question: id, answer, at, leaf: leaf && leafJson(leaf) }
  })
  const { parts, byHand } = line.back
  const all = answer === 'pay-back' ? [...parts, ...(byHand ? [byHand] : [])] : []
  const repayments = all.map((each) => ({ ...each, id: randomUUID(), at }))
  const { rows } = await sql<{ done: boolean }>`
    select answer_payment_questions(${json(answers)}, ${json(repayments)}) as done`.execute(tx)
  return rows[0]?.done === true ? 'done' : ((await answeredBefore(tx, question)) ?? 'gone')
}

async function answeredBefore(tx: Tx, question: string): Promise<Answered | undefined> {
  const row = await tx
    .selectFrom('paymentQuestion')
    .select(['answer', 'answeredBy', 'answeredAt'])
    .where('id', '=', question)
    .executeTakeFirst()
  const { answer, answeredBy: by, answeredAt: at } = row ?? { answer: null }
  if (answer === null || !by || !at) return undefined
  const said = answer === 'pay-back' ? answer : 'nothing'
  return { answer: said, by, on: dayInBaku(isoMoment(at)) }
}
