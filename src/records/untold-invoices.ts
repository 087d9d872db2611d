import { sql } from 'kysely'
import { isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'

/** What the portal of payments refuses to take, so that it is asked no more. */

export type UntoldInvoice = {
  readonly id: string
  readonly number: string
  readonly caseId: string
  readonly caseNumber: string
  readonly hundredths: number
  readonly currency: string
  readonly dueOn: IsoDate
  /** Whether it would not take that it is owed, or that it is not any more. */
  readonly isOwed: boolean
  /** How often it was asked, and what it said last. */
  readonly tries: number
  readonly code: string
}

/** As many as can be looked at; the rest follows when these are done. */
const UNTOLD_MAX = 100

/** The first that are due. */
export async function untoldInvoices(tx: Tx): Promise<readonly UntoldInvoice[]> {
  const { rows } = await sql<UntoldInvoice>`
    select invoice.id, invoice.number, case_id, coalesce(case_file.number, '') as case_number,
      amount * 100 - credited as hundredths, currency, invoice.due_on,
      told is null as is_owed, tries,
      coalesce(code, '') as code
    from invoice join case_file on case_file.id = case_id
    where given_up and is_to_tell(invoice)
    order by invoice.due_on, invoice.id
    limit ${UNTOLD_MAX}`.execute(tx)
  return rows.map((row) => ({ ...row, dueOn: isoDate(row.dueOn) }))
}

/** The portal is asked once more; whoever presses twice is told that it is. */
export async function tellAgain(tx: Tx, id: string, at: IsoMoment): Promise<'done' | 'gone'> {
  const { rows } = await sql<{ done: boolean }>`
    select tell_invoice_again(${id}::uuid, ${at}::timestamptz) as done`.execute(tx)
  return rows[0]?.done === true ? 'done' : 'gone'
}
