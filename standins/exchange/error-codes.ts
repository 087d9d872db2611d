import type { Spelling } from '#standins/exchange/state.ts'

/** Why a security server answers itself, written as until 7.7. */
export type SecurityServerError = {
  readonly code: Origin | `${Origin}.${string}`
  readonly message: string
}
type Origin = 'Client' | 'Server.ClientProxy' | 'Server.ServerProxy'

/** The one that got another name besides another spelling. */
const RENAMED: Readonly<Record<string, string>> = { OutdatedGlobalConf: 'GlobalConfOutdated' }
const ORIGINS = ['Client', 'Server', 'ClientProxy', 'ServerProxy']

/** `Server.ServerProxy.IOError` is `server.serverproxy.io_error` since 7.8.0. */
export function spelled(code: string, spelling: Spelling): string {
  if (spelling === 'dotted') return code
  return code
    .split('.')
    .map((part) => (ORIGINS.includes(part) ? part.toLowerCase() : underscored(part)))
    .join('.')
}

const underscored = (part: string): string =>
  (RENAMED[part] ?? part)
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()

/** Of what went wrong between a security server and its information system. */
export function networkError(error: unknown): SecurityServerError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const isSocket = /^(ECONN|ENOTFOUND|EHOSTUNREACH|EAI_|ENETUNREACH)/.test(code)
  return {
    code: `Server.ServerProxy.${isSocket ? 'NetworkError' : 'IOError'}`,
    message: isSocket ? 'Could not connect to the service' : 'Read timed out',
  }
}
