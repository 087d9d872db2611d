import { BEGINNING, END } from '../binary.ts'
import type { Client, Connection } from 'pg'

/**
 * Rows in the binary form of COPY, all there already. `pg` itself asks for COPY and
 * does not send it; whoever hands it something that sends may.
 */
export function copyIn(client: Client, into: string, rows: Uint8Array): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const copying = {
    submit: (connection: Connection) => connection.query(`copy ${into} from stdin (format binary)`),
    handleCopyInResponse: (connection: Connection) => send(connection, rows),
    handleCommandComplete: () => undefined,
    handleError: reject,
    handleReadyForQuery: () => resolve(),
  }
  client.query(copying)
  return promise
}

/** Written to the stream as they lie: `pg` would copy each piece to put its head before it. */
function send({ stream }: Connection, rows: Uint8Array): void {
  stream.cork()
  sendPiece(stream, BEGINNING)
  for (let from = 0; from < rows.length; from += MESSAGE_BYTES) {
    sendPiece(stream, rows.subarray(from, from + MESSAGE_BYTES))
  }
  sendPiece(stream, END)
  stream.write(headOf('c', 0))
  stream.uncork()
}

function sendPiece(stream: Connection['stream'], bytes: Uint8Array): void {
  stream.write(headOf('d', bytes.length))
  stream.write(bytes)
}

/** The kind of a message and its length, which counts itself. */
function headOf(kind: 'c' | 'd', bytes: number): Buffer {
  const head = Buffer.from(`${kind}    `)
  head.writeInt32BE(LENGTH_BYTES + bytes, 1)
  return head
}

const LENGTH_BYTES = 4
const MESSAGE_BYTES = 1 << 18
