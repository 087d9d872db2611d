import { isIP } from 'node:net'
import { join } from 'node:path'
import { failed, type Failure } from '#main/failure.ts'
import type { Endings } from '#main/endings.ts'
import type { DoorFiles } from '#main/door-tls.ts'
import { portSentence, takeDoor, type Door, type Face } from '#main/door.ts'
import type { Configuration } from '#platform/configuration.ts'
import { openStandInPayments, openStandInRegisters } from '#main/registers.ts'
import type { Registers } from '#standins/exchange/open-registers.ts'
import type { Payments } from '#standins/payments/open-payments.ts'
import { openMailFolder, type MailFolder } from '#standins/mail-folder.ts'
import { openMailServer } from '#standins/mailbox.ts'

/** The parts that listen, each at a port of its own. */
const LISTENERS = [
  { part: 'portal', setting: 'KECID_PORTAL_PORT', port: 'portalPort' },
  { part: 'office', setting: 'KECID_OFFICE_PORT', port: 'officePort' },
  { part: 'exchange', setting: 'KECID_EXCHANGE_PORT', port: 'exchangePort' },
  { part: 'standins', setting: 'KECID_STANDINS_PORT', port: 'standinsPort' },
] as const
export type Listener = (typeof LISTENERS)[number]['part']

/** All ports are taken before anything else is begun: where one cannot be had, nothing was done. */
export type Doors = {
  /** With the addresses as they turned out, where a port was left to the machine. */
  readonly configuration: Configuration
  readonly addresses: Readonly<Partial<Record<Listener, string>>>
  /** What the stand-in mail server takes; absent where it is no part of this process. */
  readonly mails: MailFolder | undefined
  /** The registers of the demonstration; absent where they are no part of this process. */
  readonly registers: Registers | undefined
  readonly payments: Payments | undefined
  readonly open: (listener: Listener, face: Face) => void
  /** Lets requests under way end; safe to call twice. */
  readonly close: () => Promise<void>
}

export type Taking = { readonly ok: true; readonly doors: Doors } | Failure

const PATIENCE_MS = 10_000

export async function takeDoors(configuration: Configuration, endings: Endings): Promise<Taking> {
  const { host, parts } = configuration
  const doors = new Map<Listener, Door>()
  let closing: Promise<void> | undefined
  const closeAll = async () => {
    await Promise.all([...doors.values()].map((door) => door.close(PATIENCE_MS)))
  }
  const close = () => (closing ??= closeAll())
  endings.add('doors', close)
  const post = parts.includes('standins') ? await openPost(configuration, endings) : undefined
  if (post?.ok === false) return post
  const opening = parts.includes('standins')
    ? await openStandInRegisters(configuration, endings, () =>
        placeOf(configuration, doors.get('exchange')?.port ?? configuration.exchangePort),
      )
    : undefined
  if (opening?.ok === false) return opening
  const registers = opening?.registers
  const paying = parts.includes('standins')
    ? await openStandInPayments(configuration, endings, {
        kecid: () =>
          placeOf(configuration, doors.get('exchange')?.port ?? configuration.exchangePort),
        standins: () =>
          `http://localhost:${doors.get('standins')?.port ?? configuration.standinsPort}`,
      })
    : undefined
  if (paying?.ok === false) return paying

  // What the exchange shows to callers of a demonstration was made with the registers.
  for (const { part, setting, port } of LISTENERS) {
    if (!parts.includes(part)) continue
    const tls = part === 'exchange' ? filesOf(configuration) : {}
    const opening = await takeDoor({ host, port: configuration[port], setting, ...tls })
    if (!opening.ok) return failed('environment', opening.problem)
    doors.set(part, opening.door)
  }

  const settled = withPorts(configuration, {
    portal: doors.get('portal')?.port,
    office: doors.get('office')?.port,
    smtp: post?.port,
    securityServer: registers?.ports.tls,
    bridge: registers?.ports.bridge,
    payments: paying?.payments.port,
  })
  const exchange = doors.get('exchange')
  const standins = doors.get('standins')
  return {
    ok: true,
    doors: {
      configuration: settled,
      addresses: {
        ...(doors.has('portal') ? { portal: settled.portalUrl } : {}),
        ...(doors.has('office') ? { office: settled.officeUrl } : {}),
        ...(exchange
          ? { exchange: `${schemeOf(configuration)}://localhost:${exchange.port}` }
          : {}),
        ...(standins ? { standins: `http://localhost:${standins.port}` } : {}),
      },
      mails: post?.mails,
      registers,
      payments: paying?.payments,
      open: (listener, face) => doors.get(listener)?.open(face),
      close,
    },
  }
}

/** Where a security server beside it reaches the exchange. */
function placeOf(configuration: Configuration, port: number): string {
  const { host } = configuration
  const reached = EVERYWHERE.includes(host) ? '127.0.0.1' : host
  return `${schemeOf(configuration)}://${isIP(reached) === 6 ? `[${reached}]` : reached}:${port}`
}

const EVERYWHERE = ['0.0.0.0', '::']

const schemeOf = ({ exchangeTls }: Configuration): string => (exchangeTls ? 'https' : 'http')

/** What others are shown and show where they ask by HTTPS. */
function filesOf({ exchangeTls, exchange }: Configuration): { readonly tls?: DoorFiles } {
  const { own, serverCertificateFile: callersFile } = exchange
  return exchangeTls && own && callersFile !== undefined ? { tls: { ...own, callersFile } } : {}
}

type Post = { readonly ok: true; readonly port: number; readonly mails: MailFolder } | Failure

async function openPost(configuration: Configuration, endings: Endings): Promise<Post> {
  const { host, smtpPort: port, dataFolder } = configuration
  const mails = await openMailFolder(join(dataFolder, 'standins', 'mails'))
  try {
    const server = await openMailServer({ host, port, folder: mails })
    endings.add('mail server', server.close)
    return { ok: true, port: server.port, mails }
  } catch (error) {
    const problem = portSentence(error, { host, port, setting: 'KECID_SMTP_PORT' })
    return failed('environment', problem)
  }
}

type Ports = Readonly<
  Record<
    'portal' | 'office' | 'smtp' | 'securityServer' | 'bridge' | 'payments',
    number | undefined
  >
>

/** An address that was made from port 0 gets the port that the machine chose. */
function withPorts(configuration: Configuration, ports: Ports): Configuration {
  const { portal, office, smtp, securityServer, bridge } = ports
  const settled = (url: string, port: number | undefined) =>
    port === undefined ? url : url.replace(/:0$/, `:${port}`)
  const perhaps = (url: string | undefined, port: number | undefined) =>
    url === undefined ? undefined : settled(url, port)
  const { exchange } = configuration
  return {
    ...configuration,
    portalUrl: settled(configuration.portalUrl, portal),
    officeUrl: settled(configuration.officeUrl, office),
    smtpUrl: settled(configuration.smtpUrl, smtp),
    exchange: {
      ...exchange,
      securityServerUrl: perhaps(exchange.securityServerUrl, securityServer),
      bridgeUrl: perhaps(exchange.bridgeUrl, bridge),
      payments: exchange.payments && {
        ...exchange.payments,
        url: settled(exchange.payments.url, ports.payments),
      },
    },
  }
}
