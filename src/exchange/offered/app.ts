import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Offering } from '#exchange/offered/answering.ts'
import { openApi } from '#exchange/descriptions/openapi.ts'
import { wsdl } from '#exchange/descriptions/wsdl.ts'
import { KEYS, OURS, pathOf } from '#exchange/offered/ours.ts'
import { problemReply, type Problem } from '#exchange/offered/problems.ts'
import { answerRest } from '#exchange/offered/rest.ts'
import { OFFERED_SERVICES } from '#exchange/offered/services.ts'
import { answerSoap, faultReply } from '#exchange/offered/soap.ts'
import { NOTICES, takeNotice } from '#exchange/payments/notices.ts'
import type { Paying } from '#exchange/payments/work.ts'
import { noteAbsence } from '#platform/absence.ts'
import { isForNow } from '#platform/database-reach.ts'
import { faultFields } from '#platform/log.ts'

const SOAP = '/soap'
const OPENAPI = '/v1/openapi.json'
const WSDL = '/v1/kecid.wsdl'

/** No question of ours needs as much; an envelope brings its header along. */
const BYTES_MAX = 16 * 1024

/**
 * What other systems of the state ask, through a security server or a bridge, and where the portal
 * of payments says what was paid. Those alone are answered: whoever else came here could call
 * themselves anybody.
 */
export function createOffered(
  offering: Offering,
  callers: readonly string[],
  paying?: Paying,
): Hono {
  const app = new Hono()
  app.use(callersOnly(callers))
  app.get(OPENAPI, (c) => c.body(JSON.stringify(openApi(OURS, originOf(c))), 200, AS_JSON))
  app.get(WSDL, (c) => c.body(wsdl(OURS, `${originOf(c)}${SOAP}`), 200, AS_XML))
  app.get(KEYS, async (c) => c.body(JSON.stringify(await offering.signing.keys()), 200, AS_JSON))
  const limit = bodyLimit({ maxSize: BYTES_MAX, onError: (c) => refuse(c, { word: 'too-large' }) })
  for (const service of OFFERED_SERVICES) {
    app.post(pathOf(service), limit, async (c) => answerRest(offering, service, await sent(c)))
  }
  if (paying) {
    app.post(NOTICES, limit, async (c) => takeNotice(paying, await c.req.text()))
    app.all(NOTICES, () => otherMethod('POST'))
  }
  app.post(SOAP, limit, async (c) => answerSoap(offering, await sent(c)))
  for (const path of [OPENAPI, WSDL, KEYS]) app.all(path, () => otherMethod('GET'))
  for (const path of [SOAP, ...OFFERED_SERVICES.map(pathOf)]) {
    app.all(path, () => otherMethod('POST'))
  }
  app.notFound(() => problemReply({ word: 'absent' }))
  app.onError((fault, c) => refuse(c, problemOf(offering, fault)))
  return app
}

const AS_JSON = { 'content-type': 'application/json; charset=utf-8' }
const AS_XML = { 'content-type': 'text/xml; charset=utf-8' }

const originOf = (c: Context): string => new URL(c.req.url).origin

/** IPv4 within IPv6 is the same address. */
function callersOnly(callers: readonly string[]): MiddlewareHandler {
  const known = new BlockList()
  for (const address of callers) known.addAddress(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return async (c, next) => {
    const address = addressOf(c)
    const isKnown = address !== '' && known.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
    if (!isKnown) return refuse(c, { word: 'caller' })
    await next()
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
    return undefined
  }
}

function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return '' // a request that came over no socket
  }
}

async function sent({ req }: Context) {
  return { headers: req.raw.headers, body: Buffer.from(await req.arrayBuffer()) }
}

const refuse = (c: Context, problem: Problem): Response =>
  c.req.path === SOAP ? faultReply(problem) : problemReply(problem)

function otherMethod(allow: string): Response {
  const reply = problemReply({ word: 'method' })
  reply.headers.set('allow', allow)
  return reply
}

function problemOf({ db, log }: Offering, fault: Error): Problem {
  if (isForNow(fault)) {
    noteAbsence(fault, { db, log, part: 'exchange' })
    return { word: 'busy', seconds: 10 }
  }
  log.warn('another system could not be answered', faultFields(fault))
  return { word: 'fault' }
}
