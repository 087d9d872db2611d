import { deepEqual, equal, notEqual, throws } from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { isoMoment } from '#core/dated.ts'
import { commit, PURPOSES, VERSIONS } from '#core/ledger/commitment.ts'
import { leafBytes, readLeaf } from '#core/ledger/leaf.ts'
import {
  leafWithOpening,
  mismatches,
  openingBytes,
  readOpening,
  type Said,
} from '#core/ledger/opening.ts'

const hmac = (key: Uint8Array, bytes: Uint8Array) =>
  createHmac('sha256', key).update(bytes).digest()
const bytesOf = (text: string) => new TextEncoder().encode(text)

const salts = fc.uint8Array({ minLength: 32, maxLength: 32 })
const values = fc.uint8Array({ minLength: 1, maxLength: 40 })

const SALT = new Uint8Array(32).fill(7)
const SAID: Said = {
  kind: 'event',
  type: 'criterion-scored',
  at: isoMoment('2026-11-22T08:15:30.125Z'),
  id: '0b6f2a54-3c1d-4e8f-9a70-5d2c8b1e4f63',
  role: 'case-officer',
  body: 'migration-service',
  policy: null,
}
const HIDDEN = {
  case: 'case-1',
  subject: 'ana',
  actor: 'officer-1',
  cause: 'event-1',
  payload: bytesOf('{"a":1}'),
}

test('a commitment is the MAC of label, zero and value under the salt', () => {
  fc.assert(
    fc.property(
      salts,
      values,
      fc.constantFrom(...PURPOSES),
      fc.constantFrom(...VERSIONS),
      (salt, value, purpose, version) => {
        const label = Buffer.from(`kecid/v${version}/${purpose}\0`, 'latin1')
        const message = Buffer.concat([label, value])
        equal(commit({ hmac, salt, version, purpose, value }), hmac(salt, message).toString('hex'))
      },
    ),
  )
})

test('another salt, version, purpose or value gives another commitment', () => {
  const all = [SALT, new Uint8Array(32)].flatMap((salt) =>
    VERSIONS.flatMap((version) =>
      PURPOSES.flatMap((purpose) =>
        ['a', 'b', '\0a'].map((value) =>
          commit({ hmac, salt, version, purpose, value: bytesOf(value) }),
        ),
      ),
    ),
  )
  equal(new Set(all).size, 2 * 2 * 5 * 3)
})

test('nothing is committed without a whole salt, a value and a MAC of 32 bytes', () => {
  const [version, purpose, value] = [2, 'case', bytesOf('case-1')] as const
  for (const length of [0, 16, 31, 33]) {
    throws(
      () => commit({ hmac, salt: new Uint8Array(length), version, purpose, value }),
      /salt has 32/,
    )
  }
  throws(
    () => commit({ hmac, salt: SALT, version, purpose, value: new Uint8Array() }),
    /to something/,
  )
  const shortMac = (key: Uint8Array, bytes: Uint8Array) => hmac(key, bytes).subarray(0, 20)
  throws(() => commit({ hmac: shortMac, salt: SALT, version, purpose, value }), /MAC/)
})

test('a leaf says nothing of what its opening says', () => {
  const { leaf, opening } = leafWithOpening(SAID, HIDDEN, { hmac, salt: SALT })
  const text = Buffer.from(leafBytes(leaf)).toString()
  for (const id of [opening.salt, 'case-1', 'ana', 'officer-1']) equal(text.includes(id), false)
})

test('an opening fits the leaf that it was made with', () => {
  fc.assert(
    fc.property(salts, values, (salt, payload) => {
      const { leaf, opening } = leafWithOpening(SAID, { ...HIDDEN, payload }, { hmac, salt })
      deepEqual(mismatches(leaf, { opening, payload }, hmac), [])
    }),
  )
})

