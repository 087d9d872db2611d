import { deepEqual, equal, match, notEqual, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, isoDate, type IsoDate } from '#core/dated.ts'
import { readLeaf } from '#core/ledger/leaf.ts'
import { inTransaction } from '#platform/database.ts'
import {
  newStatusCode,
  readStatusCode,
  readStatusNumber,
  statusNumber,
} from '#records/status-numbers.ts'
import { holderOf } from '#records/papers.ts'
import { endByItself, givenBy, statusOf } from '#records/statuses.ts'
import { frozen } from '#test/calendars.ts'
import { caseKey } from '#test/case-rows.ts'
import { house } from '#test/house.ts'
import { annulmentOf, caseIn, deathReportOf, decided } from '#test/played-case.ts'
import { submitted } from '#test/toy-case.ts'
import { toyProcedure } from '#test/toy-rules.ts'
import { toyStatus } from '#test/toy-status.ts'
import { block, field, toyType } from '#test/toy-types.ts'

test('a code holds 128 bits, is never given twice and reads back however it is typed', () => {
  const codes = new Set<string>()
  const typing = fc.record({
    small: fc.boolean(),
    groups: fc.constantFrom('-', ' ', '', '–'),
    zero: fc.constantFrom('0', 'O', 'o'),
    one: fc.constantFrom('1', 'I', 'l'),
  })
  fc.assert(
    fc.property(typing, ({ small, groups, zero, one }) => {
      const code = newStatusCode()
      codes.add(code)
      match(code, /^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{6}$/)
      const cased = small ? code.toLowerCase() : code
      const typed = cased.replaceAll('-', groups).replaceAll('0', zero).replaceAll('1', one)
      equal(readStatusCode(typed), code.replaceAll('-', ''))
    }),
    { numRuns: 200 },
  )
  equal(codes.size, 200)
})

test('what is not a code is not read as one', () => {
  const code = newStatusCode()
  const wrong = ['', 'HQM-S-2026-000123', code.slice(1), `${code}0`, code.replace(/^./, 'U'), 'ə']
  for (const typed of wrong) equal(readStatusCode(typed), undefined, typed)
})

test('the number of a status is made from the number of its application', () => {
  equal(statusNumber('HQM-2026-000123'), 'HQM-S-2026-000123')
  equal(statusNumber('TR-P-2026-1'), 'TR-P-S-2026-1')
  equal(readStatusNumber(' hqm-s-2026‑000123 '), 'HQM-S-2026-000123')
})

const machine = (of: string) => field(`${of}-latin`, 'machine-name', { machineNameOf: of })
const ASKING = {
  blocks: [
    block('who', [
      field('family', 'name', { means: 'surname' }),
      field('own', 'name', { means: 'given-names' }),
      machine('family'),
      machine('own'),
      field('born', 'partial-date', { means: 'birth-date' }),
    ]),
    block('papers', [
      field('of', 'countries', { means: 'citizenships' }),
      field('paper', 'document-number', { means: 'document-number' }),
    ]),
  ],
}
test('how long was asked for is counted from the end of what somebody has, where it still holds', () => {
  const { now } = submitted()
  const asking = block('stay', [
    field('ends', 'date', { means: 'stay-ends' }),
    field('days', 'whole-number', { means: 'requested-days' }),
  ])
  const until = (ends: string, days?: string) => {
    const answers = { stay: [{ id: 's1', values: { ends, ...(days ? { days } : {}) } }] }
    const filings = now.filings.map((filing) => ({ ...filing, answers }))
    const asked = { answer: 'requested-days', unit: 'calendar-days', after: 'stay-ends' } as const
    const wanted = days === undefined ? ({ after: 'stay-ends' } as const) : asked
    const type = { ...toyType, blocks: [asking] }
    const standing = { ...now, filings }
    const law = { procedure: toyProcedure, calendars: frozen }
    return givenBy({ standing, type, kind: toyStatus, on: isoDate('2026-04-10'), wanted, ...law })
  }
  const from = '2026-04-10'
  deepEqual([until('2026-04-09', '30').from, until('2026-04-20', '30').from], [from, from])
  deepEqual(
    ['2026-04-09', '2026-04-10', '2026-04-11', '2026-04-20'].map((ends) => until(ends, '30').until),
    ['2026-05-09', '2026-05-10', '2026-05-11', '2026-05-20'],
  )
  deepEqual(
    ['', '2026-04-09', '2026-04-10', '2026-04-11', '2027-03-01'].map((ends) => until(ends).until),
    ['2031-04-09', '2031-04-09', '2031-04-10', '2031-04-11', '2032-03-01'],
    'as long as its kind holds, where nobody asks for how long',
  )
})

test('what extends something is given on top of it, to the day', () => {
  const { now: standing } = submitted()
  const law = { procedure: toyProcedure, calendars: frozen }
  const given = (goesOnAfter?: string) =>
    givenBy({
      ...law,
      standing,
      type: toyType,
      kind: toyStatus,
      on: isoDate('2026-04-10'),
      ...(goesOnAfter === undefined ? {} : { goesOnAfter: isoDate(goesOnAfter) }),
    }).until
  deepEqual(
    [undefined, '2026-04-09', '2026-04-10', '2026-05-01'].map((day) => given(day)),
    ['2031-04-09', '2031-04-09', '2031-04-10', '2031-05-01'],
  )
})

const WHO = { family: 'Ferreira', own: 'Ana Luísa', born: '1987-03-27' }
const PAPERS = { of: ['PRT'], paper: 'CD123456' }

