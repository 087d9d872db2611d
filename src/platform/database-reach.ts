import { Client } from 'pg'
import { NO_SESSION } from '#platform/transaction.ts'
import { codeOf, isDiskFull } from '#platform/trouble.ts'

/** Of our own (db/functions/policy-in-force.sql). */
const OUTDATED = 'KC001'

export type Reach = { readonly ok: true } | { readonly ok: false; readonly problem: string }

/** Nothing newer than what 15 knows is used. */
const VERSION_MIN = 150_000
const CONNECT_MS_MAX = 10_000

/** Whether the server of an address can be used; if not, one sentence that tells no password. */
export async function reachDatabase(url: string): Promise<Reach> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS_MAX })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const found = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version,
              current_setting('server_encoding') as encoding`,
    )
    const [server] = found.rows
    return judged(url, server?.version ?? 0, server?.encoding ?? '')
  } catch (error) {
    return { ok: false, problem: reachSentence(url, error) }
  } finally {
    await client.end().catch(() => undefined) // it may never have been connected
  }
}

function judged(url: string, version: number, encoding: string): Reach {
  if (version < VERSION_MIN) {
    const major = Math.floor(version / 10_000)
    return {
      ok: false,
      problem: `${placeOf(url)} runs PostgreSQL ${major}; Keçid needs 15 or later.`,
    }
  }
  if (encoding !== 'UTF8') {
    return { ok: false, problem: `${placeOf(url)} is encoded in ${encoding}; Keçid needs UTF8.` }
  }
  return { ok: true }
}

/** Server and database, never the user or the password. */
function placeOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? hostname
  const door = port || searchParams.get('port') || '5432'
  return `The database ${pathname.slice(1)} at ${host}:${door}`
}

function reachSentence(url: string, error: unknown): string {
  return `${placeOf(url)} cannot be used: ${reasonOf(error)}. Check DATABASE_URL.`
}

function reasonOf(error: unknown): string {
  const code = codeOf(error)
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return 'no PostgreSQL answers there'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the name of the server is not known'
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'the server cannot be reached'
    case '28P01':
    case '28000':
      return 'it refused the user or the password'
    case '3D000':
      return 'there is no such database'
    case '53300':
      return 'it has no free connection'
    case '57P03':
      return 'it is starting or stopping'
    default:
      return code === '' ? 'it does not answer as PostgreSQL does' : `it answered ${code}`
  }
}

const GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
])

/**
 * pg has no codes for a connection that broke or did not come about in time, nor for a pool that
 * was ended: graphile-worker tries some of its notes again for as long as the database is away, by
 * when another shift has begun with another pool.
 */
const GONE_WORDS = new RegExp(
  [
    'timeout exceeded when trying to connect',
    'Connection terminated',
    'connection timeout',
    'not queryable',
    'Cannot use a pool after calling end',
  ].join('|'),
)

/** Whether the database could not do it just then: away, full or busy. */
export const isForNow = (error: unknown): boolean =>
  isUnreachable(error) || isDiskFull(error) || BUSY.has(codeOf(error))

/**
 * Out of resources, waited too long for somebody else's lock or for an answer, in each other's way
 * twice in a row, only readable while another server takes over, or given other policy meanwhile.
 */
const BUSY = new Set(['53000', '53200', '55P03', '57014', '40001', '40P01', '25006', OUTDATED])

/** Whether something was decided by policy that had been replaced: it was not written. */
export const isOutdated = (error: unknown): boolean => codeOf(error) === OUTDATED

/** Whether whoever asked has no session any more: it ended while they were on their way. */
export const isSignedOut = (error: unknown): boolean => codeOf(error) === NO_SESSION

/** Whether the database was away, so that the same request may succeed a little later. */
export function isUnreachable(error: unknown): boolean {
  if (GONE.has(codeOf(error))) return true
  if (!(error instanceof Error)) return false
  // The socket of a server is a file; any other missing file is a fault of ours.
  const missesSocket =
    codeOf(error) === 'ENOENT' && 'syscall' in error && error.syscall === 'connect'
  return missesSocket || GONE_WORDS.test(error.message) || isUnreachable(error.cause)
}
