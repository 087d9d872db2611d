/** A file is sent and sealed in steps of this size. */
export const STEP_BYTES = 256 * 1024

/** Less than this is not worth a record of its own, unless it is the end of the file. */
const STEP_BYTES_MIN = 4 * 1024

/**
 * Cuts what comes in into steps. Where the line breaks, what has come is the last step: the sender
 * asks afterwards how much there is, and goes on from there.
 */
export async function* stepsOf(
  source: AsyncIterable<Uint8Array>,
  left: number,
): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let held = 0
  let given = 0
  const taken = () => {
    const step = Buffer.concat(waiting)
    waiting = []
    held = 0
    given += step.length
    return step
  }
  for await (const piece of untilCut(source)) {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + STEP_BYTES - held)
      waiting.push(Buffer.from(part))
      held += part.length
      at += part.length
      if (held === STEP_BYTES) yield taken()
    }
    if (given + held > left) break // more than was announced is not even read
  }
  if (held >= STEP_BYTES_MIN || given + held >= left) if (held > 0) yield taken()
}

async function* untilCut(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]()
  for (;;) {
    const next = await pieces.next().catch(() => undefined)
    if (!next || next.done === true) return
    yield next.value
  }
}
