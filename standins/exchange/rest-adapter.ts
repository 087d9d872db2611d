import type { Content } from '#exchange/content.ts'
import type { Contract } from '#exchange/contract.ts'
import { ask, type Told, type World } from '#standins/exchange/asking.ts'
import {
  headerOf,
  type Headers,
  type Provider,
  type ProviderReply,
} from '#standins/exchange/provider.ts'
import type { Register } from '#standins/exchange/registers/register.ts'
import { deepJson, HUGE, neverAnswers, refusedConnection } from '#standins/exchange/extremes.ts'

const JSON_TYPE = 'application/json;charset=utf-8'

/** A register's information system that speaks JSON behind a security server. */
export function restAdapter(world: World, register: Register): Provider {
  return async ({ method, path, headers, body }) => {
    const { rest } = register.contract
    const [place = '', query = ''] = path.split('?', 2)
    if (!pathsOf(register.contract).includes(place))
      return problem(404, 'There is no such resource')
    if (method !== rest.method) return problem(405, `Only ${rest.method} is answered here`)
    const content = method === 'GET' ? queryOf(query) : jsonOf(body)
    if (content === undefined) return problem(400, 'The body is no JSON object')
    const messageId = headerOf(headers, 'x-road-id') ?? ''
    return said(await ask(world, { register, content, messageId, protocol: 'rest' }), register)
  }
}

/** The version stands before the path, or in no place of the address at all. */
export const pathsOf = ({ version, rest: { path } }: Contract): readonly string[] => [
  `/${path}`,
  `/${version}/${path}`,
]

export const queryOf = (query: string): Content => Object.fromEntries(new URLSearchParams(query))

/** What is no content as agreed is found by the contract. */
export function jsonOf(body: Buffer): Content | undefined {
  try {
    const found: unknown = JSON.parse(body.toString('utf8'))
    const isObject = typeof found === 'object' && found !== null && !Array.isArray(found)
    return isObject ? (found as Content) : undefined
  } catch {
    return undefined // whoever sends it is told
  }
}

function said(told: Told, { contract }: Register): ProviderReply | Promise<ProviderReply> {
  switch (told.told) {
    case 'answer':
      return json(JSON.stringify(told.content))
    case 'twice': {
      const text = JSON.stringify(told.content)
      const repeated: Headers = [
        ['X-Road-Service', contract.code],
        ['Content-Type', JSON_TYPE],
      ]
      return json(`${text}\n${text}`, repeated)
    }
    case 'not-understood':
      return problem(400, `Not as agreed: ${told.where}`)
    case 'failed':
      return problem(500, 'The register failed')
    case 'huge':
      return json(JSON.stringify({ result: HUGE }))
    case 'deep':
    case 'entities':
      return json(deepJson())
    case 'down':
      return refusedConnection()
    case 'silence':
      return neverAnswers()
  }
}

const json = (text: string, more: Headers = []): ProviderReply => ({
  status: 200,
  headers: [...more, ['Content-Type', JSON_TYPE]],
  body: Buffer.from(text),
})

/** Its own no, by RFC 9457: the security server passes it on as any answer. */
const problem = (status: number, title: string): ProviderReply => ({
  status,
  headers: [['Content-Type', 'application/problem+json;charset=utf-8']],
  body: Buffer.from(JSON.stringify({ type: 'about:blank', title, status })),
})
