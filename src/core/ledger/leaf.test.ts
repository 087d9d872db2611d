import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { type Commitment, isCommitment } from '#core/ledger/commitment.ts'
import { isLeaf, LEAF_BYTES_MAX, type Leaf, leafBytes, readLeaf } from '#core/ledger/leaf.ts'

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString()

function commitment(digit: string): Commitment {
  const text = digit.repeat(64)
  ok(isCommitment(text))
  return text
}

const LEAF: Leaf = {
  v: 2,
  kind: 'event',
  type: 'application-submitted',
  at: isoMoment('2026-11-22T08:15:30.125Z'),
  id: '0b6f2a54-3c1d-4e8f-9a70-5d2c8b1e4f63',
  case: commitment('a'),
  subject: commitment('b'),
  actor: commitment('c'),
  cause: null,
  role: 'applicant',
  body: null,
  payload: commitment('d'),
  policy: null,
}

test('a leaf is the canonical form of its fields', () => {
  equal(
    textOf(leafBytes(LEAF)),
    `{"actor":"${'c'.repeat(64)}","at":"2026-11-22T08:15:30.125Z","body":null,` +
      `"case":"${'a'.repeat(64)}","cause":null,"id":"0b6f2a54-3c1d-4e8f-9a70-5d2c8b1e4f63",` +
      `"kind":"event","payload":"${'d'.repeat(64)}","policy":null,"role":"applicant",` +
      `"subject":"${'b'.repeat(64)}","type":"application-submitted","v":2}`,
  )
})

test('a leaf is read back from its bytes', () => {
  deepEqual(readLeaf(leafBytes(LEAF)), LEAF)
})

test('a field that is not in its form makes no leaf', () => {
  const cases = [
    ['v', 1],
    ['v', 3],
    ['v', '1'],
    ['kind', 'note'],
    ['type', ''],
    ['type', 'Submitted'],
    ['type', 'application_submitted'],
    ['type', '-submitted'],
    ['type', 'submitted-'],
    ['type', '1st-page'],
    ['type', 'x'.repeat(65)],
    ['at', '2026-11-22T08:15:30Z'],
    ['at', '2026-11-22T12:15:30.125+04:00'],
    ['at', '2026-11-31T08:15:30.125Z'],
    ['id', '0B6F2A54-3C1D-4E8F-9A70-5D2C8B1E4F63'],
    ['id', '0b6f2a54-3c1d-1e8f-9a70-5d2c8b1e4f63'],
    ['id', '0b6f2a543c1d4e8f9a705d2c8b1e4f63'],
    ['case', 'a'.repeat(63)],
    ['case', 'A'.repeat(64)],
    ['case', ''],
    ['subject', 'g'.repeat(64)],
    ['actor', 'Ana'],
    ['cause', 'the submission'],
    ['role', null],
    ['role', 'Case officer'],
    ['body', ''],
    ['body', 'Miqrasiya'],
    ['payload', null],
    ['payload', `${'d'.repeat(64)}\n`],
    ['policy', 'procedure of 2025'],
  ] as const
  for (const [field, value] of cases) equal(isLeaf({ ...LEAF, [field]: value }), false, field)
})

test('a leaf has every field and no other', () => {
  for (const field of Object.keys(LEAF)) {
    const { [field]: _, ...others } = LEAF as Record<string, unknown>
    equal(isLeaf(others), false, field)
    equal(isLeaf({ ...others, other: null }), false, field)
  }
  equal(isLeaf({ ...LEAF, name: 'Ana' }), false)
  for (const other of [null, 'leaf', 1, [], undefined]) equal(isLeaf(other), false)
})

