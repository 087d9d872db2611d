import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate, isoMoment } from '#core/dated.ts'
import { claimsOf } from '#core/cases/claims.ts'
import {
  obligatoryAwaited,
  registersAskedAnew,
  registersAwaited,
  type Found,
} from '#core/cases/consulted.ts'
import { confirm } from '#core/cases/registers.ts'
import { holds } from '#core/cases/holds.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsOfType } from '#core/policy/check.ts'
import { taken } from '#test/life-parts.ts'
import { begin, contextOf, ANA, recordOf, recorded, submission, TIME, TOY } from '#test/toy-case.ts'
import { begin as beginning, submit } from '#core/cases/filing.ts'
import { PROVISIONAL, toyLaws } from '#test/toy-rules.ts'
import { toyAnnulment, toyType } from '#test/toy-types.ts'

const OPEN = ['submitted', 'returned', 'in-assessment', 'awaiting-decision', 'decision-drafted']

const type: CaseType = {
  ...toyType,
  registers: [
    { service: 'border', on: ['submit', 'resubmit'], obligatory: true, basis: PROVISIONAL },
    { service: 'schools', on: ['submit'], basis: PROVISIONAL },
  ],
  steps: [...toyType.steps, { code: 'take', kind: 'confirm', ...taken(OPEN, 'system') }],
}
const law = { ...TOY, type }

function filed() {
  const begun = begin(law)
  const context = contextOf(ANA, undefined, law)
  const step = submit(begun.now, context, submission())
  ok(step.ok)
  return recorded(begun, recordOf(step.value, context))
}

const found = (said: Partial<Found> = {}): Found => ({
  subject: 'ana',
  result: 'clear',
  says: [],
  from: {
    system: 'border-guard',
    at: isoMoment('2026-04-06T08:00:00.000Z'),
    message: 'm-1',
    sha256: 'f'.repeat(64),
  },
  ...said,
})

function answered(service: string, said: Partial<Found> = {}) {
  const before = filed()
  const context = contextOf(TIME, undefined, law)
  const step = confirm(before.now, context, { step: 'take', service, found: found(said) })
  ok(step.ok)
  return recorded(before, recordOf(step.value, context))
}

test('who sends a case in has each register asked that the type names', () => {
  const { now } = filed()
  deepEqual(
    now.registers.map(({ service, subject, obligatory }) => [service, subject, obligatory]),
    [
      ['border', 'ana', true],
      ['schools', 'ana', undefined],
    ],
  )
})

test('an answer moves nothing: the case stays where it is, and no form of before is old', () => {
  const [before, after] = [filed().now, answered('border').now]
  equal(after.state, before.state)
  equal(after.moves, before.moves)
  deepEqual(
    registersAwaited(after).map(({ service }) => service),
    ['schools'],
  )
})

test('what has to be asked is known once it has answered, whatever else is silent', () => {
  const test_ = { test: 'registers-answered' } as const
  const known = (standing: ReturnType<typeof filed>['now']) => ({
    standing,
    type,
    procedure: TOY.procedure,
    on: isoDate('2026-04-06'),
  })
  equal(holds(test_, known(filed().now)), false)
  equal(holds(test_, known(answered('schools').now)), false)
  equal(holds(test_, known(answered('border').now)), true)
  equal(obligatoryAwaited(answered('border').now).length, 0)
})

test('nobody takes an answer that was not asked for, or about somebody else', () => {
  const { now } = filed()
  const context = contextOf(TIME, undefined, law)
  for (const [service, said] of [
    ['pets', found()],
    ['border', found({ subject: 'bo' })],
  ] as const) {
    const step = confirm(now, context, { step: 'take', service, found: said })
    deepEqual(step, { ok: false, refusal: { reason: 'not-asked' } })
  }
})

test('a register confirms what it says the same of, and contradicts what it does not', () => {
  const of = (says: Found['says']) => {
    const { now } = answered('border', { says })
    const [register] = now.registers
    ok(register)
    const claims = claimsOf({ type, standing: now }, register, [
      'surname',
      'birth-date',
      'document-number',
    ])
    return Object.fromEntries(claims.map(({ meaning, as }) => [meaning, as]))
  }
  const { now } = filed()
  const values = now.filings.at(-1)?.answers['person']?.[0]?.values
  const [surname, born] = [String(values?.['surname']), String(values?.['born-on'])]
  deepEqual(of([{ surname, 'birth-date': born }]), {
    surname: 'confirmed',
    'birth-date': 'confirmed',
    'document-number': 'unconfirmed',
  })
  equal(of([{ surname: 'Somebody' }])['surname'], 'contradicted')
  equal(of([{ 'birth-date': born.slice(0, 4) }])['birth-date'], 'confirmed', 'as much as is known')
  equal(of([])['surname'], 'unconfirmed', 'silence contradicts nobody')
  deepEqual(of([{ surname: 'Somebody' }, { surname }])['surname'], 'confirmed', 'of several, one')
})

