import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contentOf, readJson } from '#exchange/drivers/json.ts'

const said = (text: string | Buffer, lists: readonly string[] = []) => {
  const read = readJson(Buffer.from(text))
  return read.ok ? contentOf(read.json, lists) : read.reason
}

test('numbers are kept as they were written, yes and no are words, null is nothing', () => {
  deepEqual(said('\uFEFF {"a": 1.50, "b":true,"c":false ,"d":null,"e":12345678901234567890}'), {
    a: '1.50',
    b: 'yes',
    c: 'no',
    e: '12345678901234567890',
  })
})

test('a name of a list is always a list', () => {
  deepEqual(said('{"a":{"x":"1"},"b":["1"],"c":[]}', ['a']), { a: [{ x: '1' }], b: ['1'], c: [] })
})

test('what two readers could understand differently is refused', () => {
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  const cases: readonly (readonly [json: string | Buffer, reason: string | undefined])[] = [
    ['{"a":1,"a":2}', 'twice'],
    ['{"a":1,"\\u0061":2}', 'twice'],
    ['{"__proto__":{"admin":true}}', undefined],
    ['{"a":{"__proto__":1}}', undefined],
    [deep(33), 'too-deep'],
    ['['.repeat(1_000_000), 'too-deep'],
    [Buffer.from('{"a":"é"}', 'latin1'), 'not-utf8'],
    [Buffer.from('{"a":1}', 'utf16le'), 'not-json'],
    ['{"a":[[1]]}', undefined],
    ['{"a":[null]}', undefined],
    ['[]', undefined],
    ['"a"', undefined],
    ...[
      '',
      '{',
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      '[1,]',
      '{a:1}',
      "{'a':1}",
      '{"a":01}',
      '{"a":1}x',
    ].map((json) => [json, 'not-json'] as const),
    ...['{"a":"\n"}', '{"a":"\\x"}', '{"a":NaN}', '{"a":+1}', '{"a":"', '{"a":"\\'].map(
      (json) => [json, 'not-json'] as const,
    ),
  ]
  for (const [json, reason] of cases) equal(said(json), reason, json.toString().slice(0, 40))
  deepEqual(JSON.stringify(said(deep(32))).length, deep(32).length + 2)
  equal(({} as { admin?: string }).admin, undefined)
})

/** What our reader makes of it, from what the one of the engine makes of it. */
const plain = (value: unknown): unknown => {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object')
    return new Map(Object.entries(value).map(([name, each]) => [name, plain(each)]))
  return typeof value === 'number' ? JSON.stringify(value) : value
}

test('every JSON is read as the engine reads it', () => {
  const wide = fc.json({ maxDepth: 20, stringUnit: 'binary' })
  fc.assert(
    fc.property(wide, fc.constantFrom(undefined, 2), (json, space) => {
      const parsed: unknown = JSON.parse(json)
      const read = readJson(Buffer.from(JSON.stringify(parsed, null, space)))
      deepEqual(read, { ok: true, json: plain(parsed) })
    }),
  )
})

test('what the engine refuses is refused, and nothing throws', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '\\',
    '1',
    '-',
    'null',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      const read = readJson(Buffer.from(text))
      let isJson = true
      try {
        JSON.parse(text)
      } catch {
        isJson = false
      }
      equal(read.ok || read.reason === 'twice', isJson, text)
    }),
    { numRuns: 5000 },
  )
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void readJson(bytes)))
})

test('where all is text, a number is none, nor yes, no and nothing', () => {
  const read = (text: string) => readJson(Buffer.from(text), { textsOnly: true })
  for (const text of ['{"a":1}', '{"a":true}', '{"a":null}', '[1]', '{"a":{"b":-1.5e3}}']) {
    deepEqual(read(text), { ok: false, reason: 'not-text' }, text)
  }
  equal(read('{"a":"1","b":[{"c":"true"}]}').ok, true)
})
