import { hash } from 'node:crypto'
import { assert } from '#core/assert.ts'
import { HASH_BYTES } from '#core/ledger/bytes.ts'

const BLOCK_BYTES = 64
const [INNER, OUTER] = [0x36, 0x5c]

/** Of one unit of UTF-16. */
const UTF8_BYTES_MAX = 3

/** What is hashed is put together here, each time over what was there before. */
let inner = Buffer.alloc(1 << 12)
const outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES, OUTER)

/**
 * HMAC of RFC 2104 in hexadecimal, as `commit` of the ledger takes it of a label and a value. Of
 * each copy there are dozens, and Node takes longer to make a key, a hash or room for a digest
 * than to hash.
 */
export function commitmentOf(salt: Uint8Array, text: string): string {
  assert(salt.length === HASH_BYTES, `a salt has ${HASH_BYTES} bytes`)
  const most = BLOCK_BYTES + text.length * UTF8_BYTES_MAX
  if (inner.length < most) inner = Buffer.alloc(most * 2)
  inner.fill(INNER, HASH_BYTES, BLOCK_BYTES)
  for (let at = 0; at < HASH_BYTES; at += 1) {
    const byte = salt[at] ?? 0
    inner[at] = byte ^ INNER
    outer[at] = byte ^ OUTER
  }
  const end = BLOCK_BYTES + inner.write(text, BLOCK_BYTES)
  outer.write(hash('sha256', inner.subarray(0, end), 'binary'), BLOCK_BYTES, 'binary')
  return hash('sha256', outer, 'hex')
}
