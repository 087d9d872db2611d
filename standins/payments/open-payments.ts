import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Clock } from '#platform/calendar.ts'
import { paymentsApi } from '#standins/payments/api.ts'
import { paymentsState, type PaymentsState } from '#standins/payments/state.ts'

export type Payments = {
  readonly port: number
  readonly state: PaymentsState
  readonly close: () => Promise<void>
}

type Options = {
  readonly host: string
  readonly port: number
  /** Where its key and the secret are that Keçid reads as well. */
  readonly folder: string
  readonly clock: Clock
  /** Where Keçid takes notices, known once it does. */
  readonly notices: () => string
  readonly pageOf: (number: string) => string
}

const NOTICE_MS = 5000

/** The made-up portal of payments; rejects with the error of the socket. */
export async function openPayments(options: Options): Promise<Payments> {
  const { host, port, folder, clock, notices, pageOf } = options
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const key = createPrivateKey(await keptIn(join(folder, 'payments.key'), newKey))
  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' })
  await writeFile(join(folder, 'payments.pem'), publicPem, { mode: 0o600 })
  const drawn = () => randomBytes(32).toString('base64url')
  const secret = (await keptIn(join(folder, 'payments.secret'), drawn)).trim()
  const notify = (jws: string) => sendNotice(notices(), jws)
  const state = paymentsState({ key, clock, notify })
  const { fetch } = paymentsApi({ state, secret, pageOf, keys: () => keysOf(folder) })
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const server = serve({ fetch, hostname: host, port }, (place) => resolve(place.port))
  server.once('error', reject)
  const taken = await promise
  return {
    port: taken,
    state,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

async function sendNotice(url: string, jws: string): Promise<string> {
  try {
    const signal = AbortSignal.timeout(NOTICE_MS)
    const headers = { 'content-type': 'application/jose' }
    const reply = await fetch(url, { method: 'POST', body: jws, headers, signal })
    return String(reply.status)
  } catch {
    return 'not reached'
  }
}

/** By which Keçid signs in a demonstration; none where it has no key yet. */
async function keysOf(folder: string): Promise<readonly KeyObject[]> {
  const pem = await readFile(join(folder, 'signing.key'), 'utf8').catch(() => undefined)
  return pem === undefined ? [] : [createPublicKey(createPrivateKey(pem))]
}

const newKey = (): string =>
  String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))

/** Made once. */
async function keptIn(file: string, make: () => string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return kept
  const made = make()
  await writeFile(file, made, { mode: 0o600 })
  return made
}
