import { BEGINNING, END } from '../binary.ts'
import type { Client, Connection } from 'pg'

/**
 * Rows in the binary form of COPY, all there already. `pg` itself asks for COPY and
 * does not send it; whoever hands it something that sends may.
 */
export function copyIn(client: Client, into: string, rows: Uint8Array): Promise<void> {
  const bytes = Buffer.concat([BEGINNING, rows, END])
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const copying = {
    submit: (connection: Connection) => connection.query(`copy ${into} from stdin (format binary)`),
    handleCopyInResponse: (connection: Connection & Sending) => {
      for (let from = 0; from < bytes.length; from += MESSAGE_BYTES) {
        connection.sendCopyFromChunk(bytes.subarray(from, from + MESSAGE_BYTES))
      }
      connection.endCopyFrom()
    },
    handleCommandComplete: () => undefined,
    handleError: reject,
    handleReadyForQuery: () => resolve(),
  }
  client.query(copying)
  return promise
}

/** What a connection of `pg` can do and its types leave out. */
type Sending = {
  readonly sendCopyFromChunk: (bytes: Uint8Array) => void
  readonly endCopyFrom: () => void
}

const MESSAGE_BYTES = 1 << 20
