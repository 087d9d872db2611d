import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import {
  LOG_LEVELS,
  type LogLevel,
  PARTS,
  type Part,
  SETTINGS,
  SETTING_NAMES,
  STAGES,
  type SettingName,
  type Stage,
} from '#platform/settings.ts'

/**
 * The room `platform` hides PostgreSQL, files, keys, time and the environment from the rest, and
 * refuses to know what an application, a criterion or a decision is.
 *
 * Here the environment is read, once, and becomes data that was checked as a whole.
 */
export type Configuration = {
  readonly stage: Stage
  /** Undefined: run a PostgreSQL of our own in `dataFolder`. */
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  readonly host: string
  readonly portalPort: number
  readonly officePort: number
  readonly exchangePort: number
  /** Callers come by HTTPS, and show a certificate that is known. */
  readonly exchangeTls: boolean
  /** Addresses that are answered there. */
  readonly exchangeCallers: readonly string[]
  readonly standinsPort: number
  readonly smtpPort: number
  readonly securityServerPort: number
  readonly securityServerTlsPort: number
  readonly bridgePort: number
  readonly paymentsPort: number
  readonly portalUrl: string
  readonly officeUrl: string
  readonly smtpUrl: string
  readonly exchange: ExchangePlaces
  readonly mailFrom: string
  readonly contact: string
  readonly masterKeyFile: string
  /** Undefined: in `dataFolder` for a server that was named, and nowhere for our own. */
  readonly loginsFile: string | undefined
  readonly demonstration: boolean
  readonly parts: readonly Part[]
  readonly trustProxy: boolean
  readonly sessionHours: number
  readonly logLevel: LogLevel
}

/** Where the exchange asks; nothing of it is there where it was left out in production. */
export type ExchangePlaces = {
  readonly securityServerUrl: string | undefined
  /** Without them it is known, and knows us, by nothing but its address. */
  readonly serverCertificateFile: string | undefined
  readonly own: { readonly certificateFile: string; readonly keyFile: string } | undefined
  readonly bridgeUrl: string | undefined
  readonly bridgeSecretFile: string | undefined
  /** Signs what is told of statuses. */
  readonly signingKeyFile: string | undefined
  /** The portal of payments, by which keys it is believed and by which secret it knows us. */
  readonly payments:
    { readonly url: string; readonly keyFile: string; readonly secretFile: string } | undefined
}

export type Environment = Readonly<Record<string, string | undefined>>
type ConfigurationProblem = { readonly name: SettingName; readonly message: string }
export type ConfigurationReading =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly ConfigurationProblem[] }

const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, { error: `must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` })

const yesOrNo = oneOf(['yes', 'no']).transform((word) => word === 'yes')

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'must be a port, a number from 0 to 65535' })
  .transform(Number)
  .refine((number) => number <= 65_535, { error: 'must be a port, a number from 0 to 65535' })

const hours = z
  .string()
  .regex(/^([1-9]|1\d|2[0-4])$/, { error: 'must be a whole number of hours from 1 to 24' })
  .transform(Number)

const database = address(['postgres:', 'postgresql:'], 'postgres://host:port/database')
const mailServer = address(['smtp:', 'smtps:'], 'smtp://host:port or smtps://user:password@host')

const origin = address(['http:', 'https:'], 'https://portal.example, without a path').transform(
  (text, context) => {
    const url = new URL(text)
    if (url.href === `${url.origin}/`) return url.origin
    context.issues.push({
      code: 'custom',
      input: 'a web address',
      message: 'must look like https://portal.example, without a path',
    })
    return z.NEVER
  },
)

const parts = z.string().transform((text, context) => {
  const words = text.split(',').map((word) => word.trim())
  const known = PARTS.filter((part) => words.includes(part))
  if (known.length === words.length) return known
  context.issues.push({
    code: 'custom',
    input: text,
    message: `must list some of ${PARTS.join(', ')}, each once, with commas between`,
  })
  return z.NEVER
})

const callers = z.string().transform((text, context) => {
  const addresses = text.split(',').map((address) => address.trim())
  if (addresses.every((address) => isIP(address) > 0)) return addresses
  context.issues.push({
    code: 'custom',
    input: text,
    message: 'must list addresses such as 10.0.0.7 or fd00::7, with commas between',
  })
  return z.NEVER
})