test('the holder is named by what the answers mean, in the passport’s letters too', () => {
  const named = (values: Readonly<Record<string, string>>) =>
    holderOf(ASKING, {
      who: [{ id: 'who', values: { ...WHO, ...values } }],
      papers: [{ id: 'papers', values: { ...PAPERS, ...values } }],
    })
  const cases = [
    [{}, 'FERREIRA<<ANA<LUISA'],
    [{ 'family-latin': 'FERREIRA', 'own-latin': 'ANA L' }, 'FERREIRA<<ANA<L'],
    [{ 'family-latin': 'DE SOUSA' }, 'DE<SOUSA<<ANA<LUISA'],
    [{ family: '山田', 'family-latin': 'YAMADA' }, 'YAMADA<<ANA<LUISA'],
    [{ family: 'Suparman', own: '' }, 'SUPARMAN'],
    [{ family: '山田', own: '花子' }, undefined],
  ] as const

  for (const [values, letters] of cases) equal(named(values).machineName, letters)
  equal(named({}).passportNumber, 'CD123456')
  equal(named({ of: 'PRT' }).citizenships[0], 'PRT')
})

test('without its keys the table tells no code, birth date or passport number', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('recognised', here, ana, { number: 'HQM-2026-000123' })
  const { db } = here
  const key = await caseKey(here.owned, id)

  const status = await inTransaction(db, (tx) => statusOf(tx, id, { key }))
  const row = await here.db.selectFrom('status').selectAll().executeTakeFirstOrThrow()

  equal(status?.number, 'HQM-S-2026-000123')
  equal(row.fromOn, here.clock.today())
  equal(row.untilOn, '2031-03-01')
  const kept = JSON.stringify(row, (_, value: unknown) =>
    Buffer.isBuffer(value) ? value.toString('latin1') : value,
  )
  for (const secret of [status?.code ?? '-', '1987', '3456', 'Ferreira']) {
    equal(kept.includes(secret), false, secret)
  }
  notEqual(row.codeIndex.equals(row.holderIndex), true)
})

test('issuing is one leaf of the ledger beside the signature', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  await caseIn('recognised', here, ana)

  const leaves = await here.db.selectFrom('ledgerLeaf').select('leaf').orderBy('id').execute()
  const issued = leaves
    .map(({ leaf }) => leaf.toString('utf8'))
    .filter((leaf) => /"document"/.test(leaf))

  equal(issued.length, 1)
  match(issued[0] ?? '', /"type":"status-issued"/)
  equal((issued[0] ?? '').includes('000123'), false, 'what it says is committed to, not readable')
})

test('a status lives by itself until a case about it ends it, and ends once', async (t) => {
  const here = await house(t)
  const { owned: office } = here
  const status = async (id: string) => {
    const key = await caseKey(office, id)
    const found = await inTransaction(office.db, (tx) => statusOf(tx, id, { key }))
    return [found?.state, found?.endedAs]
  }
  const annulled = await caseIn('recognised', here, await here.signedUpApplicant())
  const left = await caseIn('recognised', here, await here.signedUpApplicant())
  const annulment = await annulmentOf(here, annulled)
  const report = await deathReportOf(here, annulled)
  deepEqual(await status(annulled), ['in-force', undefined])

  here.clock.advance(60 * 86_400_000)
  await decided(office, annulment, 'annul')
  deepEqual(await status(annulled), ['ended', 'annulled'])
  deepEqual(await status(left), ['in-force', undefined])
  await rejects(decided(office, report, 'confirm-death'), /status-in-force/)
  await decided(office, await deathReportOf(here, left), 'confirm-death')
  deepEqual(await status(left), ['ended', 'holder-deceased'])

  const effects = await here.db.selectFrom('effect').select(['effect', 'state']).execute()
  deepEqual(effects.map(({ effect, state }) => `${effect} ${state}`).sort(), [
    'end done',
    'end done',
    'issue done',
    'issue done',
  ])
})

test('a status that has had its time ends by itself, once, and nobody is said to have done it', async (t) => {
  const here = await house(t)
  const { db, faces } = here
  const { jobs } = faces
  const caseId = await caseIn('recognised', here, await here.signedUpApplicant())
  const key = await caseKey(here.owned, caseId)
  const status = await inTransaction(db, (tx) => statusOf(tx, caseId, { key }))
  const kind = jobs.policy.statuses.get(status?.kind ?? '')
  ok(status && kind)
  const { number, holder, validUntil } = status
  const at = here.clock.now()
  const past = { number, kind, caseId, holder, key, at, policy: null }
  const after = async (on: IsoDate) => {
    await inTransaction(jobs.db, (tx) => endByItself(tx, { ...past, on }))
    return (await inTransaction(db, (tx) => statusOf(tx, caseId, { key })))?.endedAs
  }

  equal(await after(validUntil), undefined)
  equal(await after(addDays(validUntil, 1)), 'expired')
  equal(await after(addDays(validUntil, 2)), 'expired')

  const rows = await here.db.selectFrom('ledgerLeaf').select(['leaf', 'caseId']).execute()
  const ended = rows.filter(({ leaf }) => readLeaf(leaf)?.type === 'status-ended')
  deepEqual(
    ended.map(({ leaf, caseId: of }) => [of, readLeaf(leaf)?.role, readLeaf(leaf)?.actor]),
    [[caseId, 'system', null]],
  )
})

test('the last valid day is five years less a day after the decision', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  await caseIn('recognised', here, ana)
  const row = await here.db.selectFrom('status').selectAll().executeTakeFirstOrThrow()

  equal(addDays(isoDate(row.untilOn), 1), '2031-03-02')
})
