import { readFile } from 'node:fs/promises'
import { createSecureContext, type SecureContextOptions } from 'node:tls'
import { assert } from '#core/assert.ts'
import { certificatesIn, LOOK_AGAIN_MS, renewed } from '#platform/certificate-files.ts'
import { codeOf } from '#platform/trouble.ts'

/** What is shown to callers, and the certificates that they may show, several in one file. */
export type DoorFiles = {
  readonly certificateFile: string
  readonly keyFile: string
  readonly callersFile: string
}

type DoorTls = {
  readonly cert: Buffer
  readonly key: Buffer
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
  try {
    const parts = await Promise.all(pathsOf(files).map((path) => readFile(path)))
    return { ok: true, options: optionsOf(parts) }
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

const pathsOf = ({ certificateFile, keyFile, callersFile }: DoorFiles): readonly string[] => [
  certificateFile,
  keyFile,
  callersFile,
]

function optionsOf([cert, key, callers]: readonly Buffer[]): DoorTls {
  assert(cert !== undefined && key !== undefined && callers !== undefined, 'all three were read')
  const options = {
    cert,
    key,
    ca: certificatesIn(callers).map(String),
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    allowPartialTrustChain: true,
  } as const
  createSecureContext(options) // throws where a key does not fit its certificate
  return options
}

/** The next call is met by the files as they are then. */
export function follows(
  server: { readonly setSecureContext: (options: SecureContextOptions) => void },
  files: DoorFiles,
): () => void {
  const current = renewed(pathsOf(files), optionsOf, () => undefined)
  let last: DoorTls | undefined
  const look = async () => {
    const options = await current()
    if (options === undefined || options === last) return
    last = options
    server.setSecureContext(options)
  }
  const timer = setInterval(() => void look(), LOOK_AGAIN_MS / 4) // one may come a little early
  timer.unref()
  return () => clearInterval(timer)
}
