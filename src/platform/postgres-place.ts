import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from '#platform/postgres-program.ts'
import { troubleSentence } from '#platform/trouble.ts'

/** Where one PostgreSQL keeps its files and answers; the same after every restart. */
export type PostgresPlace = {
  readonly dataFolder: string
  readonly logFile: string
  /** A folder of sockets, or 127.0.0.1 where Node knows no sockets in files. */
  readonly host: string
  readonly port: number
}

export type PlaceFinding =
  | { readonly ok: true; readonly place: PostgresPlace }
  | { readonly ok: false; readonly problem: string }

/** Linux takes 107 bytes for the path of a socket, macOS 103. */
const SOCKET_PATH_MAX = 100
const PORT = 5432

/** Makes the folders that must be there before `initdb`; each already there is left as it is. */
export function preparePlace(folder: string, account: Account): PlaceFinding {
  const paths = { dataFolder: join(folder, 'postgres'), logFile: join(folder, 'postgres.log') }
  try {
    // Two calls: `recursive` with 0700 would close the folders above as well.
    mkdirSync(folder, { recursive: true })
    if (process.platform === 'win32') {
      return { ok: true, place: { ...paths, host: '127.0.0.1', port: ownPort(folder) } }
    }
    const sockets = socketFolder(folder)
    const owner = ownedBy(sockets, account)
    if (owner !== account.uid) return { ok: false, problem: ownerSentence(sockets, owner) }
    return { ok: true, place: { ...paths, host: sockets, port: PORT } }
  } catch (error) {
    return { ok: false, problem: troubleSentence(error, folder) }
  }
}

/** The database beside those that `initdb` makes. */
export const DATABASE = 'kecid'

/** Nobody can log in as this one but into a cluster that is thrown away. */
export const SUPERUSER = 'kecid_super'

export const urlOf = ({ host, port }: PostgresPlace): string =>
  host === '127.0.0.1'
    ? `postgres://127.0.0.1:${port}/${DATABASE}`
    : `postgres://localhost/${DATABASE}?host=${encodeURIComponent(host)}&port=${port}`

export const socketOf = ({ host, port }: PostgresPlace): string => join(host, `.s.PGSQL.${port}`)

export const ownerSentence = (path: string, owner: number): string =>
  `${path} belongs to another account (uid ${owner}); start Keçid as the account that made it, ` +
  'or choose another folder with KECID_DATA.'

function socketFolder(folder: string): string {
  const near = join(folder, 'sockets')
  if (Buffer.byteLength(join(near, `.s.PGSQL.${PORT}`)) <= SOCKET_PATH_MAX) return near
  // A name of its own for each data folder, so that the address outlives a restart.
  return join(tmpdir(), `kecid-${digestOf(folder).toString('hex').slice(0, 16)}`)
}

const digestOf = (folder: string): Buffer => createHash('sha256').update(folder).digest()

/** From the range that is free for private use; the same one for the same folder. */
const ownPort = (folder: string): number => 49_152 + (digestOf(folder).readUInt32BE() % 16_000)

/** Makes the folder for that account alone, or tells whose it is. */
function ownedBy(path: string, account: Account): number {
  const present = lstatSync(path, { throwIfNoEntry: false })
  if (present) return present.isDirectory() ? present.uid : -1
  mkdirSync(path, { mode: 0o700 })
  chownSync(path, account.uid, account.gid)
  return account.uid
}
