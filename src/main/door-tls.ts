import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createSecureContext, type SecureContextOptions } from 'node:tls'
import { codeOf } from '#platform/trouble.ts'

/** What is shown to callers, and the certificates that they may show, several in one file. */
export type DoorFiles = {
  readonly certificateFile: string
  readonly keyFile: string
  readonly callersFile: string
}

type DoorTls = {
  readonly cert: string
  readonly key: string
  readonly ca: string[]
  readonly requestCert: true
  readonly rejectUnauthorized: true
  readonly minVersion: 'TLSv1.2'
  readonly allowPartialTrustChain: true
}

type Reading =
  | { readonly ok: true; readonly options: DoorTls }
  | { readonly ok: false; readonly problem: string }

/** Whoever shows none of those certificates is not spoken with at all. */
export async function readDoorTls(files: DoorFiles): Promise<Reading> {
  const { certificateFile, keyFile, callersFile } = files
  try {
    const [cert, key, callers] = await Promise.all([
      readFile(certificateFile, 'latin1'),
      readFile(keyFile, 'latin1'),
      readFile(callersFile, 'latin1'),
    ])
    const options = {
      cert,
      key,
      ca: certificatesIn(callers),
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      allowPartialTrustChain: true,
    } as const
    createSecureContext(options) // throws where a key does not fit its certificate
    return { ok: true, options }
  } catch (error) {
    const code = codeOf(error)
    return {
      ok: false,
      problem:
        `KECID_EXCHANGE_TLS cannot be followed (${code}): look at the files of ` +
        'KECID_EXCHANGE_CERTIFICATE, KECID_EXCHANGE_KEY and KECID_SECURITY_SERVER_CERTIFICATE.',
    }
  }
}

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** A file that holds none would let nobody in. */
function certificatesIn(text: string): string[] {
  const found = (text.match(PEM) ?? []).map((each) => String(new X509Certificate(each)))
  if (found.length > 0) return found
  throw Object.assign(new Error('There is no certificate in it'), { code: 'NO_CERTIFICATE' })
}

const LOOK_EVERY_MS = 1000

/** Files that take the place of others count for the next call; broken ones change nothing. */
export function renewed(
  server: { readonly setSecureContext: (options: SecureContextOptions) => void },
  files: DoorFiles,
): () => void {
  let last = ''
  const look = async () => {
    const read = await readDoorTls(files)
    if (!read.ok) return
    const { cert, key, ca } = read.options
    const now = [cert, key, ...ca].join()
    if (now === last) return
    last = now
    server.setSecureContext(read.options)
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
