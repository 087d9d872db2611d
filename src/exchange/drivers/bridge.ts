import { SignJWT } from 'jose'
import type { Call, Driver, Exchanged, Reply, Written } from '#exchange/driver.ts'
import {
  BODY_BYTES_MAX,
  byStatus,
  headersOf,
  held,
  jsonIn,
  notOurs,
  unintelligible,
  type Result,
} from '#exchange/drivers/answers.ts'
import { below, unsent, wrongInBase, wrongInTexts } from '#exchange/drivers/asked.ts'
import { contentOf, itemsOf, membersOf, type Json } from '#exchange/drivers/json.ts'

/** Where a service behind the national bridge is asked for. */
export type BridgeAddress = {
  readonly url: string
  /** The GUID that stands in the path and in the token. */
  readonly identity: string
  readonly serviceName: string
  readonly organization: string
  readonly shortName: string
  /** Carries the token: `X-Bridge-Authorization` unless said otherwise. */
  readonly header?: string
  /** The member of an answer that holds what was asked for: `data`, or `false` where none does. */
  readonly envelope?: string | false
}

/** Gives the token that a call is let in by. */
export type BridgeTokens = (address: BridgeAddress) => Promise<string>

/** No protocol of it is published: the addresses of institutions are all that is known. */
export const bridge = (tokens: BridgeTokens): Driver<BridgeAddress> => ({
  write: (call) => write(call, tokens),
  read,
})

const TOKEN_LIFE_MS = 300_000
/** One that ends on its way is refused over there. */
const TOKEN_LEFT_MS = 60_000

/** One token serves many calls, and is renewed a minute before it ends. */
export function bridgeTokens(secret: Uint8Array, now: () => number): BridgeTokens {
  const made = new Map<string, { readonly token: string; readonly until: number }>()
  return async ({ identity, organization, shortName }) => {
    const whose = JSON.stringify([identity, organization, shortName])
    const last = made.get(whose)
    if (last && last.until - TOKEN_LEFT_MS > now()) return last.token
    const until = now() + TOKEN_LIFE_MS
    const expire = Math.floor(until / 1000)
    const token = await new SignJWT({ organization, short_name: shortName, identity, expire })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(secret)
    made.set(whose, { token, until })
    return token
  }
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function write(call: Call<BridgeAddress>, tokens: BridgeTokens): Promise<Written> {
  const { address, content, messageId } = call
  const { url, identity, serviceName, header = 'X-Bridge-Authorization' } = address
  const wrong = wrongInBase(url, 'url') ?? wrongInTexts(call)
  if (wrong) return wrong
  if (!GUID.test(identity)) return unsent('identifier-forbidden', 'identity')
  if (serviceName === '') return unsent('identifier-missing', 'serviceName')
  if (!/^[\w-]+$/.test(serviceName)) return unsent('identifier-forbidden', 'serviceName')
  if (!/^[\w-]+$/.test(header)) return unsent('identifier-forbidden', 'header')
  const body = Buffer.from(JSON.stringify(content))
  if (body.length > BODY_BYTES_MAX) return unsent('too-large', 'content')
  const headers = [
    [header, await tokens(address)],
    ['X-Request-Id', messageId],
    ['Accept', 'application/json'],
    ['Content-Type', 'application/json; charset=utf-8'],
  ] as const
  const path = `api/1/${identity}/${serviceName}`
  return { ok: true, request: { method: 'POST', url: below(url, path), headers, body } }
}

function read(call: Call<BridgeAddress>, reply: Reply): Exchanged {
  const [requestId] = headersOf(reply, 'x-request-id')
  return { ...resultOf(call, reply), receipt: requestId ? { requestId } : {} }
}

function resultOf({ contract, messageId, address }: Call<BridgeAddress>, reply: Reply): Result {
  if (reply.body.length > BODY_BYTES_MAX) return unintelligible('too-large')
  const wrong = notOurs(headersOf(reply, 'x-request-id'), messageId) ?? byStatus(reply.status)
  if (wrong) return wrong
  const read = jsonIn(reply)
  if (!read.ok) return read.wrong
  const { envelope = 'data' } = address
  const payload = envelope === false ? read.json : membersOf(read.json)?.get(envelope)
  const items = itemsOf(payload)
  return items ? heldOfMany(contract, items) : held(contract, contentOf(payload, contract.lists))
}

/** A list of one is that one; several are an answer where the contract has a list to hold them. */
function heldOfMany(contract: Call<BridgeAddress>['contract'], payload: readonly Json[]): Result {
  const [only, ...others] = payload
  const one = others.length === 0 ? held(contract, contentOf(only, contract.lists)) : undefined
  const [list, ...more] = contract.lists
  if (one?.outcome === 'answered' || list === undefined || more.length > 0)
    return one ?? unintelligible('schema')
  return held(contract, contentOf(new Map([[list, payload]]), contract.lists))
}
