import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Where a request comes from, for counting tries only. Behind a proxy of ours its own entry is the
 * last one; what stands before it anybody can write.
 */
export function clientAddress(c: Context, trustProxy: boolean): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  if (trustProxy && forwarded !== undefined && forwarded !== '') return networkOf(forwarded)
  try {
    return networkOf(getConnInfo(c).remote.address ?? 'unknown')
  } catch {
    return 'unknown' // a request that came over no socket
  }
}

/** Of IPv6 one customer holds a whole /64, and could come from a new address each time. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [before = '', after = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const [left, right] = [before, after].map((part) => part.split(':').filter(Boolean))
  const missing = Math.max(0, GROUPS - (left?.length ?? 0) - (right?.length ?? 0))
  const groups = [...(left ?? []), ...Array.from({ length: missing }, () => '0'), ...(right ?? [])]
  return groups
    .slice(0, GROUPS_OF_A_NETWORK)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

const GROUPS = 8
const GROUPS_OF_A_NETWORK = 4
