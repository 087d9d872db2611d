import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { compactVerify } from 'jose'
import { z } from 'zod'
import { HUNDRED } from '#core/cases/account.ts'
import { isIsoMoment, isoMoment } from '#core/dated.ts'
import type { SaidPayment } from '#records/payment-log.ts'

/** Keys of the portal of payments, any of which may have signed; the newest need not be first. */
type PaymentKeys = () => Promise<readonly KeyObject[]>

/** Public keys (Ed25519) of a file in PEM; throws where there is none, or one of another kind. */
export function paymentKeysIn(text: string): readonly KeyObject[] {
  const pems = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? []
  if (pems.length === 0) throw new Error('There is no key of the portal of payments in it')
  return pems.map((pem) => {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key is no Ed25519 key')
    return key
  })
}

/** Of what it signs for others nothing is believed. */
export type Believing = { readonly keys: PaymentKeys; readonly audience: () => string }

export type Read =
  | { readonly ok: true; readonly said: Omit<SaidPayment, 'cameBy'> }
  | { readonly ok: false; readonly reason: 'signature' | 'content' }

const MONEY = /^(\d{1,7})\.(\d{2})$/
const code = z.string().regex(/^[A-Za-z0-9._/-]{1,64}$/)

const claims = z.object({
  aud: z.string(),
  jti: code,
  kind: z.enum(['payment', 'refund']),
  invoice: code,
  amount: z
    .string()
    .regex(MONEY)
    .transform((text) => {
      const [whole = '', hundredths = ''] = text.split('.')
      return Number(whole) * HUNDRED + Number(hundredths)
    })
    .pipe(z.number().positive()),
  currency: z.string().regex(/^[A-Z]{3}$/),
  paidAt: z.string().refine(isIsoMoment),
  receipt: code,
  refund: code.exactOptional(),
})

/** What it says was paid, if it is signed by one of its keys (RFC 7515, EdDSA) and is for us. */
export async function readSigned(jws: string, { keys, audience }: Believing): Promise<Read> {
  const bytes = await verified(jws, await keys())
  if (bytes === undefined) return { ok: false, reason: 'signature' }
  const parsed = claims.safeParse(jsonIn(bytes))
  if (!parsed.success || parsed.data.aud !== audience()) return { ok: false, reason: 'content' }
  const { jti: transaction, amount: hundredths, paidAt, kind, invoice, currency } = parsed.data
  const said = {
    transaction,
    kind,
    invoice,
    hundredths,
    currency,
    paidAt: isoMoment(paidAt),
    receipt: parsed.data.receipt,
    ...(parsed.data.refund === undefined ? {} : { refund: parsed.data.refund }),
    sha256: createHash('sha256').update(jws).digest('hex'),
  }
  return { ok: true, said }
}

async function verified(jws: string, keys: readonly KeyObject[]): Promise<Uint8Array | undefined> {
  for (const key of keys) {
    try {
      return (await compactVerify(jws, key, { algorithms: ['EdDSA'] })).payload
    } catch {
      continue // it may be of another key, or of nobody
    }
  }
  return undefined
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
