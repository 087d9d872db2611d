import { Hono } from 'hono'
import { first, type Typed } from '#core/answers/typed.ts'
import { dayInBaku, type IsoMoment } from '#core/dated.ts'
import { isId } from '#core/id.ts'
import { dayIn } from '#office/day-field.tsx'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { PaymentsPage } from '#office/payments/page.tsx'
import { dayName, type Refused } from '#office/payments/repayments.tsx'
import { signedInOnly } from '#office/session.tsx'
import { readsSystems } from '#office/systems-readers.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import type { Doer } from '#records/access.ts'
import type { House } from '#records/house.ts'
import { answerLine, daysHeld, openLines } from '#records/payment-questions.ts'
import { askBackAgain, recordPaidBack, repaymentsWaiting } from '#records/repayments.ts'
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
    case 'gone':
      return c.redirect(back, 303)
    case 'day-impossible':
      return show(c, { id: first(typed, 'repayment'), typed })
    case 'unknown':
      return c.notFound()
  }
})

type Acting = { readonly typed: Typed; readonly by: Doer; readonly at: IsoMoment }

/** What follows from what there is to look at, or what becomes of what is to be paid back. */
async function act(tx: Tx, house: House, { typed, by, at }: Acting) {
  const [question, answer] = [first(typed, 'question'), first(typed, 'answer')]
  const amount = Number(first(typed, 'amount'))
  if (isId(question) && isAnswer(answer)) {
    const isDone = await answerLine(tx, house.keys, { question, answer, amount, by, at })
    return isDone ? 'done' : 'gone'
  }
  const id = first(typed, 'repayment')
  if (!isId(id)) return 'unknown'
  switch (first(typed, 'act')) {
    case 'again':
      return (await askBackAgain(tx, id, at)) ? 'done' : 'gone'
    case 'record':
      return recordPaidBack(tx, house, { id, on: dayIn(typed, dayName(id)), by, at })
    default:
      return 'unknown'
  }
}

async function show(c: OfficeContext, refused?: Refused) {
  const { house, official } = c.var
  const found = await inTransaction(house.db, async (tx) => ({
    lines: await openLines(tx),
    waiting: await repaymentsWaiting(tx),
    days: await daysHeld(tx),
  }))
  const decides = roleDeciding(official.roles) !== undefined
  const today = dayInBaku(await house.databaseNow(house.db))
  const page = <PaymentsPage view={viewOf(c)} {...found} {...{ today, refused, decides }} />
  return c.render(page, refused ? 422 : 200)
}

const DECIDE = ['case-officer', 'head'] as const

const roleDeciding = (roles: readonly string[]) => DECIDE.find((role) => roles.includes(role))

const isAnswer = (text: string): text is 'nothing' | 'pay-back' =>
  text === 'nothing' || text === 'pay-back'
