import { assert } from '#core/assert.ts'
import { inOrder } from '#exchange/contract.ts'
import { answerTo, type Offering } from '#exchange/offered/answering.ts'
import { titleOf, type Problem } from '#exchange/offered/problems.ts'
import { isMessageId, isPlain } from '#exchange/offered/rest.ts'
import { OFFERED_SERVICES } from '#exchange/offered/services.ts'
import {
  faultXml,
  operationXml,
  readEnvelope,
  writeEnvelope,
} from '#exchange/drivers/soap/envelope.ts'
import { soapIn } from '#exchange/drivers/soap/first-part.ts'
import { contentIn } from '#exchange/drivers/soap/xml.ts'

/** A call by PR-MESS 4.0.25, from the provider's side; its header comes back as it was written. */
export async function answerSoap(
  offering: Offering,
  { headers, body }: { readonly headers: Headers; readonly body: Buffer },
): Promise<Response> {
  const type = headers.get('content-type') ?? ''
  const came = soapIn({ status: 200, headers: [['content-type', type]], body })
  if (!came.ok || !isPlain(headers)) return faultReply({ word: 'media-type' })
  const envelope = readEnvelope(came.xml)
  if (envelope.kind !== 'message') return faultReply({ word: 'not-understood', where: 'envelope' })
  const { header, headerText, body: element } = envelope
  const { client: asker, id } = header
  if (asker.subsystem === undefined) return faultReply({ word: 'client' })
  if (!isMessageId(id)) return faultReply({ word: 'message-id' })
  const service = OFFERED_SERVICES.find(({ contract }) => contract.operation === element.name)
  if (service === undefined) return faultReply({ word: 'absent' })
  const { operation, namespace, version, lists, answer: agreed } = service.contract
  const { service: named } = header
  // Rights go by the service and not by its version, which may be left out.
  const isAsked = named.service === operation && (named.version ?? version) === version
  if (!isAsked || element.namespace !== namespace) return faultReply({ word: 'absent' })
  const content = contentIn(element, lists)
  const said = await answerTo(offering, { asker, messageId: id, service, content })
  if (!said.ok) return faultReply(said.refusal)
  assert(typeof said.content['result'] === 'string', 'one word is always said')
  const answer = operationXml(`${operation}Response`, namespace, inOrder(agreed, said.content))
  return xmlReply(200, writeEnvelope({ header: headerText, body: answer }))
}

/** A refusal, and nothing that was found out; a security server takes no other status than 500. */
export function faultReply(problem: Problem): Response {
  const { word, where } = problem
  const code = word === 'fault' || word === 'busy' ? 's:Server' : 's:Client'
  const text = [titleOf(problem), where].filter(Boolean).join(': ')
  return xmlReply(500, writeEnvelope({ body: faultXml({ code, text, detail: word }) }))
}

const xmlReply = (status: 200 | 500, body: Buffer): Response =>
  new Response(new Uint8Array(body), {
    status,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
  })
