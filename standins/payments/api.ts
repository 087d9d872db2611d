import { Hono } from 'hono'
import { z } from 'zod'
import type { PaymentsState } from '#standins/payments/state.ts'

const invoice = z.object({
  institution: z.string().min(1),
  amount: z.string().regex(/^\d{1,7}\.\d{2}$/),
  currency: z.string().length(3),
  purpose: z.string(),
  dueOn: z.iso.date(),
})

type Options = {
  readonly state: PaymentsState
  readonly secret: string
  /** Where the page is on which an invoice is paid. */
  readonly pageOf: (number: string) => string
}

/** What an institution asks of the made-up portal: docs/specs/payment.md. */
export function paymentsApi({ state, secret, pageOf }: Options): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    if (state.isDown()) return c.json({ error: 'down' }, 503)
    if (c.req.header('authorization') !== `Bearer ${secret}`) return c.json({ error: 'who' }, 401)
    return next()
  })
  app.put('/v1/invoices/:number', async (c) => {
    const parsed = invoice.safeParse(await c.req.json().catch(() => undefined))
    if (!parsed.success) return c.json({ error: 'not understood' }, 422)
    const { number } = state.tell({ number: c.req.param('number'), ...parsed.data })
    return c.json({ number, payAt: pageOf(number) })
  })
  app.post('/v1/invoices/:number/withdrawal', (c) =>
    state.withdraw(c.req.param('number'))
      ? c.json({ withdrawn: true })
      : c.json({ error: 'unknown' }, 404),
  )
  app.get('/v1/days/:day/payments', (c) =>
    c.json({ payments: state.paidOn(c.req.param('day')).map(({ jws }) => jws) }),
  )
  return app
}
