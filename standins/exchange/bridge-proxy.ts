import { createHash } from 'node:crypto'
import { jwtVerify } from 'jose'
import { epochOf } from '#platform/calendar.ts'
import type { Content } from '#exchange/content.ts'
import { ask, type Told, type World } from '#standins/exchange/asking.ts'
import { deepJson, HUGE, neverAnswers } from '#standins/exchange/extremes.ts'
import { headerOf, type ProviderReply } from '#standins/exchange/provider.ts'
import { REGISTERS } from '#standins/exchange/registers/all.ts'
import { jsonOf, queryOf } from '#standins/exchange/rest-adapter.ts'
import type { ConsumerRequest } from '#standins/exchange/rest-consumer.ts'

/** What the operator of the bridge agreed with whoever calls. */
export type BridgeAccess = {
  /** A GUID, in the address and in each token. */
  readonly identity: string
  /** With which tokens are signed, by HS256. */
  readonly secret: string
}

const ADDRESS = /^\/api\/1\/([^/?]+)\/([^/?]+)(?:\?(.*))?$/

/** Whoever names a message gets its name back, whatever became of it. */
export async function serveBridge(
  world: World,
  access: BridgeAccess,
  request: ConsumerRequest,
): Promise<ProviderReply> {
  const reply = await answerOf(world, access, request)
  const id = headerOf(request.headers, 'x-request-id')
  return id === undefined ? reply : { ...reply, headers: [...reply.headers, ['X-Request-Id', id]] }
}

/** The proxy before the national bridge, in the shape in which it has been seen to be called. */
async function answerOf(
  world: World,
  access: BridgeAccess,
  request: ConsumerRequest,
): Promise<ProviderReply> {
  const { method, target, headers, body } = request
  const [, identity = '', service = '', query = ''] = ADDRESS.exec(target) ?? []
  const register = REGISTERS.find(({ contract }) => contract.operation === service)
  const refuse = (status: number, message: string): ProviderReply => {
    const system = register?.system ?? 'none'
    const code = register?.contract.code ?? ''
    world.state.note({ system, service: code, protocol: 'bridge', outcome: String(status) })
    return failure(status, message)
  }
  const token = headerOf(headers, 'x-bridge-authorization')
  if (token === undefined || !(await isGood(token, access, world))) {
    return refuse(401, 'The token is missing, wrong or over')
  }
  if (identity !== access.identity) return refuse(404, 'Nobody is known by this identity')
  if (register === undefined) return refuse(404, 'There is no such service')
  if (method !== 'POST' && method !== 'GET') return refuse(405, 'Only POST and GET are answered')
  const content: Content | undefined = method === 'GET' ? queryOf(query) : jsonOf(body)
  if (content === undefined) return refuse(400, 'The body is no JSON object')
  const messageId = headerOf(headers, 'x-request-id') ?? digest(body)
  return replyOf(await ask(world, { register, content, messageId, protocol: 'bridge' }))
}

/** Whoever names no message is known by what was said. */
const digest = (body: Buffer): string => createHash('sha256').update(body).digest('hex')

/** `expire` counts seconds, and is no claim of JWT's own. */
async function isGood(token: string, access: BridgeAccess, { clock }: World): Promise<boolean> {
  try {
    const key = new TextEncoder().encode(access.secret)
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] })
    const { identity, organization, short_name: shortName, expire } = payload
    const isNamed = [organization, shortName].every((name) => typeof name === 'string')
    const isInTime = typeof expire === 'number' && expire * 1000 > epochOf(clock.now())
    return isNamed && identity === access.identity && isInTime
  } catch {
    return false // whatever is wrong with it, it is no token of ours
  }
}

function replyOf(told: Told): ProviderReply | Promise<ProviderReply> {
  switch (told.told) {
    case 'answer':
      return json({ data: [told.content] })
    case 'twice':
      return json({ data: [told.content, told.content] })
    case 'not-understood':
      return failure(400, `Not as agreed: ${told.where}`)
    case 'failed':
    case 'down':
      return failure(500, 'The service failed')
    case 'huge':
      return json({ data: [{ result: HUGE }] })
    case 'deep':
    case 'entities':
      return written(200, `{"data":[${deepJson()}]}`)
    case 'silence':
      return neverAnswers()
  }
}

const json = (body: unknown): ProviderReply => written(200, JSON.stringify(body))

const failure = (status: number, message: string): ProviderReply =>
  written(status, JSON.stringify({ error: { code: status, message } }))

const written = (status: number, text: string): ProviderReply => ({
  status,
  headers: [['Content-Type', 'application/json;charset=utf-8']],
  body: Buffer.from(text),
})
