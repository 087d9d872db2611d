import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate, isoMoment } from '#core/dated.ts'
import { obligatoryAwaited, registersAwaited, type Found } from '#core/cases/consulted.ts'
import type { Context } from '#core/cases/context.ts'
import { submit } from '#core/cases/filing.ts'
import { applied, fold } from '#core/cases/folding.ts'
import { confirm, consult, type Wanting } from '#core/cases/registers.ts'
import type { Actor } from '#core/cases/roles.ts'
import type { Standing } from '#core/cases/standing.ts'
import { versionFor } from '#core/cases/tasks.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsOfConsulted, type Systems } from '#core/policy/systems.ts'
import { taken } from '#test/life-parts.ts'
import {
  ANA,
  begin,
  contextOf,
  HEAD,
  OFFICER,
  SIGNER,
  submission,
  take,
  TIME,
  TOY,
  WORKS,
  type Case,
} from '#test/toy-case.ts'
import { block, field } from '#test/toy-types.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'
import { at, found as problems, step as changed, without } from '#test/toy-spoilt.ts'
import { toyType } from '#test/toy-types.ts'

const OPEN = toyType.states
  .filter(({ stage }) => stage !== 'draft' && stage !== 'ended')
  .map(({ code }) => code)

const type: CaseType = {
  ...toyType,
  registers: [
    { service: 'border', on: ['submit', 'resubmit'], obligatory: true, basis: PROVISIONAL },
  ],
  steps: [
    ...toyType.steps,
    { code: 'take', kind: 'confirm', ...taken(OPEN, 'system') },
    {
      code: 'look-up',
      kind: 'consult',
      registers: ['border', 'schools'],
      ...taken(['submitted', 'in-assessment'], 'case-officer'),
    },
  ],
}
const law = { ...TOY, type }
const as = (by: Actor) => contextOf(by, undefined, law)

const filed = () => take(begin(law), as(ANA), (now, c) => submit(now, c, submission()))

const WANTED: Wanting = { service: 'schools', subject: 'ana', purpose: 'Her school is unknown.' }

const asking =
  (said: Partial<Wanting> = {}) =>
  (now: Standing, context: Context) =>
    consult(now, context, { step: 'look-up', ...WANTED, ...said })

const asked = (before: Case, said: Partial<Wanting> = {}) => take(before, as(OFFICER), asking(said))

const found: Found = {
  subject: 'ana',
  result: 'clear',
  says: [],
  from: {
    system: 'toy',
    at: isoMoment('2026-04-06T08:00:00.000Z'),
    message: 'm-1',
    sha256: 'f'.repeat(64),
  },
}

const answered = (before: Case, service: string) =>
  take(before, as(TIME), (now, c) => confirm(now, c, { step: 'take', service, found }))

const refusalOf = (before: Case, by: Actor, said: Partial<Wanting> = {}) => {
  const step = asking(said)(before.now, as(by))
  return step.ok ? 'taken' : step.refusal.reason
}

test('an official has a register asked, for a purpose, and the case stays where it is', () => {
  const before = filed()
  const after = asked(before)
  equal(after.now.state, before.now.state)
  equal(after.now.moves, before.now.moves, 'no other form is old by it')
  deepEqual(after.history.at(-1)?.event, {
    kind: 'consult',
    consults: [{ subject: 'ana', service: 'schools' }],
    purpose: WANTED.purpose,
  })
  const [, schools] = after.now.registers
  deepEqual(
    schools?.wanted?.map(({ by, purpose }) => [by, purpose]),
    [['officer', WANTED.purpose]],
  )
  deepEqual(fold('toy-1', after.history), after.now)
})

