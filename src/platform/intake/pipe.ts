/** How judge and keeper speak: each piece is its length in four bytes, and then itself. */
const LENGTH_BYTES = 4

/** Larger than any form that is read, and than any picture that is shown in place of another. */
export const FILE_BYTES_MAX = 64 * 1024 * 1024

export const lengthOf = (size: number): Buffer => {
  const head = Buffer.alloc(LENGTH_BYTES)
  head.writeUInt32BE(size)
  return head
}

/** An answer is two pieces: what is said, as JSON, and a picture, or nothing. */
export function packed(said: object, bytes: Uint8Array = new Uint8Array()): Buffer {
  const text = Buffer.from(JSON.stringify(said))
  return Buffer.concat([lengthOf(text.length), text, lengthOf(bytes.length), bytes])
}

/**
 * The pieces of a stream, each whole; what is cut off at the end is no piece. Throws on one that
 * says it is larger than the bound, before any of it is held.
 */
export async function* readPieces(
  source: AsyncIterable<unknown>,
  bytesMax: number,
): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let held = 0
  for await (const part of source) {
    if (!(part instanceof Uint8Array)) throw new Error('A pipe gives bytes')
    parts.push(Buffer.from(part))
    held += part.length
    for (;;) {
      const wanted = LENGTH_BYTES + (held < LENGTH_BYTES ? 0 : firstLength(parts))
      if (wanted > LENGTH_BYTES + bytesMax) throw new Error('A piece is larger than any may be')
      if (held < wanted || held < LENGTH_BYTES) break
      const all = Buffer.concat(parts)
      yield all.subarray(LENGTH_BYTES, wanted)
      parts = [all.subarray(wanted)]
      held -= wanted
    }
  }
}

/** Joins no more than it must: a large file comes in some hundred parts. */
function firstLength(parts: Buffer[]): number {
  const [first = Buffer.alloc(0)] = parts
  if (first.length >= LENGTH_BYTES) return first.readUInt32BE(0)
  parts.splice(0, parts.length, Buffer.concat(parts))
  return parts[0]?.readUInt32BE(0) ?? 0
}