test('an opening that says something else is told by its purpose', () => {
  const { leaf, opening } = leafWithOpening(SAID, HIDDEN, { hmac, salt: SALT })
  const { payload } = HIDDEN
  const found = [
    mismatches(leaf, { opening: { ...opening, case: 'case-2' }, payload }, hmac),
    mismatches(leaf, { opening: { ...opening, subject: null }, payload }, hmac),
    mismatches(leaf, { opening: { ...opening, actor: 'ana' }, payload }, hmac),
    mismatches(leaf, { opening: { ...opening, cause: null }, payload }, hmac),
    mismatches(leaf, { opening, payload: bytesOf('{"a":2}') }, hmac),
    mismatches(leaf, { opening: { ...opening, salt: '00'.repeat(32) }, payload }, hmac),
  ]
  deepEqual(found, [['case'], ['subject'], ['actor'], ['cause'], ['payload'], [...PURPOSES]])
})

test('what does not apply is null in the leaf and in the opening', () => {
  const { leaf, opening } = leafWithOpening(SAID, { ...HIDDEN, case: null }, { hmac, salt: SALT })
  equal(leaf.case, null)
  equal(opening.case, null)
  deepEqual(mismatches(leaf, { opening, payload: HIDDEN.payload }, hmac), [])
  deepEqual(
    mismatches(leaf, { opening: { ...opening, case: 'x' }, payload: HIDDEN.payload }, hmac),
    ['case'],
  )
})

test('two leaves of the same deed have no commitment in common', () => {
  const other = leafWithOpening(SAID, HIDDEN, { hmac, salt: new Uint8Array(32) }).leaf
  const { leaf } = leafWithOpening(SAID, HIDDEN, { hmac, salt: SALT })
  for (const purpose of PURPOSES) notEqual(leaf[purpose], other[purpose])
})

test('an opening is read back from its bytes, and from no others', () => {
  const { opening } = leafWithOpening(SAID, HIDDEN, { hmac, salt: SALT })
  const text = Buffer.from(openingBytes(opening)).toString()
  deepEqual(readOpening(Buffer.from(text)), opening)
  const others = [
    '',
    `${text} `,
    text.replace('"v":2', '"v":1'),
    text.replace('"v":2', '"v":3'),
    text.replace('"ana"', '""'),
    text.replace('"ana"', '7'),
    text.replace('"ana"', String.raw`"\ud83d"`),
    text.replace('07', 'ZZ'),
    text.replace('"salt":"07', '"salt":"'),
    text.replace('"v":2', '"v":2,"w":1'),
  ]
  for (const other of others) equal(readOpening(Buffer.from(other)), undefined)
})

test('an opening that could not be read back is never made', () => {
  const make = (hidden: object, salt = SALT) =>
    leafWithOpening(SAID, { ...HIDDEN, ...hidden }, { hmac, salt })
  throws(() => make({ subject: '' }), /ledger §3.2/)
  throws(() => make({ subject: '\ud83d' }), /ledger §3.2/)
  throws(() => make({ name: 'Ana' }), /ledger §3.2/)
  throws(() => make({}, new Uint8Array(31)), /ledger §3.2/)
  const { opening } = make({})
  throws(() => openingBytes({ ...opening, salt: 'seven' }), /ledger §3.2/)
})

test('a leaf of the first form, which knew no cause, is still checked by its opening', () => {
  const opening = {
    v: 1,
    salt: '07'.repeat(32),
    case: 'case-1',
    subject: 'ana',
    actor: null,
  } as const
  const of = (purpose: 'case' | 'subject' | 'payload', value: Uint8Array) =>
    commit({ hmac, salt: SALT, version: 1, purpose, value })
  const { payload } = HIDDEN
  const leaf = {
    ...SAID,
    v: 1,
    kind: 'event',
    role: 'system',
    case: of('case', bytesOf('case-1')),
    subject: of('subject', bytesOf('ana')),
    actor: null,
    payload: of('payload', payload),
  } as const
  deepEqual(readLeaf(leafBytes(leaf)), leaf)
  deepEqual(readOpening(openingBytes(opening)), opening)
  deepEqual(mismatches(leaf, { opening, payload }, hmac), [])
  deepEqual(mismatches(leaf, { opening: { ...opening, v: 2, cause: null }, payload }, hmac), [
    'case',
    'subject',
    'payload',
  ])
})
