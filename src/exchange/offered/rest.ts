import { answerTo, type Offering } from '#exchange/offered/answering.ts'
import { problemReply } from '#exchange/offered/problems.ts'
import type { OfferedService } from '#exchange/offered/services.ts'
import { mediaTypeIn } from '#exchange/drivers/answers.ts'
import { clientFrom } from '#exchange/drivers/identifiers.ts'
import { contentOf, readJson } from '#exchange/drivers/json.ts'

/** A call by PR-REST 1.0.4, from the provider's side. */
export async function answerRest(
  offering: Offering,
  service: OfferedService,
  { headers, body }: { readonly headers: Headers; readonly body: Buffer },
): Promise<Response> {
  const asker = clientFrom(headers.get('x-road-client') ?? '')
  if (asker?.subsystem === undefined) return problemReply({ word: 'client' })
  const messageId = headers.get('x-road-id') ?? ''
  if (!isMessageId(messageId)) return problemReply({ word: 'message-id' })
  if (!isJson(headers)) return problemReply({ word: 'media-type' })
  const read = readJson(body, { textsOnly: true })
  const content = read.ok ? contentOf(read.json, service.contract.lists) : undefined
  const said = await answerTo(offering, { asker, messageId, service, content })
  if (!said.ok) return problemReply(said.refusal)
  return new Response(JSON.stringify(said.content), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}

/** Whatever a caller is known by there; it is kept, so it is no longer than a name. */
export const isMessageId = (text: string): boolean => /^[\x21-\x7e]{1,255}$/.test(text)

function isJson(headers: Headers): boolean {
  const { type, parameters } = mediaTypeIn(headers.get('content-type') ?? '')
  const charset = parameters.get('charset') ?? 'utf-8'
  return type === 'application/json' && charset.toLowerCase() === 'utf-8' && isPlain(headers)
}

/** What was packed would have to be unpacked before it is known how large it is. */
export const isPlain = (headers: Headers): boolean =>
  (headers.get('content-encoding') ?? 'identity') === 'identity'
