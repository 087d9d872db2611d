import { isDeepStrictEqual } from 'node:util'
import { inOrder } from '#exchange/contract.ts'
import type { Call, Driver, Exchanged, Reply, Written } from '#exchange/driver.ts'
import {
  BODY_BYTES_MAX,
  byStatus,
  held,
  unintelligible,
  type Result,
} from '#exchange/drivers/answers.ts'
import { below, unsent, wrongInCall, type XroadAddress } from '#exchange/drivers/asked.ts'
import {
  operationXml,
  readEnvelope,
  writeEnvelope,
  type ReadEnvelope,
  type SoapHeader,
} from '#exchange/drivers/soap/envelope.ts'
import { soapIn } from '#exchange/drivers/soap/first-part.ts'
import { contentIn, unwritableIn } from '#exchange/drivers/soap/xml.ts'
import { xroadFault } from '#exchange/drivers/xroad-errors.ts'

/** The X-Road Message Protocol 4.0 (PR-MESS 4.0.25), as whoever asks speaks it. */
export const xroadSoap: Driver<XroadAddress> = { write, read }

function write(call: Call<XroadAddress>): Written {
  const wrong = wrongInCall(call)
  if (wrong) return wrong
  const unwritable = unwritableIn(call.content)
  if (unwritable !== undefined) return unsent('identifier-forbidden', `content.${unwritable}`)
  const { operation, namespace, question } = call.contract
  const asked = operationXml(operation, namespace, inOrder(question, call.content))
  const body = writeEnvelope({ header: headerOf(call), body: asked })
  if (body.length > BODY_BYTES_MAX) return unsent('too-large', 'content')
  const headers = [
    ['Content-Type', 'text/xml; charset=utf-8'],
    ['SOAPAction', '""'],
  ] as const
  const url = below(call.address.securityServer, '')
  return { ok: true, request: { method: 'POST', url, headers, body } }
}

const headerOf = ({ address, messageId, userId, issue }: Call<XroadAddress>): SoapHeader => ({
  client: address.client,
  service: address.service,
  ...(address.targetSecurityServer && { securityServer: address.targetSecurityServer }),
  id: messageId,
  ...(userId !== undefined && { userId }),
  ...(issue !== undefined && { issue }),
  protocolVersion: '4.0',
})

function read(call: Call<XroadAddress>, reply: Reply): Exchanged {
  if (reply.body.length > BODY_BYTES_MAX) return { ...unintelligible('too-large'), receipt: {} }
  const soap = soapIn(reply)
  if (!soap.ok) {
    const wrong = byStatus(reply.status) ?? unintelligible(soap.code)
    return { ...wrong, receipt: {} }
  }
  const envelope = readEnvelope(soap.xml)
  const hash = envelope.kind === 'message' ? envelope.header.requestHash : undefined
  const receipt = hash === undefined ? {} : { requestHash: hash }
  return { ...resultOf(call, envelope, reply.status), receipt }
}

/**
 * As the security server's code does it, a fault comes with 200: the status counts only where no
 * SOAP came.
 */
function resultOf(call: Call<XroadAddress>, envelope: ReadEnvelope, status: number): Result {
  switch (envelope.kind) {
    case 'fault':
      return xroadFault(envelope.code)
    case 'refused':
      return byStatus(status) ?? unintelligible(envelope.reason)
    case 'message':
      return answerOf(call, envelope)
  }
}

/** PR-MESS 4.0.25, 2.2: an answer repeats what it was asked with. Absent is not empty. */
function answerOf(
  call: Call<XroadAddress>,
  { header, body }: Extract<ReadEnvelope, { readonly kind: 'message' }>,
): Result {
  const { contract } = call
  const ours = headerOf(call)
  const repeated = ['client', 'service', 'id', 'userId', 'issue'] as const
  if (!repeated.every((field) => isDeepStrictEqual(header[field], ours[field])))
    return unintelligible('other-message')
  const isOurs =
    body.name === `${contract.operation}Response` && body.namespace === contract.namespace
  return isOurs
    ? held(contract, contentIn(body, contract.lists))
    : unintelligible('other-operation')
}