test('who may not, where it cannot be, and without a purpose nothing is asked', () => {
  const before = filed()
  const draft = begin(law)
  const { now } = before
  const elsewhere: Case = { ...before, now: { ...now, state: 'awaiting-decision' } }
  const theirs: Case = { ...before, now: { ...now, assigned: [{ of: 'case-officer', to: 'x' }] } }
  const cases = [
    [before, OFFICER, {}, 'taken'],
    [before, ANA, {}, 'not-your-role'],
    [before, HEAD, {}, 'not-your-role'],
    [before, SIGNER, {}, 'not-your-role'],
    [before, WORKS, {}, 'not-your-role'],
    [before, TIME, {}, 'not-your-role'],
    [theirs, OFFICER, {}, 'is-of-another'],
    [draft, OFFICER, {}, 'not-in-this-state'],
    [elsewhere, OFFICER, {}, 'not-in-this-state'],
    [before, OFFICER, { purpose: '' }, 'purpose-missing'],
    [before, OFFICER, { purpose: ' \n' }, 'purpose-missing'],
    [before, OFFICER, { service: 'pets' }, 'not-to-be-asked'],
    [before, OFFICER, { subject: 'bo' }, 'not-to-be-asked'],
  ] as const
  for (const [each, by, said, reason] of cases) {
    equal(refusalOf(each, by, said), reason, `${by.id} ${JSON.stringify(said)} ${each.now.state}`)
  }
})

test('what waits is not asked twice, whoever asked it first', () => {
  equal(refusalOf(filed(), OFFICER, { service: 'border' }), 'waits-already', 'by the type')
  const once = asked(filed())
  equal(refusalOf(once, OFFICER, { purpose: 'For another reason.' }), 'waits-already')
  equal(refusalOf(answered(once, 'schools'), OFFICER), 'taken')
})

test('what it said before stands until it answers again, and holds nothing up', () => {
  const again = asked(answered(filed(), 'border'), { service: 'border' })
  const [border] = again.now.registers
  ok(border?.found)
  deepEqual(
    registersAwaited(again.now).map(({ service }) => service),
    ['border'],
  )
  deepEqual(obligatoryAwaited(again.now), [])
  const after = answered(again, 'border')
  deepEqual(registersAwaited(after.now), [])
  equal(after.now.registers[0]?.wanted?.[0]?.answered, '2026-04-06')
})

test('each form about it is new once one was asked, and no other is', () => {
  const token = ({ now }: Case, step: string) => versionFor(now, { type, step, by: OFFICER })
  const [before, after] = [filed(), asked(filed())]
  equal(token(after, 'look-up'), token(before, 'look-up') + 1)
  equal(token(after, 'accept'), token(before, 'accept'))
})

test('what is sent in again keeps what officials wanted', () => {
  const waits = asked(answered(asked(answered(filed(), 'border'), { service: 'border' }), 'border'))
  const [last] = filed().history.slice(-1)
  ok(last)
  const again = applied('toy-1', waits.now, { ...last, on: isoDate('2026-04-07') })
  deepEqual(
    again.registers.map(({ service, obligatory, askedOn, answered: on, wanted = [] }) => [
      service,
      obligatory,
      askedOn,
      on,
      wanted.map((each) => each.answered),
    ]),
    [
      ['border', true, '2026-04-07', undefined, ['2026-04-06']],
      ['schools', undefined, '2026-04-06', undefined, [undefined]],
    ],
  )
  const both = answered({ ...waits, now: again }, 'schools')
  equal(both.now.registers[1]?.answered, '2026-04-06')
  const without_ = applied('toy-1', both.now, last)
  equal(without_.registers[1]?.found?.result, 'clear', 'an answer to an official stays')
})

test('whoever does not read that one was asked reads the same case', () => {
  const after = asked(filed())
  const told = after.history.filter(({ event }) => event.kind !== 'consult')
  const { registers: _hers, lastBy: _by, ...theirs } = fold('toy-1', told) ?? after.now
  const { registers: _all, lastBy: __, ...whole } = after.now
  deepEqual(theirs, whole)
})