const environment = z.object({
  NODE_ENV: oneOf(STAGES),
  DATABASE_URL: database.optional(),
  KECID_DATA: z.string(),
  KECID_HOST: z.string().regex(/^[\w.:-]+$/, { error: 'must be an address or a host name' }),
  KECID_PORTAL_PORT: port,
  KECID_OFFICE_PORT: port,
  KECID_EXCHANGE_PORT: port,
  KECID_EXCHANGE_CALLERS: callers,
  KECID_EXCHANGE_TLS: yesOrNo,
  KECID_STANDINS_PORT: port,
  KECID_SMTP_PORT: port,
  KECID_SECURITY_SERVER_PORT: port,
  KECID_SECURITY_SERVER_TLS_PORT: port,
  KECID_BRIDGE_PORT: port,
  KECID_PORTAL_URL: origin.optional(),
  KECID_OFFICE_URL: origin.optional(),
  KECID_SMTP_URL: mailServer.optional(),
  KECID_SECURITY_SERVER_URL: origin.optional(),
  KECID_SECURITY_SERVER_CERTIFICATE: z.string().optional(),
  KECID_EXCHANGE_CERTIFICATE: z.string().optional(),
  KECID_EXCHANGE_KEY: z.string().optional(),
  KECID_EXCHANGE_SIGNING_KEY: z.string().optional(),
  KECID_BRIDGE_URL: origin.optional(),
  KECID_BRIDGE_SECRET_FILE: z.string().optional(),
  KECID_PAYMENTS_PORT: port,
  KECID_PAYMENTS_URL: origin.optional(),
  KECID_PAYMENTS_KEY: z.string().optional(),
  KECID_PAYMENTS_SECRET_FILE: z.string().optional(),
  KECID_MAIL_FROM: z.string().regex(/^[^\r\n@]+@[^\r\n@]+$/, { error: 'must be an email address' }),
  KECID_CONTACT_EMAIL: z.email({ error: 'must be an email address' }),
  KECID_MASTER_KEY_FILE: z.string().optional(),
  KECID_LOGINS_FILE: z.string().optional(),
  KECID_DEMONSTRATION: yesOrNo.optional(),
  KECID_PARTS: parts.optional(),
  KECID_TRUST_PROXY: yesOrNo,
  KECID_SESSION_HOURS: hours,
  KECID_LOG: oneOf(LOG_LEVELS),
})

/** A setting left empty counts as left out. No message repeats a value that may hold a secret. */
export function readConfiguration(variables: Environment): ConfigurationReading {
  const given = SETTINGS.map((setting) => {
    const text = variables[setting.name]?.trim()
    return [setting.name, text === undefined || text === '' ? setting.default : text] as const
  })
  const parsed = environment.safeParse(Object.fromEntries(given))
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(problemOf) }

  const configuration = configured(parsed.data)
  const problems = [
    ...samePorts(configuration),
    ...withoutCertificates(configuration),
    ...(configuration.stage === 'production' ? unfitForProduction(parsed.data, configuration) : []),
  ]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, configuration }
}

/** The configuration of this process. */
export const configurationOfProcess = (): ConfigurationReading => readConfiguration(process.env)

