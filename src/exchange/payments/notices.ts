import { readSigned } from '#exchange/payments/signed.ts'
import type { Paying } from '#exchange/payments/work.ts'
import { notePayment } from '#records/payment-log.ts'

/** What came of a notice, as a status of HTTP. */
export const NOTICES = '/v1/payment-notices'
const [NOTED, NOT_BELIEVED, NOT_UNDERSTOOD] = [204, 401, 422] as const

/**
 * The portal of payments says that something was paid. It is believed by its signature alone,
 * wherever it came from, and answered once it is noted; said again it changes nothing.
 */
export async function takeNotice(
  paying: Pick<Paying, 'db' | 'keys' | 'audience' | 'now' | 'log'>,
  body: string,
): Promise<Response> {
  const read = await readSigned(body.trim(), paying)
  if (!read.ok) {
    paying.log.warn('a notice of a payment is not believed', { reason: read.reason })
    const status = read.reason === 'signature' ? NOT_BELIEVED : NOT_UNDERSTOOD
    return new Response(null, { status })
  }
  const at = await paying.now(paying.db)
  const isNew = await notePayment(paying.db, { ...read.said, cameBy: 'notice' }, at)
  paying.log.info('payment noted', { outcome: isNew ? 'new' : 'known' })
  return new Response(null, { status: NOTED })
}
