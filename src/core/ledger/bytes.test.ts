import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bytesOfHex, hexOf, joined, sameBytes } from '#core/ledger/bytes.ts'

const bytes = fc.uint8Array({ maxLength: 80 })

test('bytes are written in lower-case hexadecimal and read back', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      equal(hexOf(some), Buffer.from(some).toString('hex'))
      deepEqual(bytesOfHex(hexOf(some)), some)
    }),
  )
})

test('text that is not lower-case hexadecimal is refused', () => {
  for (const text of ['0', 'abc', '0G', 'AB', ' 00', '00\n', '0x00']) {
    throws(() => bytesOfHex(text), /hexadecimal/)
  }
})

test('joined bytes are the parts in their order', () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 5 }), (parts) =>
      deepEqual(joined(parts), new Uint8Array(Buffer.concat(parts))),
    ),
  )
})

test('bytes are the same only when each of them is and none is left', () => {
  const cases = [
    [[], [], true],
    [[1, 2], [1, 2], true],
    [[1, 2], [1, 3], false],
    [[1, 2], [0, 2], false],
    [[1, 2], [1], false],
    [[1], [1, 2], false],
  ] as const
  deepEqual(
    cases.map(([some, others]) => [
      some,
      others,
      sameBytes(Uint8Array.of(...some), Uint8Array.of(...others)),
    ]),
    cases,
  )
})
