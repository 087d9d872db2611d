import { getConnInfo } from '@hono/node-server/conninfo'
import type { OfficeContext } from '#office/env.ts'

/**
 * Where a request comes from, for counting tries only. Behind a proxy of ours its own entry is the
 * last one; what stands before it anybody can write.
 */
export function clientAddress(c: OfficeContext): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  if (c.var.house.trustProxy && forwarded !== undefined && forwarded !== '') return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // a request that came over no socket
  }
}
