import { readFile } from 'node:fs/promises'
import { assert } from '#core/assert.ts'
import type { System, Systems } from '#core/policy/systems.ts'
import type { Call, Driver, Reply } from '#exchange/driver.ts'
import {
  bridge,
  bridgeTokens,
  type BridgeAddress,
  type BridgeTokens,
} from '#exchange/drivers/bridge.ts'
import type { XroadAddress } from '#exchange/drivers/asked.ts'
import { xroadSoap } from '#exchange/drivers/soap/xroad-soap.ts'
import { xroadRest } from '#exchange/drivers/xroad-rest.ts'
import { clientPath } from '#exchange/drivers/identifiers.ts'
import type { Offering } from '#exchange/offered/answering.ts'
import { paymentPortal } from '#exchange/payments/portal.ts'
import { paymentKeysIn } from '#exchange/payments/signed.ts'
import type { Paying } from '#exchange/payments/work.ts'
import { signersIn, signingBy, type Signing } from '#exchange/signing.ts'
import { openTls, type Tls } from '#exchange/tls.ts'
import { send } from '#exchange/transport.ts'
import type { Saying, Way, Ways } from '#exchange/ways.ts'
import type { Faces } from '#main/demonstration/live.ts'
import { renewed } from '#platform/certificate-files.ts'
import type { Configuration, ExchangePlaces } from '#platform/configuration.ts'
import { epochOf, systemClock } from '#platform/calendar.ts'
import { faultFields, type Log } from '#platform/log.ts'

/** What is not believed, however small its meaning: no answer of a register is larger. */
const ANSWER_BYTES_MAX = 10 * 1024 * 1024

/** What others are answered by, of policy as it is then. */
export function offeringOf(
  { jobs, exchange: db }: Faces,
  { stage, exchange }: Pick<Configuration, 'stage' | 'exchange'>,
): Offering {
  const { door, secret, clock, log, keys, vault } = jobs
  const policy = () => jobs.policy
  const signing = signingOf(exchange, log)
  const groundNeeded = stage === 'production'
  return { db, door, secret, policy, clock, log, signing, groundNeeded, files: { keys, vault } }
}

/** By the key that the configuration names, of which there is one in production. */
export function signingOf({ signingKeyFile }: ExchangePlaces, log: Log): Signing {
  assert(signingKeyFile !== undefined, 'the configuration names a key to sign with')
  return signingBy(
    renewed(
      [signingKeyFile],
      ([pem]) => signersIn(String(pem)),
      (fault) => log.warn('the key of the exchange cannot be used', faultFields(fault)),
    ),
  )
}

/** The portal of payments, where the configuration says that there is one. */
export function payingOf(
  { jobs, exchange: db }: Faces,
  { exchange }: Pick<Configuration, 'exchange'>,
): Paying | undefined {
  const { payments } = exchange
  if (payments === undefined) return undefined
  const { log } = jobs
  const broken = (fault: unknown) =>
    log.warn('what the portal of payments is known by cannot be used', faultFields(fault))
  const keys = renewed([payments.keyFile], ([pem]) => paymentKeysIn(String(pem)), broken)
  const secret = renewed([payments.secretFile], ([text]) => String(text).trim(), broken)
  const institution = () => clientPath(jobs.policy.systems.client)
  const { sign } = signingOf(exchange, log)
  const place = { url: payments.url, secret: async () => (await secret()) ?? '', institution, sign }
  return {
    db,
    log,
    now: jobs.databaseNow,
    portal: paymentPortal(place),
    keys: async () => (await keys()) ?? [],
    audience: institution,
  }
}

/** How systems are spoken with where the configuration says that they are. */
export function waysOf(
  places: ExchangePlaces,
  { log, systems }: { readonly log: Log; readonly systems: () => Systems },
): Ways {
  const tls = tlsOf(places, log)
  const asXroad = (system: System, { contract }: Saying): XroadAddress | undefined => {
    const { address } = system
    if ('identity' in address || places.securityServerUrl === undefined) return undefined
    const { version } = contract
    const service = { ...address, service: serviceOf(system, contract), version }
    return { securityServer: places.securityServerUrl, client: systems().client, service }
  }
  const asBridge = ({ address }: System, { contract }: Saying): BridgeAddress | undefined =>
    'identity' in address && places.bridgeUrl !== undefined
      ? { ...address, url: places.bridgeUrl, serviceName: contract.operation }
      : undefined
  return {
    'xroad-rest': wayOf(xroadRest, asXroad, tls),
    'xroad-soap': wayOf(xroadSoap, asXroad, tls),
    bridge: wayOf(bridge(tokensOf(places)), asBridge, undefined),
  }
}

/** PR-MESS 4.0.25 names a service as its body does; a REST service has a code of its own. */
const serviceOf = ({ driver }: System, { code, operation }: Saying['contract']): string =>
  driver === 'xroad-soap' ? operation : code

function wayOf<Address>(
  driver: Driver<Address>,
  addressOf: (system: System, saying: Saying) => Address | undefined,
  tls: Tls | undefined,
): Way {
  const callOf = (system: System, saying: Saying): Call<Address> | undefined => {
    const address = addressOf(system, saying)
    return address && { ...saying, address }
  }
  return {
    write: async (system, saying) => {
      const call = callOf(system, saying)
      if (call === undefined) return { ok: false, reason: 'identifier-missing', where: 'address' }
      return driver.write(call)
    },
    send: (request, timeoutMs) =>
      send(request, { timeoutMs, bytesMax: ANSWER_BYTES_MAX, ...(tls ? { tls } : {}) }),
    read: (system, saying, reply: Reply) => {
      const call = callOf(system, saying)
      if (call === undefined) return { outcome: 'unintelligible', code: 'address', receipt: {} }
      return driver.read(call, reply)
    },
  }
}

function tlsOf(places: ExchangePlaces, log: Log): Tls | undefined {
  const { securityServerUrl, serverCertificateFile: server, own } = places
  if (securityServerUrl?.startsWith('https:') !== true || server === undefined) return undefined
  return openTls(
    own
      ? { mode: 'https', server, certificate: own.certificateFile, key: own.keyFile }
      : { mode: 'https-noauth', server },
    (fault) => log.warn('certificates of the exchange cannot be used', faultFields(fault)),
  )
}

const LOOK_AGAIN_MS = 1000

/** The secret is looked at again a second later: another takes its place without a restart. */
function tokensOf({ bridgeSecretFile: file }: ExchangePlaces): BridgeTokens {
  let made: { readonly secret: string; readonly tokens: BridgeTokens } | undefined
  let lookedAt = -Infinity
  return async (address) => {
    if (made === undefined || performance.now() - lookedAt >= LOOK_AGAIN_MS) {
      const secret = file === undefined ? '' : (await readFile(file, 'utf8')).trim()
      lookedAt = performance.now()
      if (made?.secret !== secret) {
        const now = () => epochOf(systemClock.now())
        made = { secret, tokens: bridgeTokens(Buffer.from(secret), now) }
      }
    }
    return made.tokens(address)
  }
}
