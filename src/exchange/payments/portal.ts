import { z } from 'zod'
import { HUNDRED } from '#core/cases/account.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Request } from '#exchange/driver.ts'
import type { Signing } from '#exchange/signing.ts'
import { send } from '#exchange/transport.ts'
import type { InvoiceToTell, RepaymentToAsk } from '#records/payment-log.ts'

/** The portal of payments, as much of it as we ask: docs/specs/payment.md. */
export type PaymentPortal = {
  /** Told once more it is the same invoice; where it is paid, by whoever has its address. */
  readonly open: (invoice: InvoiceToTell) => Promise<Told<{ readonly url: string }>>
  /** Nobody is to pay it any more. */
  readonly withdraw: (invoice: InvoiceToTell) => Promise<Told<unknown>>
  /** To be paid back to whoever paid it; asked once more it is the same request. */
  readonly payBack: (repayment: RepaymentToAsk) => Promise<Told<unknown>>
  /** Everything that was paid on a day, each as it was signed. */
  readonly paidOn: (day: IsoDate) => Promise<Told<{ readonly payments: readonly string[] }>>
}

type Told<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  /** In a word: what kept us from it, or the status of the answer. */
  | { readonly ok: false; readonly code: string }

export type PortalPlace = {
  readonly url: string
  /** By which it knows us. */
  readonly secret: () => Promise<string>
  /** What it says it is for, where it says that something was paid. */
  readonly institution: () => string
  /** What is to be paid back bears our signature: a shared secret is not enough for that. */
  readonly sign: Signing['sign']
}

const TIMEOUT_MS = 10_000
const BYTES_MAX = 20 * 1024 * 1024
/** More is not paid on a day. */
const PAYMENTS_MAX = 20_000

const opened = z.object({ payAt: z.url({ protocol: /^https?$/ }) })
const ofDay = z.object({ payments: z.array(z.string().max(4096)).max(PAYMENTS_MAX) })

/** By HTTP, with JSON. Nothing that is sent names anybody. */
export function paymentPortal(place: PortalPlace): PaymentPortal {
  const ask = asking(place)
  return {
    open: async ({ number, hundredths, currency, tariff: purpose, dueOn }) => {
      const institution = place.institution()
      const invoice = { institution, amount: moneyOf(hundredths), currency, purpose, dueOn }
      const told = await ask('PUT', `/v1/invoices/${encodeURIComponent(number)}`, invoice)
      return reading(told, opened, ({ payAt: url }) => ({ url }))
    },
    withdraw: ({ number }) =>
      ask('POST', `/v1/invoices/${encodeURIComponent(number)}/withdrawal`, {}),
    payBack: async ({ id, transaction, hundredths, currency }) => {
      const iss = place.institution()
      const claims = { iss, jti: id, transaction, amount: moneyOf(hundredths), currency }
      return ask('PUT', `/v1/refunds/${id}`, { request: await place.sign(claims) })
    },
    paidOn: async (day) => reading(await ask('GET', `/v1/days/${day}/payments`), ofDay, (it) => it),
  }
}

const moneyOf = (hundredths: number): string => (hundredths / HUNDRED).toFixed(2)

type Method = Request['method']

const asking =
  ({ url, secret }: PortalPlace) =>
  async (method: Method, path: string, content?: object): Promise<Told<unknown>> => {
    const authorization = ['Authorization', `Bearer ${await secret()}`] as const
    const request: Request = {
      method,
      url: `${url}${path}`,
      headers: [authorization, ['Accept', 'application/json'], ...(content ? [JSON_TYPE] : [])],
      ...(content ? { body: Buffer.from(JSON.stringify(content)) } : {}),
    }
    const sent = await send(request, { timeoutMs: TIMEOUT_MS, bytesMax: BYTES_MAX })
    if (!sent.ok) return { ok: false, code: sent.fault }
    const { status, body } = sent.reply
    if (status < 200 || status > 299) return { ok: false, code: String(status) }
    return { ok: true, answer: jsonIn(body) }
  }

const JSON_TYPE = ['Content-Type', 'application/json; charset=utf-8'] as const

function reading<Shape, Answer>(
  told: Told<unknown>,
  shape: z.ZodType<Shape>,
  from: (read: Shape) => Answer,
): Told<Answer> {
  if (!told.ok) return told
  const parsed = shape.safeParse(told.answer)
  return parsed.success
    ? { ok: true, answer: from(parsed.data) }
    : { ok: false, code: 'unintelligible' }
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