function configured(read: z.infer<typeof environment>): Configuration {
  const stage = read.NODE_ENV
  const dataFolder = resolve(read.KECID_DATA)
  const withoutStandins = PARTS.filter((part) => part !== 'standins')
  return {
    stage,
    databaseUrl: read.DATABASE_URL,
    dataFolder,
    host: read.KECID_HOST,
    portalPort: read.KECID_PORTAL_PORT,
    officePort: read.KECID_OFFICE_PORT,
    exchangePort: read.KECID_EXCHANGE_PORT,
    exchangeCallers: read.KECID_EXCHANGE_CALLERS,
    exchangeTls: read.KECID_EXCHANGE_TLS,
    standinsPort: read.KECID_STANDINS_PORT,
    smtpPort: read.KECID_SMTP_PORT,
    securityServerPort: read.KECID_SECURITY_SERVER_PORT,
    securityServerTlsPort: read.KECID_SECURITY_SERVER_TLS_PORT,
    bridgePort: read.KECID_BRIDGE_PORT,
    paymentsPort: read.KECID_PAYMENTS_PORT,
    portalUrl: read.KECID_PORTAL_URL ?? `http://localhost:${read.KECID_PORTAL_PORT}`,
    officeUrl: read.KECID_OFFICE_URL ?? `http://localhost:${read.KECID_OFFICE_PORT}`,
    smtpUrl: read.KECID_SMTP_URL ?? `smtp://127.0.0.1:${read.KECID_SMTP_PORT}`,
    exchange: exchangeIn(read, dataFolder),
    mailFrom: read.KECID_MAIL_FROM,
    contact: read.KECID_CONTACT_EMAIL,
    masterKeyFile: resolve(read.KECID_MASTER_KEY_FILE ?? join(dataFolder, 'master.key')),
    loginsFile: read.KECID_LOGINS_FILE === undefined ? undefined : resolve(read.KECID_LOGINS_FILE),
    demonstration: read.KECID_DEMONSTRATION ?? stage === 'development',
    parts: read.KECID_PARTS ?? (stage === 'production' ? withoutStandins : PARTS),
    trustProxy: read.KECID_TRUST_PROXY,
    sessionHours: read.KECID_SESSION_HOURS,
    logLevel: read.KECID_LOG,
  }
}

/** The stand-ins' own, where no address was given; they are no part of production. */
function exchangeIn(read: z.infer<typeof environment>, dataFolder: string): ExchangePlaces {
  const { KECID_EXCHANGE_CERTIFICATE: certificate, KECID_EXCHANGE_KEY: key } = read
  const { KECID_EXCHANGE_SIGNING_KEY: signingKey } = read
  const isMadeUp = read.NODE_ENV !== 'production' && read.KECID_SECURITY_SERVER_URL === undefined
  const isBridgeMadeUp = read.NODE_ENV !== 'production' && read.KECID_BRIDGE_URL === undefined
  const standins = standinsExchange(dataFolder)
  const given = (file: string | undefined) => (file === undefined ? undefined : resolve(file))
  const own =
    certificate === undefined || key === undefined
      ? undefined
      : { certificateFile: resolve(certificate), keyFile: resolve(key) }
  const tlsPort = read.KECID_SECURITY_SERVER_TLS_PORT
  return {
    securityServerUrl: isMadeUp ? `https://127.0.0.1:${tlsPort}` : read.KECID_SECURITY_SERVER_URL,
    serverCertificateFile: isMadeUp
      ? join(standins, 'security-server.pem')
      : given(read.KECID_SECURITY_SERVER_CERTIFICATE),
    own: isMadeUp
      ? {
          certificateFile: join(standins, 'information-system.pem'),
          keyFile: join(standins, 'information-system.key'),
        }
      : own,
    bridgeUrl: isBridgeMadeUp
      ? `http://127.0.0.1:${read.KECID_BRIDGE_PORT}`
      : read.KECID_BRIDGE_URL,
    bridgeSecretFile: isBridgeMadeUp
      ? join(standins, 'bridge.secret')
      : given(read.KECID_BRIDGE_SECRET_FILE),
    payments: paymentsIn(read, standins),
    signingKeyFile:
      read.NODE_ENV !== 'production' && signingKey === undefined
        ? join(standins, 'signing.key')
        : given(signingKey),
  }
}

/** Where what is owed is told and what was paid is believed; nothing where one of it is missing. */
function paymentsIn(
  read: z.infer<typeof environment>,
  standins: string,
): ExchangePlaces['payments'] {
  const { KECID_PAYMENTS_URL: url, KECID_PAYMENTS_KEY: key } = read
  const { KECID_PAYMENTS_SECRET_FILE: secret } = read
  if (url === undefined) {
    if (read.NODE_ENV === 'production') return undefined
    return {
      url: `http://127.0.0.1:${read.KECID_PAYMENTS_PORT}`,
      keyFile: join(standins, 'payments.pem'),
      secretFile: join(standins, 'payments.secret'),
    }
  }
  if (key === undefined || secret === undefined) return undefined
  return { url, keyFile: resolve(key), secretFile: resolve(secret) }
}

