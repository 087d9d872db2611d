import { Hono } from 'hono'
import { first, type Typed } from '#core/answers/typed.ts'
import { dayInBaku, type IsoMoment } from '#core/dated.ts'
import { isId } from '#core/id.ts'
import { dayIn } from '#office/day-field.tsx'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { PaymentsPage, type Late } from '#office/payments/page.tsx'
import { dayName } from '#office/payments/repayments.tsx'
import { signedInOnly } from '#office/session.tsx'
import { readsSystems } from '#office/systems-readers.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import type { Doer } from '#records/access.ts'
import type { House } from '#records/house.ts'
import { namesOfOfficials } from '#records/officials.ts'
import { answerLine, daysHeld, openLines, type Answered } from '#records/payment-questions.ts'
import { askBackAgain, recordPaidBack, repaymentsWaiting } from '#records/repayments.ts'
import { tellAgain, untoldInvoices } from '#records/untold-invoices.ts'
import { done } from '#telling/done.tsx'

/** What is not as it should be in payments, and what an official says follows from it. */
export const paymentsRoute = new Hono<OfficeEnv>()

paymentsRoute.use(paths.payments.pattern, signedInOnly)

paymentsRoute.get(paths.payments.pattern, (c) =>
  readsSystems(c.var.official) ? show(c) : c.notFound(),
)

paymentsRoute.post(paths.payments.pattern, async (c) => {
  const { house, official, language } = c.var
  const role = roleDeciding(official.roles)
  if (role === undefined) return c.notFound()
  const typed = await typedOf(c.req)
  const at = await house.databaseNow(house.db)
  const by = { id: official.id, role }
  const did = await inTransaction(house.db, (tx) => act(tx, house, { typed, by, at }))
  const back = paths.payments.to(language)
  switch (did) {
    case 'done':
      return done(c, back, 'saved')
    case 'day-impossible':
      return show(c, { wrongly: { id: first(typed, 'repayment'), typed } })
    case 'unknown':
      return c.notFound()
    case 'gone':
    case 'sum-changed':
      return show(c, { late: did })
  }
  return show(c, { late: did })
})

type Acting = { readonly typed: Typed; readonly by: Doer; readonly at: IsoMoment }

/** What follows from what there is to look at, or what becomes of what is to be paid back. */
async function act(tx: Tx, house: House, { typed, by, at }: Acting) {
  const [question, answer] = [first(typed, 'question'), first(typed, 'answer')]
  const amount = Number(first(typed, 'amount'))
  if (isId(question) && isAnswer(answer)) {
    return answerLine(tx, house.keys, { question, answer, amount, by, at })
  }
  const invoice = first(typed, 'invoice')
  if (isId(invoice)) return tellAgain(tx, invoice, at)
  const id = first(typed, 'repayment')
  if (!isId(id)) return 'unknown'
  switch (first(typed, 'act')) {
    case 'again':
      return askBackAgain(tx, id, at)
    case 'record':
      return recordPaidBack(tx, house, { id, on: dayIn(typed, dayName(id)), by, at })
    default:
      return 'unknown'
  }
}

type Shown = Pick<Parameters<typeof PaymentsPage>[0], 'wrongly'> & {
  /** Why what was pressed was not taken. */
  readonly late?: Late | Answered
}

/** All that is open as it is now; whoever came too late reads who was faster and what they said. */
async function show(c: OfficeContext, { wrongly, late }: Shown = {}) {
  const { house, official } = c.var
  const found = await inTransaction(house.db, async (tx) => ({
    lines: await openLines(tx),
    waiting: await repaymentsWaiting(tx),
    untold: await untoldInvoices(tx),
    days: await daysHeld(tx),
    names: await namesOfOfficials(tx, house.secret, typeof late === 'object' ? [late.by] : []),
  }))
  const decides = roleDeciding(official.roles) !== undefined
  const today = dayInBaku(await house.databaseNow(house.db))
  const page = <PaymentsPage view={viewOf(c)} {...found} {...{ today, wrongly, late, decides }} />
  return c.render(page, wrongly ? 422 : late ? 409 : 200)
}

const DECIDE = ['case-officer', 'head'] as const

const roleDeciding = (roles: readonly string[]) => DECIDE.find((role) => roles.includes(role))

const isAnswer = (text: string): text is 'nothing' | 'pay-back' =>
  text === 'nothing' || text === 'pay-back'
