import { deepEqual, equal, ok } from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { canonicalBytes, type Json } from '#core/canonical.ts'
import { isoMoment } from '#core/dated.ts'
import { hexOf } from '#core/ledger/bytes.ts'
import { leafBytes } from '#core/ledger/leaf.ts'
import { type Hidden, leafWithOpening, openingBytes, type Said } from '#core/ledger/opening.ts'
import { consistencyProof, inclusionProof } from '#core/ledger/proof.ts'
import { appended, leafHash, nodeHash, rootFromNodes } from '#core/ledger/tree.ts'

const specification = readFileSync(
  new URL('../../../docs/specs/ledger.md', import.meta.url),
  'utf8',
)

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const hmac = (key: Uint8Array, bytes: Uint8Array) =>
  createHmac('sha256', key).update(bytes).digest()
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString()

const CASE = '5f0c1f6e-8d3b-4b57-9f7c-2b8a4d0e6c11'
const ANA = 'a3d9b1c4-6e2f-4c80-b1d5-7e9f0a2c4b36'
const OFFICER = 'c81e728d-9d4c-4f63-af06-7f89cc14862c'
const POLICY = hexOf(sha256(canonicalBytes({ id: 'example' })))

type Example = { readonly salt: Uint8Array; readonly said: Said } & Omit<Hidden, 'payload'> & {
    readonly payload: Json
  }

const examples: readonly Example[] = [
  {
    salt: Uint8Array.from({ length: 32 }, (_, at) => at),
    said: {
      kind: 'event',
      type: 'application-submitted',
      at: isoMoment('2026-11-22T08:15:30.125Z'),
      id: '0b6f2a54-3c1d-4e8f-9a70-5d2c8b1e4f63',
      role: 'applicant',
      body: null,
      policy: POLICY,
    },
    case: CASE,
    subject: ANA,
    actor: ANA,
    cause: null,
    payload: { on: '2026-11-22', type: 'application-submitted' },
  },
  {
    salt: Uint8Array.from({ length: 32 }, (_, at) => 32 + at),
    said: {
      kind: 'look',
      type: 'case-page',
      at: isoMoment('2026-11-23T05:02:11.000Z'),
      id: '7d1e9c38-52ab-4f06-8c4d-e0a9b37f2155',
      role: 'case-officer',
      body: 'migration-service',
      policy: null,
    },
    case: CASE,
    subject: ANA,
    actor: OFFICER,
    cause: null,
    payload: { page: 'case-page', reason: 'examination' },
  },
  {
    salt: Uint8Array.from({ length: 32 }, (_, at) => 64 + at),
    said: {
      kind: 'policy',
      type: 'policy-published',
      at: isoMoment('2026-11-23T05:30:00.999Z'),
      id: 'e94a07bd-1f68-4d2c-b53e-86c0d7a1f9e2',
      role: 'policy-approver',
      body: 'migration-service',
      policy: POLICY,
    },
    case: null,
    subject: null,
    actor: OFFICER,
    cause: null,
    payload: { procedure: 'example' },
  },
]

const leaves = examples.map(({ said, salt, payload, ...ids }) => {
  const hidden = { ...ids, payload: canonicalBytes(payload) }
  const { leaf, opening } = leafWithOpening(said, hidden, { hmac, salt })
  const bytes = leafBytes(leaf)
  return {
    payload: textOf(hidden.payload),
    opening: textOf(openingBytes(opening)),
    leaf: textOf(bytes),
    'leaf-length': String(bytes.length),
    'leaf-hash': hexOf(leafHash(sha256, bytes)),
  }
})

const nodes = new Map<string, Uint8Array>()
const readNode = (level: number, index: number) => {
  const hash = nodes.get(`${level}/${index}`)
  ok(hash, `there is a node ${level}/${index}`)
  return hash
}
for (const [size, leaf] of leaves.entries()) {
  const hash = Buffer.from(leaf['leaf-hash'], 'hex')
  const { nodes: completed } = appended(sha256, { size, leafHash: hash, readNode })
  for (const node of completed) nodes.set(`${node.level}/${node.index}`, node.hash)
}

const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  commitment: {
    salt: hexOf(examples[0]?.salt ?? new Uint8Array()),
    value: CASE,
    message: hexOf(Buffer.from(`kecid/v2/case\0${CASE}`)),
    case: (JSON.parse(leaves[0]?.leaf ?? '') as { case: string }).case,
  },
  policy: { document: '{"id":"example"}', policy: POLICY },
  'leaf-0': leaves[0] ?? {},
  'leaf-1': leaves[1] ?? {},
  'leaf-2': leaves[2] ?? {},
  tree: {
    ...Object.fromEntries(
      [0, 1, 2, 3].map((size) => [`root-of-${size}`, hexOf(rootFromNodes(sha256, size, readNode))]),
    ),
    'node-1/0': hexOf(readNode(1, 0)),
    'inclusion-of-1-in-3': inclusionProof(sha256, { index: 1, size: 3 }, readNode)
      .map(hexOf)
      .join(' '),
    'consistency-of-2-and-3': consistencyProof(sha256, { oldSize: 2, size: 3 }, readNode)
      .map(hexOf)
      .join(' '),
  },
}

test('every worked example of the specification is what the code gives', () => {
  const blocks = specification.matchAll(/^```text (\S+)\n([\s\S]*?)\n```$/gm)
  const printed = Array.from(blocks, ([, name = '', body = '']) => {
    const lines = body.split('\n').map((line) => /^(\S+) +(.*)$/.exec(line) ?? [])
    return [
      name,
      Object.fromEntries(lines.map(([, key = '', value = '']) => [key, value])),
    ] as const
  })
  deepEqual(Object.fromEntries(printed), values)
})

test('the specification prints no hash that is not in a worked example', () => {
  const known = new Set(JSON.stringify(values).match(/[0-9a-f]{64}/g))
  const printed = specification.match(/[0-9a-f]{64}/g) ?? []
  ok(printed.length > 0)
  deepEqual(
    printed.filter((hash) => !known.has(hash)),
    [],
  )
})

test('the commitment of the worked example is the MAC of the message printed there', () => {
  const { salt = '', message = '', case: commitment } = values['commitment'] ?? {}
  equal(hexOf(hmac(Buffer.from(salt, 'hex'), Buffer.from(message, 'hex'))), commitment)
})

test('every section that the code cites is in the specification', () => {
  const here = new URL('.', import.meta.url)
  const sources = readdirSync(here).filter((name) => !name.endsWith('.test.ts'))
  const cited = sources.flatMap(
    (name) => readFileSync(new URL(name, here), 'utf8').match(/(?<=ledger )§[\d.]*\d/g) ?? [],
  )
  const sections: readonly string[] = specification.match(/(?<=^#+ )§[\d.]*\d/gm) ?? []
  ok(cited.length > 0)
  deepEqual(
    cited.filter((section) => !sections.includes(section)),
    [],
  )
})

test('the fields of the specification are the fields of a leaf', () => {
  const [, table = ''] = /### §2\.1 Fields\n([\s\S]*?)\n###? /.exec(specification) ?? []
  const fields = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)
  deepEqual(new Set(fields), new Set(Object.keys(JSON.parse(leaves[0]?.leaf ?? '{}') as object)))
})

test('the root of two leaves in the worked example is their node', () => {
  const [left, right] = leaves.map((leaf) => Buffer.from(leaf['leaf-hash'], 'hex'))
  ok(left && right)
  equal(hexOf(nodeHash(sha256, left, right)), values['tree']?.['root-of-2'])
})