/** Certificates and secrets of the demonstration alone. */
export const standinsExchange = (dataFolder: string): string =>
  join(dataFolder, 'standins', 'exchange')

/** HTTPS needs what is shown to callers, and what they show. */
function withoutCertificates({
  exchangeTls,
  exchange,
}: Configuration): readonly ConfigurationProblem[] {
  if (!exchangeTls || (exchange.own && exchange.serverCertificateFile !== undefined)) return []
  const message =
    'needs KECID_EXCHANGE_CERTIFICATE, KECID_EXCHANGE_KEY and KECID_SECURITY_SERVER_CERTIFICATE'
  return [{ name: 'KECID_EXCHANGE_TLS', message }]
}

function samePorts(configuration: Configuration): readonly ConfigurationProblem[] {
  const ports = [
    ['KECID_PORTAL_PORT', configuration.portalPort],
    ['KECID_OFFICE_PORT', configuration.officePort],
    ['KECID_EXCHANGE_PORT', configuration.exchangePort],
    ['KECID_STANDINS_PORT', configuration.standinsPort],
    ['KECID_SMTP_PORT', configuration.smtpPort],
    ['KECID_SECURITY_SERVER_PORT', configuration.securityServerPort],
    ['KECID_SECURITY_SERVER_TLS_PORT', configuration.securityServerTlsPort],
    ['KECID_BRIDGE_PORT', configuration.bridgePort],
    ['KECID_PAYMENTS_PORT', configuration.paymentsPort],
  ] as const
  return ports.flatMap(([name, port], index) => {
    const earlier = ports.slice(0, index).find(([, taken]) => taken === port && port !== 0)
    return earlier ? [{ name, message: `must differ from ${earlier[0]}` }] : []
  })
}

function unfitForProduction(
  read: z.infer<typeof environment>,
  configuration: Configuration,
): readonly ConfigurationProblem[] {
  const { demonstration, parts, portalUrl, officeUrl, smtpUrl, smtpPort, contact } = configuration
  const { securityServerUrl, serverCertificateFile, signingKeyFile } = configuration.exchange
  const asks = parts.includes('exchange')
  const standinMail = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${smtpPort}`)
  const refused: readonly (readonly [SettingName, boolean, string])[] = [
    ['KECID_DEMONSTRATION', demonstration, 'must be no in production'],
    ['KECID_PARTS', parts.includes('standins'), 'must not hold standins in production'],
    ['KECID_CONTACT_EMAIL', contact.endsWith('.example'), 'must be given in production'],
    ['DATABASE_URL', read.DATABASE_URL === undefined, 'must be given in production'],
    ['KECID_PORTAL_URL', !isHttps(portalUrl), 'must begin with https:// in production'],
    ['KECID_OFFICE_URL', !isHttps(officeUrl), 'must begin with https:// in production'],
    [
      'KECID_SECURITY_SERVER_URL',
      asks && securityServerUrl === undefined,
      'must be given in production where KECID_PARTS holds exchange',
    ],
    [
      'KECID_SECURITY_SERVER_CERTIFICATE',
      asks && securityServerUrl !== undefined && serverCertificateFile === undefined,
      'must be given in production',
    ],
    [
      'KECID_EXCHANGE_SIGNING_KEY',
      asks && signingKeyFile === undefined,
      'must be given in production where KECID_PARTS holds exchange',
    ],
    [
      'KECID_SMTP_URL',
      standinMail.includes(new URL(smtpUrl).host),
      'must name a real mail server in production',
    ],
  ]
  return refused.flatMap(([name, wrong, message]) => (wrong ? [{ name, message }] : []))
}

const isHttps = (url: string): boolean => url.startsWith('https://')

function address(schemes: readonly string[], example: string) {
  return z.string().refine((text) => URL.canParse(text) && fits(new URL(text), schemes), {
    error: `must look like ${example}`,
  })
}

const fits = (url: URL, schemes: readonly string[]): boolean =>
  schemes.includes(url.protocol) && (url.host !== '' || url.searchParams.has('host'))

function problemOf(issue: z.core.$ZodIssue): ConfigurationProblem {
  const name = SETTING_NAMES.find((known) => known === issue.path[0]) ?? 'NODE_ENV'
  return { name, message: issue.message }
}
