import { listClients } from '#standins/exchange/metadata.ts'
import { headerOf, type ProviderReply } from '#standins/exchange/provider.ts'
import { serveRest, type ConsumerRequest } from '#standins/exchange/rest-consumer.ts'
import type { SecurityServer } from '#standins/exchange/security-server.ts'
import { serveSoap } from '#standins/exchange/soap-consumer.ts'

/** Both protocols at one address: SOAP at its root, and REST at `/r1`. */
export async function serveSecurityServer(
  server: SecurityServer,
  request: ConsumerRequest,
): Promise<ProviderReply> {
  const [path = '', query = ''] = request.target.split('?', 2)
  if (path === '/') return await serveSoap(server, request)
  if (path === '/listClients' && request.method === 'GET') {
    const isJson = (headerOf(request.headers, 'accept') ?? '').includes('application/json')
    const instance = new URLSearchParams(query).get('xRoadInstance')
    return {
      status: 200,
      headers: [['Content-Type', isJson ? 'application/json' : 'text/xml;charset=utf-8']],
      body: Buffer.from(listClients(server, { instance, isJson })),
    }
  }
  return await serveRest(server, request)
}
