import type { KeyObject } from 'node:crypto'
import { Hono } from 'hono'
import { compactVerify } from 'jose'
import { z } from 'zod'
import type { PaymentsState } from '#standins/payments/state.ts'

const invoice = z.object({
  institution: z.string().min(1),
  amount: z.string().regex(/^\d{1,7}\.\d{2}$/),
  currency: z.string().length(3),
  purpose: z.string(),
  dueOn: z.iso.date(),
})

const asking = z.object({ request: z.string() })
const asked = z.object({
  jti: z.uuid(),
  transaction: z.string(),
  amount: z.string().regex(/^\d{1,7}\.\d{2}$/),
  currency: z.string().length(3),
})

/** What it asks to be paid back, where one of its keys has signed that. */
async function readAsked(jws: string, keys: readonly KeyObject[]) {
  for (const key of keys) {
    try {
      const { payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] })
      return asked.safeParse(JSON.parse(Buffer.from(payload).toString('utf8'))).data
    } catch {
      continue // it may be of another key, or of nobody
    }
  }
  return undefined
}

type Options = {
  readonly state: PaymentsState
  readonly secret: string
  /** By which it is known that the institution itself asks for something to be paid back. */
  readonly keys: () => Promise<readonly KeyObject[]>
  /** Where the page is on which an invoice is paid. */
  readonly pageOf: (number: string) => string
}

/** What an institution asks of the made-up portal: docs/specs/payment.md. */
export function paymentsApi({ state, secret, keys, pageOf }: Options): Hono {
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
  app.put('/v1/refunds/:id', async (c) => {
    const sent = asking.safeParse(await c.req.json().catch(() => undefined))
    const said = sent.success ? await readAsked(sent.data.request, await keys()) : undefined
    if (said === undefined) return c.json({ error: 'not signed' }, 401)
    if (said.jti !== c.req.param('id')) return c.json({ error: 'not understood' }, 422)
    const { jti: id, transaction, amount, currency } = said
    const outcome = state.askBack({ id, transaction, amount, currency })
    if (outcome === 'unknown') return c.json({ error: 'unknown' }, 404)
    return outcome === 'taken' ? c.json({ id }) : c.json({ error: 'too much' }, 409)
  })
  app.get('/v1/days/:day/payments', (c) =>
    c.json({ payments: state.paidOn(c.req.param('day')).map(({ jws }) => jws) }),
  )
  return app
}