test('the loader wants an official to ask, what there is, of what was sent in', () => {
  const place = at('look-up', type)
  const of = (said: object) => problems(changed('look-up', said, type))
  deepEqual(problems(type), [])
  deepEqual(of({ registers: [] }), [`${place}.registers: look-up asks no register`])
  deepEqual(of({ registers: ['border', 'border'] }), [`${place}.registers: border is named twice`])
  deepEqual(of({ from: ['draft', 'submitted'] }), [
    `${place}.from: look-up is taken in draft, and a draft can only be sent in or end`,
  ])
  deepEqual(of({ shown: 'person' }), [
    `${place}.shown: what an official has a register asked for is for the office`,
  ])
  for (const role of ['applicant', 'expert', 'auditor', 'system']) {
    ok(of({ by: [role] }).includes(`${place}.by: a step of the kind consult is not for ${role}`))
  }
  ok(of({ from: ['decided'] }).some((reason) => /decided ends, so nothing leads on/.test(reason)))
  const untaken = without('take', { ...type, registers: [] })
  ok(
    problems(untaken).includes(
      `${at('look-up', untaken)}: registers are asked by look-up, and no step takes what they answer`,
    ),
  )
})

test('a type that asks registers for officials alone needs no others', () => {
  const { registers: _none, ...alone } = type
  deepEqual(problems(alone), [])
  const untaken = without('look-up', alone)
  deepEqual(problems(untaken), [
    `${at('take', untaken)}: take takes what a register answers, and none is asked`,
  ])
})

test('a step asks services that there are', () => {
  const none: Systems = {
    client: { instance: 'TOY', memberClass: 'GOV', memberCode: '1', subsystem: 'TOY' },
    systems: [],
  }
  const { registers: _none, ...alone } = type
  const index = type.steps.findIndex(({ code }) => code === 'look-up')
  deepEqual(
    problemsOfConsulted(alone, none).map(({ path, reason }) => [path.join('.'), reason]),
    ['border', 'schools'].map((service, nth) => [
      `steps.${index}.registers.${nth}`,
      `no system has the service ${service}`,
    ]),
  )
  const having = (code: string) => ({ code, services: [{ code: 'border' }, { code: 'schools' }] })
  const two = { ...none, systems: [having('one'), having('other')] } as unknown as Systems
  deepEqual(
    problemsOfConsulted(alone, two).map(({ reason }) => reason),
    ['border', 'schools'].map((service) => `several systems have the service ${service}`),
  )
})

test('how people are tied is asked of those alone whose role says so', () => {
  const asking = (of: readonly string[] | undefined, blocks: CaseType['blocks'] = []) => ({
    steps: [],
    roles: [
      { title: say('Keeper'), code: 'keeper', basis: PROVISIONAL },
      { ...ROLE, code: 'partner', relation: 'spouse' as const },
      { ...ROLE, code: 'alone' },
      { ...ROLE, code: 'sponsor', comes: 'invited' as const, subject: false, letInBy: ['alone'] },
    ],
    begins: { by: ['keeper', 'alone'], basis: PROVISIONAL },
    blocks,
    registers: [
      { service: 'ties', on: ['send'], ...(of === undefined ? {} : { of }), basis: PROVISIONAL },
    ],
  })
  const systems = {
    systems: [{ code: 'acts', services: [{ code: 'ties', tellsOfFirst: ['surname'] }] }],
  } as unknown as Systems
  const reasons = (of?: readonly string[], blocks: CaseType['blocks'] = []) =>
    problemsOfConsulted(asking(of, blocks), systems).map(({ reason }) => reason)
  deepEqual(reasons(['partner']), [])
  const untied = ['ties is asked how keeper is tied, and keeper is tied to nobody']
  deepEqual(reasons(['keeper', 'partner']), untied)
  const alone = ['ties is asked how alone is tied, and alone is tied to nobody']
  deepEqual(reasons(), [...untied, ...alone], 'of all whom the case is about')
  const asks = [block('tie', [field('what', 'choice', { means: 'relation-to-migrant' })])]
  deepEqual(reasons(['alone'], asks), [], 'they say it themselves')
})

const ROLE = { title: say('Somebody'), subject: true, basis: PROVISIONAL }
