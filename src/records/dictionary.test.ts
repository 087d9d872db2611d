import { deepEqual, equal, ok } from 'node:assert/strict'
import { hash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inTransaction } from '#platform/database.ts'
import { COLUMN_PRIVACY } from '#records/column-privacy.ts'
import { sequenceLeaves } from '#records/ledger.ts'
import { adopt } from '#records/policy.ts'
import { submitted } from '#test/ana.ts'
import { everyValue, type Dumped } from '#test/dump.ts'
import { begun, familyPolicy, invited, withChild } from '#test/family.ts'
import { house } from '#test/house.ts'
import { publishNow, secondVersion } from '#test/published.ts'
import { signedCase } from '#test/signed-case.ts'
import { ASK, policyWithQuestions } from '#test/toy-asking.ts'

/**
 * Whoever has a dump and a list of people tries every hash they could think of: of what is known
 * about a person, alone, in pairs, and behind every word that stands in our code.
 */
const EMAIL = 'ana.ferreira@example.pt'
const PASSWORD = 'eine lange Losung 8'
const ADDRESS = '203.0.113.77'
const KNOWN = [
  EMAIL,
  'officer@kecid.example',
  ADDRESS,
  '1987-03-27',
  '27.03.1987',
  '27/03/1987',
  '19870327',
  '27031987',
  'CD123456',
  'CD 123456',
  '3456',
  '+351912345678',
  '+351 912 345 678',
  '912345678',
  'Ferreira',
  'Ana Luísa',
  'Ana Luísa Ferreira',
  'FERREIRA<<ANA<LUISA',
  'HQM-S-2026-000123',
  'HQM-2026-000123',
  'passport.pdf',
  PASSWORD,
]
const BETWEEN = ['', '\0', ':', '|', ' ', '\n']
const ALGORITHMS = ['sha256', 'md5'] as const
const MINUTES = [15, 60]

test('no hash in a dump is found by somebody who knows what it could be of', async (t) => {
  const kecid = await house(t, {
    trustProxy: true,
    policy: policyWithQuestions(t, familyPolicy(t)),
  })
  const { db, portal } = kecid
  const from = { 'x-forwarded-for': ADDRESS }
  const ana = await kecid.signedUpApplicant({ email: EMAIL })
  await submitted(ana)
  const bo = await kecid.signedUpApplicant()
  const id = await begun(bo)
  await invited(kecid, bo, { id, email: EMAIL })
  equal((await withChild(bo, id, ['27', '3', '2008'])).status, 303)
  const other = { email: 'cleo@example.org', language: 'en' }
  equal((await bo.post(`/en/applications/${id}~2/hand-over`, other)).status, 303)
  await signedCase(kecid, await kecid.signedUpApplicant())
  const status = { document: 'HQM-S-2026-000123', passport: '3456' }
  const born = { 'birth-date-day': '27', 'birth-date-month': '3', 'birth-date-year': '1987' }
  equal((await portal.post('/en/verify', { ...status, ...born }, from)).status, 200)
  await portal.post('/en/verify', { ...status, ...born, passport: '9999' }, from)
  await portal.post('/en/sign-in', { email: EMAIL, password: 'wrong' }, from)
  await portal.post('/en/forgotten-password', { email: EMAIL }, from)
  await portal.post('/en/register', { email: 'bo@example.org' }, from)
  equal((await portal.post(ASK, { text: 'CD123456', email: EMAIL }, from)).status, 303)
  const door = await kecid.office()
  await door.post('/en/sign-in', { email: 'officer@kecid.example', password: 'wrong' }, from)
  // A paper that another took the place of keeps its hashes.
  await sql`select keep_paper(status, status.from_on) from status`.execute(db)
  await inTransaction(db, sequenceLeaves)
  const { id: by } = await db
    .selectFrom('membership')
    .select('party as id')
    .executeTakeFirstOrThrow()
  const { hash: law } = await db
    .selectFrom('policyDocument')
    .select('hash')
    .executeTakeFirstOrThrow()
  const adopting = { hash: law, by, role: 'policy-approver', at: kecid.clock.now() }
  await inTransaction(db, (tx) => adopt(tx, kecid.secret, adopting))
  await publishNow(kecid, secondVersion(t))
  const words = wordsOfTheCode()
  ok(words.length > 100 && words.includes('status.holder'), 'the code is read')
  const dictionary = dictionaryOf(words)

  const values = await everyValue(db, ['public', 'jobs', 'keys'])
  const filled = new Set(values.map(({ column }) => column))
  deepEqual(
    hashedColumns().filter((column) => !filled.has(column)),
    [],
    'each kind of hash is there to be tried',
  )
  deepEqual(found(values, dictionary), [])

  // The same attack finds each of these, wherever it lies.
  const planted = [
    `\\x${hash('sha256', EMAIL)}`,
    hash('md5', '1987-03-27'),
    `{"of": "${hash('sha256', 'status.holder|CD123456', 'base64url')}"}`,
    `\\x${Buffer.from(`{"case":"${hash('sha256', `status.holder\0${ADDRESS}`)}"}`).toString('hex')}`,
  ]
  deepEqual(
    found(
      planted.map((text, index) => ({ column: `${index}`, text })),
      dictionary,
    ),
    ['0', '1', '2', '3'],
  )
})

