import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import type { TestContext } from 'node:test'
import { connect, disconnect, poolOf, type Database } from '#platform/database.ts'
import { addressAs, type Login } from '#platform/logins.ts'
import { masterKeysIn } from '#platform/master-key.ts'
import { createPortal } from '#portal/app.tsx'
import type { House } from '#records/house.ts'
import { keyStore } from '#records/keys.ts'
import { MASTER, type Applicant, type TestHouse } from '#test/house.ts'
import { visitor, type Visitor } from '#test/visitor.ts'

/** A portal of the same house that meets the database in another way. */
const ASSETS = join(resolve(import.meta.dirname, '..'), 'build', 'assets')

type Somebody = (who: Applicant) => Visitor

function portalWith(
  { faces }: TestHouse,
  ways: Partial<Pick<House, 'db' | 'door' | 'keys'>>,
): Somebody {
  const portal = createPortal({ ...faces.portal, ...ways }, ASSETS)
  return (who) => {
    const client = visitor(portal, faces.portal.portalUrl, () => who.token())
    for (const [name, value] of who.cookies) client.cookies.set(name, value)
    return client
  }
}

/** A portal that does not reach the store of keys. */
export function portalWithoutKeys(t: TestContext, house: TestHouse): Somebody {
  const away = connect({ url: 'postgres://kecid_keys@127.0.0.1:1/kecid', max: 1, application: '' })
  t.after(() => disconnect(away))
  return portalWith(house, { keys: keyStore(away, masterKeysIn('', [MASTER])) })
}

/** A portal whose way to the database can be cut and mended. */
export async function cuttablePortal(
  t: TestContext,
  house: TestHouse,
): Promise<{
  readonly as: Somebody
  readonly db: Database
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
}> {
  const address = new URL(poolOf(house.db).options.connectionString ?? '')
  const target = placeOf(address)
  const sockets = new Set<Socket>()
  const open = () => listening(target, sockets)
  let relay: Relay | undefined = await open()
  const port = relay.port
  address.searchParams.delete('host')
  address.searchParams.delete('port')
  address.host = `127.0.0.1:${port}`
  const as = (login: Login) =>
    connect({ url: addressAs(address.href, login), max: 2, application: 'test cut' })
  const [db, door] = [as('kecid_portal'), as('kecid_door')]
  const cut = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((done) => (relay ? relay.server.close(done) : done(undefined)))
    relay = undefined
  }
  t.after(async () => {
    await Promise.all([disconnect(db), disconnect(door)])
    await cut()
  })
  const mend = async () => {
    relay = await listening(target, sockets, port)
  }
  return { as: portalWith(house, { db, door }), db, cut, mend }
}

/** Where the server of the address listens: a folder with its socket, or a port. */
function placeOf(
  address: URL,
): { readonly path: string } | { readonly host: string; port: number } {
  const host = address.searchParams.get('host') ?? address.hostname
  const port = address.searchParams.get('port') ?? (address.port || '5432')
  return host.startsWith('/')
    ? { path: join(host, `.s.PGSQL.${port}`) }
    : { host, port: Number(port) }
}

type Relay = { readonly server: Server; readonly port: number }

function listening(
  target: ReturnType<typeof placeOf>,
  sockets: Set<Socket>,
  port = 0,
): Promise<Relay> {
  const server = createServer((near) => {
    const far = dial(target)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.on('error', () => undefined)
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.pipe(far)
    far.pipe(near)
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('a port was asked for')
      resolve({ server, port: address.port })
    })
  })
}
