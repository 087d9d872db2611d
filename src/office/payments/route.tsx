import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { isId } from '#core/id.ts'
import { viewOf, type OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { PaymentsPage } from '#office/payments/page.tsx'
import { signedInOnly } from '#office/session.tsx'
import { readsSystems } from '#office/systems-readers.ts'
import { inTransaction } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { answerLine, daysHeld, openLines } from '#records/payment-questions.ts'
import { done } from '#telling/done.tsx'

/** What is not as it should be in payments, and what an official says follows from it. */
export const paymentsRoute = new Hono<OfficeEnv>()

paymentsRoute.use(paths.payments.pattern, signedInOnly)

paymentsRoute.get(paths.payments.pattern, async (c) => {
  const { house, official } = c.var
  if (!readsSystems(official)) return c.notFound()
  const found = await inTransaction(house.db, async (tx) => ({
    lines: await openLines(tx),
    days: await daysHeld(tx),
  }))
  const decides = roleDeciding(official.roles) !== undefined
  return c.render(<PaymentsPage view={viewOf(c)} {...found} decides={decides} />)
})

paymentsRoute.post(paths.payments.pattern, async (c) => {
  const { house, official, language } = c.var
  const role = roleDeciding(official.roles)
  const typed = await typedOf(c.req)
  const [id, answer] = [first(typed, 'question'), first(typed, 'answer')]
  const amount = Number(first(typed, 'amount'))
  if (role === undefined || !isId(id) || !isAnswer(answer)) return c.notFound()
  const at = await house.databaseNow(house.db)
  const by = { id: official.id, role }
  const isDone = await inTransaction(house.db, (tx) =>
    answerLine(tx, house.keys, { question: id, answer, amount, by, at }),
  )
  const back = paths.payments.to(language)
  return isDone ? done(c, back, 'saved') : c.redirect(back, 303)
})

const DECIDE = ['case-officer', 'head'] as const

const roleDeciding = (roles: readonly string[]) => DECIDE.find((role) => roles.includes(role))

const isAnswer = (text: string): text is 'nothing' | 'pay-back' =>
  text === 'nothing' || text === 'pay-back'
