import type { Described } from '#exchange/descriptions/described.ts'
import { openApi } from '#exchange/descriptions/openapi.ts'
import { wsdl } from '#exchange/descriptions/wsdl.ts'
import { networkError, type SecurityServerError } from '#standins/exchange/error-codes.ts'
import { headerOf, type Provider } from '#standins/exchange/provider.ts'
import { pathsOf } from '#standins/exchange/rest-adapter.ts'
import type { Register } from '#standins/exchange/registers/register.ts'
import { inTime, type SecurityServer, type Service } from '#standins/exchange/security-server.ts'

type Fetched =
  | { readonly ok: true; readonly type: string | undefined; readonly text: string }
  | { readonly ok: false; readonly error: SecurityServerError }

type Wanted = {
  readonly of: string
  readonly code: string
  readonly version?: string
  readonly kind: Service['kind']
}

/** What others are shown in the place of each address: nobody asks a provider past its server. */
const ENDPOINT = 'http://example.org/xroad-endpoint'

/** As its provider serves it at that moment, but for where the provider is. */
export async function descriptionOf(server: SecurityServer, wanted: Wanted): Promise<Fetched> {
  const { of, code, version, kind } = wanted
  if (code === '') return no('InvalidRequest', 'Missing serviceCode in request')
  const named = server.services.filter((service) => service.of === of && service.code === code)
  if (named.length === 0) return no('UnknownService', `Service not found: '${of}/${code}'`)
  const described = named.find((service) => service.kind === kind)
  if (described?.description === undefined) {
    return no('InvalidServiceType', `Invalid service type of '${of}/${code}'`)
  }
  if (kind === 'soap' && described.version !== version) {
    return no('UnknownService', `Service not found: '${of}/${code}/${version ?? ''}'`)
  }
  try {
    const asked = { method: 'GET', path: '', headers: [], body: Buffer.alloc(0) }
    const { status, headers, body } = await inTime(server, described.description(asked))
    if (status !== 200) {
      return no('InternalError', `Failed reading service description. Status: ${status}`)
    }
    const text = ANONYMISED[kind](body.toString('utf8'))
    return { ok: true, type: headerOf(headers, 'content-type'), text }
  } catch (error) {
    if (error instanceof SyntaxError) {
      return no('InternalError', 'Failed overwriting origin URL for the openApi servers')
    }
    return { ok: false, error: networkError(error) }
  }
}

const no = (suffix: string, message: string): Fetched => ({
  ok: false,
  error: { code: `Server.ServerProxy.${suffix}`, message },
})

const ANONYMISED: Readonly<Record<Service['kind'], (text: string) => string>> = {
  rest: (text) => {
    const described: unknown = JSON.parse(text)
    return JSON.stringify({ ...(described as object), servers: [{ url: ENDPOINT }] })
  },
  soap: (text) => text.replaceAll(/(<[\w.-]+:address\s[^>]*location=")[^"]*/g, `$1${ENDPOINT}`),
}

const REGISTER_AT = 'http://register.invalid'

/** What a made-up register says of itself, by the contract of which it is the other side. */
export const openApiOf = (register: Register): Provider =>
  serving('application/json', JSON.stringify(openApi(describedBy(register), REGISTER_AT)))

export const wsdlOf = (register: Register): Provider =>
  serving('text/xml;charset=utf-8', wsdl(describedBy(register), `${REGISTER_AT}/soap`))

function describedBy({ contract, system }: Register): Described {
  const { operation, code } = contract
  const [path = ''] = pathsOf(contract)
  const title = `${system}: ${code}`
  const description = 'A register that is made up for a demonstration.'
  return { name: operation, title, description, services: [{ contract, title, path }] }
}

const serving =
  (type: string, text: string): Provider =>
  async () => ({ status: 200, headers: [['Content-Type', type]], body: Buffer.from(text) })