/** Nobody is met twice yet; its type takes a keyed hash alone. */
const UNWRITTEN = 'party_index'

const hashedColumns = (): readonly string[] =>
  Object.entries(COLUMN_PRIVACY).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, privacy]) =>
      privacy === 'hashed' && table !== UNWRITTEN ? [`${table}.${column}`] : [],
    ),
  )

/** Every word that the code could put before a value: the short texts of all that hashes. */
function wordsOfTheCode(): readonly string[] {
  const words = new Set<string>()
  const source = resolve(import.meta.dirname, '..')
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!/(?<!\.test|\.gen)\.tsx?$/.test(entry.name)) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    if (!/node:crypto|blindIndex|attempts\.ts/.test(text)) continue
    for (const [, word = ''] of text.matchAll(/['`]([a-z][a-z0-9 ._:,-]{2,28})['`$\\]/g))
      words.add(word)
  }
  return [...words]
}

function dictionaryOf(words: readonly string[]): ReadonlySet<string> {
  const hashes = new Set<string>()
  const add = (text: string) => {
    for (const algorithm of ALGORITHMS) hashes.add(hash(algorithm, text))
  }
  const values = [...new Set(KNOWN.flatMap((each) => [each, each.toLowerCase()]))]
  for (const value of values) {
    add(value)
    for (const between of BETWEEN) {
      for (const other of values) add(`${value}${between}${other}`)
      for (const word of words) add(`${word}${between}${value}`)
    }
    for (const word of words) for (const minutes of MINUTES) add(`${word}\0${minutes}\0${value}`)
  }
  add(`HQM-S-2026-000123|1987-03-27|3456`)
  return hashes
}

const found = (values: readonly Dumped[], dictionary: ReadonlySet<string>): readonly string[] => [
  ...new Set(
    values
      .filter(({ text }) => hashesIn(text).some((each) => dictionary.has(each)))
      .map(({ column }) => column),
  ),
]

/** All that has the length of a hash, in any writing, and within bytes that are text. */
function hashesIn(text: string): readonly string[] {
  const bytes = /^\\x((?:[0-9a-f]{2})+)$/.exec(text)?.[1]
  const inside = bytes === undefined ? '' : Buffer.from(bytes, 'hex').toString('utf8')
  const written = bytes !== undefined && inside.includes('\uFFFD') ? '' : inside
  return [text, written].flatMap((each) => [
    ...(each.match(/(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![0-9a-f])/gi) ?? []),
    ...(each.match(/(?<![\w+/-])[\w+/-]{22,43}={0,2}(?![\w+/-])/g) ?? []).map((coded) =>
      Buffer.from(coded, 'base64').toString('hex'),
    ),
  ])
}