test('a register that knows somebody by another document says so, whatever else it confirms', () => {
  const { now } = answered('border', { says: [{ surname: 'X', 'document-number': 'OTHER-1' }] })
  const [register] = now.registers
  ok(register)
  const document = {
    ...type.blocks[0],
    code: 'document',
    repeats: false,
    fields: [{ code: 'number', means: 'document-number' }],
  } as unknown as CaseType['blocks'][number]
  const of = (number: string) => {
    const filings = now.filings.map((filing) => ({
      ...filing,
      answers: { ...filing.answers, document: [{ id: 'd1', values: { number } }] },
    }))
    const blocks = [...type.blocks, document]
    const claims = claimsOf(
      { type: { ...type, blocks }, standing: { ...now, filings } },
      register,
      [],
    )
    return claims.map(({ meaning, as }) => [meaning, as])
  }
  deepEqual(of('MINE-1'), [['document-number', 'contradicted']])
  deepEqual(of('OTHER-1'), [], 'the same one is nothing to tell')
})

test('what is asked anew keeps what was said before, of each and of nobody else', () => {
  const { registers } = answered('border', { result: 'restricted' }).now
  const consulted = registers.map(({ subject, service }) => ({ subject, service }))
  const again = registersAskedAnew(registers, consulted, isoDate('2026-05-04'))
  deepEqual(
    again.map(({ found, earlier = [] }) => [found, earlier.map(({ result }) => result)]),
    [
      [undefined, ['restricted']],
      [undefined, []],
    ],
  )
  const ofBo = registersAskedAnew(
    again,
    [{ subject: 'bo', service: 'border' }],
    isoDate('2026-05-04'),
  )
  equal(ofBo[0]?.earlier, undefined)
  equal(registersAskedAnew(again, consulted, isoDate('2026-06-01'))[0]?.earlier?.length, 1)
})

test('a name is the same in the letters that two registers write it in', () => {
  const of = (written: string, says: string) => {
    const after = answered('border', { says: [{ surname: says }] }).now
    const filings = after.filings.map((filing) => ({
      ...filing,
      answers: { ...filing.answers, person: [{ id: 'p1', values: { surname: written } }] },
    }))
    const now = { ...after, filings }
    const [register] = now.registers
    ok(register)
    return claimsOf({ type, standing: now }, register, ['surname'])[0]?.as
  }
  for (const [written, says] of [
    ['Əliyev', 'ALIYEV'],
    ['Əliyev', 'ELIYEV'],
    ['Müller', 'MUELLER'],
    ['Müller', 'MULLER'],
    ['Novotný-Hájek', 'NOVOTNY HAJEK'],
    ['Çağlayan', 'CAGLAYAN'],
    ['Strauß', 'STRAUSS'],
    ['O’Neill', 'ONEILL'],
  ] as const) {
    equal(of(written, says), 'confirmed', `${written} ${says}`)
  }
  equal(of('Müller', 'MILLER'), 'contradicted')
  equal(of('李', '張'), 'contradicted')
})

test('the loader wants each register taken, wherever the case may be, and asked by a filing', () => {
  const problems = (changed: Partial<CaseType>) =>
    problemsOfType({ ...type, ...changed }, { ...TOY, laws: toyLaws, statuses: [], types: [] }).map(
      ({ reason }) => reason,
    )
  const without = problems({ steps: toyType.steps })
  ok(without.includes('registers are asked, and no step takes what they answer'), without.join())
  const early = type.registers?.map((rule) => ({ ...rule, on: ['accept'] })) ?? []
  ok(problems({ registers: early }).some((reason) => /sends nothing in/.test(reason)))
  const narrow = type.steps.map((step) =>
    step.kind === 'confirm' ? { ...step, from: ['submitted'] } : step,
  )
  ok(problems({ steps: narrow }).some((reason) => /nobody would take/.test(reason)))
})

test('a case about a status asks as it begins, one that is sent in does not', () => {
  const { steps } = toyAnnulment
  const rules = [{ service: 'border', on: ['begin'], basis: PROVISIONAL }]
  const taking = type.steps.filter(({ kind }) => kind === 'confirm')
  const about = { ...toyAnnulment, registers: rules, steps: [...steps, ...taking] }
  const parties = [{ id: 'ana', role: 'holder', isSubject: true }] as const
  const context = { type: about, by: { id: 'aysel', roles: ['case-officer'] } }
  const { event } = beginning(context, { parties, number: 'ANN-1', about: 'S-1' })
  deepEqual(event.kind === 'begin' && event.consults, [{ subject: 'ana', service: 'border' }])
  const reasons = (changed: CaseType) =>
    problemsOfType(changed, { ...TOY, laws: toyLaws, statuses: [], types: [] })
      .map(({ reason }) => reason)
      .filter((reason) => /sends nothing in/.test(reason))
  deepEqual(reasons(about), [])
  equal(reasons({ ...type, registers: rules }).length, 1)
})
