import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

/**
 * Browsers of a bench, as cheap as they can be: a socket each, which sends its next request when
 * the answer to the last is whole. A client library would cost as much as the page that it asks
 * for.
 */
export type Load = {
  readonly origin: string
  readonly clients: number
  readonly ms: number
  /** Of all clients together, however much time is left. */
  readonly most?: number
  /** The next request, from its first line to its end. */
  readonly request: () => string
  /** What every answer has to be. */
  readonly status: number
}

export type Answered = {
  readonly times: readonly number[]
  /** In a second. */
  readonly rate: number
}

export async function loaded(load: Load): Promise<Answered> {
  const { origin, clients, ms, most = Infinity, request, status } = load
  const { hostname, port } = new URL(origin)
  const times: number[] = []
  let asked = 0
  const began = performance.now()
  const browse = async () => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    await once(socket, 'connect')
    try {
      while (performance.now() - began < ms && asked < most) {
        asked += 1
        const since = performance.now()
        const head = await answer(socket, request())
        times.push(performance.now() - since)
        const found = Number(head.slice(9, 12))
        if (found !== status) throw new Error(`answered ${found}, not ${status}`)
      }
    } finally {
      socket.destroy()
    }
  }
  await Promise.all(Array.from({ length: clients }, browse))
  return { times, rate: (times.length * 1000) / (performance.now() - began) }
}

/** One answer: its head, once its body is there too. */
export function answer(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let [head, wanted] = ['', Infinity]
    const pieces: Buffer[] = []
    let length = 0
    const hear = (piece: Buffer) => {
      pieces.push(piece)
      length += piece.length
      if (head === '') {
        const all = pieces.length === 1 ? piece : Buffer.concat(pieces)
        const end = all.indexOf('\r\n\r\n')
        if (end < 0) return
        head = all.toString('latin1', 0, end)
        const body = bodyBytes(head)
        if (body === undefined) return finish(new Error('an answer without a length'))
        wanted = end + 4 + body
      }
      if (length >= wanted) finish()
    }
    const fail = () => finish(new Error('the server hung up'))
    const finish = (error?: Error) => {
      socket.off('data', hear).off('error', fail).off('close', fail)
      if (error) reject(error)
      else resolve(head)
    }
    socket.on('data', hear).on('error', fail).on('close', fail)
    socket.write(request)
  })
}

function bodyBytes(head: string): number | undefined {
  const said = /^content-length: *(\d+)/im.exec(head)?.[1]
  if (said !== undefined) return Number(said)
  // What leads elsewhere says nothing, in chunks of which the last comes first.
  return head.startsWith('HTTP/1.1 303') ? NO_CHUNKS.length : undefined
}

const NO_CHUNKS = '0\r\n\r\n'

/** A request as browsers write it, without what does not matter here. */
export const requestFor = (
  { origin, path }: { readonly origin: string; readonly path: string },
  headers: Readonly<Record<string, string>> = {},
  form?: string,
): string => {
  const lines = Object.entries({
    host: new URL(origin).host,
    'accept-encoding': 'gzip, deflate, br, zstd',
    ...headers,
    ...(form === undefined
      ? {}
      : {
          origin,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(form)),
        }),
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  const method = form === undefined ? 'GET' : 'POST'
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${form ?? ''}`
}

const TICKS_A_SECOND = 100

/** All that a process has taken of the processors so far, its helping threads included. */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND
}

export function memoryMegabytes(pid: number): number {
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
  return Number(resident) / 1024
}
