import type { Written } from '#exchange/driver.ts'

/** A member of X-Road, or one of its subsystems. */
export type XroadClient = {
  readonly instance: string
  readonly memberClass: string
  readonly memberCode: string
  readonly subsystem?: string
}

/** PR-REST lets the subsystem be absent; as the security server's code does, it is asked for. */
export type XroadService = XroadClient & {
  readonly subsystem: string
  readonly service: string
  readonly version?: string
}

/** One security server of a member. */
export type XroadServer = Omit<XroadClient, 'subsystem'> & { readonly server: string }

type Unsent = Written & { readonly ok: false }

/**
 * A security server only warns of characters that can be taken for a separator or not be seen
 * (PR-REST 1.0.4, 4.8); we do not send them. `.` and `..` would be taken for steps of a path.
 */
const FORBIDDEN = /[\p{Cc}%:;/\\\u200b\ufeff]|^\.{1,2}$/u

/** What is wrong with it before it is sent; undefined where nothing is. */
export function wrongIn(
  id: XroadClient | XroadService | XroadServer,
  where: string,
): Unsent | undefined {
  for (const [name, part] of Object.entries(id)) {
    const refused = (reason: Unsent['reason']): Unsent => ({
      ok: false,
      reason,
      where: `${where}.${name}`,
    })
    if (part === '') return refused('identifier-missing')
    if (!isPart(part)) return refused('identifier-forbidden')
  }
  return undefined
}

const isPart = (part: string): boolean =>
  part !== '' && part.isWellFormed() && !FORBIDDEN.test(part)

/** PR-REST 1.0.4, 4.2: each part percent-encoded by itself, the slash between them bare. */
const encoded = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/')

export const clientPath = ({ instance, memberClass, memberCode, subsystem }: XroadClient): string =>
  encoded([instance, memberClass, memberCode, subsystem])

export const serverPath = ({ instance, memberClass, memberCode, server }: XroadServer): string =>
  encoded([instance, memberClass, memberCode, server])

/** The version is no part of the identifier there; it begins the path of the service. */
export const servicePath = (id: XroadService): string =>
  encoded([id.instance, id.memberClass, id.memberCode, id.subsystem, id.service])

/** Three or four parts, as X-Road-Client carries them. */
export function clientFrom(path: string): XroadClient | undefined {
  const parts = partsFrom(path)
  const [instance = '', memberClass = '', memberCode = '', subsystem] = parts ?? []
  if (parts?.length === 3) return { instance, memberClass, memberCode }
  if (parts?.length !== 4 || subsystem === undefined) return undefined
  return { instance, memberClass, memberCode, subsystem }
}

/** All five parts. */
export function serviceFrom(path: string): XroadService | undefined {
  const parts = partsFrom(path)
  if (parts?.length !== 5) return undefined
  const [instance = '', memberClass = '', memberCode = '', subsystem = '', service = ''] = parts
  return { instance, memberClass, memberCode, subsystem, service }
}

function partsFrom(path: string): readonly string[] | undefined {
  try {
    const parts = path.split('/').map(decodeURIComponent)
    return parts.every(isPart) ? parts : undefined
  } catch {
    return undefined // a percent sign that encodes nothing
  }
}
