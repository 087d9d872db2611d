import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonical, canonicalBytes, type Json, readCanonical } from '#core/canonical.ts'

const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }) as fc.Arbitrary<Json>

test('the sample of RFC 8785 §3.2.2 gives the bytes of §3.2.4', () => {
  const sample = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`
  const bytes = [
    '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b',
    '3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c',
    '22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d',
  ].join('')
  equal(Buffer.from(canonicalBytes(JSON.parse(sample) as Json)).toString('hex'), bytes)
})

test('keys are sorted by UTF-16 code units, as in RFC 8785 §3.2.3', () => {
  const sample = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  }
  equal(
    canonical(sample),
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control",' +
      '"\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign",' +
      '"\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  )
})

test('numbers are written as in RFC 8785 appendix B', () => {
  const cases = [
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ] as const
  deepEqual(
    cases.map(([bits]) => [bits, canonical(Buffer.from(bits, 'hex').readDoubleBE())]),
    cases,
  )
})

test('canonical text parses back to the same value', () => {
  fc.assert(fc.property(json, (value) => deepEqual(JSON.parse(canonical(value)), zeroed(value))))
})

test('canonical text of canonical text is itself', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonical(value)
      equal(canonical(JSON.parse(text) as Json), text)
    }),
  )
})

test('the order in which keys were written changes nothing', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), json), {
    selector: ([key]) => key,
  })
  const shuffled = entries.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, ([some, others]) => {
      equal(canonical(Object.fromEntries(some)), canonical(Object.fromEntries(others)))
    }),
  )
})

test('bytes are read back only when they are the canonical form of what is wanted', () => {
  const isList = (value: unknown): value is readonly Json[] => Array.isArray(value)
  const read = (text: string | Uint8Array) => readCanonical(Buffer.from(text), isList)
  deepEqual(read('[1,"ə",{"a":1,"b":2}]'), [1, 'ə', { a: 1, b: 2 }])
  const others = [
    '{"a":1}',
    '[1, 2]',
    '[1.0]',
    '[{"b":2,"a":1}]',
    '[{"a":1,"a":1}]',
    String.raw`["\u0259"]`,
    '\ufeff[]',
    '[]\n',
    '[',
    '',
    Uint8Array.of(0x5b, 0x22, 0xff, 0x22, 0x5d),
  ]
  for (const other of others) equal(read(other), undefined)
})

test('what JSON cannot say is refused', () => {
  const itself: Record<string, unknown> = {}
  itself['again'] = itself
  const holed: unknown[] = []
  holed[1] = 1
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [Number.NaN, /finite/],
    [Number.POSITIVE_INFINITY, /finite/],
    [[1, Number.NEGATIVE_INFINITY], /finite/],
    ['\ud83d', /surrogate/],
    [{ '\ude00': 1 }, /surrogate/],
    [undefined, /data is null/],
    [{ missing: undefined }, /data is null/],
    [holed, /data is null/],
    [1n, /data is null/],
    [new Date(0), /plain/],
    [new Map(), /plain/],
    [itself, /nested/],
  ]
  for (const [value, promise] of cases) throws(() => canonical(value as Json), promise)
})

test('data may be nested 64 deep and no deeper', () => {
  const nested = (depth: number): Json => (depth === 0 ? 1 : [nested(depth - 1)])
  equal(canonical(nested(64)), `${'['.repeat(64)}1${']'.repeat(64)}`)
  throws(() => canonical(nested(65)), /nested/)
})

/** JSON has no negative zero. */
function zeroed(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}
