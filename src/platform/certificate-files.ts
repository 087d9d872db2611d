import { createHash, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** What those files come to as they are now; undefined while they were never whole. */
export type Renewed<Made> = () => Promise<Made | undefined>

/** After this it is looked whether others have taken their place. */
export const LOOK_AGAIN_MS = 1000

/**
 * Files that are put in place of others count for whoever asks next, a second later at most. Those
 * that are broken, half-written or do not fit each other change nothing: what was made of the
 * former is kept, and `onBroken` is told once.
 */
export function renewed<Made>(
  paths: readonly string[],
  make: (parts: readonly Buffer[]) => Made,
  onBroken: (error: unknown) => void,
): Renewed<Made> {
  let made: Made | undefined
  let seen = ''
  let lookedAt = -Infinity
  let looking: Promise<void> | undefined
  const look = async () => {
    const found = await read(paths)
    if (found.digest === seen) return
    seen = found.digest
    try {
      if (found.trouble) throw found.trouble
      made = make(found.parts)
    } catch (error) {
      onBroken(error)
    }
  }
  return async () => {
    if (performance.now() - lookedAt >= LOOK_AGAIN_MS) {
      lookedAt = performance.now()
      looking = look()
    }
    await looking
    return made
  }
}

type Found = {
  readonly parts: readonly Buffer[]
  /** Of everything that was read, or of the reason why it was not. */
  readonly digest: string
  readonly trouble?: Error
}

async function read(paths: readonly string[]): Promise<Found> {
  try {
    const parts = await Promise.all(paths.map((path) => readFile(path)))
    return { parts, digest: parts.map(digestOf).join() }
  } catch (error) {
    const trouble = error instanceof Error ? error : new Error('unreadable')
    return { parts: [], digest: trouble.message, trouble }
  }
}

const digestOf = (part: Buffer): string => createHash('sha256').update(part).digest('hex')

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** Several may stand in one file, so that the next is there before the other side changes to it. */
export const certificatesIn = (file: Buffer): readonly X509Certificate[] =>
  (file.toString('latin1').match(PEM) ?? [file]).map((each) => new X509Certificate(each))
