import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, type Failure } from '#main/failure.ts'
import type { Endings } from '#main/endings.ts'
import { portSentence } from '#main/door.ts'
import { systemClock } from '#platform/calendar.ts'
import { standinsExchange, type Configuration } from '#platform/configuration.ts'
import type { SettingName } from '#platform/settings.ts'
import { NOTICES } from '#exchange/payments/notices.ts'
import { openPayments, type Payments } from '#standins/payments/open-payments.ts'
import { openRegisters, type Registers } from '#standins/exchange/open-registers.ts'

/** By which the stand-in bridge knows this house, as policy/systems.yaml has it. */
const BRIDGE_IDENTITY = '6f1c2d7e-3a54-4b0e-9c7f-1d2a5be80431'

export type Opening = { readonly ok: true; readonly registers: Registers } | Failure

/** The registers of the demonstration, on ports of their own; one that is busy is named. */
export async function openStandInRegisters(
  configuration: Configuration,
  endings: Endings,
  kecid?: () => string,
): Promise<Opening> {
  const { host, dataFolder } = configuration
  const folder = standinsExchange(dataFolder)
  const ports = {
    plain: configuration.securityServerPort,
    tls: configuration.securityServerTlsPort,
    bridge: configuration.bridgePort,
  }
  try {
    await signingKeyIn(folder)
    const registers = await openRegisters({
      host,
      ports,
      certificatesFolder: folder,
      clock: systemClock,
      bridge: { identity: BRIDGE_IDENTITY, secret: await secretIn(folder) },
      ...(kecid ? { kecid } : {}),
    })
    endings.add('stand-in registers', registers.close)
    return { ok: true, registers }
  } catch (error) {
    const [setting, port] = settingOf(configuration, error)
    return failed('environment', portSentence(error, { host, port, setting }))
  }
}

export type PaymentsOpening = { readonly ok: true; readonly payments: Payments } | Failure

/** The portal of payments of the demonstration, on a port of its own. */
export async function openStandInPayments(
  configuration: Configuration,
  endings: Endings,
  at: { readonly kecid: () => string; readonly standins: () => string },
): Promise<PaymentsOpening> {
  const { host, dataFolder, paymentsPort: port } = configuration
  try {
    const payments = await openPayments({
      host,
      port,
      folder: standinsExchange(dataFolder),
      clock: systemClock,
      notices: () => `${at.kecid()}${NOTICES}`,
      pageOf: (number) => `${at.standins()}/pay/${encodeURIComponent(number)}`,
    })
    endings.add('stand-in payments', payments.close)
    return { ok: true, payments }
  } catch (error) {
    const setting = 'KECID_PAYMENTS_PORT'
    return failed('environment', portSentence(error, { host, port, setting }))
  }
}

/** By which what other systems are told of a status is signed in the demonstration; made once. */
async function signingKeyIn(folder: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  const made = writeFile(join(folder, 'signing.key'), pem, { mode: 0o600, flag: 'wx' })
  await made.catch((fault: unknown) => {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  })
}

/** Drawn once, and kept beside the certificates. */
async function secretIn(folder: string): Promise<string> {
  const file = join(folder, 'bridge.secret')
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return kept.trim()
  const secret = randomBytes(32).toString('base64url')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(file, `${secret}\n`, { mode: 0o600 })
  return secret
}

function settingOf(
  { securityServerPort, securityServerTlsPort, bridgePort }: Configuration,
  error: unknown,
): readonly [SettingName, number] {
  const busy = error instanceof Error && 'port' in error ? error.port : undefined
  if (busy === securityServerTlsPort)
    return ['KECID_SECURITY_SERVER_TLS_PORT', securityServerTlsPort]
  if (busy === bridgePort) return ['KECID_BRIDGE_PORT', bridgePort]
  return ['KECID_SECURITY_SERVER_PORT', securityServerPort]
}
