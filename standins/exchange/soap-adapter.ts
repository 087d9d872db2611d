import { inOrder } from '#exchange/contract.ts'
import { contentIn, elementsOf } from '#exchange/drivers/soap/xml.ts'
import { ask, type Told, type World } from '#standins/exchange/asking.ts'
import {
  deepXml,
  growingEntities,
  HUGE,
  neverAnswers,
  refusedConnection,
} from '#standins/exchange/extremes.ts'
import type { Provider, ProviderReply } from '#standins/exchange/provider.ts'
import type { Register } from '#standins/exchange/registers/register.ts'
import { answerTo, faultReply, readMessage, soapReply } from '#standins/exchange/soap-message.ts'

/** A register's information system that speaks SOAP: the header comes back as it was written. */
export function soapAdapter(world: World, register: Register): Provider {
  const { contract } = register
  return async ({ body: bytes }) => {
    const read = readMessage(bytes)
    if (!read.ok || !('message' in read)) return fault('s:Client', 'No message was understood')
    const { message } = read
    const { body, fields } = message
    const isKnown = body.name === contract.operation && body.namespace === contract.namespace
    const content = isKnown ? contentIn(body, contract.lists) : undefined
    if (content === undefined) return fault('s:Client', 'Not as agreed: the body')
    const messageId = fields['id'] ?? ''
    const told = await ask(world, { register, content, messageId, protocol: 'soap' })
    const ordered =
      'content' in told ? { ...told, content: inOrder(contract.answer, told.content) } : told
    return said(ordered, (inside) => answerTo(message, wrapped(register, inside)))
  }
}

/** Its children are in no namespace, whatever the envelope has for those without a prefix. */
function wrapped({ contract: { operation, namespace } }: Register, inside: string): string {
  const name = `${operation}Response`
  return `<d:${name} xmlns:d="${namespace}" xmlns="">${inside}</d:${name}>`
}

type Write = (text: string) => string

function said(told: Told, answer: Write): ProviderReply | Promise<ProviderReply> {
  switch (told.told) {
    case 'answer':
      return soapReply(answer(elementsOf(told.content)))
    case 'twice':
      return { ...soapReply(doubled(answer(elementsOf(told.content)))), passesUnread: true }
    case 'not-understood':
      return fault('s:Client', `Not as agreed: ${told.where}`)
    case 'failed':
      return fault('s:Server', 'The register failed')
    case 'huge':
      return soapReply(answer(`<result>${HUGE}</result>`))
    case 'deep':
      return { ...soapReply(answer(deepXml())), passesUnread: true }
    case 'entities':
      return {
        ...soapReply(growingEntities() + answer('<result>&e8;</result>')),
        passesUnread: true,
      }
    case 'down':
      return refusedConnection()
    case 'silence':
      return neverAnswers()
  }
}

/** The one element of the body, and the id in the header, each once more. */
const doubled = (text: string): string =>
  text
    .replace(/<((?:[\w.-]+:)?id)>[^<]*<\/\1>/, '$&$&')
    .replace(/(<d:.*<\/d:[^>]+>)(<\/b:Body>)/s, '$1$1$2')

const fault = (code: string, message: string): ProviderReply =>
  faultReply({ code, message, status: 500 })
