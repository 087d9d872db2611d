import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { accountOf, type InvoiceIn, type Moved } from '#core/cases/account.ts'
import { answer } from '#core/cases/answering.ts'
import { awaitedHere } from '#core/cases/counting.ts'
import { askOf } from '#core/cases/life.ts'
import { judged, type Judged, type Owing } from '#core/cases/paying.ts'
import { SYSTEM, type Actor } from '#core/cases/roles.ts'
import type { Standing } from '#core/cases/standing.ts'
import { dayInBaku, isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { json, type Tx } from '#platform/database.ts'
import { contextIn, nowIn, recordStep } from '#records/cases.ts'
import type { House } from '#records/house.ts'
import { leafJson, leafRow, newEntryId } from '#records/ledger.ts'
import { writeOfMoney } from '#records/money-letters.ts'
import { readCase, unlessErased, type Case } from '#records/read-case.ts'

/** What the portal of payments said, on its way from the exchange to the case that it is for. */

/** A page of what was said and is not taken to its case yet. */
export async function notedPayments(tx: Tx, after: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from payments_noted(${after}::uuid) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

type Taken = {
  readonly kind: 'payment' | 'refund'
  readonly transaction: string
  readonly invoiceNumber: string
  readonly hundredths: number
  readonly currency: string
  readonly paidAt: string
  readonly receipt: string
  readonly sha256: string
  /** By which request of ours it says that it was paid back, and what that asks. */
  readonly refund: string | null
  readonly repayment: { readonly hundredths: number; readonly currency: string } | null
} & (Known | { readonly caseId: null })

/** Of an invoice of ours: of whom it is, and all that was asked of them in the case. */
type Known = {
  readonly caseId: string
  readonly party: string
  readonly account: readonly [InvoiceTaken, ...InvoiceTaken[]]
}

type InvoiceTaken = Omit<InvoiceIn, 'payments'> & {
  readonly id: string
  readonly step: string
  readonly payer: string
  readonly dueOn: string
  readonly payments: readonly (Moved & { readonly receipt: string })[]
}

type Taking = { readonly id: string; readonly now: IsoMoment }

/**
 * A payment is judged by all that was asked of whom it is for, and entered in the ledger; once all
 * that one step waits for is paid, the case has its answer. Where the case waits for none any more
 * the payment stands, for an official to look at what is not as it should be. Nothing happens where
 * it was taken meanwhile.
 */
export async function takePayment(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { id, now }: Taking,
): Promise<Standing | undefined> {
  const { rows } = await sql<Taken>`select * from take_payment(${id}::uuid)`.execute(tx)
  const [taken] = rows
  if (!taken) return undefined
  const paidOn = dayInBaku(isoMoment(taken.paidAt))
  const { kind, hundredths, currency, caseId } = taken
  const owing = caseId === null ? undefined : owingIn(taken)
  const of = taken.refund === null ? undefined : (taken.repayment ?? 'nothing')
  const judgement = judged(owing, { kind, hundredths, currency, on: paidOn, of })
  const held = caseId === null ? undefined : await readCase(tx, keys, caseId).catch(unlessErased)
  const leaf = held && caseId !== null ? leafOf({ id, taken, held, now, judgement }) : undefined
  const { rows: left } = await sql<{ open: number }>`
    select judge_payment(${id}::uuid, ${json(judgement)}, ${json(leaf)}) as open`.execute(tx)
  if (!held || caseId === null) return undefined
  await writeOfPayment(tx, { held, policy, now }, { taken, judgement })
  const isAllPaid = judgement.settles && Number(left[0]?.open) === 0
  const { step } = lastIn(taken.account)
  const paid = { step, receipt: taken.receipt, paidOn }
  return isAllPaid ? answered(tx, { held, policy, now }, paid) : undefined
}

/**
 * That it is paid, or paid back; where it is too little, the rest and its last day; and where it is
 * too much, that an official looks at it.
 */
async function writeOfPayment(
  tx: Tx,
  around: Around,
  { taken, judgement }: { readonly taken: Taken & Known; readonly judgement: Judged },
): Promise<void> {
  const { kind, hundredths, currency, account, party } = taken
  const { payer } = lastIn(account)
  const to = { party, payer }
  const sum = { hundredths, currency }
  if (kind === 'refund') {
    await writeOfMoney(tx, around, { ...to, on: 'paid-back', sum })
    return
  }
  const before = accountOf(account)
  if (judgement.settles) {
    const owed = { hundredths: before.owed, currency: before.currency }
    await writeOfMoney(tx, around, { ...to, on: 'duty-paid', sum: owed })
  }
  if (judgement.findings.includes('too-little')) {
    const payBy = isoDate(lastIn(account).dueOn)
    const rest = { hundredths: before.rest - hundredths, currency }
    await writeOfMoney(tx, around, { ...to, on: 'duty-owed', sum: rest, payBy })
  }
  if (!judgement.findings.some((finding) => TOO_MUCH.includes(finding))) return
  const rest = currency === before.currency ? before.rest : 0
  const beyond = { hundredths: hundredths - rest, currency }
  await writeOfMoney(tx, around, { ...to, on: 'paid-too-much', sum: beyond })
}

const TOO_MUCH: Judged['findings'] = ['twice', 'too-much', 'withdrawn', 'currency']

const owingIn = ({ account }: Known): Owing => ({
  ...accountOf(account),
  dueOn: isoDate(lastIn(account).dueOn),
})

/** By which a payment is in time or late. */
const lastIn = (account: Known['account']): InvoiceTaken =>
  account.findLast(({ stands }) => stands === 'holds') ?? account[0]

/** Of whom something was decided since, or was paid before it was asked for; a page of them. */
export async function accountsToLookAt(tx: Tx, after: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from accounts_to_look_at(${after}::uuid) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Whoever pays is written to about what is owed now. Where more is paid than that since it was
 * decided anew, an official has it to look at; where what was paid before is all, the case has
 * its answer.
 */
export async function lookAtAccount(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { id, now }: Taking,
): Promise<Standing | undefined> {
  const { rows } = await sql<Known & { readonly step: string; readonly open: number }>`
    select * from take_account(${id}::uuid)`.execute(tx)
  const [taken] = rows
  if (!taken) return undefined
  const { caseId, account, step, open } = taken
  const held = await readCase(tx, keys, caseId).catch(unlessErased)
  const sums = accountOf(account)
  if (held) await writeOfAccount(tx, { held, policy, now }, { taken, id })
  else if (sums.tooMuch > 0) await noteTooMuch(tx, { id, now })
  if (!held || sums.isAnew || sums.owed === 0 || sums.rest > 0 || open > 0) return undefined
  const receipts = account.flatMap(({ payments }) => payments.map(({ receipt }) => receipt))
  const answer = { step, receipt: receipts.at(-1) ?? '', paidOn: dayInBaku(now) }
  return answered(tx, { held, policy, now }, answer)
}

/** What is to be paid now, or that nothing more is; and that somebody looks at what is too much. */
async function writeOfAccount(
  tx: Tx,
  around: Around,
  { taken: { account, party }, id }: { readonly taken: Known; readonly id: string },
): Promise<void> {
  const { currency, owed, rest, tooMuch, isAnew } = accountOf(account)
  const last = lastIn(account)
  const to = { party, payer: last.payer }
  const sum = (hundredths: number) => ({ hundredths, currency })
  const isNew = last.id === id && !isAnew
  if (isNew && rest > 0 && last.state === 'open') {
    const payBy = isoDate(last.dueOn)
    await writeOfMoney(tx, around, { ...to, on: 'duty-owed', sum: sum(rest), payBy })
  }
  if (isNew && rest === 0 && last.credited > 0) {
    await writeOfMoney(tx, around, { ...to, on: 'duty-paid', sum: sum(owed) })
  }
  if (tooMuch > 0 && (await noteTooMuch(tx, { id, now: around.now }))) {
    await writeOfMoney(tx, around, { ...to, on: 'paid-too-much', sum: sum(tooMuch) })
  }
}

/** Once for each decision made anew; false where it was noted. */
async function noteTooMuch(tx: Tx, { id, now }: Taking): Promise<boolean> {
  const { rows } = await sql<{ isNew: boolean }>`
    select note_too_much(${id}::uuid, ${now}::timestamptz) as is_new`.execute(tx)
  return rows[0]?.isNew === true
}

type Around = { readonly held: Case; readonly now: IsoMoment } & Pick<House, 'policy'>

/** By which step it is answered, what the payer was given, and on which day it was paid. */
type Paid = { readonly step: string; readonly receipt: string; readonly paidOn: IsoDate }

/** By the same function as an official answers who was shown a receipt. */
async function answered(
  tx: Tx,
  { held, policy, now }: Around,
  { step, receipt, paidOn }: Paid,
): Promise<Standing | undefined> {
  const { at, on } = nowIn(held, now)
  const description = descriptionOf(policy, held.standing, on)
  const { type } = description
  const isAwaited = awaitedHere(held.standing, type).some((task) => task.step === step)
  const option = askOf(type, step)?.paid
  if (!isAwaited || option === undefined) return undefined
  const taking = { by: THE_SYSTEM, at, on, description, calendars: policy.calendars }
  // The clock of the portal may be ahead of ours.
  const recorded = { option, on: paidOn > on ? on : paidOn }
  const given = { step, recorded, reason: receipt }
  const outcome = answer(held.standing, contextIn(held, taking), given)
  return outcome.ok ? recordStep(tx, held, outcome.value, taking) : undefined
}

type Entering = {
  readonly id: string
  readonly taken: Taken
  readonly held: Case
  readonly now: IsoMoment
  readonly judgement: Judged
}

/** That it was paid, of whom it is owed, and what was made of it. */
function leafOf({ id, taken, held, now, judgement }: Entering) {
  assert(taken.caseId !== null, 'it is known what it is for')
  const { caseId, party, kind, transaction, invoiceNumber, hundredths, currency } = taken
  const key = held.several?.keyOf(party) ?? held.key
  const entry = {
    id: newEntryId(),
    kind: 'document',
    type: 'duty-paid',
    at: now,
    caseId,
    subjectId: party,
    actorId: null,
    role: SYSTEM,
    body: null,
    policy: held.standing.procedure ?? null,
    payload: {
      id,
      kind,
      transaction,
      invoice: invoiceNumber,
      hundredths,
      currency,
      receipt: taken.receipt,
      sha256: taken.sha256,
      settles: judgement.settles,
    },
  } as const
  return leafJson(leafRow(entry, key))
}

/** What is owed, is past its day, and of which no case was opened yet. */
export async function unpaidInvoices(
  tx: Tx,
  { on, after }: { readonly on: IsoDate; readonly after: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from invoices_unpaid(${on}::date, ${after}::uuid) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** A case about what was given is to be opened, once. */
export async function openForUnpaid(tx: Tx, id: string, on: IsoDate): Promise<void> {
  await sql`select open_for_unpaid(${id}::uuid, ${on}::date)`.execute(tx)
}

const THE_SYSTEM: Actor = { id: SYSTEM, roles: [SYSTEM] }