test('each kind of leaf has what it needs and nothing that it cannot have', () => {
  const cases = [
    // kind     case   subject actor  policy  is a leaf
    ['event', 'a', 'b', 'c', null, true],
    ['event', 'a', 'b', null, null, true],
    ['event', null, 'b', 'c', null, false],
    ['event', 'a', null, 'c', null, true],
    ['look', 'a', 'b', 'c', null, true],
    ['look', null, 'b', 'c', null, true],
    ['look', 'a', null, 'c', null, false],
    ['look', 'a', 'b', null, null, false],
    ['policy', null, null, 'c', 'e', true],
    ['policy', null, null, null, 'e', true],
    ['policy', null, null, 'c', null, false],
    ['policy', 'a', null, 'c', 'e', false],
    ['policy', null, 'b', 'c', 'e', false],
    ['document', 'a', 'b', 'c', 'e', true],
    ['document', null, 'b', 'c', 'e', false],
    ['document', 'a', null, 'c', 'e', false],
    ['access', null, 'b', 'c', null, true],
    ['access', null, 'b', null, null, true],
    ['access', 'a', 'b', 'c', null, false],
    ['access', null, null, 'c', null, false],
    ['access', null, 'b', 'c', 'e', false],
  ] as const
  const digits = (digit: string | null) => digit?.repeat(64) ?? null
  const found = cases.map(([kind, caseOf, subject, actor, policy]) => {
    const role = actor === null ? 'system' : 'officer'
    const [hidden, seen] = [{ actor: digits(actor), subject: digits(subject) }, digits(policy)]
    const leaf = { ...LEAF, ...hidden, kind, role, case: digits(caseOf), policy: seen }
    return [kind, caseOf, subject, actor, policy, isLeaf(leaf)]
  })
  deepEqual(found, cases)
})

test('only events and documents follow from an event', () => {
  const cause = commitment('f')
  const caused = (said: object) => isLeaf({ ...LEAF, cause, ...said })
  equal(caused({}), true)
  equal(caused({ kind: 'document' }), true)
  equal(caused({ kind: 'look' }), false)
  equal(caused({ kind: 'access', case: null }), false)
  equal(caused({ kind: 'policy', case: null, subject: null, policy: 'e'.repeat(64) }), false)
})

test('the first form is what it was: no cause, no access, and a subject in every event', () => {
  const { cause: _, ...rest } = LEAF
  const first = { ...rest, v: 1 }
  equal(isLeaf(first), true)
  equal(isLeaf({ ...first, cause: null }), false)
  equal(isLeaf({ ...first, subject: null }), false)
  equal(isLeaf({ ...first, kind: 'access', case: null }), false)
})

test('no actor is the system, and the system is no actor', () => {
  equal(isLeaf({ ...LEAF, actor: null, role: 'system' }), true)
  equal(isLeaf({ ...LEAF, actor: null }), false)
  equal(isLeaf({ ...LEAF, role: 'system' }), false)
})

test('what is no leaf is never written', () => {
  throws(() => leafBytes({ ...LEAF, type: 'Ana submitted' }), /ledger §2/)
  throws(() => leafBytes({ ...LEAF, name: 'Ana' } as Leaf), /ledger §2/)
})

test('bytes that are not exactly a leaf are not read as one', () => {
  const text = textOf(leafBytes(LEAF))
  const others = [
    '',
    '{}',
    'null',
    `${text}\n`,
    `\ufeff${text}`,
    text.replace('"v":2', '"v":2.0'),
    text.replace('"v":2', '"v": 2'),
    text.replace('"v":2', '"v":2,"v":2'),
    text.replace('"kind"', String.raw`"\u006bind"`),
    text.slice(0, -1),
    JSON.stringify(LEAF),
    ' '.repeat(LEAF_BYTES_MAX + 1 - text.length) + text,
  ]
  for (const other of others) equal(readLeaf(Buffer.from(other)), undefined)
  equal(readLeaf(Uint8Array.of(0xff, 0xfe)), undefined)
})

test('the longest leaf that the fields allow is within the limit', () => {
  const code = 'x'.repeat(64)
  const said = { kind: 'document', type: code, role: code, body: code } as const
  const longest = { ...LEAF, ...said, cause: commitment('f') }
  const bytes = leafBytes({ ...longest, policy: 'e'.repeat(64) })
  equal(bytes.length, 777)
  ok(bytes.length <= LEAF_BYTES_MAX)
})
